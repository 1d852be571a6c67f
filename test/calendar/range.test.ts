import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, formatRange, parseRange, rangeEnds, toRange } from '../../src/calendar/index.ts'

const day = fc.integer({ min: dayOf(-9999, 1, 1), max: dayOf(9999, 12, 31) })
const ends = (text: string) => {
  const range = parseRange(text)
  return range && rangeEnds(range)
}

describe('a range in figures', () => {
  it('is read back as it was written into an address', () => {
    fc.assert(
      fc.property(fc.option(day), fc.option(day), (a, b) => {
        const [from, to] = a !== null && b !== null ? [Math.min(a, b), Math.max(a, b)] : [a, b]
        const range = toRange(from ?? undefined, to ?? undefined)
        const { from: first, to: last } = rangeEnds(range)
        expect(parseRange(`${first}..${last}`)).toEqual(first || last ? range : undefined)
      }),
    )
  })

  it.each([
    ['2025', '2025', '2025'],
    ['2025-09', '2025-09', '2025-09'],
    ['2025-09-08', '2025-09-08', '2025-09-08'],
    ['2025-09..2025-10', '2025-09', '2025-10'],
    ['2025-09 .. 2025-10', '2025-09', '2025-10'],
    ['2025-09/2025-10', '2025-09', '2025-10'],
    ['2025-09 - 2025-10', '2025-09', '2025-10'],
    ['2025–2026', '2025', '2026'],
    ['2025—2026', '2025', '2026'],
    ['2025～2026', '2025', '2026'],
    ['2025–09', '2025-09', '2025-09'],
    ['2025-9', '2025-09', '2025-09'],
    ['2025.9.8', '2025-09-08', '2025-09-08'],
    ['..2010', '', '2010'],
    ['2011..', '2011', ''],
    ['1990s', '1990', '1999'],
    ['2025-21', '2025-03', '2025-05'],
    ['-220', '-0220', '-0220'],
    ['12025', '+12025', '+12025'],
    ['２０２５－０９．．２０２５－１０', '2025-09', '2025-10'],
    ['٢٠٢٥', '2025', '2025'],
    ['२०२५', '2025', '2025'],
  ])('“%s” is from “%s” to “%s”', (text, from, to) => expect(ends(text)).toEqual({ from, to }))

  it('that ends before it begins is turned round, whole, and says so', () => {
    const range = parseRange('2026..2025')
    expect(range).toMatchObject({ reversed: true })
    expect(range && rangeEnds(range)).toEqual({ from: '2025', to: '2026' })
  })

  it.each(['', '..', '/', '2025-13', '2025..2026..2027', 'soon', '2025-02-30', '2025 2026', '..soon'])(
    'is not “%s”',
    (text) => expect(parseRange(text)).toBeUndefined(),
  )

  it.each([
    ['2025-09..2025-10', 'en', 'September – October 2025'],
    ['2025-09..2025-10', 'zh-Hans', '2025年9月至2025年10月'],
    ['2025-09-08..2025-10-01', 'ja', '2025年9月8日～2025年10月1日'],
    ['2025-09', 'en', 'September 2025'],
    ['..2010', 'en', 'until 2010'],
    ['2011..', 'zh-Hans', '2011年至今'],
  ])('%s in %s is “%s”', (text, locale, words) => {
    // `Intl` sets thin spaces around its dashes.
    expect(formatRange(parseRange(text) ?? {}, locale).replace(/\s/g, ' ')).toBe(words)
  })

  it('that has no end has no words', () => expect(formatRange({}, 'en')).toBe(''))
})
