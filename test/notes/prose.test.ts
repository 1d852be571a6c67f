import type { Paragraph } from 'mdast'
import { describe, expect, it } from 'vitest'
import { type Mark, markProse } from '../../src/notes/mark.ts'
import { parseMarkdown } from '../../src/notes/markdown.ts'
import { plainText } from '../../src/notes/plain-text.ts'
import { rawRange, readProse } from '../../src/notes/prose.ts'

const proses = (raw: string) => readProse(parseMarkdown(raw, 0))

/** The raw words that a stretch of prose stands for. */
function rawWords(raw: string, words: string): string {
  const prose = proses(raw).find(({ text }) => text.includes(words))
  if (!prose) throw new Error(`no prose holds “${words}”`)
  const start = prose.text.indexOf(words)
  const [from, to] = rawRange(prose, raw, start, start + words.length)
  return raw.slice(from, to)
}

describe('prose', () => {
  it('is read from paragraphs, headings, items, quotations and cells, in order', () => {
    const raw = '# Head\n\nPara.\n\n- item\n\n> quoted\n\n| a | b |\n|---|---|\n| c | d |\n'
    expect(proses(raw).map(({ text }) => text)).toEqual([
      'Head',
      'Para.',
      'item',
      'quoted',
      'a',
      'b',
      'c',
      'd',
    ])
  })

  it('does not show code and addresses to a search, but keeps their length', () => {
    const [prose] = proses('See `2025` and <https://a.example/2025/> and [May](https://b.example/2024).')
    expect(prose?.searchable).not.toContain('2025')
    expect(prose?.searchable).toHaveLength(prose?.text.length ?? 0)
    expect(prose?.searchable).toContain('May')
  })

  it('does not read fenced code, comments or footnote marks', () => {
    expect(
      proses('```\n2025\n```\n\n<!-- 2024 -->\n\nText[^1].\n\n[^1]: Note.').map(({ text }) => text),
    ).toEqual(['Text.', 'Note.'])
  })

  it.each([
    ['an entity before it', 'A&amp;B in May 2025.', 'May 2025', 'May 2025'],
    ['an escape before it', '\\*x\\* in May 2025.', 'May 2025', 'May 2025'],
    ['a literal & before it', 'R&D at AT&T in May 2025.', 'May 2025', 'May 2025'],
    ['a soft break in a quotation', '> on 3\n> March 2022.', '3\nMarch 2022', '3\n> March 2022'],
    ['CRLF and indentation', 'on 3\r\n   March 2022.', '3\r\nMarch 2022', '3\r\n   March 2022'],
    ['emphasis within it', 'on **3 March** 2022.', '3 March 2022', '3 March** 2022'],
    ['an alternative text', '![Press of May 2025](a.png)', 'May 2025', 'May 2025'],
  ])('keeps its place in the raw file: %s', (_, raw, words, expected) => {
    expect(rawWords(raw, words)).toBe(expected)
  })
})

describe('marks', () => {
  /** The paragraph as text, each mark as `<tag>`, each other parent as its type's first letter. */
  function marked(raw: string, ...stretches: [words: string, tag: 'time' | 'span'][]): string {
    const [prose] = proses(raw)
    if (!prose) throw new Error('no prose')
    const marks: Mark[] = stretches.map(([words, tag]) => {
      const start = prose.text.indexOf(words)
      return { stretch: [start, start + words.length], tag, attributes: {} }
    })
    markProse(prose.node as Paragraph, marks)
    return show(prose.node as Paragraph)
  }

  function show(node: Parameters<typeof plainText>[0]): string {
    if (!('children' in node)) return plainText(node)
    const inner = node.children.map((child) => show(child)).join('')
    const name = node.data?.hName ?? (node.type === 'paragraph' ? '' : node.type[0])
    return name ? `<${name}>${inner}</${name}>` : inner
  }

  it('wrap a mention inside its statement', () => {
    expect(
      marked('It began in May 2025. It ended.', ['It began in May 2025.', 'span'], ['May 2025', 'time']),
    ).toBe('<span>It began in <time>May 2025</time>.</span> It ended.')
  })

  it('cut emphasis where a mention reaches beyond it', () => {
    expect(marked('on **3 March** 2022', ['3 March 2022', 'time'])).toBe(
      'on <time><s>3 March</s> 2022</time>',
    )
  })

  it('do not cut a link in two', () => {
    expect(marked('See [the May 2025 report](https://a.example).', ['May 2025', 'time'])).toBe(
      'See <l>the <time>May 2025</time> report</l>.',
    )
  })

  it('keep every word, in order', () => {
    const raw = 'One **two *three* four** five `six` [seven](https://a.example) eight'
    const before = plainText(parseMarkdown(raw, 0))
    const tree = parseMarkdown(raw, 0)
    const [prose] = readProse(tree)
    const marks: Mark[] = [
      { stretch: [2, 12], tag: 'span', attributes: {} },
      { stretch: [5, 9], tag: 'time', attributes: {} },
      { stretch: [15, 30], tag: 'span', attributes: {} },
    ]
    markProse(prose?.node as Paragraph, marks)
    expect(plainText(tree)).toBe(before)
  })
})
