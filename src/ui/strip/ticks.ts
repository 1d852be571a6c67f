import { type Day, dayOf, formatValue, partsOf, periodOf } from '../../calendar/index.ts'
import type { Axis } from './axis.ts'
import type { Scale, View } from './view.ts'
import { shortDay } from './words.ts'

/** A label of the axis, and where it begins: pixels from where the view begins. */
export interface Tick {
  readonly day: Day
  readonly x: number
  readonly label: string
}

export interface Ticks {
  /** The finer row: days, months or years. */
  readonly minor: readonly Tick[]
  /** What they are of: months or years; none for years. */
  readonly major: readonly Tick[]
}

/** How often a label may stand, the closest first; days between two of them at least. */
const STEPS: readonly (readonly [unit: 'day' | 'month' | 'year', step: number, days: number])[] = [
  ['day', 1, 1],
  ['day', 5, 4],
  ['day', 10, 8],
  ['month', 1, 28],
  ['month', 3, 89],
  ['month', 6, 181],
  ...[1, 2, 5].map((n) => ['year', n, n * 365] as const),
  ...[10, 100, 1000, 10_000, 100_000].flatMap((ten) =>
    [1, 2, 5].map((n) => ['year', n * ten, n * ten * 365] as const),
  ),
]

/** Between two labels of a row; pixels. */
const GAP = 10

/** The labels that fit: as many as do, none over another, in words of the language. */
export function ticksOf(axis: Axis, view: View, scale: Scale, width: number, locale: string): Ticks {
  for (const [unit, step, days] of STEPS) {
    const room = days * scale.perDay
    if (room < 14) continue
    const ticks = daysOf(axis, view, unit, step).map((day) => ({
      day,
      x: scale.x(day),
      label: shortDay(day, unit, locale),
    }))
    if (ticks.some(({ label }) => widthOf(label) + GAP > room) && step < 500_000) continue
    const minor = sweep(ticks, width)
    return { minor, major: unit === 'year' ? [] : majorTicks(axis, view, scale, width, locale, unit) }
  }
  return { minor: [], major: [] }
}

function majorTicks(
  axis: Axis,
  view: View,
  scale: Scale,
  width: number,
  locale: string,
  unit: 'day' | 'month',
): Tick[] {
  const above = unit === 'day' ? 'month' : 'year'
  const label = (day: Day) => {
    const { year, month } = partsOf(day)
    const from = dayOf(year, above === 'year' ? 1 : month, 1)
    return formatValue({ from, to: from, precision: above }, locale)
  }
  const ticks = daysOf(axis, view, above, 1).map((day) => ({ day, x: scale.x(day), label: label(day) }))
  // The period that the view begins within is named at its edge, unless its end comes too soon.
  const first = { day: Math.floor(view.from), x: 0, label: label(Math.floor(view.from)) }
  const next = ticks[0]
  const fits = !next || (next.x > 0 && next.x >= widthOf(first.label) + GAP)
  return sweep(fits ? [first, ...ticks] : ticks, width)
}

/** The first days of every so many days, months or years, outside of folds. */
function daysOf(axis: Axis, view: View, unit: 'day' | 'month' | 'year', step: number): Day[] {
  const days: Day[] = []
  for (const { from, to, folded } of axis.stretches) {
    const [start, end] = [Math.ceil(Math.max(from, view.from)), Math.min(to, view.to)]
    if (folded || start >= end) continue
    if (unit === 'year') days.push(...yearsIn(start, end, step, start === from))
    else days.push(...(unit === 'month' ? monthsIn(start, end, step) : datesIn(start, end, step)))
  }
  return days
}

function datesIn(start: Day, end: Day, step: number): Day[] {
  const days: Day[] = []
  for (let day = start; day < end; day += 1) {
    const { day: date } = partsOf(day)
    // The 30th and 31st would stand too close to the first.
    if (step === 1 || date === 1 || (date % step === (step === 5 ? 0 : 1) && date < 30 && date > 1)) {
      days.push(day)
    }
  }
  return days
}

function monthsIn(start: Day, end: Day, step: number): Day[] {
  const days: Day[] = []
  for (let month = periodOf('month', start - 1) + 1; dayOf(0, month + 1, 1) < end; month += 1) {
    if (month % step === 0) days.push(dayOf(0, month + 1, 1))
  }
  return days
}

/** Every so many years, and the one that a stretch begins with. 200 BC, the year -199, is round as it is told. */
function yearsIn(start: Day, end: Day, step: number, beginning: boolean): Day[] {
  const days: Day[] = beginning ? [start] : []
  const [first, last] = [periodOf('year', start - 1) + 1, periodOf('year', Math.ceil(end) - 1)]
  for (let told = Math.floor((1 - first) / step) * step; told > 0 && 1 - told <= last; told -= step) {
    days.push(dayOf(1 - told, 1, 1))
  }
  for (let year = Math.max(1, Math.ceil(first / step)) * step; year <= last; year += step)
    days.push(dayOf(year, 1, 1))
  return days
}

/** Leaves out what would stand over the label before it, or beyond the end. */
function sweep(ticks: readonly Tick[], width: number): Tick[] {
  const kept: Tick[] = []
  let free = 0
  for (const tick of ticks) {
    if (tick.x < free || tick.x + widthOf(tick.label) > width) continue
    kept.push(tick)
    free = tick.x + widthOf(tick.label) + GAP
  }
  return kept
}

/** At most so wide in pixels, in letters of 12: no screen is asked, so that labels are the same wherever they are made. */
export function widthOf(label: string): number {
  let width = 3
  for (const char of label)
    width += /[\u2e80-\uffef]/.test(char) ? 12.5 : /[MWmw\u0900-\u097f]/.test(char) ? 10.5 : 7.2
  return width
}
