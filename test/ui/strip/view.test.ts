import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../src/calendar/index.ts'
import { type Axis, makeAxis, placeOf } from '../../../src/ui/strip/axis.ts'
import { barsOf, fullHeight } from '../../../src/ui/strip/bars.ts'
import { highest, laneOf } from '../../../src/ui/strip/density.ts'
import { ticksOf, widthOf } from '../../../src/ui/strip/ticks.ts'
import {
  follow,
  keepWithin,
  levelOf,
  pan,
  scaleOf,
  type View,
  viewOf,
  windowOf,
  withDay,
  zoom,
} from '../../../src/ui/strip/view.ts'

const year = fc.integer({ min: -9999, max: 20_000 })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const factor = fc.double({ min: 0.01, max: 100, noNaN: true })
const width = fc.integer({ min: 280, max: 1920 })

const axisOf = (years: readonly number[]) => {
  const sorted = [...years].sort((a, b) => a - b)
  return makeAxis(
    { from: dayOf(sorted[0] as number, 1, 1), to: dayOf(sorted.at(-1) as number, 12, 31) },
    sorted,
  )
}
/** An axis, and a view of it that one gets to by zooming and moving. */
const seen = fc
  .tuple(fc.uniqueArray(year, { minLength: 1, maxLength: 20 }), factor, share, share)
  .map(([years, by, at, move]): [Axis, View] => {
    const axis = axisOf(years)
    return [axis, pan(axis, zoom(axis, axis, by, at), move - 0.5)]
  })

const inside = (axis: Axis, view: View) => {
  expect(view.from).toBeGreaterThanOrEqual(axis.from - 1e-3)
  expect(view.to).toBeLessThanOrEqual(axis.to + 1e-3)
  expect(view.to).toBeGreaterThan(view.from)
}

describe('what is seen', () => {
  it('never leaves the axis, whatever is done', () => {
    fc.assert(
      fc.property(
        seen,
        factor,
        share,
        fc.double({ min: -9, max: 9, noNaN: true }),
        ([axis, view], by, at, move) => {
          inside(axis, zoom(axis, view, by, at))
          inside(axis, pan(axis, view, move))
          inside(axis, viewOf(axis, { from: axis.to, to: axis.to + 400 }))
          inside(axis, keepWithin(axis, { from: axis.from - 1e6, to: axis.to + 1e6 }))
        },
      ),
    )
  })

  it('keeps the place under the pointer while it zooms in', () => {
    fc.assert(
      fc.property(seen, fc.double({ min: 0.3, max: 1, noNaN: true }), share, ([axis, view], by, at) => {
        const before = windowOf(axis, view)
        fc.pre(before.length * by > 14)
        const after = windowOf(axis, zoom(axis, view, by, at))
        expect(after.start + after.length * at).toBeCloseTo(before.start + before.length * at, 2)
      }),
    )
  })

  it('stays as broad when it is moved', () => {
    fc.assert(
      fc.property(seen, share, ([axis, view], move) => {
        expect(windowOf(axis, pan(axis, view, move)).length).toBeCloseTo(windowOf(axis, view).length, 2)
      }),
    )
  })

  it('goes to a range that cannot be seen, and stays where it can', () => {
    const axis = axisOf([1900, 1931, 1950, 2000, 2025])
    const range = { from: dayOf(1931, 5, 1), to: dayOf(1931, 5, 31) }
    const far = viewOf(axis, { from: dayOf(2020, 1, 1), to: dayOf(2024, 1, 1) })
    const there = follow(axis, far, range)
    expect([there.from <= range.from, there.to > range.to]).toEqual([true, true])
    expect(follow(axis, there, range)).toBe(there)
  })

  it('moves just so far that a day can be seen, and not at all where it can', () => {
    fc.assert(
      fc.property(seen, share, ([axis, view], at) => {
        const day = Math.floor(axis.from + at * (axis.to - axis.from - 1))
        const next = withDay(axis, view, day)
        expect(placeOf(axis, day)).toBeGreaterThanOrEqual(windowOf(axis, next).start - 1e-3)
        expect(withDay(axis, next, day)).toEqual(next)
      }),
    )
  })

  it('has the level whose bars can be told apart: days of a month, centuries of ten thousand years', () => {
    const axis = axisOf([-9999, ...Array.from({ length: 300 }, (_, index) => -9999 + index * 100), 20_000])
    expect(levelOf(axis, axis, 900)).toBe('century')
    const levels = [200, 10, 0.5, 0.1].map((years) => {
      const from = dayOf(1000, 1, 1)
      return levelOf(axis, { from, to: from + years * 365 }, 900)
    })
    expect(levels).toEqual(['year', 'month', 'day', 'day'])
  })
})

