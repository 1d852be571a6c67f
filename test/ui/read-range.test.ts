import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, formatRange, parseRange, rangeEnds, toRange } from '../../src/calendar/index.ts'
import { nearestWithin, readRange } from '../../src/ui/range/read-range.ts'

const TODAY = dayOf(2026, 2, 10)

const read = async (text: string, language = 'en') => {
  const range = await readRange(text, language, TODAY)
  return range && `${rangeEnds(range).from}..${rangeEnds(range).to}${range.reversed ? ' reversed' : ''}`
}

describe('a range in words', () => {
  it.each([
    ['last year', '2025..2025'],
    ['this month', '2026-02..2026-02'],
    ['1990s', '1990..1999'],
    ['spring 2025', '2025-03..2025-05'],
    ['from March to May 2024', '2024-03..2024-05'],
    ['since 2011', '2011..'],
    ['until May 2010', '..2010-05'],
    ['before 2010', '..2009'],
    ['after 2010', '2011..'],
    ['last year..today', '2025-01-01..2026-02-10'],
    ['去年', '2025..2025'],
    ['2025年秋', '2025-09..2025-11'],
    ['２０２５年９月～１０月', '2025-09..2025-10'],
    ['2011年以来', '2011..'],
    ['Frühling 2025', '2025-03..2025-05'],
    ['letztes Jahr', '2025..2025'],
    ['printemps 2025', '2025-03..2025-05'],
    ['hace dos años', '2024..2024'],
    ['العام الماضي', '2025..2025'],
    ['221 BC', '-0220..-0220'],
    ['2021 and 2019', '2019..2021 reversed'],
    ['2025-09..2025-10', '2025-09..2025-10'],
  ])('“%s” is %s', async (text, expected) => expect(await read(text)).toBe(expected))

  it('is read in the reader’s own language first', async () => {
    expect(await read('letztes Jahr', 'de')).toBe('2025..2025')
    expect(await read('2025年9月', 'ja')).toBe('2025-09..2025-09')
  })

  it('that the interface itself has written is read again', async () => {
    const month = fc.integer({ min: 1990 * 12, max: 2040 * 12 })
    const one = fc.tuple(month, fc.integer({ min: 0, max: 40 }), fc.constantFrom('en', 'zh-Hans', 'de', 'fr'))
    await fc.assert(
      fc.asyncProperty(one, async ([first, length, language]) => {
        const range = toRange(dayOf(0, first + 1, 1), dayOf(0, first + length + 2, 1) - 1)
        expect(await readRange(formatRange(range, language), language, TODAY)).toEqual(range)
      }),
      { numRuns: 40 },
    )
  })

  it.each(['', 'hello', 'whenever it suits', 'all that was said of bubbles in 2025', '1 2 3 4 5'])(
    'is not “%s”',
    async (text) => expect(await read(text)).toBeUndefined(),
  )

  it('is not sought in a whole page', async () => {
    expect(await read(`${'and '.repeat(100)}2025`)).toBeUndefined()
  })
})

describe('a range outside of all that there is', () => {
  const extent = { from: dayOf(1931, 5, 5), to: dayOf(2025, 10, 8) }
  const nearest = (text: string) => {
    const found = nearestWithin(parseRange(text) ?? {}, extent)
    return found && rangeEnds(found)
  }

  it.each([
    ['2030', '2025'],
    ['2030-04', '2025-10'],
    ['2030-04-01', '2025-10-08'],
    ['2030..', '2025'],
    ['1800..1900', '2000'],
    ['..1900', '1931'],
  ])('%s has the nearest period of its breadth: %s', (text, period) => {
    expect(nearest(text)).toMatchObject({ to: period })
  })

  it.each(['2025', '2025-10', '2020..2030', '..1931', '1000..3000'])('does not hold for %s', (text) =>
    expect(nearest(text)).toBeUndefined(),
  )

  it('of a century is a century', () => {
    expect(nearest('2101..2200')).toEqual({ from: '2001', to: '2100' })
  })
})
