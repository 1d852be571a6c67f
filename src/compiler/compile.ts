import type { Day } from '../calendar/index.ts'
import {
  type Library,
  type Note,
  type NoteHead,
  type PlacedProblem,
  type Shelf,
  safeAddress,
  type TopicShelf,
  topicPath,
  topicTree,
  uniqueNames,
} from '../notes/index.ts'
import type { Card, CitedSource, KnownNote } from './card.ts'
import { compileNote } from './compile-note.ts'
import { putLikelySources, type Sourced } from './likely-sources.ts'
import { type Folder, followLinks, type PlacedLink } from './links.ts'
import { neighbours, versionOf } from './neighbours.ts'
import { wholeNote } from './packed-note.ts'
import { placeLinks } from './place-links.ts'
import { PlacedNote } from './placed-note.ts'
import { hashOf } from './remembered.ts'
import { fillShelves } from './shelves.ts'
import { editionsOf } from './timeline.ts'

/** What stands in a folder of notes; paths are relative to it, with `/`. */
export interface Content {
  notes: readonly { file: string; raw: string }[]
  images: readonly string[]
}

export interface Compiled {
  library: Library[]
  /** The pages of all notes, of those without a topic, and those of each topic. */
  newestNotes: Shelf[]
  looseNotes: Shelf[]
  topics: TopicShelf[][]
  notes: Note[]
  problems: PlacedProblem[]
  /** What a note of `notes` depends on: of the same key, it is the same. */
  keyOf: (note: Note) => string
  /** See {@link Card.newest}. */
  newest: (note: Note) => Day | undefined
  /** See {@link Card.lead}. */
  lead: (note: Note) => string | undefined
  /** Paths of the images that a note shows. */
  imagesIn: (note: Note) => string[]
  /** See {@link Card.sources}. */
  citedIn: (note: Note) => readonly CitedSource[]
}

/** Files in, artifacts and problems out. Pure: knows no disk, no clock. */
export function compile(content: Content): Compiled {
  return assemble(
    content.notes.map(({ file, raw }) => wholeNote(compileNote(file, raw), raw)),
    content.images,
  )
}

/** A note among others. */
interface Placed {
  known: KnownNote
  slug: string
  /** Its versions, itself among them. */
  versions: Placed[]
}

/**
 * Puts notes beside each other, whatever their order: addresses, links, topics, timeline. Drafts are left out. Of most
 * notes the card is enough; what they say is read when it is asked for.
 */
