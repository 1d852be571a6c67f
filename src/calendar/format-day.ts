import type { Day } from './date-value.ts'
import { partsOf, toIso } from './days.ts'

/** `Intl` has no words for days that are farther from 1970: some 270,000 years. */
export const FARTHEST = 99_999_999

/** A day in words of the language: “8 October 2025”. */
export function formatDay(day: Day, locale: string): string {
  if (Math.abs(day) > FARTHEST) return toIso(day)
  return withRank(formatter(locale, 'day', day).format(date(day)), locale)
}

/** Intl does not know that French says the first of a month by its rank: 1er juin. */
export function withRank(told: string, locale: string): string {
  return locale.startsWith('fr') ? told.replace(/(?<!\d)1 (?=\p{L}+(?:\s|$))/gu, '1er ') : told
}

export type Grain = 'day' | 'month' | 'year'

const formatters = new Map<string, Intl.DateTimeFormat>()

export function formatter(locale: string, grain: Grain, from: Day): Intl.DateTimeFormat {
  const before = partsOf(from).year < 1
  const key = `${locale} ${grain} ${before}`
  let found = formatters.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      calendar: 'gregory',
      // What browsers and Node write Arabic in is not the same everywhere.
      numberingSystem: 'latn',
      year: 'numeric',
      ...(grain === 'year' ? {} : { month: 'long' }),
      ...(grain === 'day' ? { day: 'numeric' } : {}),
      ...(before ? { era: 'short' } : {}),
    })
    formatters.set(key, found)
  }
  return found
}

export function date(day: Day): Date {
  return new Date(day * 86_400_000)
}
