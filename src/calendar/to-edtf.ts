import type { DateValue, Day } from './date-value.ts'
import { isoYear, partsOf, toIso } from './days.ts'
import { CODES } from './edtf.ts'

/**
 * The EDTF form: level 1, and level 2 for quarters and halves. It has no early, mid or late; `approx` becomes `~`.
 * @example toEdtf({ from, to, precision: 'decade' }) //=> '199X'
 */
export function toEdtf(value: DateValue): string {
  const form = formOf(value)
  return value.mod === 'approx' && !form.includes('/') ? `${form}~` : form
}

function formOf({ from, to, precision, open }: DateValue): string {
  const { year, month } = partsOf(from)
  if (precision === 'day') return toIso(from)
  if (precision === 'month') return `${isoYear(year)}-${String(month).padStart(2, '0')}`
  if (precision === 'year') return isoYear(year)
  if (precision === 'decade' && year >= 0 && year % 10 === 0) return `${isoYear(year).slice(0, -1)}X`
  const code = CODES.find((entry) => entry.precision === precision && entry.month === month)
  if (code) return `${isoYear(year)}-${code.code}`
  const cut = Math.max(open === 'from' ? 0 : finest(from), open === 'to' ? 0 : finest(to + 1))
  return `${open === 'from' ? '..' : cutTo(from, cut)}/${open === 'to' ? '..' : cutTo(to, cut)}`
}

/** What the first day of a range has to say: 0 its year, 1 its month too, 2 itself. */
function finest(day: Day): number {
  const { month, day: d } = partsOf(day)
  return d > 1 ? 2 : month > 1 ? 1 : 0
}

/** Both ends of a range are written alike: 2023-05/2023-05-05 would begin on some day of May. */
function cutTo(day: Day, cut: number): string {
  const iso = toIso(day)
  return cut === 2 ? iso : iso.slice(0, cut === 1 ? -3 : -6)
}