export function assemble(
  known: readonly KnownNote[],
  images: readonly string[],
  found: readonly PlacedProblem[] = [],
): Compiled {
  const placed = place(known)
  const folder = folderOf(placed, images)
  const newestFirst = [...placed].sort(({ known: { card: a } }, { known: { card: b } }) => {
    const later = (b.metadata.date ?? -Infinity) - (a.metadata.date ?? -Infinity)
    return later || (a.file < b.file ? -1 : 1)
  })
  const heads = newestFirst.map(headOf)
  const neighboursOf = neighbours(heads)
  const sourced = new Map<Placed, Sourced>()
  const problems = [...found]
  const facts = new Map<Note, { one: Placed; links: PlacedLink[] }>()
  for (const [i, one] of newestFirst.entries()) {
    const { card, full } = one.known
    const followed = followLinks(card, card.links, folder)
    problems.push(...card.problems, ...followed.problems)
    const head = heads[i] as NoteHead
    const note = new PlacedNote(head, {
      body: () => {
        const { body, links } = full()
        return placeLinks(body, followLinks(card, links, folder).placed)
      },
      sections: () => full().sections,
      statementList: () => sourcedOf(one).statements,
      undated: () => full().undated,
      references: () => sourcedOf(one).references,
      translations: () => translationsOf(one),
      neighbours: () => neighboursOf(head),
    })
    facts.set(note, { one, links: followed.placed })
  }
  const notes = [...facts.keys()]
  const factsOf = (note: Note) => facts.get(note) as { one: Placed; links: PlacedLink[] }
  const cardOf = (note: Note) => factsOf(note).one.known.card
  const keys = new Map<Note, string>()
  const grouped = newestFirst.map((one) => ({ group: groupOf(one), topics: one.known.card.metadata.topics }))
  const shelves = fillShelves(heads, topicTree(grouped))
  let statements = 0
  const addresses = new Set<string>()
  for (const { known, versions } of placed) {
    if (versions[0]?.known === known) statements += known.card.statements
    for (const { key } of known.card.sources) addresses.add(key)
  }
  const counts = { statements, sources: addresses.size, editions: editionsOf(notes) }
  return {
    library: shelves.library.map((page) => ({ ...page, ...counts })),
    newestNotes: shelves.newest,
    looseNotes: shelves.loose,
    topics: shelves.topics,
    notes,
    problems: problems.sort((a, b) =>
      a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
    ),
    keyOf: (note) => {
      const key = keys.get(note) ?? keyOf(note)
      keys.set(note, key)
      return key
    },
    newest: (note) => cardOf(note).newest,
    lead: (note) => cardOf(note).lead,
    citedIn: (note) => cardOf(note).sources,
    imagesIn: (note) => {
      const { one, links } = factsOf(note)
      return one.known.card.links.flatMap(({ kind }, i) => {
        const address = kind === 'image' && links[i]?.address
        return address && !safeAddress(address) ? decodeURIComponent(address.slice(1)) : []
      })
    },
  }

  function keyOf(note: Note): string {
    const { one, links } = factsOf(note)
    const { version, slug, group, translations, neighbours } = note
    const texts = [one, ...one.versions].map(({ known }) => known.card.key)
    const addresses = links.map(({ address }) => address ?? null)
    return hashOf(JSON.stringify([version, slug, group, translations, neighbours, texts, addresses]))
  }

  function sourcedOf(one: Placed): Sourced {
    if (!sourced.has(one)) {
      const put = putLikelySources(one.versions.map(({ known }) => known.full()))
      for (const [i, version] of one.versions.entries()) sourced.set(version, put[i] as Sourced)
    }
    return sourced.get(one) as Sourced
  }
}

/** Gives notes their addresses, in the order of their files, and puts versions together. */
function place(known: readonly KnownNote[]): Placed[] {
  const unique = uniqueNames('note')
  const groups = new Map<string, Placed[]>()
  return known
    .filter(({ card }) => !card.metadata.draft)
    .sort((a, b) => (a.card.file < b.card.file ? -1 : 1))
    .map((known) => {
      const { slug, metadata } = known.card
      const versions = groups.get(metadata.translationKey) ?? []
      const one: Placed = { known, slug: unique(slug), versions }
      if (versions.push(one) === 1) groups.set(metadata.translationKey, versions)
      return one
    })
}

function groupOf({ versions: [first] }: Placed): string {
  return (first as Placed).slug
}

function translationsOf(one: Placed): Note['translations'] {
  return one.versions.filter((other) => other !== one).map((other) => versionOf(headOf(other)))
}

/** Everything by its path; the composed form of a path stands in where no file has it. */
function folderOf(placed: readonly Placed[], images: readonly string[]): Folder {
  const pages = placed.map(({ slug, known: { card } }) => {
    return [card.file, { slug, anchors: card.anchors }] as const
  })
  const files = images.map((image) => [image, image] as const)
  return { notes: withComposed(pages), images: withComposed(files) }
}

function withComposed<T>(entries: readonly (readonly [path: string, value: T])[]): Map<string, T> {
  return new Map([...entries.map(([path, value]) => [path.normalize('NFC'), value] as const), ...entries])
}

const heads = new WeakMap<Card, NoteHead>()

/** The same where all is the same: in dev most is, after a change. */
function headOf(one: Placed): NoteHead {
  const { slug, known } = one
  const group = groupOf(one)
  const before = heads.get(known.card)
  if (before?.slug === slug && before.group === group) return before
  const head = newHead(known.card, slug, group)
  heads.set(known.card, head)
  return head
}

function newHead(card: Card, slug: string, group: string): NoteHead {
  const { date, language, summary, provenance, topics } = card.metadata
  return {
    slug,
    group,
    title: card.title,
    language,
    ...(date === undefined ? {} : { date }),
    topics: topics.flatMap((written) => topicPath(written)?.path ?? []),
    ...(summary ? { summary } : {}),
    minutes: card.minutes,
    statements: card.statements,
    revision: card.revision,
    ...(provenance ? { provenance } : {}),
  }
}
