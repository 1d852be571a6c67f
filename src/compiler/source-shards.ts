import {
  ARTIFACT_VERSION,
  isTelling,
  type Note,
  type NoteVersion,
  normaliseAddress,
  type Reference,
  type Source,
  type SourceIndex,
  type SourceNote,
  type SourceShard,
  type SourceTitle,
  type Statement,
  sourceKey,
} from '../notes/index.ts'
import { versionOf } from './neighbours.ts'

/** A shard stays below 50 KB, compressed as hosts do. Bytes of JSON: Chinese prose shrinks to two fifths. */
const FULL = 110_000
/** In each language. */
const MOST_STATEMENTS = 40
const MOST_NOTES = 60
const MOST_TITLES = 12
/** UTF-16 units. */
const LONGEST_TEXT = 280

/** A source with the notes and statements themselves, before they are numbered within a shard. */
interface Gathered {
  first: Reference & { url: string; site: string }
  titles: { title: string; note: Note }[]
  citedBy: { note: Note; number: number }[]
  statements: { note: Note; statement: Statement; likely: boolean }[]
}

/** Every source once, by site, in shards of a size that a page can ask for. */
export function shardSources(notes: readonly Note[]): { index: SourceIndex; shards: SourceShard[] } {
  const gathered = [...gather(notes).values()].sort(
    (a, b) =>
      compare(a.first.site, b.first.site) ||
      b.citedBy.length - a.citedBy.length ||
      compare(a.first.url, b.first.url),
  )
  const shards: SourceShard[] = []
  const heads: SourceIndex['shards'] = []
  let size = FULL
  let indices = new Map<Note, number>()
  for (const one of gathered) {
    if (size >= FULL) {
      shards.push({ version: ARTIFACT_VERSION, notes: [], sources: [] })
      heads.push({ from: one.first.site, to: one.first.site, count: 0 })
      indices = new Map()
      size = 0
    }
    const shard = shards.at(-1) as SourceShard
    const head = heads.at(-1) as SourceIndex['shards'][number]
    const source = sourceOf(one, (note) => {
      const known = indices.get(note)
      if (known !== undefined) return known
      const made = sourceNoteOf(note)
      indices.set(note, shard.notes.length)
      size += bytes(made)
      return shard.notes.push(made) - 1
    })
    shard.sources.push(source)
    size += bytes(source)
    head.to = one.first.site
    head.count += 1
  }
  const sites = new Set(gathered.map(({ first }) => first.site)).size
  return { index: { version: ARTIFACT_VERSION, count: gathered.length, sites, shards: heads }, shards }
}

const keys = new Map<string, string>()

/** Addresses are written as they are compared once, not with each change of a note. */
function keyOf(url: string): string {
  let key = keys.get(url)
  if (key === undefined) {
    key = normaliseAddress(url)
    keys.set(url, key)
  }
  return key
}

function gather(notes: readonly Note[]): Map<string, Gathered> {
  const sources = new Map<string, Gathered>()
  for (const note of notes) {
    const byNumber = new Map<number, Gathered>()
    for (const reference of note.references) {
      const { url, site, number } = reference
      if (!url || !site) continue
      const key = keyOf(url)
      const known = sources.get(key)
      const source = known ?? { first: { ...reference, url, site }, titles: [], citedBy: [], statements: [] }
      if (!known) sources.set(key, source)
      for (const title of [reference.title, ...(reference.also ?? [])]) source.titles.push({ title, note })
      source.citedBy.push({ note, number })
      byNumber.set(number, source)
    }
    for (const statement of note.statementList) {
      const { cites, likely = [] } = statement
      for (const number of cites) byNumber.get(number)?.statements.push({ note, statement, likely: false })
      for (const number of likely) byNumber.get(number)?.statements.push({ note, statement, likely: true })
    }
  }
  return sources
}

