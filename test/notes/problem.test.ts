import { describe, expect, it } from 'vitest'
import { formatProblem, placeProblems, printableJson } from '../../src/notes/index.ts'

const problem = (offset: number, severity: 'error' | 'warning' = 'warning') => ({
  offset,
  severity,
  message: 'm',
  hint: 'h',
})
const places = (raw: string, ...offsets: number[]) =>
  placeProblems(
    'a.md',
    raw,
    offsets.map((offset) => problem(offset)),
  ).map(({ line, column }) => [line, column])

describe('a problem', () => {
  it('has its line and column, whatever ends the lines', () => {
    expect(places('ab\ncd\r\nef\rgh', 0, 2, 3, 5, 7, 10, 11)).toEqual([
      [1, 1],
      [1, 3],
      [2, 1],
      [2, 3],
      [3, 1],
      [4, 1],
      [4, 2],
    ])
    expect(places('', 0)).toEqual([[1, 1]])
  })

  it('stands in the order of the file, one by one up to twenty, and the rest only counted', () => {
    const offsets = Array.from({ length: 60_000 }, (_, i) => 60_000 - i)
    const placed = placeProblems(
      'a.md',
      '\n'.repeat(60_000),
      offsets.map((offset) => problem(offset, offset === 60_000 ? 'error' : 'warning')),
    )
    expect(placed).toHaveLength(21)
    expect(placed[0]?.line).toBe(2)
    expect(placed[20]).toMatchObject({ severity: 'error', message: expect.stringContaining('59980') })
  })

  it('does nothing to the terminal that shows it', () => {
    const text = formatProblem({
      file: 'a\u001B[2J\nb.md',
      line: 1,
      column: 2,
      severity: 'error',
      message: '\u202E\u009B31m\uD800',
      hint: 'h\u2066',
    })
    expect(text).toBe('a\\u{1b}[2J\\u{a}b.md:1:2: error: \\u{202e}\\u{9b}31m\\u{d800}\n    h\\u{2066}')
  })
})

describe('a line of JSON', () => {
  it('does nothing to a terminal either, and means the same', () => {
    const value = { text: 'a\u009B\u202E\u2028\u{E0041}纸' }
    const line = printableJson(value)
    expect(line).toMatch(/^[\x20-\x7E纸]*$/)
    expect(JSON.parse(line)).toEqual(value)
  })
})
