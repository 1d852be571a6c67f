import { describe, expect, it } from 'vitest'
import { compileNote } from '../../src/compiler/compile-note.ts'

const found = (table: string) => {
  const raw = `---\nlang: en\n---\n${table}`
  return compileNote('a.md', raw).mentions.map(({ rawStart, rawEnd }) => raw.slice(rawStart, rawEnd))
}

describe('four digits in a cell of a table', () => {
  it('are a year in a column of years', () => {
    expect(found('| What | Year |\n|---|---|\n| A | 1987 |\n| B | 2012 |\n| C | – |')).toEqual([
      '1987',
      '2012',
    ])
    expect(found('| Name | Born | Died |\n|---|---|---|\n| A | 980 | 1537 |')).toEqual(['1537'])
  })

  it('are none in a column that holds amounts', () => {
    expect(found('| What | $M |\n|---|---|\n| A | 2010 |\n| B | 19.95 |')).toEqual([])
    expect(found('| What | Copies |\n|---|---|\n| A | 1987 |\n| B | 1,960 |\n| C | 2,100 |')).toEqual([])
  })

  it('are a year in the first column and in the head, whatever stands below', () => {
    expect(found('| Year | 2024 |\n|---|---|\n| 1987 | 12 |\n| 31 | 2001 |')).toEqual(['2024', '1987'])
  })

  it('leave words beside them what they are', () => {
    expect(found('| What | When |\n|---|---|\n| A | May 1987 |\n| B | 12 |')).toEqual(['May 1987'])
  })
})
