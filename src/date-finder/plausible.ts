import type { Fields } from './fields.ts'
import { NONE } from './meaning.ts'
import type { Found } from './ranges.ts'
import type { Token } from './token.ts'

/**
 * Whether what looks like a date is one where it stands. Amounts, versions and names are full of years; May and
 * March are verbs; a weekday or a count says a date only together with its reference.
 */
export function isPlausible(
  found: Found,
  text: string,
  tokens: readonly Token[],
  k: number,
  future: boolean,
): boolean {
  const { first, last } = found
  const before = tokens[k - 1]
  const led =
    tokens[k]?.joined &&
    before !== undefined &&
    (before.meaning.in || before.meaning.to || before.meaning.between || before.meaning.before !== '')
  // Every Monday, a Wednesday: none in particular.
  if (
    tokens[k]?.joined &&
    before &&
    (before.meaning.every || (first.weekday > 0 && isWeekdayAlone(first) && before.meaning.number !== NONE))
  )
    return false
  // 十来年 are some ten years, not 来年.
  if (first.relative && tokens[k]?.tight && before?.han) return false
  // A feast is of any year, unless one is said.
  if (
    first.day &&
    first.year === undefined &&
    !first.relative &&
    tokens.slice(k, found.next).some(({ meaning }) => meaning.day > 0)
  )
    return false
  // 每月3日
  if (tokens[k]?.joined && before?.meaning.mark && tokens[k - 2]?.meaning.every && before.joined) return false
  // 2022年前三个月: the first three of 2022, not the last three.
  if (first.span && tokens[k]?.tight && tokens[k - 1]?.meaning.mark) return false
  if (first.weekday && isWeekdayAlone(first)) {
    const token = tokens.slice(k, found.next).find(({ meaning }) => meaning.weekday > 0)
    if (token?.meaning.unsure) return false
  }
  // "In two years" is mostly how long it took.
  if (first.ago && tokens[k]?.meaning.henceBefore && tokens[k]?.meaning.in) return future
  if (
    first.decade !== undefined &&
    first.decade < 100 &&
    !first.century &&
    tokens[k]?.meaning.decade !== undefined &&
    tokens[found.next - 1]?.meaning.decade === first.decade &&
    !/\d/.test(text.slice(found.start, found.end))
  ) {
    if (!(before?.meaning.of && tokens[k]?.joined) && tokens[k]?.meaning.before === '') return false
    if (tokens[k]?.meaning.before === 'mid') return false
  }
  if (last !== undefined) return last === 'now' || !first.plain || isPlainRange(first, last, text, found)
  if (first.plain && isYearAlone(first)) return isYear(found, text, tokens, k, Boolean(led))
  if (isMonthAlone(first)) {
    const token = tokens.slice(k, found.next).find(({ meaning }) => meaning.month > 0)
    if (!token?.meaning.unsure) return true
    // A table's cell may hold nothing else.
    if (
      found.start < 4 &&
      text.slice(found.end).length < 4 &&
      !/[\p{L}\p{N}]/u.test(text.slice(0, found.start) + text.slice(found.end))
    )
      return true
    const capital = /^\p{Lu}/u.test(text.slice(token.start))
    return Boolean(led) && capital && token.end - token.start > 2
  }
  return true
}

/** A weekday and nothing else: of which week, only the reference date can tell. */
export function isWeekdayAlone({ day, month, year, relative, near, nth, weekday }: Fields): boolean {
  return weekday > 0 && !day && !month && year === undefined && !relative && near === undefined && !nth
}

function isYearAlone({
  month,
  day,
  quarter,
  half,
  season,
  mod,
  fiscal,
  century,
  decade,
  nth,
}: Fields): boolean {
  return (
    !month &&
    !day &&
    !quarter &&
    !half &&
    !season &&
    !mod &&
    !fiscal &&
    !century &&
    decade === undefined &&
    !nth
  )
}

function isMonthAlone({ month, day, year, relative, near, mod, same, nth, calendar }: Fields): boolean {
  return (
    month > 0 &&
    !day &&
    year === undefined &&
    !relative &&
    near === undefined &&
    !mod &&
    !same &&
    !nth &&
    !calendar
  )
}

function isPlainRange(first: Fields, last: Fields, text: string, { start, end }: Found): boolean {
  if (!isYearAlone(first) || !isYearAlone(last)) return true
  return (
    (first.year ?? 0) >= 1000 &&
    (last.year ?? 0) < 2200 &&
    !/^\s?[%％]/.test(text.slice(end, end + 2)) &&
    !/[$€£¥]\s?$/.test(text.slice(Math.max(0, start - 2), start))
  )
}

/** A number of four digits and nothing else. */
function isYear(found: Found, text: string, tokens: readonly Token[], k: number, led: boolean): boolean {
  const year = found.first.year ?? 0
  if (year > 2199) return false
  const before = tokens[k - 1]
  const after = tokens[found.next]
  if (before && tokens[k]?.joined && before.meaning.named && !led) return false
  if (after?.joined && (after.meaning.counted || after.meaning.unit)) return false
  if (led) return year >= 1000
  if (year < 1400) return false
  // Something counted: "2000 people", "1500 calories".
  if (
    /^ (?!(?:is|was|has|as|its|this|does|s)\b)[a-z]+(?:s|ren|men)\b/.test(
      text.slice(found.end, found.end + 24),
    )
  )
    return false
  // 82-2100 is a telephone number.
  if (/\p{N}[-–]$/u.test(text.slice(Math.max(0, found.start - 2), found.start))) return false
  return !/[（(]?第$/.test(text.slice(Math.max(0, found.start - 2), found.start))
}
