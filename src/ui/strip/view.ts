import type { Day, DayRange, Level } from '../../calendar/index.ts'
import { LEVELS } from '../../calendar/index.ts'
import { type Axis, dayAt, placeOf } from './axis.ts'

/** The part of the axis that is seen, in days, which may be fractions; `to` is exclusive. */
export interface View {
  readonly from: number
  readonly to: number
}

/** Nothing shorter is seen, so that days stay wide enough to tell; days. */
const LEAST = 14
/** A bar is at least so wide; pixels. */
const LEAST_BAR = 4
/** How much of the width a range takes that the view is moved to. */
const SHARE = 0.5

const LENGTHS: Record<Level, number> = { century: 36_524, decade: 3652, year: 365, month: 30, day: 1 }

/** The view that begins at a place and is so long, or what the axis has of it. */
function viewAt(axis: Axis, start: number, length: number): View {
  const long = Math.min(Math.max(length, LEAST), axis.length)
  const at = Math.min(Math.max(start, 0), axis.length - long)
  return { from: dayAt(axis, at), to: dayAt(axis, at + long) }
}

/** Where the view begins on the axis, and how much of the axis it shows. */
export function windowOf(axis: Axis, view: View): { start: number; length: number } {
  const start = placeOf(axis, view.from)
  return { start, length: Math.max(placeOf(axis, view.to) - start, 1e-9) }
}

/** The view of another axis: the same days, as far as it has them; all where none was chosen. */
export function keepWithin(axis: Axis, view: View | undefined): View {
  if (!view) return axis
  const { start, length } = windowOf(axis, view)
  return viewAt(axis, start, length)
}

export function isWhole(axis: Axis, view: View): boolean {
  return view.from <= axis.from && view.to >= axis.to
}

/**
 * Shows `factor` times as much; what is at `share` of the width comes to be at `to`, or stays there.
 * @param factor below 1 to see more closely
 */
export function zoom(axis: Axis, view: View, factor: number, share = 0.5, to = share): View {
  const { start, length } = windowOf(axis, view)
  const long = Math.min(Math.max(length * factor, LEAST), axis.length)
  return viewAt(axis, start + length * share - long * to, long)
}

/** Moves the view by a share of its width, forward in time where it is above 0. */
export function pan(axis: Axis, view: View, share: number): View {
  const { start, length } = windowOf(axis, view)
  return viewAt(axis, start + length * share, length)
}

/** The view in which a range can be worked on. The range's last day is inclusive. */
export function viewOf(axis: Axis, { from = axis.from, to = axis.to - 1 }: DayRange, share = SHARE): View {
  const [start, end] = [placeOf(axis, from), placeOf(axis, to + 1)]
  const length = Math.max((end - start) / share, LEAST)
  return viewAt(axis, (start + end - length) / 2, length)
}

/** The view itself, if a range can be seen and grasped in it, else the one that it can. */
export function follow(axis: Axis, view: View, range: DayRange): View {
  const { start, length } = windowOf(axis, view)
  const first = placeOf(axis, range.from ?? view.from)
  const last = placeOf(axis, range.to === undefined ? view.to : range.to + 1)
  const seen = first >= start - 1e-6 && last <= start + length + 1e-6
  return seen && last - first >= length / 40 ? view : viewOf(axis, range)
}

/** The view, moved as little as it takes to see a day. */
export function withDay(axis: Axis, view: View, day: Day): View {
  const { start, length } = windowOf(axis, view)
  const [first, last] = [placeOf(axis, day), placeOf(axis, day + 1)]
  if (first >= start && last <= start + length) return view
  return viewAt(axis, first < start ? first - length / 10 : last - length * 0.9, length)
}

/** The finest level whose bars are wide enough. */
export function levelOf(axis: Axis, view: View, width: number): Level {
  const scale = width / windowOf(axis, view).length
  return LEVELS.findLast((level) => LENGTHS[level] * scale >= LEAST_BAR) ?? 'century'
}

/** Turns days into pixels from the beginning of the view, and back. */
export interface Scale {
  readonly x: (day: number) => number
  readonly day: (x: number) => Day
  /** Pixels a day, outside of folds. */
  readonly perDay: number
}

export function scaleOf(axis: Axis, view: View, width: number): Scale {
  const { start, length } = windowOf(axis, view)
  const perDay = width / length
  return {
    x: (day) => (placeOf(axis, day) - start) * perDay,
    day: (x) => dayAt(axis, start + x / perDay),
    perDay,
  }
}
