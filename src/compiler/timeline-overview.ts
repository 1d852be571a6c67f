import { LEVELS, type Level, periodOf } from '../calendar/index.ts'
import {
  ARTIFACT_VERSION,
  BREADTHS,
  breadthOf,
  type Days,
  type Entry,
  type Kind,
  kindBits,
  type Overview,
  type Placed,
  type Runs,
  type TileRow,
} from '../notes/index.ts'

/** Bounds the overview: so many kinds, and so many numbers of entries in periods. */
const MOST_KINDS = 90
const MOST_CELLS = 6000

/** What can be counted of a timeline, at the finest level that stays within bounds. */
export function overviewOf(
  tiles: readonly (readonly Placed[])[],
  rest: { without: number; undated: number[] },
): { overview: Overview; days: Map<number, Days> } {
  const entries = tiles.flat()
  const { kinds, kindOf, topics } = kindsOf(entries)
  let level: Level = 'century'
  let runs: Runs[] = []
  for (level of LEVELS.toReversed()) {
    runs = runsOf(entries, kinds.length, kindOf, level)
    if (cellsOf(runs) <= MOST_CELLS) break
  }
  return {
    overview: {
      version: ARTIFACT_VERSION,
      count: entries.length,
      ...extentOf(entries),
      kinds,
      topics,
      level,
      runs,
      tiles: rowsOf(tiles, kindOf),
      ...rest,
    },
    days: level === 'day' ? new Map() : daysOf(entries, kinds.length, kindOf),
  }
}

function extentOf(entries: readonly Placed[]): Pick<Overview, 'extent'> {
  if (entries.length === 0) return {}
  const days = entries.map(({ at }) => at.from)
  const from = days.reduce((a, b) => Math.min(a, b))
  const to = days.reduce((a, b) => Math.max(a, b))
  return { extent: { from, to } }
}

/** The kinds, as many of the topics in them as stay within bounds. */
function kindsOf(entries: readonly Entry[]) {
  const ways = [
    ['all', (paths: readonly string[]) => paths],
    [
      'roots',
      (paths: readonly string[]) => [...new Set(paths.map((path) => path.split('/', 1)[0] as string))],
    ],
    ['none', () => []],
  ] as const
  for (const [topics, shorten] of ways) {
    const kinds: Kind[] = []
    const numbers = new Map<string, number>()
    const byNote = new Map<string, number>()
    const kindOf = (entry: Entry): number => {
      const sourced = entry.sources.length > 0
      const name = `${entry.note.slug} ${sourced}`
      const known = byNote.get(name)
      if (known !== undefined) return known
      const kind = { topics: [...shorten(entry.note.topics)], language: entry.note.language, sourced }
      const key = JSON.stringify(kind)
      const number = numbers.get(key) ?? kinds.push(kind) - 1
      numbers.set(key, number)
      byNote.set(name, number)
      return number
    }
    for (const entry of entries) kindOf(entry)
    if (kinds.length <= MOST_KINDS || topics === 'none') return { kinds, kindOf, topics }
  }
  throw new Error('there is always a way')
}

function runsOf(
  entries: readonly Placed[],
  kinds: number,
  kindOf: (entry: Entry) => number,
  level: Level,
): Runs[] {
  const counts = Array.from({ length: kinds }, () => new Map<string, Map<number, number>>())
  for (const entry of entries) {
    const breadth = breadthOf(entry.at)
    const byBreadth = counts[kindOf(entry)] as Map<string, Map<number, number>>
    const periods = byBreadth.get(breadth) ?? new Map<number, number>()
    byBreadth.set(breadth, periods)
    const period = periodOf(level, entry.at.from)
    periods.set(period, (periods.get(period) ?? 0) + 1)
  }
  return counts.map((byBreadth) =>
    Object.fromEntries(
      BREADTHS.flatMap((breadth) => {
        const periods = byBreadth.get(breadth)
        return periods ? [[breadth, inSteps([...periods].sort(([a], [b]) => a - b))]] : []
      }),
    ),
  )
}

/** Each period as its distance from the one before. */
function inSteps(periods: readonly (readonly [period: number, count: number])[]): number[] {
  let last = 0
  return periods.flatMap(([period, count]) => {
    const step = period - last
    last = period
    return [step, count]
  })
}

function cellsOf(runs: readonly Runs[]): number {
  return runs.reduce(
    (sum, breadths) => sum + Object.values(breadths).reduce((cells, run) => cells + run.length / 2, 0),
    0,
  )
}

function daysOf(
  entries: readonly Placed[],
  kinds: number,
  kindOf: (entry: Entry) => number,
): Map<number, Days> {
  const years = new Map<number, Placed[]>()
  for (const entry of entries) {
    const year = periodOf('year', entry.at.from)
    const known = years.get(year)
    if (known) known.push(entry)
    else years.set(year, [entry])
  }
  return new Map(
    [...years].map(([year, some]) => [
      year,
      { version: ARTIFACT_VERSION, runs: runsOf(some, kinds, kindOf, 'day') },
    ]),
  )
}

function rowsOf(tiles: readonly (readonly Placed[])[], kindOf: (entry: Entry) => number): TileRow[] {
  let last = 0
  return tiles.map((entries): TileRow => {
    const begins = entries.map(({ at }) => at.from)
    const first = begins.reduce((a, b) => Math.min(a, b))
    const step = first - last
    last = first
    const kinds = kindBits(new Set(entries.map(kindOf)))
    const reach = entries.reduce((most, { at }) => Math.max(most, at.to), -Infinity)
    return [step, entries.length, kinds, begins.reduce((a, b) => Math.max(a, b)) - first, reach - first]
  })
}
