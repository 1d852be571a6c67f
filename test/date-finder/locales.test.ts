import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/date-finder/index.ts'

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** Every language that `Intl` writes dates in, by its two or three letters. */
const LANGUAGES = LETTERS.flatMap((a) => LETTERS.flatMap((b) => [a + b, ...LETTERS.map((c) => a + b + c)]))
  .filter((tag) => Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0)
  .filter((tag) => new Intl.DateTimeFormat(tag).resolvedOptions().locale === tag)

/** Days of every month, from 1947 to 2056. */
const DAYS = [-8203, -4601, -310, 1189, 5904, 9015, 12070, 15342, 18507, 20411, 25800, 31433]

function readsBack(tag: string, day: number): boolean {
  const text = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(day * 86_400_000)
  const found = findDates(text, tag, {})
  return found.length === 1 && found[0]?.value?.from === day && found[0].value.to === day
}

describe('the long dates that Intl writes', () => {
  it('are read back as the same day in 99 of 100 languages, with their own digits and calendars', () => {
    const wrong = LANGUAGES.filter((tag) => !DAYS.every((day) => readsBack(tag, day)))
    expect(LANGUAGES.length).toBeGreaterThan(150)
    expect(wrong.length, wrong.join(' ')).toBeLessThanOrEqual(LANGUAGES.length / 100)
  }, 60_000)
})
