// @ts-expect-error the package has no types
import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DateValue,
  dayOf,
  daysInMonth,
  months,
  parseEdtf,
  parseIso,
  toEdtf,
  toIso,
  years,
} from '../../src/calendar/index.ts'

const year = fc.integer({ min: -9999, max: 9999 })
const month = fc.integer({ min: 1, max: 12 })

const value: fc.Arbitrary<DateValue> = fc.oneof(
  fc.tuple(year, month, fc.integer({ min: 1, max: 31 })).map(([y, m, d]): DateValue => {
    const day = dayOf(y, m, Math.min(d, daysInMonth(y, m)))
    return { from: day, to: day, precision: 'day' }
  }),
  fc.tuple(year, month).map(([y, m]) => months(y, m, 1, 'month')),
  year.map((y) => years(y, 1, 'year')),
  fc.integer({ min: 0, max: 999 }).map((tens) => years(tens * 10, 10, 'decade')),
  fc.tuple(year, fc.integer({ min: 0, max: 3 })).map(([y, q]) => months(y, q * 3 + 1, 3, 'quarter')),
  fc.tuple(year, fc.integer({ min: 0, max: 3 })).map(([y, s]) => months(y, s * 3 + 3, 3, 'season')),
  fc.tuple(year, fc.integer({ min: 0, max: 1 })).map(([y, h]) => months(y, h * 6 + 1, 6, 'half')),
)

/** The days that the npm package `edtf` reads; it starts its seasons with the year, as no calendar does. */
function peer(text: string): { from: string; to: string } {
  const { min, max } = edtf(text) as { min: number; max: number }
  return { from: toIso(Math.floor(min / 86_400_000)), to: toIso(Math.floor(max / 86_400_000)) }
}

describe('EDTF', () => {
  it('is read back as the value that was written', () => {
    fc.assert(
      fc.property(value, (written) => {
        expect(parseEdtf(toEdtf(written))).toEqual(written)
      }),
    )
  })

  it('means the same days as in the package edtf, seasons apart', () => {
    const common = value.filter(({ precision, from }) => precision !== 'season' && from > dayOf(1, 1, 1))
    fc.assert(
      fc.property(common, (written) => {
        expect(peer(toEdtf(written))).toEqual({ from: toIso(written.from), to: toIso(written.to) })
      }),
    )
  })

  it.each([
    ['2025-21', '2025-03-01', '2025-05-31'],
    ['2025-24', '2025-12-01', '2026-02-28'],
    ['2025-33', '2025-01-01', '2025-03-31'],
    ['2025-41', '2025-07-01', '2025-12-31'],
    ['-0220', '-0220-01-01', '-0220-12-31'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['2025-09/2025-10-08', '2025-09-01', '2025-10-08'],
  ])('reads %s as %s to %s', (text, from, to) => {
    const read = parseEdtf(text)
    expect(read && [toIso(read.from), toIso(read.to)]).toEqual([from, to])
  })

  it('keeps an open end open', () => {
    expect(parseEdtf('2011/..')).toMatchObject({ from: parseIso('2011-01-01'), open: 'to' })
    expect(toEdtf({ ...years(2011, 1, 'range'), open: 'to' })).toBe('2011/..')
    expect(toEdtf({ ...years(2011, 1, 'range'), open: 'from' })).toBe('../2011')
  })

  it('writes both ends of a range alike, so that none is broader than it was said', () => {
    const days = (from: string, to: string) =>
      toEdtf({ from: parseIso(from) as number, to: parseIso(to) as number, precision: 'range' })
    expect(days('2023-05-01', '2023-05-05')).toBe('2023-05-01/2023-05-05')
    expect(days('2023-01-01', '2024-03-31')).toBe('2023-01/2024-03')
    expect(days('2023-01-01', '2024-12-31')).toBe('2023/2024')
  })

  it('says that a date is rough', () => {
    expect(toEdtf({ ...years(1850, 1, 'year'), mod: 'approx' })).toBe('1850~')
    expect(parseEdtf('1850~')).toMatchObject({ mod: 'approx', precision: 'year' })
  })

  it.each(['', '2025-13', '2025-02-30', '2026/2025', '2025/26/27', 'yesterday', '20', '2025-1', '../..'])(
    'does not read “%s”',
    (text) => expect(parseEdtf(text)).toBeUndefined(),
  )
})
