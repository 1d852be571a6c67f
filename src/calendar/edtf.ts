import type { DateValue, Precision } from './date-value.ts'
import { dayOf, parseIso } from './days.ts'

/** EDTF's codes in the place of a month (ISO 8601-2): seasons, quarters, halves. */
export const CODES: readonly { code: number; precision: Precision; month: number; months: number }[] = [
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
