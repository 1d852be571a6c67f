import type { Day } from './date-value.ts'
import { dayOf, partsOf } from './days.ts'

/** How coarsely time is cut, the coarsest first: for tiles, bars and steps. */
export const LEVELS = ['century', 'decade', 'year', 'month', 'day'] as const

export type Level = (typeof LEVELS)[number]

/**
 * The number of the period that a day falls into; numbers of periods that follow one another do so too.
 * Centuries as they are told: 21 begins with 2001, 1 with year 1, and 0 is the first before it. 202 is the decade of
 * 2020, a year has its astronomical number, and a day is its own.
 * @example periodOf('month', dayOf(2025, 9, 8)) //=> 2025 * 12 + 8
 */
export function periodOf(level: Level, day: Day): number {
  if (level === 'day') return day
  const { year, month } = partsOf(day)
  switch (level) {
    case 'century':
      return Math.floor((year + 99) / 100)
    case 'decade':
      return Math.floor(year / 10)
    case 'year':
      return year
    case 'month':
      return year * 12 + month - 1
  }
}

/** The day that a period begins with; it ends on the day before that of `period + 1`. */
export function firstDayOf(level: Level, period: number): Day {
  switch (level) {
    case 'century':
      return dayOf(period * 100 - 99, 1, 1)
    case 'decade':
      return dayOf(period * 10, 1, 1)
    case 'year':
      return dayOf(period, 1, 1)
    case 'month':
      return dayOf(0, period + 1, 1)
    case 'day':
      return period
  }
}
