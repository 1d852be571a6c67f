import type { Day } from '../calendar/index.ts'
import type { NoteVersion, SearchIndex, SearchPassage, SearchText, Stretch } from '../notes/index.ts'
import { findCandidates, type SearchFilter, type SoughtPart } from './candidates.ts'
import { type Excerpt, excerptOf } from './excerpt.ts'
import { topicsAbove, topicsOf } from './filters.ts'
import type { Variants } from './fold.ts'
import { type Matched, matchText, mergeStretches } from './matches.ts'
import { parseQuery } from './query.ts'
import type { SearchSource } from './tree.ts'

export interface SearchRequest {
  query: string
  filter: SearchFilter
  /** The reader's own, BCP 47: of a note in several, the version that comes first. */
  language: string
  /** How many results are looked for. */
  wanted: number
}

/** A sentence that was found, with the way to it. */
export interface FoundPassage {
  kind: SearchPassage['kind']
  text: string
  marks: Stretch[]
  /** The place in the note; the note itself where there is none. */
  anchor?: string
  /** The title of the section, where it is not the passage itself. */
  section?: string
  /** When it was said, where it is a statement. */
  at?: { from: Day; to: Day }
  url?: string
}

/** A note or a topic that was found. */
export interface Found {
  title: { text: string; marks: Stretch[] }
  note?: NonNullable<SearchText['note']>
  topic?: NonNullable<SearchText['topic']>
  /** The best first. */
  passages: FoundPassage[]
  /** Versions in other languages that were found as well. */
  others: NoteVersion[]
}

export interface SearchResults {
  found: Found[]
  /** There may be more. */
  more: boolean
  /** Nothing has all of the query as it was typed; these have some of it, or words like it. */
  near: boolean
  /** There is nothing in the query to look for. */
  empty: boolean
}

/** Notes that are read at a time, and for each result that is wanted: some hold no more than the beginnings. */
const AT_ONCE = 10
const NOTES_PER_RESULT = 4
const MOST_PASSAGES = 3
const KIND_WEIGHT = { heading: 1.3, text: 1, source: 0.8 }

/** Looks for a query in an index: what may hold it by its terms, and what does by its text. */
export async function search(
  index: SearchIndex,
  source: SearchSource,
  { query, filter, language, wanted }: SearchRequest,
): Promise<SearchResults> {
  const variants = readVariants(index)
  const parts = parseQuery(query, variants)
  if (parts.length === 0) return { found: [], more: false, near: false, empty: true }
  const { parts: sought, candidates } = await findCandidates(index, source, { parts, filter, language })
  const mayHave = (at: number) => candidates[at]?.met ?? 0
  const textOf = async (number: number) => index.whole?.texts[number] ?? source.text(number)
  /** By how many parts they have. */
  const found = new Map<number, Map<string, Found>>()
  let best = 1
  let read = 0
  while (mayHave(read) >= best && (found.get(best)?.size ?? 0) < wanted && read < wanted * NOTES_PER_RESULT) {
    const next = candidates.slice(read, read + AT_ONCE)
    const notes = await Promise.all(next.map(({ documents }) => Promise.all(documents.map(textOf))))
    read += next.length
    for (const texts of notes) {
      const one = readNote(texts, sought, variants, filter)
      if (!one) continue
      best = Math.max(best, one.has)
      const alike = found.get(one.has) ?? new Map<string, Found>()
      found.set(one.has, alike)
      gather(alike, one.found, language)
    }
  }
  const held = [...(found.get(best)?.values() ?? [])]
  return {
    found: held.slice(0, wanted),
    more: held.length > wanted || mayHave(read) >= best,
    near: held.length > 0 && (best < parts.length || sought.some(({ near }) => near)),
    empty: false,
  }
}

const known = new WeakMap<SearchIndex, Variants>()

function readVariants(index: SearchIndex): Variants {
  let variants = known.get(index)
  if (!variants) {
    const chars = [...index.variants]
    variants = new Map(chars.flatMap((char, i) => (i % 2 ? [[char, chars[i - 1] as string] as const] : [])))
    known.set(index, variants)
  }
  return variants
}

