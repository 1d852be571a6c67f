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
import type { Sequence } from './timeline-sequence.ts'
import type { Stretch } from './timeline-tiles.ts'

/** Bounds the overview: so many kinds, and so many numbers of entries in periods. */
const MOST_KINDS = 90
const MOST_CELLS = 6000

/** Of a note as far as its entries are counted by it. */
export type CountedNote = Pick<Entry['note'], 'topics' | 'language'>

/** What can be counted of a timeline, at the finest level that stays within bounds. */
export class Counts {
  readonly level: Level
  readonly kinds: Kind[]
  /** The years, where the level is coarser than their days. */
  readonly years: readonly Stretch[]
  private readonly topics: Overview['topics']
  private readonly runs: Runs[]
  /** By entry. */
  private readonly kindOf: Int32Array

  /** @param notes all that the sequence numbers */
  constructor(
    private readonly sequence: Sequence,
    notes: readonly CountedNote[],
  ) {
    ;({ kinds: this.kinds, kindOf: this.kindOf, topics: this.topics } = kindsOf(sequence, notes))
    const all: Stretch = [0, sequence.length]
    let level: Level = 'century'
    let runs: Runs[] | undefined
    for (level of LEVELS.toReversed()) {
      runs = this.runsOf(all, level, level === 'century' ? Number.POSITIVE_INFINITY : MOST_CELLS)
      if (runs) break
    }
    this.level = level
    this.runs = runs ?? []
    this.years = level === 'day' ? [] : yearsOf(sequence)
  }

  overview(tiles: readonly Stretch[], rest: { without: number; undated: number[] }): Overview {
    const { sequence, kinds, topics, level, runs } = this
    return {
      version: ARTIFACT_VERSION,
      count: sequence.length,
      ...extentOf(sequence),
      kinds,
      topics,
      level,
      runs,
      tiles: this.rowsOf(tiles),
      ...rest,
    }
  }

  days(year: Stretch): Days {
    return { version: ARTIFACT_VERSION, runs: this.runsOf(year, 'day') ?? [] }
  }

  /** Undefined where there are more than `most` numbers. */
  private runsOf([start, end]: Stretch, level: Level, most = Number.POSITIVE_INFINITY): Runs[] | undefined {
    const { sequence, kinds, kindOf } = this
    const counts = Array.from({ length: kinds.length * BREADTHS.length }, () => new Map<number, number>())
    let cells = 0
    // Many begin on one day.
    let [day, period] = [Number.NaN, 0]
    for (let i = start; i < end; i += 1) {
      if (sequence.from(i) !== day) {
        day = sequence.from(i)
        period = periodOf(level, day)
      }
      const periods = counts[(kindOf[i] as number) * BREADTHS.length + sequence.breadth(i)] as Map<
        number,
        number
      >
      const count = periods.get(period) ?? 0
      if (count === 0) cells += 1
      if (cells > most) return undefined
      periods.set(period, count + 1)
    }
    return kinds.map((_, kind) =>
      Object.fromEntries(
        BREADTHS.flatMap((breadth, n) => {
          const periods = counts[kind * BREADTHS.length + n] as Map<number, number>
          return periods.size > 0 ? [[breadth, inSteps([...periods].sort(([a], [b]) => a - b))]] : []
        }),
      ),
    )
  }

  private rowsOf(tiles: readonly Stretch[]): TileRow[] {
    const { sequence, kindOf } = this
    let last = 0
    return tiles.map(([start, end]): TileRow => {
      let [first, begun, reach] = [
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
      ]
      for (let i = start; i < end; i += 1) {
        first = Math.min(first, sequence.from(i))
        begun = Math.max(begun, sequence.from(i))
        reach = Math.max(reach, sequence.to(i))
      }
      const step = first - last
      last = first
      return [step, end - start, kindBits(kindOf.subarray(start, end)), begun - first, reach - first]
    })
  }
}

function extentOf({ froms }: Sequence): Pick<Overview, 'extent'> {
  const [first] = froms
  if (first === undefined) return {}
  const extent = { from: first, to: first }
  for (const from of froms) {
    if (from < extent.from) extent.from = from
    else if (from > extent.to) extent.to = from
  }
  return { extent }
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
    const numberOf = (note: number, sourced: boolean): number => {
      const { topics, language } = notes[note] as CountedNote
      const keyOf = (topics: readonly string[]) => [sourced, language, ...topics].join('\n')
      const known = numbers.get(keyOf(topics))
      if (known !== undefined) return known
      const kind = { topics: [...shorten(topics)], language, sourced }
      const number = numbers.get(keyOf(kind.topics)) ?? kinds.push(kind) - 1
      // What is short already stays as it is: one name never stands for two kinds.
      for (const one of [topics, kind.topics]) numbers.set(keyOf(one), number)
      return number
    }
    /** By note, without and with a source; one more, for 0 is not known yet. */
    const known = new Int32Array(notes.length * 2)
    const kindOf = new Int32Array(sequence.length)
    const most = topics === 'none' ? Number.POSITIVE_INFINITY : MOST_KINDS
    for (let i = 0; i < kindOf.length && kinds.length <= most; i += 1) {
      const note = sequence.noteOf[i] as number
      const place = note * 2 + (sequence.sourced(i) ? 1 : 0)
      known[place] ||= numberOf(note, sequence.sourced(i)) + 1
      kindOf[i] = (known[place] as number) - 1
    }
    if (kinds.length <= most) return { kinds, kindOf, topics }
  }
  throw new Error('there is always a way')
}

/** The list is in the order of the years. */
function yearsOf(sequence: Sequence): Stretch[] {
  const years: Stretch[] = []
  for (let start = 0; start < sequence.length; ) {
    const year = periodOf('year', sequence.from(start))
    const [first, next] = [firstDayOf('year', year), firstDayOf('year', year + 1)]
    let end = start + 1
    while (end < sequence.length && sequence.from(end) < next && sequence.from(end) >= first) end += 1
    years.push([start, end])
    start = end
  }
  return years
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
