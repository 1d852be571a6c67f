import type { Day } from './date-value.ts'

/** Year is astronomical: 0 is 1 BC, -220 is 221 BC. */
export interface DayParts {
  year: number
  month: number
  day: number
}

const DAYS_IN_ERA = 146_097
/** From 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468

/** The day of a date in the proleptic Gregorian calendar. A month outside 1..12 carries into the year. */
export function dayOf(year: number, month: number, day: number): Day {
  const months = year * 12 + month - 1
  const m = ((months % 12) + 12) % 12
  // Years are counted from March, so that the leap day ends them.
  const y = Math.floor(months / 12) - (m < 2 ? 1 : 0)
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((m + 10) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_IN_ERA + dayOfEra - EPOCH_SHIFT
}

export function partsOf(day: Day): DayParts {
  const z = day + EPOCH_SHIFT
  const era = Math.floor(z / DAYS_IN_ERA)
  const dayOfEra = z - era * DAYS_IN_ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  }
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1)
}

/** `2025-09-08`; years before 0 are signed, beyond 9999 too: `-0220-01-01`, `+12025-01-01`. */
export function toIso(day: Day): string {
  const { year, month, day: d } = partsOf(day)
  return `${isoYear(year)}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

export function isoYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0')
  return year < 0 ? `-${digits}` : year > 9999 ? `+${digits}` : digits
}

/** Reads what `toIso` writes; undefined for days that no calendar has. */
export function parseIso(text: string): Day | undefined {
  const match = /^([+-]?\d{4,6})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return dayOf(year, month, day)
}
