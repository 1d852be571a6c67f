import {
  isTelling,
  type Note,
  normaliseAddress,
  type Reference,
  type Source,
  type SourceTitle,
  type Statement,
  sourceKey,
} from '../notes/index.ts'

/** In each language. */
const MOST_STATEMENTS = 40
const MOST_NOTES = 60
const MOST_TITLES = 12
/** UTF-16 units. */
const LONGEST_TEXT = 280

/** A source as the notes name it, before any of them is read. */
export interface NamedSource {
  key: string
  url: string
  site: string
  /** A note stands here as often as it names the source. */
  notes: Note[]
  /** Bytes, without the notes. */
  size?: number
  /** Among those of before; -1 where it was not. */
  place: number
}

/** A source with the notes and statements themselves. */
interface Gathered {
  first: Reference & { url: string; site: string }
  titles: { title: string; note: Note }[]
  citedBy: { note: Note; number: number }[]
  statements: { note: Note; statement: Statement; likely: boolean }[]
}

function gather({ key, notes }: NamedSource): Gathered {
  const gathered: Omit<Gathered, 'first'> & { first?: Gathered['first'] } = {
    titles: [],
    citedBy: [],
    statements: [],
  }
  for (const note of new Set(notes)) {
    const numbers = new Set<number>()
    for (const reference of note.references) {
      const { url, site, number } = reference
      if (!url || !site || keyOf(url) !== key) continue
      gathered.first ??= { ...reference, url, site }
      for (const title of [reference.title, ...(reference.also ?? [])]) gathered.titles.push({ title, note })
      gathered.citedBy.push({ note, number })
      numbers.add(number)
    }
    for (const statement of note.statementList) {
      const { cites, likely = [] } = statement
      for (const number of cites) {
        if (numbers.has(number)) gathered.statements.push({ note, statement, likely: false })
      }
      for (const number of likely) {
        if (numbers.has(number)) gathered.statements.push({ note, statement, likely: true })
      }
    }
  }
  return gathered as Gathered
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

/** The notes that a source is shown with. */
export function shownOf(notes: readonly Note[]): Iterable<Note> {
  // As most do.
  if (notes.length === 1) return notes
  return new Set([...inGroups(notes).values()].slice(0, MOST_NOTES).flat())
}

/** What the notes say of a source, read in those that name it. `indexOf`: the number that a note has. */
export function sourceOf(named: NamedSource, indexOf: (note: Note) => number): Source {
  const { first, titles, citedBy, statements } = gather(named)
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

function clip(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT).replace(/\p{Cs}$/u, '')}…` : text
}
