import { type Day, firstDayOf, periodOf } from '../../calendar/index.ts'

/** A part of the axis on which time runs evenly. `to` is exclusive; `at` and `length` are places on the axis. */
export interface Stretch {
  readonly from: Day
  readonly to: Day
  readonly at: number
  readonly length: number
  /** Long and empty, and therefore drawn short. */
  readonly folded: boolean
}

/**
 * All time that the strip can show. A place on it is a day's distance from the beginning, in days, with long empty
 * stretches folded: between folds it is linear.
 */
export interface Axis {
  readonly stretches: readonly Stretch[]
  readonly from: Day
  /** Exclusive. */
  readonly to: Day
  readonly length: number
  /** The years that are not empty, in order. */
  readonly occupied: readonly number[]
}

/** Shorter gaps are never folded; years. */
const LEAST_GAP = 4
/** A gap is folded that would take more than this share of the axis. */
const LONG_GAP = 1 / 8
/** One fold for so many years with statements: more would leave nothing of their distances. */
const YEARS_A_FOLD = 4
/** What a fold takes, and what all together may take, of what is not folded. */
const [FOLD, ALL_FOLDS] = [0.05, 0.3]
/** An axis that is shorter begins and ends with a month, else with a year; days. */
const SHORT = 3 * 366

/**
 * @param extent the first and the last day, both inclusive
 * @param occupied the years that are not empty, in order
 * @param least what the axis begins and ends with, at least: the year where something is of a year
 */
export function makeAxis(
  extent: { from: Day; to: Day },
  occupied: readonly number[],
  least: 'month' | 'year' = 'month',
): Axis {
  const [first, last] = [periodOf('year', extent.from), periodOf('year', extent.to)]
  const years = [first, ...occupied.filter((year) => year > first && year < last), last]
  // Where nothing is, no part of time is emptier than another.
  const gaps = occupied.length > 0 ? foldedGaps(years) : []
  const plain = extent.to + 1 - extent.from - gaps.reduce((sum, { from, to }) => sum + to - from, 0)
  const edge = plain < SHORT ? least : 'year'
  const from = firstDayOf(edge, periodOf(edge, extent.from))
  const to = firstDayOf(edge, periodOf(edge, extent.to) + 1)
  const fold = Math.min(FOLD, ALL_FOLDS / Math.max(1, gaps.length)) * plain
  const stretches: Stretch[] = []
  let [day, at] = [from, 0]
  const add = (until: Day, length: number, folded: boolean) => {
    stretches.push({ from: day, to: until, at, length, folded })
    day = until
    at += length
  }
  for (const gap of gaps) {
    add(gap.from, gap.from - day, false)
    add(gap.to, fold, true)
  }
  add(to, to - day, false)
  return { stretches, from, to, length: at, occupied }
}

/**
 * What an axis has to show of an extent: the years that are not empty, and the ends of a range, which may lie outside
 * of them; the extent where all is empty.
 * @param occupied the years that are not empty, in order
 */
export function narrow(
  extent: { from: Day; to: Day },
  occupied: readonly number[],
  ends: readonly (Day | undefined)[],
): { from: Day; to: Day } {
  const [first, last] = [occupied[0], occupied.at(-1)]
  if (first === undefined || last === undefined) return extent
  const days = [firstDayOf('year', first), firstDayOf('year', last + 1) - 1, ...ends]
    .filter((day) => day !== undefined)
    .map((day) => Math.min(Math.max(day, extent.from), extent.to))
  return { from: Math.min(...days), to: Math.max(...days) }
}

/** The longest gaps, one after the other, as long as one takes too much of what is left; in order. */
function foldedGaps(years: readonly number[]): { from: Day; to: Day }[] {
  let left = (years.at(-1) as number) - (years[0] as number) + 1
  const gaps = years
    .map((year, index) => ({ after: year, length: (years[index + 1] ?? year + 1) - year - 1 }))
    .filter(({ length }) => length >= LEAST_GAP)
    .sort((a, b) => b.length - a.length)
  const folded: typeof gaps = []
  for (const gap of gaps) {
    if (gap.length <= left * LONG_GAP || folded.length * YEARS_A_FOLD >= years.length) break
    left -= gap.length
    folded.push(gap)
  }
  return folded
    .sort((a, b) => a.after - b.after)
    .map(({ after, length }) => ({
      from: firstDayOf('year', after + 1),
      to: firstDayOf('year', after + length + 1),
    }))
}

/** The place of a day, which may be a fraction; that of the nearest end where the axis does not have it. */
export function placeOf({ stretches, from, to }: Axis, day: number): number {
  const within = Math.min(Math.max(day, from), to)
  const stretch = stretches.find((one) => within <= one.to) as Stretch
  return stretch.at + ((within - stretch.from) / (stretch.to - stretch.from)) * stretch.length
}

/** The day at a place, as a fraction; the nearest end where the axis does not have it. */
export function dayAt({ stretches, length }: Axis, place: number): number {
  const within = Math.min(Math.max(place, 0), length)
  const stretch = stretches.find((one) => within <= one.at + one.length) as Stretch
  return stretch.from + ((within - stretch.at) / stretch.length) * (stretch.to - stretch.from)
}

/** The fold that a day falls into, if any. */
export function foldAt({ stretches }: Axis, day: Day): Stretch | undefined {
  return stretches.find((one) => one.folded && day >= one.from && day < one.to)
}
