import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readVariants } from '../../src/compiler/variants.ts'
import { fold } from '../../src/search/index.ts'

const variants = readVariants()
const folded = (text: string) => fold(text, variants)

describe('two texts are compared as one', () => {
  it.each([
    ['case', 'ALIBABA', 'alibaba'],
    ['width', 'Ｄateｌｉｎｅ２０２５', 'dateline2025'],
    ['accents', 'Économie à Łódź', 'economie a lodz'],
    ['accents written apart', 'e\u0301t\u00e9', 'ete'],
    ['ligatures and double letters', 'ﬁn Straße Æon', 'fin strasse aeon'],
    ['simplified and traditional', '臺灣開發頭髮', '台湾开发头发'],
    ['half-width kana', 'ｶﾞﾝﾀﾞﾑ', 'ガンダム'],
    ['voice marks of kana', 'カ\u3099', 'ガ'],
    ['Hangul in parts', '\u1112\u1161\u11ab\u1100\u1173\u11af', '한글'],
    ['Arabic vowel signs, the long line and forms of alif', 'أَلْعَرَبِيّـــة', 'العربيه'],
    ['the dot and the moon of Hindi', 'हिन्दी में क़लम, हाँ', 'हिन्दी में कलम हां'],
    ['digits of any script', '٢٠٢٥ २०२५ ２０２５', '2025 2025 2025'],
    ['what cannot be seen', 'a\u200bb\u202ec\u00add', 'abcd'],
    ['the end of a Greek word', 'ΛΟΓΟΣ λόγος', 'λογοσ λογοσ'],
    ['spaces between Han and Latin', '在 2025 年 9 月的 AI', '在2025年9月的ai'],
    ['punctuation', '“开源”，democratizes—now!', '开源 democratizes now'],
  ])('whatever the %s', (_, text, plain) => {
    expect(folded(text)).toBe(plain)
  })

  it.each([
    ['й', 'и'],
    ['が', 'か'],
    ['की', 'का'],
    ['人工 智能', '人工智能'],
    ['土', '士'],
  ])('but does not take %s for %s', (one, other) => {
    expect(folded(one)).not.toBe(folded(other))
  })

  it.each(['ｶﾞ', 'か\u3099', '\u1112\u1161\u11ab', 'e\u0301', '、 ', '開 a'])(
    'does not take long over 400,000 characters of %j',
    (piece) => {
      const began = performance.now()
      folded(piece.repeat(400_000 / piece.length))
      expect(performance.now() - began).toBeLessThan(2000)
    },
  )

  it('knows for any text where each of its characters was written', () => {
    const chars = fc.constantFrom(...'aÉß開源が한ـِक़ﬁ㍻，“ 9٢😀𠀀\u0301\u200b')
    fc.assert(
      fc.property(fc.array(chars, { maxLength: 30 }), (list) => {
        const text = list.join('').normalize('NFC')
        const at: number[] = []
        const result = fold(text, variants, at)
        expect(at).toHaveLength(result.length + 1)
        expect([...at].sort((a, b) => a - b)).toEqual(at)
        // Each character, looked at alone, gives what stands in its place.
        for (const [i, unit] of [...result].entries()) {
          if (unit === ' ' || result.length !== [...result].length) continue
          const char = String.fromCodePoint(text.codePointAt(at[i] as number) as number)
          expect(folded(char)).toContain(unit)
        }
      }),
    )
  })
})
