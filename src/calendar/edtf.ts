import type { DateValue, Day, Precision } from './date-value.ts'
import { dayOf, isoYear, parseIso, partsOf, toIso } from './days.ts'

/** EDTF's codes in the place of a month (ISO 8601-2): seasons, quarters, halves. */
const CODES: readonly { code: number; precision: Precision; month: number; months: number }[] = [
  { code: 21, precision: 'season', month: 3, months: 3 },
  { code: 22, precision: 'season', month: 6, months: 3 },
  { code: 23, precision: 'season', month: 9, months: 3 },
  { code: 24, precision: 'season', month: 12, months: 3 },
  { code: 33, precision: 'quarter', month: 1, months: 3 },
  { code: 34, precision: 'quarter', month: 4, months: 3 },
  { code: 35, precision: 'quarter', month: 7, months: 3 },
  { code: 36, precision: 'quarter', month: 10, months: 3 },
  { code: 40, precision: 'half', month: 1, months: 6 },
  { code: 41, precision: 'half', month: 7, months: 6 },
]

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

/** Reads EDTF of level 0 and 1, with level 2's quarters and halves; undefined where it is none. */
export function parseEdtf(text: string): DateValue | undefined {
  const halves = text.split('/')
  if (halves.length > 2) return undefined
  const [first = '', last] = halves
  if (last === undefined) return parseSingle(first)
  const from = parseSingle(first)
  const to = parseSingle(last)
  if (first === '..' && to) return { from: to.from, to: to.to, precision: 'range', open: 'from' }
  if (last === '..' && from) return { from: from.from, to: from.to, precision: 'range', open: 'to' }
  if (!from || !to || to.to < from.from) return undefined
  return { from: from.from, to: to.to, precision: 'range' }
}

function parseSingle(text: string): DateValue | undefined {
  const [, form = '', qualifier] = /^(.*?)([~?%])?$/.exec(text) ?? []
  const value = parsePlain(form)
  return value && qualifier ? { ...value, mod: 'approx' } : value
}

function parsePlain(form: string): DateValue | undefined {
  const day = parseIso(form)
  if (day !== undefined) return { from: day, to: day, precision: 'day' }
  const decade = /^(\d{3})X$/.exec(form)
  if (decade) return years(Number(decade[1]) * 10, 10, 'decade')
  const match = /^([+-]?\d{4,6})(?:-(\d{2}))?$/.exec(form)
  if (!match) return undefined
  const year = Number(match[1])
  if (match[2] === undefined) return years(year, 1, 'year')
  const month = Number(match[2])
  if (month >= 1 && month <= 12) return months(year, month, 1, 'month')
  const code = CODES.find((entry) => entry.code === month)
  return code && months(year, code.month, code.months, code.precision)
}

/** A value of whole months from the first of `month` on. */
export function months(year: number, month: number, count: number, precision: Precision): DateValue {
  return { from: dayOf(year, month, 1), to: dayOf(year, month + count, 1) - 1, precision }
}

/** A value of whole years from `year` on. */
export function years(year: number, count: number, precision: Precision): DateValue {
  return { from: dayOf(year, 1, 1), to: dayOf(year + count, 1, 1) - 1, precision }
}
