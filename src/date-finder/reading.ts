import { type Fields, noFields } from './fields.ts'
import { BACKWARDS, NONE } from './meaning.ts'
import { type Token, WIDE_COMMA } from './token.ts'

/** What a number by itself would be: the finest part that the other end of a range has. */
export type Expected = 'day' | 'month' | 'year' | 'decade' | 'century' | ''

/** The kind of the part that was read last. */
export type Part = '' | 'year' | 'month' | 'day' | 'part' | 'period' | 'relative' | 'weekday' | 'nth'

/** A date in the course of being read, part by part. */
export interface Reading {
  readonly tokens: readonly Token[]
  readonly fields: Fields
  readonly expected: Expected
  last: Part
}

/** Reads one kind of part at a token: sets its fields, and returns the index behind it; 0 where there is none. */
export type PartReader = (reading: Reading, k: number) => number

export function newReading(tokens: readonly Token[], expected: Expected): Reading {
  return { tokens, fields: noFields(), expected, last: '' }
}

/** The token at an index, if only spaces part it from the one before. */
export function joinedAt(tokens: readonly Token[], k: number): Token | undefined {
  const token = tokens[k]
  return token?.joined ? token : undefined
}

/** Ends a part. */
export function done(reading: Reading, part: Part, next: number): number {
  reading.last = part
  return next
}

/** Words and commas between two parts of one date: "of the", ", ". */
export const MOST_GLUE = 2

/** The index of the next token behind words that carry nothing; 0 where the date ends. */
export function skipGlue(tokens: readonly Token[], k: number, last: Part): number {
  let at = k
  for (let glue = 0; glue <= MOST_GLUE; glue += 1) {
    const token = joinedAt(tokens, at)
    if (!token) return 0
    const { comma, dash, slash } = token.meaning
    const of = isGlue(token, last)
    if (glue === 0 && (dash || slash) && token.tight) {
      if (!isWithinDate(tokens[at + 1], last)) return at
      at += 1
      continue
    }
    // "Elle a été, en 1922", "a 21, en octubre"
    if (comma && (last === 'part' || last === 'day') && tokens[at + 1]?.meaning.of) return 0
    // A century and what comes behind a comma are two, and so are dates behind a wide comma or before an article.
    const behind = joinedAt(tokens, at + 1)?.meaning
    const parts =
      last === 'period' || (last === 'relative' && !behind?.weekday) || token.meaning === WIDE_COMMA
    if (comma && (parts || (last === 'year' && behind?.of))) return 0
    if (isPart(token) || !(of || comma)) return at
    at += 1
  }
  return at
}

/** "2020 में 28 जून" is a day of the year, "जून में 28" are 28 of anything in June. */
function isGlue({ meaning }: Token, last: Part): boolean {
  return meaning.of && !(meaning.in && meaning.behind && last !== 'year' && last !== '')
}

/** "19th-century", "2019-Aug-1", "Aug-1-2019", "Dec/2018": a hyphen within one date, not between two. */
function isWithinDate(token: Token | undefined, last: Part): boolean {
  if (!token?.joined) return false
  const { month, unit, part } = token.meaning
  if (!token.tight) return last === 'day' && month > 0
  if (last === 'year') return month > 0 || part !== ''
  if (last === 'day' && token.digits === 4) return true
  if ((last === 'part' || last === 'nth') && (token.digits === 4 || token.digits === 2)) return true
  return unit !== '' || month > 0 || (last === 'month' && token.value !== NONE)
}

function isPart({ value, meaning, numeric }: Token): boolean {
  return (
    value !== NONE ||
    numeric !== undefined ||
    meaning.month > 0 ||
    meaning.relative !== '' ||
    meaning.part !== ''
  )
}

/** Whether the token behind a number makes it count something rather than name a day or year. */
export function isCount(token: Token | undefined): boolean {
  if (!token?.joined) return false
  const { unit, counted, mark, weekday, ago, month } = token.meaning
  if (month || weekday) return mark === '' && ago && token.tight
  return unit !== '' || counted || mark !== '' || (ago && token.tight)
}

/** 一 to 六, 日 or 天 behind 上周 or 第一个星期: the day of that week; 0 for none. */
export function weekdayNumber(token: Token | undefined): number {
  if (!token?.tight || token.end - token.start !== 1) return 0
  if (token.han && token.value >= 1 && token.value <= 6) return token.value
  return token.meaning.mark === 'day' || token.meaning.unit === 'day' ? 7 : 0
}

/** Skips articles and a weekday: "to the 15th", "bis Mittwoch, den 22." */
export function skipArticles(tokens: readonly Token[], k: number): number {
  let at = k
  for (let n = 0; n < 2; n += 1) {
    const token = tokens[at]
    if (
      token?.joined &&
      token.meaning.of &&
      token.value === NONE &&
      !token.meaning.month &&
      tokens[at + 1]?.joined
    )
      at += 1
  }
  return at
}

/** What a number by itself would be at the other end. */
export function finest({
  day,
  month,
  bare,
  year,
  quarter,
  half,
  decade,
  century,
  relative,
  ago,
  span,
}: Fields): Expected {
  if (day) return 'day'
  if (bare || quarter || half || relative || ago || span) return ''
  if (century || decade !== undefined) return century ? 'century' : 'decade'
  return month ? 'month' : year !== undefined ? 'year' : ''
}

export function yearOfEra(era: number, year: number): number {
  return era === BACKWARDS ? 1 - year : era + year
}

/** Behind a year of another calendar: هـ. */
export function namesCalendar(token: Token | undefined): boolean {
  return token !== undefined && token.meaning.calendar !== '' && !token.meaning.month
}

export function hasYear({ year, century, decade }: Fields): boolean {
  return year !== undefined || century !== 0 || decade !== undefined
}

export function isWhole(value: number): boolean {
  return value >= 1 && Number.isInteger(value)
}
