import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, LEVELS, type Level, periodOf, toIso } from '../../../src/calendar/index.ts'
import { makeAxis } from '../../../src/ui/strip/axis.ts'
import { type Lane, laneOf } from '../../../src/ui/strip/density.ts'
import {
  breadth,
  drawn,
  moveEnd,
  moveSpan,
  putEnd,
  rangeOf,
  type Span,
  spanOf,
  stepSpan,
} from '../../../src/ui/strip/moves.ts'

const axis = makeAxis({ from: dayOf(-220, 3, 1), to: dayOf(2025, 11, 8) }, [-220, 1931, 2024, 2025])
const day = fc.integer({ min: axis.from, max: axis.to - 1 })
const span = fc.tuple(day, day).map(([a, b]): Span => ({ from: Math.min(a, b), to: Math.max(a, b) }))
const level = fc.constantFrom(...LEVELS)

const iso = (one: Span | undefined) => one && `${toIso(one.from)}..${toIso(one.to)}`
const months = (first: string, last: string): Span => ({
  from: Date.parse(`${first}-01`) / 86_400_000,
  to:
    new Date(Date.parse(`${last}-01`)).setUTCMonth(new Date(Date.parse(`${last}-01`)).getUTCMonth() + 1) /
      86_400_000 -
    1,
})

const laneFrom = (days: number[], knows?: Lane['knows']): Lane =>
  laneOf(
    'a',
    (at: Level) =>
      [...new Set(days.map((one) => periodOf(at, one)))]
        .sort((a, b) => a - b)
        .map((period) => [period, 1] as const),
    knows,
  )

describe('moves of the brush', () => {
  it('never turn it round, nor take it off the axis', () => {
    fc.assert(
      fc.property(
        span,
        fc.constantFrom('from' as const, 'to' as const),
        level,
        fc.integer({ min: -500, max: 500 }),
        day,
        (one, end, at, by, to) => {
          for (const moved of [
            moveEnd(one, end, at, by, axis),
            putEnd(one, end, to + by * 1000, axis),
            moveSpan(one, to, axis),
            drawn(at, to, to + by, axis),
            stepSpan(one, by > 0 ? 1 : -1, axis, [laneFrom([dayOf(1931, 5, 5)])]) ?? one,
          ]) {
            expect(moved.from).toBeLessThanOrEqual(moved.to)
            expect(moved.from).toBeGreaterThanOrEqual(axis.from)
            expect(moved.to).toBeLessThan(axis.to)
          }
        },
      ),
    )
  })

  it('of an end leave the other where it is', () => {
    fc.assert(
      fc.property(span, level, fc.integer({ min: -9, max: 9 }), (one, at, by) => {
        expect(moveEnd(one, 'from', at, by, axis).to).toBe(one.to)
        expect(moveEnd(one, 'to', at, by, axis).from).toBe(one.from)
      }),
    )
  })

  it('of an end go by whole periods', () => {
    const one = months('2024-09', '2025-03')
    expect(iso(moveEnd(one, 'from', 'month', 1, axis))).toBe('2024-10-01..2025-03-31')
    expect(iso(moveEnd(one, 'to', 'month', -1, axis))).toBe('2024-09-01..2025-02-28')
    expect(iso(moveEnd(one, 'to', 'year', -1, axis))).toBe('2024-09-01..2024-12-31')
    expect(iso(moveEnd({ ...one, from: one.from + 7 }, 'from', 'month', -1, axis))).toBe(
      '2024-09-01..2025-03-31',
    )
  })

  it('of an end cross a fold in one step', () => {
    const one = { from: dayOf(-220, 1, 1), to: axis.to - 1 }
    const over = moveEnd(one, 'from', 'year', 1, axis)
    expect(iso(over)).toBe('1931-01-01..2025-12-31')
  })

  it('of the whole keep its breadth: a quarter stays three months', () => {
    const moved = moveSpan(months('2024-01', '2024-03'), dayOf(2024, 6, 3), axis)
    expect(iso(moved)).toBe('2024-06-01..2024-08-31')
    expect(breadth(moved)).toEqual({ level: 'month', count: 3 })
  })

  it('of the whole stop at the end of time', () => {
    const moved = moveSpan(months('2024-01', '2024-03'), dayOf(2030, 1, 1), axis)
    expect(iso(moved)).toBe('2025-10-01..2025-12-31')
  })

  it('step from one period to the next that holds something', () => {
    const lanes = [laneFrom([dayOf(2024, 1, 5), dayOf(2024, 9, 5)]), laneFrom([dayOf(2025, 6, 1)])]
    const first = stepSpan(months('2024-01', '2024-01'), 1, axis, lanes)
    expect(iso(first)).toBe('2024-09-01..2024-09-30')
    expect(iso(first && stepSpan(first, 1, axis, lanes))).toBe('2025-06-01..2025-06-30')
    expect(stepSpan(months('2025-06', '2025-06'), 1, axis, lanes)).toBeUndefined()
    expect(iso(stepSpan(months('2024-09', '2024-09'), -1, axis, lanes))).toBe('2024-01-01..2024-01-31')
  })

  it('step on where days are loaded for some years only: to the edge of the next year, not to an end', () => {
    const day = (year: number, month: number, date: number) => {
      const one = dayOf(year, month, date)
      return { from: one, to: one }
    }
    const lanes = [laneFrom([dayOf(2024, 9, 5)], (_, year) => year === 2024)]
    expect(iso(stepSpan(day(2024, 3, 3), 1, axis, lanes))).toBe('2024-09-05..2024-09-05')
    expect(iso(stepSpan(day(2024, 9, 5), 1, axis, lanes))).toBe('2025-01-01..2025-01-01')
    expect(iso(stepSpan(day(2024, 9, 5), -1, axis, lanes))).toBe('1931-12-31..1931-12-31')
    // Within a year that is not loaded, the next day may hold something.
    expect(iso(stepSpan(day(2025, 3, 3), 1, axis, lanes))).toBe('2025-03-04..2025-03-04')
  })

  it('step over a fold, and never into it', () => {
    const back = stepSpan(months('1931-01', '1931-03'), -1, axis, [])
    expect(iso(back)).toBe('-0220-10-01..-0220-12-31')
    expect(iso(back && stepSpan(back, 1, axis, []))).toBe('1931-01-01..1931-03-31')
  })

  it('step by as many periods as are chosen', () => {
    expect(iso(stepSpan(months('2024-01', '2024-03'), 1, axis, []))).toBe('2024-04-01..2024-06-30')
  })

  it('leave an end open that is the end of all time', () => {
    expect(rangeOf(spanOf({}, axis), axis)).toEqual({})
    expect(rangeOf(spanOf({ from: dayOf(2024, 1, 1) }, axis), axis)).toEqual({ from: dayOf(2024, 1, 1) })
  })

  it('draw a range in to where there is something', () => {
    expect(spanOf({ from: dayOf(9999, 1, 1), to: dayOf(9999, 2, 1) }, axis)).toEqual({
      from: axis.to - 1,
      to: axis.to - 1,
    })
  })
})
