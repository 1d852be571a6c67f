import { type Day, partsOf } from '../calendar/index.ts'
import type { SearchText } from '../notes/index.ts'

/** Terms that no text has: what a document is, to narrow a search by. */
export const filterTerms = {
  language: (language: string) => `#l:${language}`,
  topic: (path: string) => `#t:${path}`,
  year: (year: number) => `#y:${String(year + FIRST_YEAR).padStart(6, '0')}`,
  /** Of more years than are worth a term each. */
  longTime: '#y:*',
  /** It goes on with the note of the document before. */
  continued: '#c',
}

/** Years are numbered from it, so that they are in order as text. */
const FIRST_YEAR = 100_000
const MOST_YEARS = 30

/** The terms of a stretch of time. */
export function timeTerms(from: Day, to: Day): string[] {
  const [first, last] = [yearOf(from), yearOf(to)]
  if (last - first >= MOST_YEARS) return [filterTerms.longTime]
  return Array.from({ length: last - first + 1 }, (_, i) => filterTerms.year(first + i))
}

/** The years of a range, as the first term of them and the one after the last; open ends take all. */
export function yearSpan(from: Day | undefined, to: Day | undefined): [from: string, to: string] {
  return [
    from === undefined ? '#y:0' : filterTerms.year(yearOf(from)),
    to === undefined ? '#y:~' : `${filterTerms.year(yearOf(to))}~`,
  ]
}

function yearOf(day: Day): number {
  return partsOf(day).year
}

/** A topic and those above it: `a/b` lies in `a`. */
export function topicsAbove(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}

/** The topics that a document is on, or is. */
export function topicsOf({ note, topic }: SearchText): readonly string[] {
  return topic ? [topic.path] : (note?.topics ?? [])
}
