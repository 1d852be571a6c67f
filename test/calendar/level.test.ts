import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, firstDayOf, formatValue, LEVELS, partsOf, periodOf } from '../../src/calendar/index.ts'

const level = fc.constantFrom(...LEVELS)
/** From the year -270,000 to 270,000. */
const day = fc.integer({ min: -100_000_000, max: 100_000_000 })

describe('periods of a level', () => {
  it('hold the days that fall into them, and no others', () => {
    fc.assert(
      fc.property(level, day, (level, day) => {
        const period = periodOf(level, day)
        expect(Number.isSafeInteger(period)).toBe(true)
        expect(firstDayOf(level, period)).toBeLessThanOrEqual(day)
        expect(firstDayOf(level, period + 1)).toBeGreaterThan(day)
      }),
    )
  })

  it('follow one another without a gap, before the first year too', () => {
    fc.assert(
      fc.property(level, day, (level, day) => {
        const period = periodOf(level, day)
        const next = firstDayOf(level, period + 1)
        expect(periodOf(level, next)).toBe(period + 1)
        expect(periodOf(level, next - 1)).toBe(period)
      }),
    )
  })

  it.each([
    ['century', [2000, 12, 31], 20],
    ['century', [2001, 1, 1], 21],
    ['century', [1, 1, 1], 1],
    ['century', [0, 12, 31], 0],
    ['century', [-220, 1, 1], -2],
    ['decade', [1999, 12, 31], 199],
    ['decade', [-1, 1, 1], -1],
    ['year', [-220, 7, 1], -220],
    ['month', [2025, 9, 30], 2025 * 12 + 8],
    ['month', [-1, 12, 1], -1],
    ['day', [1970, 1, 2], 1],
  ] as const)('number the %s of %j %i', (level, [year, month, day], period) => {
    expect(periodOf(level, dayOf(year, month, day))).toBe(period)
  })

  it('number a century as it is told', () => {
    for (const year of [2001, 1999, 1, 101]) {
      const century = periodOf('century', dayOf(year, 6, 1))
      const value = {
        from: firstDayOf('century', century),
        to: firstDayOf('century', century + 1) - 1,
        precision: 'century',
      } as const
      expect(formatValue(value, 'de')).toBe(`${century}. Jahrhundert`)
      expect(partsOf(value.from).year).toBe(century * 100 - 99)
    }
  })

  it('do not hold a negative zero, which would be another key', () => {
    expect(Object.is(periodOf('century', dayOf(-50, 1, 1)), 0)).toBe(true)
    expect(Object.is(periodOf('month', dayOf(0, 1, 1)), 0)).toBe(true)
    expect(Object.is(periodOf('decade', dayOf(0, 1, 1)), 0)).toBe(true)
  })
})
