import { describe, expect, it } from 'vitest'
import { parseMarkdown, plainText, tame, tameTree } from '../../src/notes/index.ts'

const TURNING = ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069']

describe('tame text', () => {
  it.each(TURNING)('is not turned around by %j', (char) => {
    expect(tame(`a${char}b`)).toBe('a\uFFFDb')
  })

  it.each(['\0', '\u001B', '\u0007', '\u007F', '\uD800', '\uDC00'])('does not hold %j', (char) => {
    expect(tame(`a${char}b`)).toBe('a\uFFFDb')
  })

  it('does not pile up marks, not even with joiners between them', () => {
    expect(tame(`a${'\u0301'.repeat(100_000)}b`)).toBe(`a${'\u0301'.repeat(8)}b`)
    expect(tame(`a${'\u0301\u200D'.repeat(100_000)}b`).length).toBeLessThan(20)
    expect(tame(`a${'\u{1D167}'.repeat(100)}b`)).toBe(`a${'\u{1D167}'.repeat(8)}b`)
  })

  it('does not lose what scripts need', () => {
    const texts = [
      'a\tb\r\nc',
      'Zürich, e\u0301a',
      'वर्त्तमान',
      'ཧྐྵྨླྺྼྻྂ',
      'שִׁ֤ית',
      'می\u200Cخواهم',
      '\u200Fabc\u200E',
      '👩‍👩‍👧‍👦🏽',
      '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
      '𠮷',
    ]
    for (const text of texts) expect(tame(text)).toBe(text)
  })
})

describe('a tree', () => {
  const tamed = (raw: string) => {
    const tree = parseMarkdown(raw, 0)
    return { tree, problems: tameTree(tree) }
  }

  it('is tamed in text, code and titles, and where entities hide what they do', () => {
    const { tree } = tamed(
      'a\u202Eb &#x202E; `\u202E` [x](y "\u2066t") ![\u2067](z)\n\n```\u202Ejs\n\u202E\n```\n',
    )
    expect(JSON.stringify(tree)).not.toMatch(/[\u202E\u2066\u2067]/)
    expect(plainText(tree)).toBe('a\uFFFDb \uFFFD \uFFFD x ')
  })

  it('tells each kind once, where it first stands', () => {
    const { problems } = tamed('One.\n\nTwo \u202E.\n\nThree \u202E and &#0; and \u0007.')
    expect(problems.map(({ offset, message }) => [offset, message])).toEqual([
      [expect.any(Number), expect.stringContaining('turns the direction')],
    ])
    expect(problems[0]?.offset).toBe(6)
    expect(tamed('Plain.').problems).toEqual([])
  })
})
