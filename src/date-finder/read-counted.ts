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

type Counted = { fields: Fields; next: number }

/** Counts from the reference date: three years ago, 过去五年, dans deux mois, the next three weeks. */
export function readCounted(tokens: readonly Token[], k: number): Counted | undefined {
  const token = tokens[k] as Token
  const { agoBefore, henceBefore, shift, whole } = token.meaning
  if (agoBefore || henceBefore) {
    const amounts = readAmounts(tokens, joinedTo(tokens, k), false)
    const single = amounts.length === 0 ? readSingle(tokens, k + 1) : undefined
    if (single) amounts.push(single)
    const last = amounts.at(-1)
    if (last) {
      const after = joinedAt(tokens, last.next)?.meaning
      // "From today two days later", or before.
      if (henceBefore && after && (after.later || after.ago))
        return agoOf(amounts, after.ago ? -1 : 1, last.next + 1)
      // "Vor drei Jahren", but "in 3 Jahren": which it is, the first word says.
      return agoOf(amounts, agoBefore ? -1 : 1, last.next)
    }
  }
  if (whole !== NONE) {
    const amount = readAmount(tokens, k + 1)
    // 上百年 are more than a hundred years.
    if (amount && amount.count < 50) return spanOf(amount, whole, amount.next, true)
  }
  if (shift !== NONE && shift !== 0 && !isNumberedDay(tokens, k)) {
    const n = joinedTo(tokens, k)
    // "The last of three days"
    const amount = n > k + 1 && !tokens[k + 1]?.tight ? undefined : readAmount(tokens, n)
    // "Next one year" is said of spans, "a" of none.
    if (amount) return spanOf(amount, shift, amount.next)
  }
  const amounts = readAmounts(tokens, k, true)
  const amount = amounts[0] ?? readAmountBehind(tokens, k)
  if (!amount) return undefined
  if (amount.shift !== NONE && amount.shift !== 0) return spanOf(amount, amount.shift, amount.next)
  const { next, unit, count } = amounts.at(-1) ?? amount
  const after = joinedAt(tokens, next)?.meaning
  if (!after) return undefined
  if (after.ago) return agoOf(amounts, -1, next + 1)
  // "90 के दशक में" is a decade.
  const counts = unit === 'decade' ? count < 10 : unit !== 'century'
  if (after.hence || (after.later && counts)) return agoOf(amounts, 1, next + 1)
  if (after.shiftAfter !== NONE && after.shiftAfter !== 0) return spanOf(amount, after.shiftAfter, next + 1)
  return undefined
}

function agoOf(amounts: readonly Amount[], sign: number, next: number): Counted {
  const ago = amounts.map(({ count, unit }) => ({ count: count * sign, unit }))
  return { fields: { ...noFields(), ago }, next }
}

function spanOf({ count, unit }: Amount, by: number, next: number, whole = false): Counted {
  const span = { count: count * Math.sign(by), unit, ...(whole ? { whole: true as const } : {}) }
  return { fields: { ...noFields(), span }, next }
}

/** "One year, two months and 21 days": from the longest unit to the shortest. */
function readAmounts(tokens: readonly Token[], k: number, first: boolean): Amount[] {
  const amounts: Amount[] = []
  for (let at = k; ; ) {
    const amount = readAmount(tokens, at, first && at === k)
    if (!amount || (amounts.length > 0 && daysOf(amount.unit) >= daysOf(amounts.at(-1)?.unit as Unit))) break
    amounts.push(amount)
    at = amount.next
    if (amount.shift !== NONE) break
    const joint = joinedAt(tokens, at)?.meaning
    if (joint?.comma || joint?.and) at += 1
    if (joint?.comma && joinedAt(tokens, at)?.meaning.and) at += 1
  }
  return amounts
}

const UNITS: readonly Unit[] = ['day', 'week', 'month', 'quarter', 'half', 'year', 'decade', 'century']

const daysOf = (unit: Unit) => UNITS.indexOf(unit)

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

export function readAmount(tokens: readonly Token[], k: number, first = false): Amount | undefined {
  const number = tokens[k]
  if (!number || !(first || number.joined)) return undefined
  let count = number.value !== NONE ? number.value : number.meaning.number
  let at = k + 1
  if (number.meaning.number !== NONE && number.meaning.unit)
    return { count, unit: number.meaning.unit, next: at, shift: NONE }
  if (number.meaning.half && tokens[at]?.joined) count = 0.5
  if (count === NONE || count <= 0 || number.ordinal || count > 1500) return undefined
  if (number.rough || (!number.han && number.digits === 4)) return undefined
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
  // "430 العام الماضي"
  if (!unit?.joined || unit.meaning.definite) return undefined
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
