import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, partsOf, periodOf } from '../../../src/calendar/index.ts'
import { dayAt, foldAt, makeAxis, narrow, placeOf } from '../../../src/ui/strip/axis.ts'

const year = fc.integer({ min: -9999, max: 20_000 })
/** An axis of any years, with where its statements lie. */
const library = fc.uniqueArray(year, { minLength: 1, maxLength: 40 }).map((years) => {
  const sorted = [...years].sort((a, b) => a - b)
  const extent = { from: dayOf(sorted[0] as number, 5, 3), to: dayOf(sorted.at(-1) as number, 9, 8) }
  return { years: sorted, extent, axis: makeAxis(extent, sorted) }
})

const folds = (years: number[]) =>
  makeAxis(
    { from: dayOf(years[0] as number, 1, 1), to: dayOf(years.at(-1) as number, 12, 31) },
    years,
  ).stretches.filter(({ folded }) => folded)

describe('the axis of all time', () => {
  it('holds the whole extent, in order and without a gap', () => {
    fc.assert(
      fc.property(library, ({ axis, extent }) => {
        expect(axis.from).toBeLessThanOrEqual(extent.from)
        expect(axis.to).toBeGreaterThan(extent.to)
        let [day, at] = [axis.from, 0]
        for (const stretch of axis.stretches) {
          expect([stretch.from, stretch.at]).toEqual([day, at])
          expect(stretch.to).toBeGreaterThan(stretch.from)
          expect(stretch.length).toBeGreaterThan(0)
          day = stretch.to
          at += stretch.length
        }
        expect([day, at]).toEqual([axis.to, axis.length])
      }),
    )
  })

  it('never folds a year with statements, and takes at most a quarter for its folds', () => {
    fc.assert(
      fc.property(library, ({ axis, years }) => {
        const folded = axis.stretches.filter((stretch) => stretch.folded)
        for (const { from, to } of folded) {
          expect(years.filter((one) => dayOf(one, 12, 31) >= from && dayOf(one, 1, 1) < to)).toEqual([])
        }
        expect(folded.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(axis.length / 4)
      }),
    )
  })

  it('finds the day of a place, and the place of a day', () => {
    fc.assert(
      fc.property(library, fc.double({ min: 0, max: 1, noNaN: true }), ({ axis }, share) => {
        const place = share * axis.length
        expect(placeOf(axis, dayAt(axis, place))).toBeCloseTo(place, 3)
      }),
    )
  })

  it('runs in one direction: a later day never stands before an earlier one', () => {
    fc.assert(
      fc.property(library, fc.integer(), fc.integer(), ({ axis }, a, b) => {
        expect(placeOf(axis, Math.min(a, b))).toBeLessThanOrEqual(placeOf(axis, Math.max(a, b)))
      }),
    )
  })

  it('folds what lies between 221 BC and 2025, so that each has its room', () => {
    const [fold] = folds([-220, 2025])
    expect(fold && [partsOf(fold.from).year, partsOf(fold.to).year]).toEqual([-219, 2025])
  })

  it('does not fold a few years, nor gaps that all are alike', () => {
    expect(folds([2020, 2023])).toEqual([])
    expect(folds(Array.from({ length: 21 }, (_, index) => index * 100 + 1))).toEqual([])
  })

  it('does not fold all that there is between a few scattered years, so that their distances are still seen', () => {
    expect(folds([-178, 105, 751, 868, 1040, 1377, 1455, 1755, 1798, 1803, 1900])).toHaveLength(3)
  })

  it('begins and ends with months where it is short', () => {
    const axis = makeAxis({ from: dayOf(2025, 9, 8), to: dayOf(2025, 9, 8) }, [])
    expect([axis.from, axis.to]).toEqual([dayOf(2025, 9, 1), dayOf(2025, 10, 1)])
  })

  it('tells the fold that a day falls into, and none of the day after it', () => {
    const axis = makeAxis({ from: dayOf(-220, 1, 1), to: dayOf(2025, 12, 31) }, [-220, 2025])
    const fold = foldAt(axis, dayOf(1000, 1, 1))
    expect([fold?.from, fold?.to].map((day) => periodOf('year', day as number))).toEqual([-219, 2025])
    expect(foldAt(axis, dayOf(2025, 1, 1))).toBeUndefined()
  })
})

describe('what an axis has to show', () => {
  const extent = { from: dayOf(-178, 1, 1), to: dayOf(2030, 5, 3) }

  it('begins and ends with the years that are not empty, or with a range outside of them', () => {
    expect(narrow(extent, [2024, 2030], [])).toEqual({ from: dayOf(2024, 1, 1), to: extent.to })
    expect(narrow(extent, [2024], [dayOf(1900, 1, 1), undefined])).toEqual({
      from: dayOf(1900, 1, 1),
      to: dayOf(2024, 12, 31),
    })
  })

  it('is never more than there is, and all of it, with nothing folded, where all is empty', () => {
    expect(narrow(extent, [2024], [dayOf(-9000, 1, 1), dayOf(9000, 1, 1)])).toEqual(extent)
    expect(narrow(extent, [], [dayOf(1900, 1, 1)])).toEqual(extent)
    expect(makeAxis(extent, []).stretches.some(({ folded }) => folded)).toBe(false)
  })
})
