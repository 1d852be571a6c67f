import { type Fields, noFields } from './fields.ts'
import type { Unit } from './language.ts'
import { NONE } from './meaning.ts'
import { joinedAt } from './reading.ts'
import type { Token } from './token.ts'

/** "Three years": how many of which unit. */
interface Amount {
  count: number
  unit: Unit
  next: number
  /** The shift that stands between count and unit: "2 upcoming months". */
  shift: number
}

/** Counts from the reference date: three years ago, 过去五年, dans deux mois, the next three weeks. */
export function readCounted(
  tokens: readonly Token[],
  k: number,
): { fields: Fields; next: number } | undefined {
  const token = tokens[k] as Token
  const { agoBefore, henceBefore, shift, whole } = token.meaning
  if (agoBefore || henceBefore) {
    const amount = readAmount(tokens, joinedTo(tokens, k)) ?? readSingle(tokens, k + 1)
    if (amount) {
      const { count, unit, next } = amount
      const after = joinedAt(tokens, next)?.meaning
      // "From today two days later", or before.
      if (henceBefore && after && (after.later || after.ago))
        return {
          fields: { ...noFields(), ago: { count: after.ago ? -count : count, unit } },
          next: next + 1,
        }
      // "Vor drei Jahren", but "in 3 Jahren": which it is, the first word says.
      return { fields: { ...noFields(), ago: { count: agoBefore ? -count : count, unit } }, next }
    }
  }
  if (whole !== NONE) {
    const amount = readAmount(tokens, k + 1)
    // 上百年 are more than a hundred years.
    if (amount && amount.count < 50) {
      const { count, unit, next } = amount
      return { fields: { ...noFields(), span: { count: count * whole, unit, whole: true } }, next }
    }
  }
  if (shift !== NONE && shift !== 0 && !isNumberedDay(tokens, k)) {
    const amount = readAmount(tokens, joinedTo(tokens, k))
    // "Next one year" is said of spans, "a" of none.
    if (amount)
      return {
        fields: { ...noFields(), span: { count: amount.count * Math.sign(shift), unit: amount.unit } },
        next: amount.next,
      }
  }
  const amount = readAmount(tokens, k, true) ?? readAmountBehind(tokens, k)
  if (!amount) return undefined
  if (amount.shift !== NONE && amount.shift !== 0) {
    return {
      fields: { ...noFields(), span: { count: amount.count * Math.sign(amount.shift), unit: amount.unit } },
      next: amount.next,
    }
  }
  const after = tokens[amount.next]
  if (!after?.joined) return undefined
  const { ago, hence, later } = after.meaning
  if (ago)
    return {
      fields: { ...noFields(), ago: { count: -amount.count, unit: amount.unit } },
      next: amount.next + 1,
    }
  // "90 के दशक में" is a decade.
  const counts = amount.unit === 'decade' ? amount.count < 10 : amount.unit !== 'century'
  if (hence || (later && counts))
    return {
      fields: { ...noFields(), ago: { count: amount.count, unit: amount.unit } },
      next: amount.next + 1,
    }
  if (after.meaning.shiftAfter !== NONE && after.meaning.shiftAfter !== 0) {
    return {
      fields: {
        ...noFields(),
        span: { count: amount.count * Math.sign(after.meaning.shiftAfter), unit: amount.unit },
      },
      next: amount.next + 1,
    }
  }
  return undefined
}

/** 지난 15일 is a day of the calendar, as 지난 15일간 are not. */
function isNumberedDay(tokens: readonly Token[], k: number): boolean {
  const { mark, unit } = tokens[k + 2]?.meaning ?? {}
  return tokens[k]?.meaning.on === true && mark === 'day' && unit === '' && tokens[k + 1]?.joined === true
}

/** A unit that means one of it by itself: قبل عام, قبل سنة ونصف; not where a word behind it says which. */
function readSingle(tokens: readonly Token[], k: number): Amount | undefined {
  const token = tokens[k]
  if (!token?.joined || !token.meaning.single || !token.meaning.unit) return undefined
  const { unit } = token.meaning
  const after = joinedAt(tokens, k + 1)
  if (!after) return { count: 1, unit, next: k + 1, shift: NONE }
  const { half, number, month, weekday, ordinal, shiftAfter, relative, of, before } = after.meaning
  if (half) return { count: 1.5, unit, next: k + 2, shift: NONE }
  if (number === 1 && !after.meaning.unit) return { count: 1, unit, next: k + 2, shift: NONE }
  const told =
    after.value !== NONE ||
    after.numeric !== undefined ||
    month > 0 ||
    weekday > 0 ||
    ordinal !== NONE ||
    shiftAfter !== NONE ||
    relative !== '' ||
    of ||
    before !== ''
  return told || number !== NONE ? undefined : { count: 1, unit, next: k + 1, shift: NONE }
}

/** Its number behind the unit, before a shift: السنوات الخمس الماضية. */
function readAmountBehind(tokens: readonly Token[], k: number): Amount | undefined {
  const { unit, plural, years } = (tokens[k] as Token).meaning
  if (!unit || !plural || years) return undefined
  const n = joinedTo(tokens, k)
  const number = tokens[n]
  const shift = tokens[n + 1]
  if (!number?.joined || !shift?.joined || (shift.meaning.shiftAfter || NONE) === NONE) return undefined
  const count = number.value !== NONE ? number.value : number.meaning.number
  if (count < 1 || count > 1500 || number.digits === 4) return undefined
  return { count, unit, next: n + 1, shift: NONE }
}

function joinedTo(tokens: readonly Token[], k: number): number {
  return tokens[k + 1]?.joined && tokens[k + 1]?.meaning.of ? k + 2 : k + 1
}

function readAmount(tokens: readonly Token[], k: number, first = false): Amount | undefined {
  const number = tokens[k]
  if (!number || !(first || number.joined)) return undefined
  let count = number.value !== NONE ? number.value : number.meaning.number
  let at = k + 1
  if (number.meaning.number !== NONE && number.meaning.unit)
    return { count, unit: number.meaning.unit, next: at, shift: NONE }
  if (number.meaning.half && tokens[at]?.joined) count = 0.5
  if (count === NONE || count <= 0 || number.ordinal || count > 1500) return undefined
  if (!number.han && number.digits === 4) return undefined
  let shift = NONE
  const between = tokens[at]
  if (between?.joined && between.meaning.shift !== NONE && !between.meaning.unit && !between.meaning.ago) {
    shift = between.meaning.shift
    at += 1
  }
  if (between?.joined && between.meaning.half && tokens[at + 1]?.joined && tokens[at + 1]?.meaning.unit) {
    count += 0.5
    at += 1
  }
  const unit = tokens[at]
  if (!unit?.joined) return undefined
  const { mark } = unit.meaning
  // 3월 is March, however many months 3개월 are.
  let of = unit.meaning.unit || (mark === 'month' ? '' : mark)
  // 8世纪之前 is before the 8th century.
  if (of === 'century' && unit.tight) return undefined
  if (!of || of === 'season') return undefined
  at += 1
  if (tokens[at]?.joined && tokens[at]?.meaning.half) {
    count += 0.5
    at += 1
  }
  if (of === 'weekend') of = 'week'
  return { count, unit: of, next: at, shift }
}
