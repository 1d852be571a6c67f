import type { Fields, Point } from './fields.ts'
import { readMarkedNumber } from './marked-parts.ts'
import { NONE } from './meaning.ts'
import { readDay, readEraYear, readNumericDate, readShortYear, readYear } from './number-parts.ts'
import { readBarePeriod, readLaterPeriod, readNamedCentury, readNumberedPart } from './numbered-parts.ts'
import { readPartBehind, readPartOfPeriod } from './period-parts.ts'
import { readFirstOfRange } from './range-parts.ts'
import { type Expected, joinedAt, newReading, type PartReader, type Reading, skipGlue } from './reading.ts'
import { readShift, readShiftAfter } from './shift-parts.ts'
import { NOTHING, type Token } from './token.ts'
import {
  readCountedPart,
  readDecade,
  readEndOfYear,
  readFiscal,
  readMonthName,
  readNamedPart,
  readPeriodSpokenOf,
  readRelative,
  readSeason,
  readSpokenYear,
  readUnit,
  readWeekday,
} from './word-parts.ts'

/** Tried in this order at a number in digits or numerals; the first that fits is taken. */
const NUMBER_PARTS: readonly PartReader[] = [
  readNumericDate,
  readPartOfPeriod,
  readCountedPart,
  readMarkedNumber,
  readNumberedPart,
  readLaterPeriod,
  readFirstOfRange,
  readBarePeriod,
  readYear,
  // After the year, which takes 2025 from "March 2025".
  readDay,
  readShortYear,
]

/** The same at a word. */
const WORD_PARTS: readonly PartReader[] = [
  readEraYear,
  readPartOfPeriod,
  // Before numbers by themselves: "three years ago", 上两个月.
  readCountedPart,
  readMarkedNumber,
  readNumberedPart,
  readPartBehind,
  readLaterPeriod,
  readFirstOfRange,
  readDay,
  readMonthName,
  readNamedPart,
  readEndOfYear,
  readSpokenYear,
  readRelative,
  readSeason,
  readDecade,
  readNamedCentury,
  readWeekday,
  readUnit,
  readPeriodSpokenOf,
  readShiftAfter,
  readShift,
  readFiscal,
]

/**
 * Reads the date that begins at a token: the longest run of parts (year, month, day, quarter, … and what stands
 * around them) in any order in which a language has them. The parts of every language go into the same fields.
 */
export function readPoint(
  tokens: readonly Token[],
  first: number,
  expected: Expected = '',
): Point | undefined {
  const reading = newReading(tokens, expected)
  const { fields } = reading
  const lead = readLead(reading, first)
  let k = lead.next
  let { begins } = lead
  let behindWeekday = 0
  let behindShift = 0
  for (;;) {
    if (fields.ago || fields.span) break
    const opened = reading.last === 'weekday' && begins === lead.begins
    const shifted = reading.last === '' && fields.near !== undefined
    const from = k === lead.next ? k : skipGlue(tokens, k, reading.last)
    const next = from < tokens.length && (from > 0 || k === lead.next) ? readPart(reading, from) : 0
    if (next === 0) break
    if (opened && fields.month > 0 && fields.nth === 0) begins = from
    if (opened && fields.near === undefined) behindWeekday = from
    if (shifted) behindShift = from
    k = next
  }
  // The weekday beside a date is no part of it.
  if (behindWeekday > 0 && fields.month > 0 && fields.nth === 0) begins = behindWeekday
  // "Ce 8 novembre 2019"
  if (fields.near !== undefined && fields.year !== undefined) {
    delete fields.near
    begins = Math.max(begins, behindShift)
  }
  if (k === lead.next) return undefined
  if (fields.month && fields.year === undefined && joinedAt(tokens, k)?.meaning.following) {
    fields.following = true
    k += 1
  }
  // 同年末: late in the year spoken of, which by itself is no date.
  k = readTail(reading, k)
  if (!isComplete(fields) || (fields.weekOf && !fields.day)) return undefined
  const { start } = tokens[begins] as Token
  return { start, end: (tokens[k - 1] as Token).end, next: k, fields }
}

