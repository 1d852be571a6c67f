import type { Table, TableCell } from 'mdast'
import { plainText } from './plain-text.ts'

/** Numbers that no year is, as amounts are written: 1,960, 3,00,000, 19.95, 7, $312, 45 %. */
const AMOUNT =
  /^[-−+~≈<>]?[$€£¥₹]?(?:\p{Nd}{1,2}|\p{Nd}{5,7}|\p{Nd}{1,3}(?:[.,٬\s]\p{Nd}{2,3}){0,2}[.,٬\s]\p{Nd}{3}|\p{Nd}{1,3}[.,٫]\p{Nd}{1,2})\s?[%٪€]?$/u
const FOUR_DIGITS = /^\p{Nd}{4}$/u

/** The cells whose four digits are an amount, as others of their column are; the first column names the rows. */
export function countingCells({ children: [, ...rows] }: Table): ReadonlySet<unknown> {
  const columns = new Map<number, { counts: boolean; cells: TableCell[] }>()
  for (const row of rows) {
    for (const [c, cell] of row.children.entries()) {
      if (c === 0) continue
      const column = columns.get(c) ?? { counts: false, cells: [] }
      columns.set(c, column)
      const text = plainText(cell).trim()
      if (FOUR_DIGITS.test(text)) column.cells.push(cell)
      else column.counts ||= AMOUNT.test(text)
    }
  }
  return new Set([...columns.values()].flatMap(({ counts, cells }) => (counts ? cells : [])))
}
