import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, daysInMonth, parseIso, partsOf, toIso } from '../../src/calendar/index.ts'

describe('days as integers', () => {
  it('agree with the platform over the years that it has', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        const date = new Date(day * 86_400_000)
        expect(partsOf(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        })
      }),
    )
  })

  it('come back from their year, month and day, before the first year too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000_000, max: 4_000_000 }), (day) => {
        const { year, month, day: d } = partsOf(day)
        expect(dayOf(year, month, d)).toBe(day)
        expect(parseIso(toIso(day))).toBe(day)
      }),
    )
  })

  it('carry months beyond December into the next year', () => {
    expect(toIso(dayOf(2024, 14, 1))).toBe('2025-02-01')
    expect(toIso(dayOf(2024, 0, 1))).toBe('2023-12-01')
  })

  it('know leap years', () => {
    expect([1900, 2000, 2023, 2024, 0].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 29])
  })

  it.each(['2025-02-29', '2025-00-10', '2025-13-01', '25-01-01', '2025-1-1', 'x'])(
    'do not come from “%s”',
    (text) => expect(parseIso(text)).toBeUndefined(),
  )
})