describe('the labels of the axis', () => {
  it.each(['en', 'zh-Hans', 'ar', 'hi', 'de'])('never stand over one another, in %s', (locale) => {
    fc.assert(
      fc.property(seen, width, ([axis, view], pixels) => {
        const { minor, major } = ticksOf(axis, view, scaleOf(axis, view, pixels), pixels, locale)
        for (const row of [minor, major]) {
          expect(row.length).toBeLessThan(pixels / 14 + 2)
          row.forEach(({ x, label }, index) => {
            const next = row[index + 1]
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x + widthOf(label)).toBeLessThanOrEqual(next ? next.x : pixels)
          })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are there wherever one looks outside of a fold', () => {
    fc.assert(
      fc.property(seen, width, ([axis, view], pixels) => {
        fc.pre(!axis.stretches.some(({ folded, from, to }) => folded && from < view.to && to > view.from))
        const { minor, major } = ticksOf(axis, view, scaleOf(axis, view, pixels), pixels, 'en')
        expect(minor.length + major.length).toBeGreaterThan(0)
      }),
    )
  })

  it('say of days which month they are of, of months which year', () => {
    const axis = axisOf(Array.from({ length: 20 }, (_, index) => 2006 + index))
    const labels = (from: number, to: number) => {
      const view = { from, to }
      const { minor, major } = ticksOf(axis, view, scaleOf(axis, view, 900), 900, 'en')
      return [minor.slice(0, 3).map(({ label }) => label), major.slice(0, 2).map(({ label }) => label)]
    }
    expect(labels(dayOf(2025, 1, 1), dayOf(2025, 3, 1))).toEqual([
      ['1', '5', '10'],
      ['January 2025', 'February 2025'],
    ])
    expect(labels(dayOf(2024, 1, 1), dayOf(2026, 1, 1))).toEqual([
      ['Jan', 'Apr', 'Jul'],
      ['2024', '2025'],
    ])
    expect(labels(dayOf(2006, 1, 1), dayOf(2026, 1, 1))).toEqual([['2006', '2007', '2008'], []])
  })

  it('are round years before the first as well', () => {
    const axis = axisOf(Array.from({ length: 60 }, (_, index) => -500 + index * 20))
    const { minor } = ticksOf(axis, axis, scaleOf(axis, axis, 900), 900, 'en')
    expect(minor.map(({ label }) => label)).toContain('200 BC')
    expect(minor.map(({ label }) => label)).not.toContain('201 BC')
  })
})

describe('bars', () => {
  const axis = axisOf([2024, 2025])
  const scale = scaleOf(axis, axis, 800)
  const bars = (density: [number, number][], full: number) =>
    barsOf(density, 'month', axis, scale, { height: 80, full })

  it('grow with the square root, and one is still seen beside a thousand', () => {
    const heights = bars(
      [
        [2024 * 12, 1],
        [2024 * 12 + 1, 250],
        [2024 * 12 + 2, 1000],
      ],
      1000,
    ).map(({ height }) => height)
    expect(heights).toEqual([3, 40, 80])
    expect(bars([[2024 * 12, 1]], 1_000_000)[0]?.height).toBeGreaterThanOrEqual(2)
  })

  it('have a round number at the top, so that they seldom change their heights as one moves', () => {
    expect([1, 2, 3, 5, 6, 11, 590, 1000].map(fullHeight)).toEqual([1, 2, 5, 5, 10, 20, 1000, 1000])
  })

  it('are measured by the highest of those in view, in any lane', () => {
    const lane = (...density: [number, number][]) => laneOf('a', () => density)
    const lanes = [lane([2023, 90], [2024, 7], [2025, 3]), lane([2025, 5])]
    expect(highest(lanes, 'year', dayOf(2024, 2, 1), dayOf(2025, 3, 1))).toBe(7)
    expect(highest(lanes, 'year', dayOf(2025, 2, 1), dayOf(2025, 3, 1))).toBe(5)
  })

  it('are those of the view and no others', () => {
    const all: [number, number][] = Array.from({ length: 600 }, (_, index) => [2000 * 12 + index, 1])
    const view = { from: dayOf(2024, 3, 10), to: dayOf(2024, 6, 2) }
    expect(barsOf(all, 'month', view, scale, { height: 80, full: 1 })).toHaveLength(4)
  })

  it('do not overlap', () => {
    fc.assert(
      fc.property(seen, width, ([axis, view], pixels) => {
        const scale = scaleOf(axis, view, pixels)
        const level = levelOf(axis, view, pixels)
        fc.pre(level === 'year' || level === 'decade')
        const all: [number, number][] = Array.from({ length: 4000 }, (_, index) => [index - 1000, 1])
        const drawn = barsOf(all, level, view, scale, { height: 80, full: 1 })
        drawn.forEach((bar, index) => {
          const next = drawn[index + 1]
          // In a fold, which no bar stands in, periods are narrower than a pixel.
          if (next && next.x > bar.x) expect(bar.x + bar.width).toBeLessThanOrEqual(next.x)
        })
      }),
      { numRuns: 30 },
    )
  })
})
