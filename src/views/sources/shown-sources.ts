import { inOrderFor } from '../../library/index.ts'
import type { Source, SourceNote, SourceShard, SourceTitle, SupportedStatement } from '../../notes/index.ts'

/** What the address asks for. */
export interface SourceFilter {
  words: string
  topic: string | null
  followed: 'yes' | 'no' | null
  sort: 'site' | 'date' | 'cited'
  site: string | null
  /** Key of the one source asked for. */
  source: string | null
}

/** A source as this reader sees it: each note in one version, the title in their language if there is one. */
export interface ShownSource extends Omit<Source, 'statements' | 'citedBy'> {
  title: string
  language?: string
  /** What else it is called. */
  others: SourceTitle[]
  notes: { note: SourceNote; number: number }[]
  statements: ShownStatement[]
}

export interface ShownStatement extends Omit<SupportedStatement, 'note'> {
  note: SourceNote
  /** Of the source in its note. */
  number: number
}

/** Reads the filter from the address; what cannot be read there is left out. */
export function readFilter(params: URLSearchParams): SourceFilter {
  const followed = params.get('followed')
  const sort = params.get('sort')
  return {
    words: params.get('q') ?? '',
    topic: params.get('topic'),
    followed: followed === 'yes' || followed === 'no' ? followed : null,
    sort: sort === 'date' || sort === 'cited' ? sort : 'site',
    site: params.get('site'),
    source: params.get('source'),
  }
}

/** Whether all of the library's sources have to be known to answer. */
export function asksForAll({ words, topic, followed, sort }: SourceFilter): boolean {
  return words !== '' || topic !== null || followed !== null || sort !== 'site'
}

/** Whether any source may be left out. */
export function narrows({ words, topic, followed, site, source }: SourceFilter): boolean {
  return words !== '' || [topic, followed, site, source].some((one) => one !== null)
}

export function shownSources(shards: readonly SourceShard[], language: string): ShownSource[] {
  return shards.flatMap(({ sources, notes }) => sources.map((source) => shown(source, notes, language)))
}

function shown(source: Source, notes: readonly SourceNote[], language: string): ShownSource {
  const numbers = new Map(source.citedBy.map(({ note, number }) => [notes[note] as SourceNote, number]))
  const groups = new Map<string, SourceNote[]>()
  for (const note of numbers.keys()) groups.set(note.group, [...(groups.get(note.group) ?? []), note])
  const chosen = [...groups.values()].map((versions) => inOrderFor(versions, language)[0] as SourceNote)
  const [best] = source.titles
  const titleIn = (tag: string | undefined) => source.titles.find((title) => title.language === tag)
  // Where the reader's language has none, that of the note that is named below it.
  const own = titleIn(language) ?? titleIn(chosen[0]?.language) ?? best
  return {
    ...source,
    title: own?.title ?? source.url,
    others: [...source.titles, ...(source.also ?? []).map((title): SourceTitle => ({ title }))].filter(
      ({ title }) => title !== own?.title,
    ),
    ...(own?.language ? { language: own.language } : {}),
    notes: chosen.map((note) => ({ note, number: numbers.get(note) as number })),
    statements: source.statements.flatMap((statement) => {
      const note = notes[statement.note] as SourceNote
      return chosen.includes(note) ? [{ ...statement, note, number: numbers.get(note) as number }] : []
    }),
  }
}

/** What the filter leaves, in the order that it asks for. */
export function filterSources(
  sources: readonly ShownSource[],
  filter: SourceFilter,
  followed: ReadonlySet<string>,
): ShownSource[] {
  const words = plain(filter.words).split(/\s+/).filter(Boolean)
  const kept = sources.filter(
    (source) =>
      (filter.source === null || source.key === filter.source) &&
      (filter.site === null || source.site === filter.site) &&
      (filter.followed === null || followed.has(source.key) === (filter.followed === 'yes')) &&
      (filter.topic === null || source.notes.some(({ note }) => isOn(note, filter.topic as string))) &&
      (words.length === 0 || holds(source, words)),
  )
  if (filter.sort === 'date') return kept.sort((a, b) => (b.date ?? -Infinity) - (a.date ?? -Infinity))
  return filter.sort === 'cited' ? kept.sort((a, b) => usesOf(b) - usesOf(a)) : kept
}

/** How often it is cited: by notes before all, then by their statements. */
function usesOf({ notes, statements, more }: ShownSource): number {
  return (notes.length + (more?.notes ?? 0)) * 1000 + statements.length + (more?.statements ?? 0)
}

function isOn({ topics }: SourceNote, topic: string): boolean {
  return topics.some((path) => path === topic || path.startsWith(`${topic}/`))
}

function holds(source: ShownSource, words: readonly string[]): boolean {
  const text = texts.get(source) ?? plain(textOf(source))
  texts.set(source, text)
  return words.every((word) => text.includes(word))
}

/** What words are looked for in, once it was asked for: each letter that is typed asks for all of them. */
const texts = new WeakMap<ShownSource, string>()

function textOf({ title, others, site, url, statements }: ShownSource): string {
  return [
    title,
    ...others.map((other) => other.title),
    site,
    url,
    ...statements.map(({ text }) => text),
  ].join('\n')
}

/** Without case, accents and width. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}
