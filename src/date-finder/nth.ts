import { type DateValue, type Day, dayOf, months } from '../calendar/index.ts'
import type { Fields } from './fields.ts'

export function dayValue(day: Day): DateValue {
  return { from: day, to: day, precision: 'day' }
}

export function range(from: Day, to: Day): DateValue {
  return { from, to, precision: 'range' }
}

/** Monday is 1. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The first Monday of October, the last two weeks of 2016, the third day. A week belongs where its Thursday lies. */
export function nthOf(year: number, { month, nth, nths, nthUnit, weekday }: Fields): DateValue | undefined {
  const first = dayOf(year, month || 1, 1)
  const end = month ? dayOf(year, month + 1, 1) : dayOf(year + 1, 1, 1)
  if (nthUnit === 'quarter')
    return months(year, nth < 0 ? 13 - nths * 3 : 1, nths * 3, nths > 1 ? 'range' : 'quarter')
  if (nthUnit === 'month') return months(year, nth < 0 ? 13 - nths : nth, nths, nths > 1 ? 'range' : 'month')
  if (nthUnit === 'fortnight') {
    if (!month) return undefined
    return nth === 1 ? range(first, first + 14) : range(first + 15, end - 1)
  }
  if (nthUnit === 'day') {
    const day = nth < 0 ? end - nths : first + nth - 1
    if (day < first || day + nths > end) return undefined
    return nths > 1 ? range(day, day + nths - 1) : dayValue(day)
  }
  const target = nthUnit === 'week' ? 4 : weekday
  const firstHit = first + ((target - weekdayOf(first) + 7) % 7)
  const hit = nth < 0 ? end - 1 - ((weekdayOf(end - 1) - target + 7) % 7) : firstHit + (nth - 1) * 7
  if (hit >= end) return undefined
  if (nthUnit !== 'week') return dayValue(hit)
  if (weekday) return dayValue(hit - 4 + weekday)
  const more = (nths - 1) * 7
  return nth < 0 ? range(hit - 3 - more, hit + 3) : range(hit - 3, hit + 3 + more)
}
