import {
  type Day,
  type DayRange,
  firstDayOf,
  LEVELS,
  type Level,
  periodOf,
  toRange,
} from '../../calendar/index.ts'
import { type Axis, foldAt } from './axis.ts'
import { indexOf, type Lane } from './density.ts'

/** A range with both its ends, inclusive. */
export interface Span {
  readonly from: Day
  readonly to: Day
}

export type End = 'from' | 'to'

/** A range as the axis has it: an open end is the axis's own, and what lies outside is drawn in to it. */
export function spanOf({ from, to }: DayRange, axis: Axis): Span {
  const within = (day: Day) => Math.min(Math.max(day, axis.from), axis.to - 1)
  return { from: within(from ?? axis.from), to: within(to ?? axis.to - 1) }
}

/** The range of a span: an end that is the axis's own is open. */
export function rangeOf({ from, to }: Span, axis: Axis): DayRange {
  return toRange(from <= axis.from ? undefined : from, to >= axis.to - 1 ? undefined : to)
}

/** Puts an end on a day, and never beyond the other end. */
export function putEnd(span: Span, end: End, day: Day, axis: Axis): Span {
  return end === 'from'
    ? { ...span, from: Math.min(Math.max(day, axis.from), span.to) }
    : { ...span, to: Math.max(Math.min(day, axis.to - 1), span.from) }
}

/** Moves an end by whole periods; over a fold in one step. */
export function moveEnd(span: Span, end: End, level: Level, by: number, axis: Axis): Span {
  const day = end === 'from' ? span.from : span.to + 1
  const period = periodOf(level, day)
  // Within a period, the first step back leads to its beginning.
  const partly = by < 0 && firstDayOf(level, period) < day ? 1 : 0
  const aimed = firstDayOf(level, period + by + partly)
  const fold = foldAt(axis, aimed)
  const moved = fold ? (by > 0 ? fold.to : fold.from) : aimed
  return putEnd(span, end, end === 'from' ? moved : moved - 1, axis)
}

/** The first day of the period that begins nearest to a day, which may be a fraction. */
export function nearestStart(level: Level, day: number): Day {
  const period = periodOf(level, Math.floor(day))
  const [before, after] = [firstDayOf(level, period), firstDayOf(level, period + 1)]
  return day - before < after - day ? before : after
}

/** The whole periods from one day to another, whichever is the earlier. */
export function drawn(level: Level, a: number, b: number, axis: Axis): Span {
  const [first, last] = [Math.floor(Math.min(a, b)), Math.floor(Math.max(a, b))]
  return spanOf(
    { from: firstDayOf(level, periodOf(level, first)), to: firstDayOf(level, periodOf(level, last) + 1) - 1 },
    axis,
  )
}

/** The coarsest level of which the span is whole periods, with how many. */
export function breadth({ from, to }: Span): { level: Level; count: number } {
  const level = LEVELS.find(
    (one) =>
      firstDayOf(one, periodOf(one, from)) === from && firstDayOf(one, periodOf(one, to + 1)) === to + 1,
  ) as Level
  return { level, count: periodOf(level, to + 1) - periodOf(level, from) }
}

/** Moves the whole span so that it begins near a day, keeping its breadth: three months stay three months. */
export function moveSpan(span: Span, day: number, axis: Axis): Span {
  const { level, count } = breadth(span)
  const latest = firstDayOf(level, periodOf(level, axis.to) - count)
  const from = Math.max(axis.from, Math.min(nearestStart(level, day), latest))
  return spanOf({ from, to: firstDayOf(level, periodOf(level, from) + count) - 1 }, axis)
}

/**
 * The span of the same breadth before or after. One period goes to the next that is not empty, several to as many
 * beside them, over a fold in one step; undefined where the axis ends.
 * @param by 1 for after, -1 for before
 */
export function stepSpan(span: Span, by: 1 | -1, axis: Axis, lanes: readonly Lane[]): Span | undefined {
  const { level, count } = breadth(span)
  const first = periodOf(level, span.from)
  const next = count === 1 ? nextOccupied(lanes, level, first, by, axis) : first + by * count
  if (next === undefined) return undefined
  const start = outOfFold(axis, level, next, count, by)
  const [from, to] = [firstDayOf(level, start), firstDayOf(level, start + count) - 1]
  return to < axis.from || from >= axis.to ? undefined : spanOf({ from, to }, axis)
}

/** The first of so many periods, moved on where they would begin, or going back end, in a fold. */
function outOfFold(axis: Axis, level: Level, first: number, count: number, by: 1 | -1): number {
  const fold = foldAt(axis, by > 0 ? firstDayOf(level, first) : firstDayOf(level, first + count) - 1)
  if (!fold) return first
  return by > 0 ? periodOf(level, fold.to) : periodOf(level, fold.from - 1) - count + 1
}

/** The next period with something in it; the edge of the next year that has, where that year is not loaded yet. */
function nextOccupied(
  lanes: readonly Lane[],
  level: Level,
  period: number,
  by: 1 | -1,
  { occupied }: Axis,
): number | undefined {
  const found = lanes.flatMap(({ density }) => {
    const loaded = density(level) ?? []
    const at = by > 0 ? indexOf(loaded, period + 1) : indexOf(loaded, period) - 1
    return loaded[at]?.[0] ?? []
  })
  const next = by > 0 ? Math.min(...found) : Math.max(...found)
  const isBefore = (one: number) => (by > 0 ? one < next : one > next)
  const edge = (year: number) =>
    by > 0
      ? Math.max(periodOf(level, firstDayOf('year', year)), period + 1)
      : Math.min(periodOf(level, firstDayOf('year', year + 1) - 1), period - 1)
  const isUnknown = (year: number) =>
    lanes.some(({ density, knows }) => !density(level) || !knows(level, year)) &&
    isWithin(edge(year), level, year) &&
    isBefore(edge(year))
  const unknown = by > 0 ? occupied.find(isUnknown) : occupied.findLast(isUnknown)
  if (unknown !== undefined) return edge(unknown)
  return Number.isFinite(next) ? next : undefined
}

/** Whether a period lies in a year, or the year in it. */
function isWithin(period: number, level: Level, year: number): boolean {
  return (
    firstDayOf(level, period) < firstDayOf('year', year + 1) &&
    firstDayOf(level, period + 1) > firstDayOf('year', year)
  )
}
