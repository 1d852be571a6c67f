import type { DateValue, Day } from './date-value.ts'
import { partsOf, toIso } from './days.ts'
import { digitValue } from './digits.ts'
import { parseEdtf } from './edtf.ts'
import { formatValue } from './format.ts'

/** A stretch of days, both inclusive; an end that is not there is open. */
export interface DayRange {
  readonly from?: Day
  readonly to?: Day
}

/** A range as typed. `reversed`: it ended before it began, and was turned round. */
export interface TypedRange extends DayRange {
  readonly reversed?: true
}

/**
 * The days that a range typed in EDTF means: `2025`, `2025-09`, `2025-09..2025-10`, `..2024`, `1990s`; digits of any
 * script and width, and any dash. Undefined where it is no range.
 */
export function parseRange(text: string): TypedRange | undefined {
  const plain = plainForm(text)
  // A dash without spaces stands within a date before it stands between two: 2025–09.
  const whole = parsePart(plain) ?? parsePart(plain.replace(/[–—]/g, '-'))
  if (whole) return { from: whole.from, to: whole.to }
  for (const mark of RANGE_MARKS) {
    const [first, last, ...more] = plain.split(mark)
    if (first === undefined || last === undefined || more.length > 0) continue
    const [from, to] = [parsePart(first), parsePart(last)]
    if ((first && !from) || (last && !to) || !(from || to)) continue
    return between(from, to)
  }
  return undefined
}

/** From the beginning of one value to the end of another, turned round where that comes before. */
export function between(first: DateValue | undefined, last: DateValue | undefined): TypedRange {
  if (first && last && last.to < first.from) return { from: last.from, to: first.to, reversed: true }
  return toRange(first?.from, last?.to)
}

const RANGE_MARKS = [/ *\.\.+ *| *\/ */, / *[–—~] *| - /]

function parsePart(text: string): DateValue | undefined {
  return parseEdtf(
    text
      .replace(/^(\d{3})0s$/i, '$1X')
      .replace(/^-(\d{1,3})$/, (_, year: string) => `-${year.padStart(4, '0')}`)
      // 2025.9.8, 2025-9
      .replace(
        /^(\d{4})([.-])(\d\d?)(?:\2(\d\d?))?$/,
        (_, year: string, _mark, month: string, day?: string) =>
          [year, month, day]
            .map((part) => part?.padStart(2, '0'))
            .filter(Boolean)
            .join('-'),
      ),
  )
}

/** Digits as 0 to 9, full width as half, white space as single spaces. */
function plainForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (char) => String(digitValue(char.codePointAt(0) as number)))
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replace(/[〜∼]/g, '~')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The days between two ends as an address has them, see {@link rangeEnds}; what is no date is an open end. */
export function parseEnds(first: string, last: string): DayRange {
  const from = parseRange(first)?.from
  const to = parseRange(last)?.to
  return from !== undefined && to !== undefined && to < from ? toRange(to, from) : toRange(from, to)
}

/** A range with only those ends that there are. */
export function toRange(from: Day | undefined, to: Day | undefined): DayRange {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

/**
 * Both ends as an address has them: whole years as years, whole months as months, else days; '' for an open end.
 * @example rangeEnds({ from: dayOf(2025, 3, 1), to: dayOf(2025, 5, 31) }) //=> { from: '2025-03', to: '2025-05' }
 */
export function rangeEnds({ from, to }: DayRange): { from: string; to: string } {
  const firsts = [from, to === undefined ? undefined : to + 1].filter((day) => day !== undefined).map(partsOf)
  const cut = firsts.some(({ day }) => day > 1) ? 0 : firsts.some(({ month }) => month > 1) ? -3 : -6
  const write = (day: Day | undefined) => (day === undefined ? '' : toIso(day).slice(0, cut || undefined))
  return { from: write(from), to: write(to) }
}

/** A range in words of the language; '' for all time. */
export function formatRange({ from, to }: DayRange, locale: string): string {
  if (from === undefined && to === undefined) return ''
  const value = { from: from ?? (to as Day), to: to ?? (from as Day), precision: 'range' } as const
  if (from === undefined) return formatValue({ ...value, open: 'from' }, locale)
  return formatValue(to === undefined ? { ...value, open: 'to' } : value, locale)
}
