import { type DateValue, type Day, firstDayOf, formatValue, type Level } from '../../calendar/index.ts'

/** A period as a date value. */
export function periodValue(level: Level, period: number): DateValue {
  return { from: firstDayOf(level, period), to: firstDayOf(level, period + 1) - 1, precision: level }
}

/** A day as short as an axis needs it: its date, its month or its year. */
export function shortDay(day: Day, unit: 'day' | 'month' | 'year', locale: string): string {
  if (unit === 'year') return formatValue({ from: day, to: day, precision: 'year' }, locale)
  return formatter(locale, unit).format(new Date(day * 86_400_000))
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: string, unit: 'day' | 'month'): Intl.DateTimeFormat {
  const key = `${locale} ${unit}`
  let found = formatters.get(key)
  if (!found) {
    const part = unit === 'day' ? ({ day: 'numeric' } as const) : ({ month: 'short' } as const)
    found = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...part })
    formatters.set(key, found)
  }
  return found
}
