import { describe, expect, it } from 'vitest'
import { formatValue, parseEdtf } from '../../src/calendar/index.ts'

const said = (edtf: string, locale: string, mod?: 'start' | 'mid' | 'end' | 'approx') => {
  const value = parseEdtf(edtf)
  return value && formatValue(mod ? { ...value, mod } : value, locale)
}

describe('a value in words', () => {
  it.each([
    ['2025-10-03', 'en', '3 October 2025'],
    ['2025-10', 'en', 'October 2025'],
    ['2025-35', 'en', 'Q3 2025'],
    ['2025-41', 'en', 'second half of 2025'],
    ['2025-22', 'en', 'summer 2025'],
    ['199X', 'en', '1990s'],
    ['2011/..', 'en', 'since 2011'],
    ['2025-10-03', 'zh-Hans', '2025年10月3日'],
    ['2025-40', 'zh-Hans', '2025年上半年'],
    ['2025-41', 'ja', '2025年下半期'],
    ['2025-36', 'ja', '2025年第4四半期'],
    ['2025-41', 'fr', 'second semestre 2025'],
    ['2025-34', 'ar', 'الربع الثاني من 2025'],
    ['199X', 'ja', '1990年代'],
    ['2025-10', 'de', 'Oktober 2025'],
    ['2025-10', 'fr', 'octobre 2025'],
    ['2025-06-01', 'fr', '1er juin 2025'],
    ['2025-06-21', 'fr', '21 juin 2025'],
    ['2025-05-01/2025-06-03', 'fr', '1er mai\u2009–\u20093 juin 2025'],
    ['2025-10', 'ar', 'أكتوبر 2025'],
    // What is written there as older browsers write all Arabic.
    ['2025-10', 'ar-EG', 'أكتوبر 2025'],
    ['2025-34', 'ar-EG', 'الربع الثاني من 2025'],
  ])('says %s in %s as “%s”', (edtf, locale, words) => {
    // The order of day and month in English is the region's: en-GB is read for en.
    expect(said(edtf, locale === 'en' ? 'en-GB' : locale)).toBe(words)
  })

  it('says which part of the period is meant', () => {
    expect(said('2025', 'en', 'mid')).toBe('mid-2025')
    expect(said('2025', 'zh-Hans', 'end')).toBe('2025年底')
    expect(said('1850', 'en', 'approx')).toBe('about 1850')
  })

  it('sets a range the same wherever it is rendered, in the browser or before', () => {
    expect(said('2013/2015', 'en')).toBe('2013\u2009–\u20092015')
  })

  it('names the era of a year before the first', () => {
    expect(said('-0220', 'en')).toBe('221 BC')
    expect(said('-0220', 'zh-Hans')).toContain('公元前')
  })

  it('does not leave the end of a range before Christ without its era where that stands before the year', () => {
    expect(said('-0178/-0140', 'zh-Hans')).toBe('公元前179年至公元前141年')
    expect(said('-0178/-0140', 'zh-Hant')).toBe('西元前179年至西元前141年')
    expect(said('-0178/-0140', 'ja')).toBe('紀元前179年～紀元前141年')
    expect(said('-0178/0050', 'zh-Hans')).toContain('公元50年')
  })

  it('does not fail on a year that no platform has words for', () => {
    expect(said('300000', 'en')).toBe('+300000')
    expect(said('-300000/300000', 'zh-Hans')).toBe('-300000/+300000')
  })
})
