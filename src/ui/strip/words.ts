import {
  type DateValue,
  type Day,
  firstDayOf,
  formatValue,
  type Level,
  periodOf,
} from '../../calendar/index.ts'
import type { Messages } from '../../messages/index.ts'
import { countAt, type Lane } from './density.ts'

/** A period of a level as a date value. */
export type Period = DateValue & { readonly precision: Level }

export function periodValue(level: Level, period: number): Period {
  return { from: firstDayOf(level, period), to: firstDayOf(level, period + 1) - 1, precision: level }
}

/** A period with its count, as far as that is loaded: “September 2025, 14 statements”. */
export function countedPeriod(
  value: Period,
  lanes: readonly Lane[],
  messages: Messages,
  language: string,
): string {
  const level = value.precision
  const count = countAt(lanes, level, periodOf(level, value.from))
  const when = formatValue(value, language)
  return count === undefined ? when : messages.strip.at(when, messages.statementCount(count))
}

/** A day as short as an axis needs it: its date, its month or its year. */
export function shortDay(day: Day, unit: 'day' | 'month' | 'year', locale: string): string {
  if (unit === 'year') return formatValue({ from: day, to: day, precision: 'year' }, locale)
  // Within its year a day is so named in any of the 400 years that the calendar repeats itself after.
  return formatter(locale, unit).format(new Date((day % 146_097) * 86_400_000))
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: string, unit: 'day' | 'month'): Intl.DateTimeFormat {
  const key = `${locale} ${unit}`
  let found = formatters.get(key)
  if (!found) {
    const part = unit === 'day' ? ({ day: 'numeric' } as const) : ({ month: 'short' } as const)
    found = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
      ...part,
    })
    formatters.set(key, found)
  }
  return found
}