function readPart(reading: Reading, k: number): number {
  const token = reading.tokens[k] as Token
  for (const read of token.meaning === NOTHING ? NUMBER_PARTS : WORD_PARTS) {
    const next = read(reading, k)
    if (next > 0) return next
  }
  return 0
}

/** Early, mid, late; about, behind which the mention begins. */
function readLead({ tokens, fields }: Reading, first: number): { next: number; begins: number } {
  let next = first
  let begins = first
  for (let n = 0; n < 2; n += 1) {
    const mod = tokens[next]?.meaning.before
    if (!mod || (next > first && !tokens[next]?.joined)) break
    let behind = next + 1
    while (isLink(joinedAt(tokens, behind), mod === 'approx')) behind += 1
    // "Mid-to-late"
    const to = joinedAt(tokens, behind)?.meaning.to ? behind + 1 : behind
    const later = joinedAt(tokens, to)?.meaning.dash ? to + 1 : to
    if (to > behind && joinedAt(tokens, later)?.meaning.before) behind = later
    if (!joinedAt(tokens, behind)) break
    if (mod === 'approx') begins = behind
    if (mod !== 'approx' || !fields.mod) fields.mod = mod
    next = behind
  }
  return { next, begins }
}

/** Between early, mid or late and its date: "of the", the hyphen of mid-2025; 约在. */
function isLink(token: Token | undefined, approx: boolean): boolean {
  if (!token) return false
  return (
    token.meaning.of ||
    (token.meaning.dash && token.tight) ||
    (approx && token.meaning.in && token.meaning.before === '' && token.meaning.unit === '')
  )
}

/** 年初, 前后, के मध्य */
function readTail({ tokens, fields, expected }: Reading, k: number): number {
  // 3月の下旬
  const n = joinedAt(tokens, k)?.meaning.of && tokens[k + 1]?.tight ? k + 1 : k
  // 21世纪的头十年
  const counts = joinedAt(tokens, n)?.meaning.leading && (joinedAt(tokens, n + 1)?.value ?? NONE) !== NONE
  const behind = joinedAt(tokens, n)
  // 下周三的中职赛
  const isWord = n > k && behind && behind.end - behind.start < 2 && behind.meaning.after === 'mid'
  const mod = counts || isWord ? '' : behind?.meaning.after
  // 4月10日の週
  const week = joinedAt(tokens, k + 1)
  if (fields.day && joinedAt(tokens, k)?.meaning.of && week?.tight && week.meaning.unit === 'week') {
    fields.weekOf = true
    return k + 2
  }
  // के मध्य is the middle of one date, and between two.
  if (expected && joinedAt(tokens, k)?.meaning.betweenAfter) return k
  if (!mod || fields.ago || fields.span || fields.bare || fields.relative === 'day') return k
  // 3月10日前后
  if (fields.day && !(mod === 'approx' && fields.month && n === k)) return k
  fields.mod ||= mod
  return joinedAt(tokens, n + 1)?.meaning.after === 'approx' ? n + 2 : n + 1
}

function isComplete(fields: Fields): boolean {
  const { year, month, day, quarter, half, season, decade, century, bare } = fields
  const { relative, ago, span, same, near, weekday, nth, mod } = fields
  if (ago || span || decade !== undefined || century || bare) return true
  if (year !== undefined || relative) return true
  if (same) return month > 0 || quarter > 0 || half > 0 || season > 0 || mod !== ''
  if (near !== undefined) return month > 0 || season > 0 || weekday > 0 || quarter > 0 || half > 0 || day > 0
  if (nth)
    return (
      month > 0 ||
      fields.nthUnit === 'quarter' ||
      (fields.nthUnit === 'week' && (year !== undefined || fields.numbered))
    )
  return month > 0 || day > 0 || quarter > 0 || half > 0 || (weekday > 0 && season === 0)
}
