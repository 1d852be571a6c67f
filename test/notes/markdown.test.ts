import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
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
      const whole = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
      expect(parseMarkdown(text, 0)).toEqual(whole)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['an address', 'Write to me@example.org.', 'link'],
  ['a table', '| a | b |\n| - | - |\n| 1 | 2 |', 'table'],
  ['a table of one column', 'a |\n:-', 'table'],
])('%s is read', (_, text, type) => {
  expect(JSON.stringify(parseMarkdown(text, 0))).toContain(`"type":"${type}"`)
})
