import type { Basis, DateValue, Day, Guess, ImpliedBy } from '../calendar/index.ts'

/** Raised whenever a shape below changes; `library/decode` refuses any other. */
export const ARTIFACT_VERSION = 14

/** What is known of a note without opening it. */
export interface NoteHead {
  /** Its address: `/notes/SLUG`. Unique in the library. */
  slug: string
  /** Shared by the translations of one note; the slug where there is only one. */
  group: string
  title: string
  /** BCP 47. */
  language: string
  date?: Day
  /** Topic addresses, `a/b` for nested ones; see {@link Topic}. */
  topics: string[]
  summary?: string
  /** Estimated reading time, at least 1. */
  minutes: number
  statements: number
  /** Changes when the text of the note does. */
  revision: string
  provenance?: Provenance
}

/** Who or what wrote the note, as its front matter says. */
export interface Provenance {
  author?: string
  /** An address or a plain name. */
  source?: string
  generated?: true
  translated?: true
  model?: string
}

/** A topic as it is listed. */
export interface Topic {
  /** Its address: `/topics/PATH`; parts are joined by `/`. */
  path: string
  name: string
  /** Notes here and below; the translations of one count once. */
  count: number
  /** The topics below, as far as there is room for them. */
  topics: Topic[]
}

/**
 * Notes that belong together, newest first: a page of them, for there may be many. `newest.json` holds those of the whole
 * library, `loose.json` those without a topic; further pages are `newest.2.json` and so on.
 */
export interface Shelf {
  version: number
  /** Notes on all its pages; the translations of one count once, and stand on one page. */
  count: number
  pages: number
  notes: NoteHead[]
}

/** `topics/PATH.json`; further pages as above, with further topics below it. */
export interface TopicShelf extends Shelf {
  path: string
  name: string
  topics: Topic[]
}

/** `library.json`, what every screen needs; further pages, `library.2.json` and so on, are there for further topics. */
export interface Library {
  version: number
  /** The translations of one note count once. */
  count: number
  pages: number
  topics: Topic[]
  /** Notes without a topic. */
  loose: number
  /** On how many pages its notes stand apart; on none where they are few, and all of them here. */
  newest: number
  notes: NoteHead[]
  /** Of the whole library, those of one version of each note. */
  statements: number
  sources: number
  /** The languages that the timeline comes in, see `pickEdition`. */
  editions: string[]
}

/** A rendered element: text, or a tag with its attributes (React's names) and children. */
export type Body = string | readonly [tag: string, attributes: Attributes | null, ...children: Body[]]
export type Attributes = Readonly<Record<string, string | number | boolean>>

/** The elements that a body may have; no other is written, or brought to life. */
export const BODY_TAGS: readonly string[] = (
  'p span em strong del code pre ul ol li table thead tbody tr th td blockquote hr br ' +
  'h2 h3 h4 h5 h6 sup sub a img input section time details summary ins kbd mark'
).split(' ')

export interface Section {
  /** Its anchor in the note. */
  id: string
  title: string
  /** 1 to 6, as in the source. */
  level: number
  dateline?: Dateline
}

/** The date, and often the venue, that a section's heading gives. */
export interface Dateline {
  /** The stretch of the heading's title that is the dateline, brackets included; UTF-16. */
  start: number
  end: number
  value: DateValue
  venue?: string
}

/** A mention as the reader needs it; offsets into the statement's text, end exclusive. */
export interface StatementMention {
  start: number
  end: number
  value?: DateValue
  basis: Basis
  impliedBy?: ImpliedBy
  guess?: Guess
  fiscal?: true
}

export interface Statement {
  /** Its anchor in the note. */
  id: string
  text: string
  mentions: StatementMention[]
  /** Section id, where it stands under a heading. */
  section?: string
  /** When it was said: the dateline above it. */
  said?: DateValue
  /** Where it stands by default on the timeline. */
  at: DateValue
  /** Numbers of the references cited in its own sentence or paragraph. */
  cites: number[]
  /** Numbers of the references that are likely to support it, the likeliest first; see `Reference.likely`. */
  likely?: number[]
}

/** How a note gives a source: in a list, as `[1]: address`, in a footnote, or as a link in the text. */
export type ReferenceKind = 'list' | 'definition' | 'footnote' | 'link'

export interface Reference {
  /** 1-based, in the order of the note. */
  number: number
  kind: ReferenceKind
  title: string
  /** What else the note calls it in its lists and footnotes. */
  also?: string[]
  /** A safe absolute http(s) or mailto address, as the note has it. */
  url?: string
  /** The site's name, see `siteOf`. */
  site?: string
  /** Publication day, as read from the address. */
  date?: Day
  /** What it is likely to support, where the text does not say so. */
  likely?: Likely[]
}

