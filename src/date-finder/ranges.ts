import type { Fields } from './fields.ts'
import { shareOfList, takeMonth } from './lists.ts'
import { readPoint } from './read-point.ts'
import { type Expected, finest, skipArticles } from './reading.ts'
import type { Token } from './token.ts'

/** A mention before it is known which days it means: one date, or two ends of a range. */
export interface Found {
  start: number
  end: number
  next: number
  first: Fields
  /** The other end; `'now'` where the range goes on. */
  last?: Fields | 'now'
  /** The first end by itself, where the two make no range after all. */
  alone?: Found
}

/** Reads the date or range that begins at a token; a day by itself is of the month given. */
export function readFound(
  tokens: readonly Token[],
  k: number,
  expected: Expected = '',
  month = 0,
): Found | undefined {
  const from = readPoint(tokens, k, expected)
  if (!from) return undefined
  takeMonth(from.fields, month)
  const alone: Found = { start: from.start, end: from.end, next: from.next, first: from.fields }
  const joint = jointAt(tokens, from.next, k)
  if (joint > 0 && tokens[joint]?.joined) {
    if (tokens[joint]?.joined && tokens[joint]?.meaning.now && !from.fields.bare) {
      const end = (tokens[joint] as Token).end
      return { start: from.start, end, next: joint + 1, first: from.fields, last: 'now' }
    }
    const to = readPoint(tokens, skipArticles(tokens, joint), finest(from.fields))
    // "In the 19th century, to the 20th": only full dates take a comma.
    const comma = tokens[from.next]?.meaning.comma && !(from.fields.day && to?.fields.day && to.fields.month)
    // 5月9日から2泊: a day that its mark names ends with another such.
    const unmarked = from.fields.marked && to?.fields.day && !to.fields.marked && !to.fields.month
    const apart = comma || unmarked
    if (to && to.start >= from.end && !apart) {
      const [first, last] = share(from.fields, to.fields)
      // "And" joins a range only between "between", or before 之间.
      const and =
        !tokens[joint - 1]?.meaning.and ||
        isBetween(tokens, k) ||
        (tokens[to.next]?.joined && tokens[to.next]?.meaning.betweenAfter)
      // "In 2010 to 15 people" is no range, 2010–15 is.
      const short = to.fields.bare > 0 && from.fields.plain && !tokens[joint - 1]?.meaning.dash
      if (first && last && and && !short && isRange(from.fields, to.fields)) {
        // "March 3–5 and 7, 2024"
        const year = first.day && last.day ? shareOfList(tokens, { ...to, fields: last })?.year : undefined
        const ends =
          year === undefined ? { first, last } : { first: { ...first, year }, last: { ...last, year } }
        return {
          start: from.start,
          end: to.end,
          next: to.next,
          ...ends,
          ...(from.fields.bare ? {} : { alone }),
        }
      }
      // "3 and 4 May 2024": two days, the first of which takes its month and year from the other.
      if (first && !and && last?.day && (first.day || first.month)) return { ...alone, first }
    }
  }
  // 至今 needs no word between.
  const now = tokens[from.next]
  if (now?.joined && now.meaning.untilNow && !from.fields.bare) {
    return { start: from.start, end: now.end, next: from.next + 1, first: from.fields, last: 'now' }
  }
  const first = shareOfList(tokens, from)
  if (first) return { ...alone, first }
  return from.fields.bare ? undefined : alone
}

/** "Between" before the first end, or before its article. */
function isBetween(tokens: readonly Token[], k: number): boolean {
  const before = tokens[k - 1]?.meaning
  return before?.between === true || (before?.of === true && tokens[k - 2]?.meaning.between === true)
}

/** The token behind the word or dash that joins the ends of a range; 0 where there is none. */
function jointAt(tokens: readonly Token[], k: number, first: number): number {
  let at = k
  let token = tokens[at]
  if (!token?.joined) return 0
  // "from July 4, 1845, to September 6"
  if (token.meaning.comma) {
    const { to, and } = tokens[at + 1]?.meaning ?? {}
    if (to || (and && isBetween(tokens, first))) token = tokens[++at]
    if (!token?.joined) return 0
  }
  const { to, dash, and, slash } = token.meaning
  if (slash) return isOneDate(tokens[at - 1], tokens[at + 1], token.tight) ? at + 1 : 0
  if (to || dash || and) {
    // "du 3 au 7", "bis zum 10."
    if (tokens[at + 1]?.joined && tokens[at + 1]?.meaning.to) return at + 2
    return at + 1
  }
  return 0
}

/** "April/Mai 2023", "Q1/Q2 2024", "212/211 BC", "24./25. Juni" */
function isOneDate(before: Token | undefined, behind: Token | undefined, tight: boolean): boolean {
  if (!before || !behind?.joined) return false
  const { value, digits } = behind
  if (before.value === value - 1 && before.digits > 0 && digits < 3 && value < 32) return true
  return tight && behind.tight && ((before.digits > 1 && digits > 1) || (isPart(before) && isPart(behind)))
}

const isPart = ({ meaning }: Token) => meaning.month > 0 || meaning.part !== ''

