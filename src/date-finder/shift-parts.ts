import { NONE } from './meaning.ts'
import { namesMonth } from './number-parts.ts'
import { isOfPeriod } from './period-parts.ts'
import { done, joinedAt, type Reading, skipGlue } from './reading.ts'
import type { Token } from './token.ts'

const meaningAt = ({ tokens }: Reading, k: number) => (tokens[k] as Token).meaning

/** A shift behind what it moves: "lundi dernier", "octobre prochain". */
export function readShiftAfter(reading: Reading, k: number): number {
  const { fields, last, tokens } = reading
  const { shiftAfter } = meaningAt(reading, k)
  // "Venerdì della prossima settimana": it shifts what follows.
  const moves = joinedAt(tokens, k + 1)?.meaning.unit
  if (tokens[k - 1]?.meaning.comma || moves) return 0
  if (shiftAfter === NONE || (last !== 'month' && last !== 'weekday' && last !== 'part')) return 0
  if (fields.near !== undefined || fields.year !== undefined || fields.relative) return 0
  fields.near = shiftAfter
  return done(reading, 'relative', k + 1)
}

/** A shift before what it moves: "last year", "next March", 同年; "the last week of 2016". */
export function readShift(reading: Reading, k: number): number {
  const { fields, last, tokens } = reading
  const { shift, same, last: final, plural } = meaningAt(reading, k)
  if ((shift === NONE && !same) || fields.relative || fields.year !== undefined) return 0
  const n = joinedAt(tokens, k + 1)?.meaning.of ? k + 2 : k + 1
  const after = joinedAt(tokens, n)?.meaning
  if (!after) return 0
  const { unit } = after
  // "The past years": how many, nobody knows.
  if (unit && (plural || after.plural)) return 0
  if (
    final &&
    (unit === 'week' || unit === 'day' || after.weekday) &&
    !fields.nth &&
    isOfPeriod(tokens, n + 1)
  ) {
    Object.assign(fields, { nth: -1, nthUnit: unit || 'weekday', weekday: after.weekday })
    return done(reading, 'nth', n + 1)
  }
  // "El pasado día 12"
  if (unit === 'day' && after.numberedDay && last === '' && (joinedAt(tokens, n + 1)?.digits ?? 0) > 0) {
    fields.near = shift
    return done(reading, '', n)
  }
  // "The next day": of the one spoken of.
  if (unit === 'day') return 0
  if (same) {
    // 同年底, of which 年底 is a word
    if (after.same && after.after) {
      Object.assign(fields, { same, mod: after.after })
      return done(reading, 'relative', n + 1)
    }
    // 同月25日
    const ofDay = tokens[n + 2]?.tight && tokens[n + 2]?.meaning.mark === 'day'
    if (after.mark === 'month' && ofDay) return done(reading, '', n + 1)
    // "Aquel verano", but "costs that fall"
    const isSeason = after.season > 0 && !after.unsure && last === ''
    if (unit !== 'year' && after.mark !== 'year' && !isSeason) return 0
    fields.same = true
    if (isSeason) return done(reading, '', n)
    return done(reading, 'relative', n + 1)
  }
  // "El pasado mes de abril"
  if (unit === 'month' && namesMonth(tokens, n) && last === '' && fields.near === undefined) {
    fields.near = shift
    return done(reading, '', n)
  }
  // "Monday this week", "Q3 this year", but not "March this day".
  const lately = meaningAt(reading, k).lately && (unit === 'year' || unit === 'month')
  if (last === '' && shift < 0 && (lately || unit === 'decade')) {
    fields.span = { count: -1, unit }
    return done(reading, 'relative', n + 1)
  }
  if (unit && (last === '' || unit === 'year' || unit === 'month' || unit === 'week' || unit === 'quarter')) {
    Object.assign(fields, { relative: unit, by: shift })
    return done(reading, 'relative', n + 1)
  }
  // 올 초
  if (shift === 0 && last === '' && (after.after === 'start' || after.after === 'end') && !unit) {
    Object.assign(fields, { relative: 'year', by: 0 })
    return done(reading, 'relative', n)
  }
  const named =
    after.month ||
    after.season ||
    after.weekday ||
    after.part ||
    isDayOfMonth(tokens, n) ||
    isMarked(tokens, n)
  if (named && last === '' && fields.near === undefined) {
    // "Ce printemps-là"
    if (after.same) fields.same = true
    else fields.near = shift
    return done(reading, '', n)
  }
  return 0
}

/** 3월, 15일 */
function isMarked(tokens: readonly Token[], k: number): boolean {
  const mark = joinedAt(tokens, k + 1)?.meaning.mark
  return (
    (tokens[k] as Token).value >= 1 && (mark === 'month' || (mark === 'day' && !!tokens[k - 1]?.meaning.on))
  )
}

/** "3 de enero" */
function isDayOfMonth(tokens: readonly Token[], k: number): boolean {
  const { value, digits } = tokens[k] as Token
  return digits > 0 && value >= 1 && value <= 31 && namesMonth(tokens, skipGlue(tokens, k + 1, 'day'))
}