/** What speaks for a source that the text does not cite; nothing else does. */
export interface Evidence {
  /** Names, numbers and other words that the passage shares with title or address, as it has them. */
  words: string[]
  /** The words stand in the heading. */
  heading?: true
  /** The source was published when the passage was said, or just after. */
  date?: true
  /** The list follows the order of the text, and here is its turn. */
  order?: true
  /** It stands by itself below the passage. */
  place?: true
  /** All this was found in the translation in this language. */
  translation?: string
}

/** A passage that a source is likely to support, and why. */
export interface Likely extends Evidence {
  /** Its section, where it stands under a heading. */
  section?: string
  /** Ids of the statements in question. */
  statements: string[]
  /** From the least that is claimed at all to 1. */
  confidence: number
}

/** A date whose year cannot be had, with its anchor in the note. */
export interface Undated {
  id: string
  text: string
  /** The sentence that it stands in. */
  sentence?: string
}

/** `notes/SLUG.json` */
export interface Note extends NoteHead {
  version: number
  body: Body[]
  sections: Section[]
  statementList: Statement[]
  undated: Undated[]
  references: Reference[]
  translations: NoteVersion[]
  /** The versions of the note before and after this one on its first topic; newer ones come before. */
  neighbours: { previous: NoteVersion[]; next: NoteVersion[] }
}

/** One of the languages that a note can be read in. */
export type NoteVersion = Pick<NoteHead, 'slug' | 'language' | 'title'>

/** A title that a note gives a source. */
export interface SourceTitle {
  title: string
  /** Of the note; absent where the title is written in another script than its language. */
  language?: string
}

/** A note as far as a list of sources needs it. */
export interface SourceNote extends NoteVersion {
  group: string
  date?: Day
  provenance?: Provenance
  /** Addresses of its topics. */
  topics: string[]
}

/** A statement that a source supports. */
export interface SupportedStatement {
  /** Index of its note in the shard. */
  note: number
  id: string
  /** Its beginning where it is long. */
  text: string
  at: DateValue
  likely?: true
}

export interface Source {
  /** What it is remembered by, see `sourceKey`. */
  key: string
  /** As the first note has it. */
  url: string
  site: string
  /** The best first, one for each language at most. */
  titles: SourceTitle[]
  /** What else it is called. */
  also?: string[]
  /** Publication day, as read from the address. */
  date?: Day
  /** The notes that name it, as indices into those of the shard, with its number there. */
  citedBy: { note: number; number: number }[]
  /** In order of time. */
  statements: SupportedStatement[]
  /** How many notes and statements found no room here; the translations of one count once. */
  more?: { notes: number; statements: number }
}

/** `sources/N.json`: sources that follow one another by site, and what they lean on. */
export interface SourceShard {
  version: number
  notes: SourceNote[]
  sources: Source[]
}

/** `sources.json`: where which sources are. */
export interface SourceIndex {
  version: number
  count: number
  sites: number
  /** First and last site of each shard, in order. */
  shards: { from: string; to: string; count: number }[]
}

/** A stretch of a note that words are looked for in: a paragraph, an item, a row, a heading, a source. */
export interface SearchPassage {
  kind: 'heading' | 'text' | 'source'
  /** On one line, NFC. */
  text: string
  /** Its own place in the note; a passage without one stands in the section of the heading before it. */
  anchor?: string
  /** Where a source leads. */
  url?: string
  /** The statements in it: stretches of the text with their anchor and time. */
  statements?: { start: number; end: number; id: string; from: Day; to: Day }[]
}

/** `search/texts/NUMBER.json`: a document, which is a note, a part of a long one, or a topic (without passages). */
export interface SearchText {
  version: number
  title: string
  /** The note, or {@link topic}. */
  note?: Pick<NoteHead, 'slug' | 'group' | 'language' | 'date' | 'topics'>
  topic?: Pick<Topic, 'path' | 'count'>
  passages: SearchPassage[]
}

/** Terms in order with the documents that hold them; both with spaces between, see `search/postings`. */
export interface SearchLeaf {
  version: number
  terms: string
  lists: string
}

/** The first terms of the pages `first`, `first + 1` … that lie below it. */
export interface SearchBranch {
  version: number
  first: number
  keys: string[]
}

/** `search/pages/NUMBER.json`; leaves come first. */
export type SearchPage = SearchLeaf | SearchBranch

/** `search/words/INITIAL.json`: the words that begin with one letter, in order, with spaces between. */
export interface SearchWords {
  version: number
  words: string
}

/** `search.json`, where a search begins: a tree of terms, and what is needed to enter it. */
export interface SearchIndex {
  version: number
  documents: number
  /** The languages of the notes, BCP 47. */
  languages: string[]
  /** Han characters that are looked for as another one, each behind that other one: `台臺台颱`. */
  variants: string
  /** The letters that have a list of {@link SearchWords}. */
  initials: string
  leaves: number
  root: SearchPage
  /** In a small library, all the rest: pages and texts by their number. */
  whole?: { pages: SearchPage[]; texts: SearchText[] }
}
