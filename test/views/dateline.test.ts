import { expect, it } from 'vitest'
import type { Dateline, Section } from '../../src/notes/index.ts'
import { datelineWithin } from '../../src/views/note/dateline.ts'

function section(title: string, words?: string): Section {
  const start = words ? title.indexOf(words) : 0
  const dateline = words ? ({ start, end: start + words.length } as Dateline) : undefined
  return { id: 'h', title, level: 2, ...(dateline ? { dateline } : {}) }
}

it.each([
  ['Repairs (June 2024, Town Hall)', '(June 2024, Town Hall)', undefined],
  ['Repairs (June 2024) ', '(June 2024)', undefined],
  ['Les débuts (1988-1989) : une chambre', '(1988-1989)', 'within'],
  ['1990s: dominance', '1990s', 'within'],
  ['Repairs', undefined, undefined],
])(
  '%s: a line of its own is for a dateline that the heading ends with, and for no other',
  (title, words, is) => {
    expect(datelineWithin(section(title, words))).toBe(is)
  },
)

it('what is no section has none', () => {
  expect(datelineWithin(undefined)).toBeUndefined()
})
