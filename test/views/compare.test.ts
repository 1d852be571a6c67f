import { describe, expect, it } from 'vitest'
import type { BodyPassage } from '../../src/notes/index.ts'
import { compare } from '../../src/views/note/changes/compare.ts'

const EN = ['The lock', 'It was built in 1901. It leaks. Nobody minds.', 'The ferry was given up.']
const ZH = ['港口于2024年3月开放。市长说港口是我们的。', '桥是后来才有的。']

const passages = (texts: readonly string[]): BodyPassage[] =>
  texts.map((text, i) => (i > 0 ? { text, section: 'h-lock' } : { text }))

/** Changes as one would write them by hand: [-taken-] and {+added+}. */
function told(before: readonly string[], after: readonly string[], language: string): string[] {
  return compare(before.join('\n'), passages(after), language).map(({ pieces }) =>
    pieces
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
      .join(''),
  )
}

const edited = (texts: readonly string[], from: string, to: string) =>
  texts.map((text) => text.replace(from, to))

describe('what has changed in a note', () => {
  it('is nothing where nothing has', () => {
    expect(told(EN, EN, 'en')).toEqual([])
  })

  it('is told by words within their sentence, and not by others', () => {
    expect(told(EN, edited(EN, '1901', '1902'), 'en')).toEqual(['It was built in [-1901-]{+1902+}.'])
    expect(told(EN, edited(EN, 'It leaks. ', ''), 'en')).toEqual(['[-It leaks.-]'])
    expect(told(EN, edited(EN, 'Nobody minds.', 'Nobody minds. It stays.'), 'en')).toEqual(['{+It stays.+}'])
  })

  it('is told by words in Chinese, too', () => {
    expect(told(ZH, edited(ZH, '市长', '新市长'), 'zh-Hans')).toEqual(['{+新+}市长说港口是我们的。'])
    expect(told(ZH, edited(ZH, '2024', '2025'), 'zh-Hans')).toEqual(['港口于[-2024-]{+2025+}年3月开放。'])
  })

  it('is a passage that came or went', () => {
    expect(told(EN, [...EN, 'A bridge came.'], 'en')).toEqual(['{+A bridge came.+}'])
    expect(told(EN, EN.slice(0, 2), 'en')).toEqual(['[-The ferry was given up.-]'])
    expect(told([''], EN.slice(2), 'en')).toEqual(['{+The ferry was given up.+}'])
  })

  it('is not told as one sentence where they have little in common', () => {
    expect(told(EN, edited(EN, 'The ferry was given up.', 'Tea is drunk at noon in summer.'), 'en')).toEqual([
      '[-The ferry was given up.-]',
      '{+Tea is drunk at noon in summer.+}',
    ])
  })

  it('is told with the heading that it stands below', () => {
    expect(compare(EN.join('\n'), passages([...EN, 'New.']), 'en')[0]?.section).toBe('h-lock')
  })

  it('loses nothing of either version', () => {
    const after = edited(edited(EN, 'leaks', 'drips'), 'ferry', 'old ferry')
    const changes = compare(EN.join('\n'), passages(after), 'en')
    const side = (kind: 'added' | 'taken') =>
      changes.map(({ pieces }) =>
        pieces
          .filter((one) => one.kind !== kind)
          .map(({ text }) => text)
          .join(''),
      )
    for (const sentence of side('taken')) expect(after.join('\n')).toContain(sentence)
    for (const sentence of side('added')) expect(EN.join('\n')).toContain(sentence)
  })

  it('does not take long where all of a long note is another', () => {
    const text = (word: string) =>
      Array.from({ length: 3000 }, (_, i) => `${word} ${i * 7}. And ${word}${i}.`)
    const start = process.cpuUsage().user
    expect(told(text('tea'), text('wine'), 'en').length).toBeGreaterThan(0)
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(4000)
  })

  it('is told without a segmenter of words, where a browser has none', () => {
    const { Segmenter } = Intl
    Object.assign(Intl, { Segmenter: undefined })
    try {
      expect(told(ZH, edited(ZH, '市长', '新市长'), 'zh-Hans')).toEqual(['{+新+}市长说港口是我们的。'])
    } finally {
      Object.assign(Intl, { Segmenter })
    }
  })
})