/** Versions of a note are one result, the one in the reader's language if it was found. */
function gather(found: Map<string, Found>, one: Found, language: string): void {
  const key = one.note ? `n ${one.note.group}` : `t ${one.topic?.path}`
  const first = found.get(key)
  if (!first) {
    found.set(key, one)
    return
  }
  const { note } = one
  if (!note || !first.note) return
  if (note.language === language && first.note.language !== language) {
    found.set(key, {
      ...one,
      others: [...first.others, versionOf(first)].filter(({ slug }) => slug !== note.slug),
    })
  } else if (!first.others.some(({ slug }) => slug === note.slug)) {
    first.others.push(versionOf(one))
  }
}

function versionOf({ note, title }: Found): NoteVersion {
  return { slug: note?.slug ?? '', language: note?.language ?? '', title: title.text }
}

/** Whether it is what its terms say: of a very long list, only the end is known. */
function passes(text: SearchText, { topic, language }: SearchFilter): boolean {
  const onTopic = topic === undefined || topicsOf(text).flatMap(topicsAbove).includes(topic)
  return onTopic && (language === undefined || text.note?.language === language)
}

/** What of the query stands in a note, and how many parts of it that are; undefined where nothing does. */
function readNote(
  texts: readonly SearchText[],
  parts: readonly SoughtPart[],
  variants: Variants,
  { from, to, ...filter }: SearchFilter,
): { found: Found; has: number } | undefined {
  const [text] = texts
  if (!text || !passes(text, filter)) return undefined
  const language = text.note?.language ?? ''
  const dated = from !== undefined || to !== undefined
  const inDays = ({ from: first, to: last }: { from: Day; to: Day }) =>
    last >= (from ?? Number.NEGATIVE_INFINITY) && first <= (to ?? Number.POSITIVE_INFINITY)
  const title = matchText(text, text.title, parts, variants)
  const hits: {
    passage: SearchPassage
    match: Matched
    section: SearchPassage | undefined
    weight: number
  }[] = []
  let section: SearchPassage | undefined
  for (const passage of texts.flatMap(({ passages }) => passages)) {
    if (passage.kind === 'heading') section = passage
    const match = matchText(passage, passage.text, parts, variants)
    if (match.parts > 0)
      hits.push({ passage, match, section, weight: match.parts * KIND_WEIGHT[passage.kind] })
  }
  const matched = [title, ...hits.map(({ match }) => match)]
  const present = parts.filter((_, i) => matched.some(({ stretches }) => (stretches[i]?.length ?? 0) > 0))
  if (present.length === 0) return undefined
  const passages: FoundPassage[] = []
  for (const { passage, match, section: within } of hits.sort((a, b) => b.weight - a.weight)) {
    const excerpt = excerptOf(passage, match, language, dated ? inDays : undefined)
    const one = excerpt && passageOf(passage, excerpt, within)
    // The same line again tells nothing new.
    if (one && !passages.some(({ text: told, anchor }) => told === one.text && anchor === one.anchor))
      passages.push(one)
    if (passages.length === MOST_PASSAGES) break
  }
  if (dated && passages.length === 0) return undefined
  const found: Found = {
    title: { text: text.title, marks: mergeStretches(title.stretches) },
    ...(text.note ? { note: text.note } : {}),
    ...(text.topic ? { topic: text.topic } : {}),
    passages,
    others: [],
  }
  return { found, has: present.length }
}

function passageOf(
  { kind, anchor, url }: SearchPassage,
  { text, marks, statement }: Excerpt,
  section: SearchPassage | undefined,
): FoundPassage {
  // A source that stands in no list has no place of its own.
  const within = kind === 'source' ? undefined : section
  const place = statement?.id ?? anchor ?? within?.anchor
  return {
    kind,
    text,
    marks,
    ...(place ? { anchor: place } : {}),
    ...(within && kind !== 'heading' ? { section: within.text } : {}),
    ...(statement ? { at: { from: statement.from, to: statement.to } } : {}),
    ...(url ? { url } : {}),
  }
}