/** Gives each end what only the other says: "8–10 September 2025", "2024年1月至3月", "1995–97". */
function share(first: Fields, last: Fields): [Fields | undefined, Fields | undefined] {
  let from = first
  let to = last
  if (from.bare && to.bare) return [undefined, undefined]
  if (from.bare) {
    // "From the 15th to the 17th century"
    if (to.century && to.decade === undefined) {
      from = { ...from, bare: 0, century: to.century < 0 ? -from.bare : from.bare }
    } else if (from.roman) return [undefined, undefined]
    else if (to.day) from = { ...from, bare: 0, day: from.bare }
    else if (to.month && from.bare <= 12) from = { ...from, bare: 0, month: from.bare }
    else return [undefined, undefined]
  }
  if (to.bare) {
    if (from.day && !from.marked) to = { ...to, bare: 0, day: to.bare }
    else if (
      from.year !== undefined &&
      (from.plain || from.season) &&
      !from.month &&
      to.bare > from.year % 100
    ) {
      to = { ...to, bare: 0, year: Math.floor(from.year / 100) * 100 + to.bare }
    } else return [undefined, undefined]
  }
  if (from.day && to.day) {
    if (!from.month) from = { ...from, month: to.month, calendar: to.calendar }
    if (!to.month) to = { ...to, month: from.month, calendar: from.calendar }
  }
  // "Del 4 al 23 del próximo mes"
  if (from.day && !from.month && !from.relative && to.relative === 'month') {
    from = { ...from, relative: to.relative, by: to.by }
  }
  // "Zwischen August und November letzten Jahres"
  if (from.month && from.year === undefined && !from.relative && to.relative === 'year' && to.month) {
    from = { ...from, relative: to.relative, by: to.by }
  }
  // "11. bis 15. Januar des Folgejahres"
  if (to.same && from.year === undefined && from.month === to.month && from.day) {
    from = { ...from, same: true, by: to.by }
    to = { ...to, by: 0 }
  }
  // "Entre viernes y domingo de la semana pasada"
  if (from.weekday && !from.relative && to.weekday && to.relative === 'week') {
    from = { ...from, relative: to.relative, by: to.by }
  }
  const dated = (f: Fields) => f.month || f.day || f.quarter || f.half || f.season
  if (from.year === undefined && !from.relative && to.year !== undefined && dated(from)) {
    const wraps = from.month > to.month && to.month > 0
    from = { ...from, year: wraps ? to.year - 1 : to.year, ...(to.short ? { short: true } : {}) }
  } else if (to.year === undefined && !to.relative && from.year !== undefined && dated(to)) {
    const wraps = to.by > 0 || (to.month < from.month && to.month > 0)
    to = { ...to, year: wraps ? from.year + 1 : from.year, ...(from.short ? { short: true } : {}) }
  } else if (isTaken(from, to) && !to.relative && to.year === undefined && dated(to)) {
    to = { ...to, relative: from.relative, by: from.by }
  }
  // 1804～18年
  if (from.plain && to.short && (from.year ?? 0) >= 1000 && (to.year ?? 0) > (from.year ?? 0) % 100) {
    to = { ...to, year: Math.floor((from.year ?? 0) / 100) * 100 + (to.year ?? 0), short: false }
  }
  // 康熙五十一年至六十年, 平成30-31年
  if (from.reign !== undefined && to.year !== undefined && !to.era && to.year < 100 && !to.month) {
    to = { ...to, year: to.year + from.reign, era: true, short: false }
  }
  // 公元前900-800年, 221–206 BC: the era of one end is the other's.
  const [a, b] = [from.year ?? 0, to.year ?? 0]
  if (from.era && a <= 0 && !to.era && b > 0 && b <= 1 - a) to = { ...to, year: 1 - b, short: false }
  else if (to.era && b <= 0 && !from.era && a > 0) from = { ...from, year: 1 - a }
  // 公元前4至3世纪
  if (from.century < 0 && to.century > 0 && to.century < -from.century && !to.era)
    to = { ...to, century: -to.century }
  // "Années 1990–2000" are two decades.
  if ((from.decade ?? 0) >= 100 && to.plain && b % 10 === 0 && b > (from.decade ?? 0)) {
    const { year: _, ...rest } = to
    to = { ...rest, plain: false, decade: b }
  }
  if (from.century && to.decade !== undefined) return [undefined, undefined]
  if (from.decade !== undefined && to.decade !== undefined && to.decade < 100 && from.decade >= 100) {
    to = { ...to, decade: Math.floor(from.decade / 100) * 100 + to.decade }
  }
  return [from, to]
}

/** Whether the other end is of what the first is counted by: 去年3月至5月, 来月3日から5日; 明日から11日 is not. */
function isTaken({ relative }: Fields, to: Fields): boolean {
  return relative === 'year' || (relative === 'month' && to.day > 0 && !to.month)
}

/** Two ends that make one stretch: both of the calendar, or both counted. */
function isRange(first: Fields, last: Fields): boolean {
  if (first.span || last.span || first.ago || last.ago) return false
  if (first.nth || last.nth) return true
  // "2023 – May" is no range; "2015 to May 2017" is, and so is 2025Q1–Q3.
  return !(
    first.plain &&
    !first.month &&
    !first.quarter &&
    !first.half &&
    last.year === undefined &&
    !last.relative &&
    !last.bare
  )
}
