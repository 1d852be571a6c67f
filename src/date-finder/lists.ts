import type { Fields, Point } from './fields.ts'
import { NONE } from './meaning.ts'
import { readPoint } from './read-point.ts'
import { finest, joinedAt, skipArticles } from './reading.ts'
import type { Token } from './token.ts'

/** So many members of a list are read to find what they share. */
const MOST_MEMBERS = 4

/** What a date takes from the last of its list: "5, 6 y 7 de mayo", "March and April 2024", "18th and 19th centuries". */
export function shareOfList(tokens: readonly Token[], { fields, next }: Point): Fields | undefined {
  let k = next
  for (let n = 0; n < MOST_MEMBERS; n += 1) {
    const joint = joinedAt(tokens, k)?.meaning
    const twice = joint?.comma && joinedAt(tokens, k + 1)?.meaning.and
    if (!joint || !(joint.and || joint.comma)) return undefined
    const first = skipArticles(tokens, k + (twice ? 2 : 1))
    if (!joinedAt(tokens, first)) return undefined
    const point = readPoint(tokens, first, finest(fields))
    if (!point) return undefined
    takeMonth(point.fields, monthBefore(tokens, next, fields))
    const shared = isYearFirst(tokens[first] as Token) ? undefined : take(fields, point.fields)
    if (shared) return joint.and || twice ? shared : undefined
    if (!isAlike(fields, point.fields) || point.fields.year !== undefined) return undefined
    k = point.next
  }
  return undefined
}

/** The place of the next member of a list of centuries or decades: siglos XIX y XX, los años 70, 80 y 90. */
export function nextOfList(tokens: readonly Token[], k: number): number {
  const joint = joinedAt(tokens, k)?.meaning
  if (!joint || !(joint.and || joint.comma)) return 0
  const twice = joint.comma && joinedAt(tokens, k + 1)?.meaning.and
  if (twice) return skipArticles(tokens, k + 2)
  const next = skipArticles(tokens, k + 1)
  const after = joinedAt(tokens, next + 1)?.meaning
  return joint.and || after?.and || after?.comma ? next : 0
}

/** The month of a date that ends with its day, for the days behind it: "March 3, 4 and 5, 2024". 0 for others. */
export function monthBefore(tokens: readonly Token[], next: number, { month, day }: Fields): number {
  return day > 0 && isDay(tokens[next - 1], day) ? month : 0
}

function isDay(token: Token | undefined, day: number): boolean {
  return token !== undefined && (token.value === day || token.meaning.ordinal === day)
}

/** Gives a day by itself the month of the one before. */
export function takeMonth(fields: Fields, month: number): void {
  if (fields.day && !fields.month) fields.month = month
}

function take(from: Fields, to: Fields): Fields | undefined {
  const { month, calendar, year, short, relative, by } = to
  const shared = {
    month,
    calendar,
    relative,
    by,
    ...(year === undefined ? {} : { year }),
    ...(short ? { short } : {}),
  }
  const placed = to.day > 0 && (month > 0 || relative === 'month')
  if (from.bare) {
    if (placed && from.bare < to.day && !from.roman) return { ...from, ...shared, bare: 0, day: from.bare }
    if (to.century > from.bare && to.decade === undefined) return { ...from, bare: 0, century: from.bare }
    return undefined
  }
  if (from.year !== undefined || from.relative || from.same || from.near !== undefined) return undefined
  if (from.day && !from.month) return placed ? { ...from, ...shared } : undefined
  if (year === undefined && relative !== 'year') return undefined
  return isAlike(from, to) ? { ...from, ...shared, month: from.month, calendar: from.calendar } : undefined
}

/** Dates of the same grain. */
function isAlike(a: Fields, b: Fields): boolean {
  if (a.bare || b.bare) return a.bare > 0 && b.bare > 0
  const grains = ['month', 'day', 'quarter', 'half', 'season'] as const
  return grains.some((grain) => a[grain]) && grains.every((grain) => a[grain] > 0 === b[grain] > 0)
}

/** 5月和2024年6月: what stands before its month is its own. */
function isYearFirst({ digits, numeric, meaning }: Token): boolean {
  return (
    digits === 4 ||
    numeric !== undefined ||
    meaning.era !== NONE ||
    meaning.relative !== '' ||
    meaning.shift !== NONE
  )
}
