import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfm } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/notes/index.ts'

const PARTS = [
  ...[
    'a',
    'www.',
    'www.a.b',
    'http://',
    'https://x.y',
    'w',
    '@',
    'x@y.z',
    '&#64;',
    '.',
    '+',
    '中',
    '。',
    '1',
  ],
  ...['|', '-', ':', ' ', '\n', '\n\n', '--', '| a | b |', '|-|-|', ':-:', 'a\n-:', '> ', '- ', '\t', '---'],
  ...['_', '*', '~~', '[', '](', ')', '`', '# ', '<', '\\'],
]

test('what the parser is not offered, since no text like it can have it, is not missed', () => {
  const text = fc.array(fc.constantFrom(...PARTS), { maxLength: 14 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (text) => {
      const extensions = [cjkFriendlyExtension(), gfm()]
      const whole = fromMarkdown(text, { extensions, mdastExtensions: [gfmFromMarkdown()] })
      expect(parseMarkdown(text, 0)).toEqual(whole)
    }),
    { numRuns: 500, examples: [['中 _x@y.z']] },
  )
})

test.each([
  ['an address', 'Write to me@example.org.', 'link'],
  ['a table', '| a | b |\n| - | - |\n| 1 | 2 |', 'table'],
  ['a table of one column', 'a |\n:-', 'table'],
])('%s is read', (_, text, type) => {
  expect(JSON.stringify(parseMarkdown(text, 0))).toContain(`"type":"${type}"`)
})

test.each([
  ['这是**“开源”**的意义。', '“开源”'],
  ['発表した**「会議」**が始まる。', '「会議」'],
  ['答案是**什么？**他没有说。', '什么？'],
])('emphasis in “%s” does not show its asterisks', (text, strong) => {
  const [paragraph] = parseMarkdown(text, 0).children
  const children = paragraph?.type === 'paragraph' ? paragraph.children : []
  expect(children.map(({ type }) => type)).toEqual(['text', 'strong', 'text'])
  expect(children[1]).toMatchObject({ children: [{ value: strong }] })
})

test('asterisks between spaces, or within a Latin word and its quotation mark, are no emphasis', () => {
  for (const text of ['二 ** 三 ** 四', 'a**"b"**c']) {
    expect(JSON.stringify(parseMarkdown(text, 0))).not.toContain('"strong"')
  }
})