function sourceOf({ first, titles, citedBy, statements }: Gathered, indexOf: (note: Note) => number): Source {
  const versions = inGroups(citedBy.map(({ note }) => note))
  const groups = [...versions.values()]
  const shown = new Set(groups.slice(0, MOST_NOTES).flat())
  const inTime = [...statements].sort((a, b) => a.statement.at.from - b.statement.at.from)
  const put = mostOfEach(inTime.filter(({ note }) => shown.has(note)))
  // A reader sees one version of each note.
  const seen = new Set(groups.map(([version]) => version))
  const count = (some: typeof inTime) => some.filter(({ note }) => seen.has(note)).length
  const more = {
    notes: Math.max(0, groups.length - MOST_NOTES),
    statements: count(inTime) - count(put),
  }
  const { url, site, date } = first
  const best = bestTitles(titles)
  const also = otherTitles(titles, best)
  return {
    key: sourceKey(url),
    url,
    site,
    titles: best,
    ...(also.length > 0 ? { also } : {}),
    ...(date === undefined ? {} : { date }),
    citedBy: citedBy
      .filter(({ note }) => shown.has(note))
      .map(({ note, number }) => ({ note: indexOf(note), number })),
    statements: put.map(({ note, statement: { id, text, at }, likely }) => {
      return { note: indexOf(note), id, text: clip(text), at, ...(likely ? { likely } : {}) }
    }),
    ...(more.notes + more.statements > 0 ? { more } : {}),
  }
}

/** The versions of each note, by their group. */
function inGroups(notes: readonly Note[]): Map<string, Note[]> {
  const groups = new Map<string, Note[]>()
  for (const note of notes) {
    const known = groups.get(note.group)
    if (known) known.push(note)
    else groups.set(note.group, [note])
  }
  return groups
}

/** The first statements in each language: no language takes the room of another. */
function mostOfEach(statements: Gathered['statements']): Gathered['statements'] {
  const counts = new Map<string, number>()
  return statements.filter(({ note: { language } }) => {
    const count = (counts.get(language) ?? 0) + 1
    counts.set(language, count)
    return count <= MOST_STATEMENTS
  })
}

/**
 * The best title for each language: one that names the page, the most complete of those. One and the same title in
 * notes of several languages is that of the page itself.
 */
function bestTitles(given: Gathered['titles']): SourceTitle[] {
  const counted = new Map<string, { languages: Set<string>; count: number }>()
  for (const { title, note } of given) {
    const known = counted.get(title) ?? { languages: new Set(), count: 0 }
    known.languages.add(note.language)
    known.count += 1
    counted.set(title, known)
  }
  const inOrder = [...counted].sort(
    ([a, one], [b, other]) =>
      Number(isTelling(b)) - Number(isTelling(a)) ||
      completeness(b) - completeness(a) ||
      other.count - one.count,
  )
  const best = new Map<string, SourceTitle>()
  for (const [title, { languages }] of inOrder) {
    const language = languages.has('en') ? 'en' : languages.size === 1 ? [...languages][0] : undefined
    const own = language && isIn(title, language) ? language : undefined
    const key = own ?? ''
    if (!best.has(key)) best.set(key, own ? { title, language: own } : { title })
  }
  return [...best.values()].slice(0, MOST_TITLES)
}

/** What else it is called, the most complete first. */
function otherTitles(given: Gathered['titles'], best: readonly SourceTitle[]): string[] {
  const known = new Set(best.map(({ title }) => title))
  const others = new Set(given.map(({ title }) => title).filter((title) => !known.has(title)))
  return [...others]
    .filter(isTelling)
    .sort((a, b) => completeness(b) - completeness(a))
    .slice(0, MOST_TITLES)
    .map(clip)
}

/** A title longer than a line or two is a text. */
function completeness(title: string): number {
  return title.length > 200 ? 0 : title.length
}

/** A Latin title in a note of another script was not translated. */
function isIn(title: string, language: string): boolean {
  return !/^(?:zh|ja|ko|ar|hi|ru|he|el|th|fa|ur)/.test(language) || /[^\p{Script=Latin}\P{L}]/u.test(title)
}

function sourceNoteOf(note: Note): SourceNote {
  const version: NoteVersion = versionOf(note)
  const { group, topics, date, provenance } = note
  return {
    ...version,
    group,
    topics,
    ...(date === undefined ? {} : { date }),
    ...(provenance ? { provenance } : {}),
  }
}

function clip(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT).replace(/\p{Cs}$/u, '')}…` : text
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
