import { NONE } from './meaning.ts'
import { readAmount } from './read-counted.ts'
import { done, joinedAt, type Reading } from './reading.ts'
import type { Token } from './token.ts'

/** Some of the parts of a period: the third month of 2017, the last two weeks of May, la primera quincena de abril. */
export function readPartOfPeriod(reading: Reading, k: number): number {
  const { fields, last, tokens } = reading
  if (last !== '') return 0
  const first = tokens[k] as Token
  let rank = rankOf(first)
  if (rank === NONE && countOf(first) === NONE) return 0
  const second = joinedAt(tokens, k + 1)
  let count = 1
  let n = k + 1
  if (rank === NONE) {
    // "Les trois premiers mois"
    count = countOf(first)
    rank = second && count > 1 ? rankOf(second) : NONE
    n += 1
  } else if (second && countOf(second) > 1 && !second.meaning.unit) {
    count = countOf(second)
    n += 1
  }
  const unit = joinedAt(tokens, n)?.meaning
  if (rank === NONE || !unit || (count > 1 && Math.abs(rank) !== 1) || !isOfPeriod(tokens, n + 1)) return 0
  if (unit.number === 2 && unit.unit === 'week') {
    if (rank > 2 || count > 1) return 0
    Object.assign(fields, { nth: rank, nthUnit: 'fortnight' })
  } else if ((unit.unit === 'quarter' || unit.unit === 'half') && count === 1 && rank < 0) {
    fields[unit.unit] = unit.unit === 'half' ? 2 : 4
    return done(reading, 'part', n + 1)
  } else if (unit.unit === 'half' && count === 1 && rank > 0 && rank <= 2 && isMonth(tokens, n + 1)) {
    Object.assign(fields, { nth: rank, nthUnit: 'fortnight' })
  } else if (unit.unit === 'month' && rank <= 12 && count <= 12 && !isMonth(tokens, n + 1)) {
    Object.assign(fields, { nth: rank, nthUnit: 'month', nths: count })
  } else if ((unit.unit === 'week' || unit.unit === 'day') && count > 1) {
    Object.assign(fields, { nth: rank, nthUnit: unit.unit, nths: count })
  } else return 0
  return done(reading, 'nth', n + 1)
}

/** Behind their period: 2025年前三季度, 上月最后五天. Three quarters may also be of the year spoken of. */
export function readPartBehind(reading: Reading, k: number): number {
  const { fields, last, tokens } = reading
  const { leading, trailing } = (tokens[k] as Token).meaning
  if ((!leading && !trailing) || fields.nth || fields.day || fields.mod) return 0
  const amount = readAmount(tokens, k + 1) ?? readMonths(tokens, k + 1)
  if (!amount || !Number.isInteger(amount.count) || amount.count > 31) return 0
  const { unit, count, next } = amount
  const ofYear = last === 'year' || (last === 'relative' && fields.relative === 'year')
  const ofMonth = last === 'month' || (last === 'relative' && fields.relative === 'month')
  const isWhole = unit === 'quarter' && count < 4 && (ofYear || (leading && last === ''))
  if (
    !isWhole &&
    !(unit === 'month' && ofYear) &&
    !((unit === 'week' || unit === 'day') && (ofYear || ofMonth))
  )
    return 0
  Object.assign(fields, { nth: leading ? 1 : -1, nthUnit: unit, nths: count })
  return done(reading, 'nth', next)
}

/** 今年前5月: behind "the first", months that are named elsewhere are counted. */
function readMonths(tokens: readonly Token[], k: number): ReturnType<typeof readAmount> {
  const number = joinedAt(tokens, k)
  if (!number) return undefined
  // 三月 is a name.
  const { month } = number.meaning
  if (month > 1 && number.tight) return { count: month, unit: 'month', next: k + 1, shift: NONE }
  const count = number.value
  if (count < 2 || joinedAt(tokens, k + 1)?.meaning.mark !== 'month') return undefined
  return { count, unit: 'month', next: k + 2, shift: NONE }
}

/** First is 1, last is -1. */
function rankOf({ ordinal, value, meaning }: Token): number {
  if (ordinal) return value
  return meaning.ordinal !== NONE ? meaning.ordinal : meaning.last ? -1 : NONE
}

function countOf({ ordinal, value, meaning }: Token): number {
  return ordinal ? NONE : value !== NONE ? value : meaning.number
}

/** "Of October", "of 2016", "del año pasado", "de este mes"; a year also without "of". */
export function isOfPeriod(tokens: readonly Token[], k: number): boolean {
  const n = behindOf(tokens, k)
  const period = joinedAt(tokens, n)
  if (!period) return false
  const { month, unit, relative, shift } = period.meaning
  if (period.digits === 4) return true
  if (n === k) return false
  if (unit === 'month' && !period.meaning.plural) return true
  if (month > 0 || relative === 'year' || relative === 'month') return true
  const next = joinedAt(tokens, n + 1)
  if (
    unit === 'century' ||
    ((period.ordinal || period.meaning.ordinal > 0) && next?.meaning.unit === 'century')
  )
    return true
  if (shift !== NONE) return next?.meaning.unit === 'year' || next?.meaning.unit === 'month'
  return (
    (unit === 'year' || unit === 'month') &&
    (next?.digits === 4 || (next?.meaning.shiftAfter ?? NONE) !== NONE)
  )
}

function isMonth(tokens: readonly Token[], k: number): boolean {
  return (joinedAt(tokens, behindOf(tokens, k))?.meaning.month ?? 0) > 0
}

function behindOf(tokens: readonly Token[], k: number): number {
  let n = k
  while (n < k + 2 && joinedAt(tokens, n)?.meaning.of && !joinedAt(tokens, n)?.meaning.month) n += 1
  return n
}
