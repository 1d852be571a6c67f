import { firstDayOf, LEVELS, type Level, periodOf } from '../calendar/index.ts'
import {
  ARTIFACT_VERSION,
  BREADTHS,
  type Days,
  type Entry,
  type Kind,
  kindBits,
  type Overview,
  type Runs,
  type TileRow,
} from '../notes/index.ts'
import type { Sequence } from './timeline-rows.ts'
import type { Stretch } from './timeline-tiles.ts'

/** Bounds the overview: so many kinds, and so many numbers of entries in periods. */
const MOST_KINDS = 90
const MOST_CELLS = 6000

/** Of a note as far as its entries are counted by it. */
export type CountedNote = Pick<Entry['note'], 'topics' | 'language'>

/** What can be counted of a timeline, at the finest level that stays within bounds. `notes`: those of the sequence. */
export function overviewOf(
  sequence: Sequence,
  tiles: readonly Stretch[],
  notes: readonly CountedNote[],
  rest: { without: number; undated: number[] },
): { overview: Overview; days: Map<number, Days> } {
  const { kinds, kindOf, topics } = kindsOf(sequence, notes)
  const all: Stretch = [0, sequence.length]
  let level: Level = 'century'
  let runs: Runs[] = []
  for (level of LEVELS.toReversed()) {
    runs = runsOf(sequence, all, kinds.length, kindOf, level)
    if (cellsOf(runs) <= MOST_CELLS) break
  }
  return {
    overview: {
      version: ARTIFACT_VERSION,
      count: sequence.length,
      ...extentOf(sequence),
      kinds,
      topics,
      level,
      runs,
      tiles: rowsOf(sequence, tiles, kindOf),
      ...rest,
    },
    days: level === 'day' ? new Map() : daysOf(sequence, kinds.length, kindOf),
  }
}

function extentOf(sequence: Sequence): Pick<Overview, 'extent'> {
  if (sequence.length === 0) return {}
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < sequence.length; i += 1) {
    from = Math.min(from, sequence.from(i))
    to = Math.max(to, sequence.from(i))
  }
  return { extent: { from, to } }
}

/** The kinds, as many of the topics in them as stay within bounds. */
function kindsOf(sequence: Sequence, notes: readonly CountedNote[]) {
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
    /** By note, without and with a source; 0 where it is not known yet. */
    const known = new Int32Array(notes.length * 2)
    const kindOf = (i: number): number => {
      const note = sequence.noteOf[i] as number
      const sourced = sequence.sourced(i)
      const place = note * 2 + (sourced ? 1 : 0)
      if (known[place]) return (known[place] as number) - 1
      const { topics, language } = notes[note] as CountedNote
      const kind = { topics: [...shorten(topics)], language, sourced }
      const key = JSON.stringify(kind)
      const number = numbers.get(key) ?? kinds.push(kind) - 1
      numbers.set(key, number)
      known[place] = number + 1
      return number
    }
    for (let i = 0; i < sequence.length; i += 1) kindOf(i)
    if (kinds.length <= MOST_KINDS || topics === 'none') return { kinds, kindOf, topics }
  }
  throw new Error('there is always a way')
}

function runsOf(
  sequence: Sequence,
  [start, end]: Stretch,
  kinds: number,
  kindOf: (i: number) => number,
  level: Level,
): Runs[] {
  const counts = Array.from({ length: kinds * BREADTHS.length }, () => new Map<number, number>())
  // Many begin on one day.
  let [day, period] = [Number.NaN, 0]
  for (let i = start; i < end; i += 1) {
    if (sequence.from(i) !== day) {
      day = sequence.from(i)
      period = periodOf(level, day)
    }
    const periods = counts[kindOf(i) * BREADTHS.length + sequence.breadth(i)] as Map<number, number>
    periods.set(period, (periods.get(period) ?? 0) + 1)
  }
  return Array.from({ length: kinds }, (_, kind) =>
    Object.fromEntries(
      BREADTHS.flatMap((breadth, n) => {
        const periods = counts[kind * BREADTHS.length + n] as Map<number, number>
        return periods.size > 0 ? [[breadth, inSteps([...periods].sort(([a], [b]) => a - b))]] : []
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

/** The list is in the order of the years. */
function daysOf(sequence: Sequence, kinds: number, kindOf: (i: number) => number): Map<number, Days> {
  const days = new Map<number, Days>()
  for (let start = 0; start < sequence.length; ) {
    const year = periodOf('year', sequence.from(start))
    const next = firstDayOf('year', year + 1)
    let end = start + 1
    while (
      end < sequence.length &&
      sequence.from(end) < next &&
      sequence.from(end) >= firstDayOf('year', year)
    )
      end += 1
    days.set(year, { version: ARTIFACT_VERSION, runs: runsOf(sequence, [start, end], kinds, kindOf, 'day') })
    start = end
  }
  return days
}

function rowsOf(sequence: Sequence, tiles: readonly Stretch[], kindOf: (i: number) => number): TileRow[] {
  let last = 0
  return tiles.map(([start, end]): TileRow => {
    let [first, begun, reach] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
    const kinds = new Set<number>()
    for (let i = start; i < end; i += 1) {
      first = Math.min(first, sequence.from(i))
      begun = Math.max(begun, sequence.from(i))
      reach = Math.max(reach, sequence.to(i))
      kinds.add(kindOf(i))
    }
    const step = first - last
    last = first
    return [step, end - start, kindBits(kinds), begun - first, reach - first]
  })
}
