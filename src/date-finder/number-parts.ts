import type { Fields } from './fields.ts'
import { BACKWARDS, NONE } from './meaning.ts'
import { done, isCount, joinedAt, MOST_GLUE, type Reading, skipGlue, weekdayNumber } from './reading.ts'
import type { Numeric, Token } from './token.ts'

/** 2025-10-03 */
export function readNumericDate(reading: Reading, k: number): number {
  const { fields, last, tokens } = reading
  const numeric = tokens[k]?.numeric
  if (numeric && fields.season === 4 && fields.year === undefined && isTwoYears(numeric)) {
    fields.year = numeric.year as number
    return done(reading, 'year', k + 1)
  }
  if (!numeric || (last !== '' && last !== 'weekday')) return 0
  const { year, month, day, lastYear, guess } = numeric
  if (tokens[k]?.joined && tokens[k - 1]?.meaning.fiscal && isTwoYears(numeric)) {
    Object.assign(fields, { year, lastYear: (year as number) + 1, fiscal: true })
    return done(reading, 'year', k + 1)
  }
  Object.assign(fields, { weekday: 0, month, day, lastYear, guess, ...(year === undefined ? {} : { year }) })
  return done(reading, 'day', k + 1)
}

/** 2024/25, and 2010/11 where it is no month. */
function isTwoYears({ year, month, day, lastYear }: Numeric): boolean {
  if (year === undefined || day) return false
  return lastYear === year + 1 || (month > 0 && month === (year + 1) % 100)
}

/** Before its year: AD 105, 公元前221年, 令和7年. */
export function readEraYear(reading: Reading, k: number): number {
  const { fields, tokens } = reading
  const { era, whole } = (tokens[k] as Token).meaning
  const number = joinedAt(tokens, k + 1)
  // 令和元年 is the first.
  const year = number ? Math.max(number.value, number.meaning.number) : NONE
  if (era === NONE || !number || !isWhole(year) || hasYear(fields)) return 0
  const marked = joinedAt(tokens, k + 2)?.meaning.mark === 'year'
  // 公元前8世纪
  if (joinedAt(tokens, k + 2)?.meaning.unit === 'century' && year < 40) {
    fields.century = era === BACKWARDS ? -year : year
    return done(reading, 'period', k + 3)
  }
  const behind = joinedAt(tokens, k + 2)?.meaning
  const range = behind?.dash && joinedAt(tokens, k + 4)?.meaning.mark === 'year'
  if (era !== 0 && !marked && !range) return 0
  // 前 is "before" too: 前3年 are the three years before.
  if (era === BACKWARDS && whole !== NONE && year < 10) return 0
  Object.assign(fields, { year: yearOfEra(era, year), era: true })
  return done(reading, 'year', k + (marked ? 3 : 2))
}

export function yearOfEra(era: number, year: number): number {
  return era === BACKWARDS ? 1 - year : era + year
}

function hasYear({ year, century, decade }: Fields): boolean {
  return year !== undefined || century !== 0 || decade !== undefined
}

function isWhole(value: number): boolean {
  return value >= 1 && Number.isInteger(value)
}

/** 2025年, 10月, 3日; and the first of 3〜8月, whose mark stands behind the other. */
export function readMarkedNumber(reading: Reading, k: number): number {
  const { fields, last, tokens } = reading
  const token = tokens[k] as Token
  const { value } = token
  if (!isWhole(value)) return 0
  const own = joinedAt(tokens, k + 1)?.meaning.mark
  const mark = own || markOfRange(tokens, k)
  const next = own ? k + 2 : k + 1
  if (mark === 'year') return own ? readMarkedYear(reading, k) : 0
  if (token.counts) return 0
  const after = tokens[k + 2]
  if (mark === 'month') {
    if (fields.month || value > 12 || fields.quarter || fields.half || (!own && fields.day)) return 0
    if (fields.relative && fields.relative !== 'year') return 0
    fields.month = value
    return done(reading, 'month', next)
  }
  if (mark !== 'day' || fields.day || value > 31) return 0
  const placed = fields.month > 0 || fields.relative === 'month'
  if (!own) {
    if (!placed && last !== '') return 0
  } else {
    // Three days ago, within three days; 3号 by itself is a number of anything.
    if (!placed && after?.joined && (after.meaning.ago || after.meaning.hence || after.meaning.counted))
      return 0
    if (!placed && (tokens[k + 1]?.meaning.counted || (token.han && value < 11))) return 0
  }
  fields.day = value
  fields.marked = true
  return done(reading, 'day', next)
}

function readMarkedYear(reading: Reading, k: number): number {
  const { fields, tokens, expected } = reading
  const token = tokens[k] as Token
  const { value, digits } = token
  if (hasYear(fields)) return 0
  const after = joinedAt(tokens, k + 2)
  const four = value >= 1000 && (digits === 4 || digits === 0)
  const month = after && after.value !== NONE && joinedAt(tokens, k + 3)?.meaning.mark === 'month'
  const two =
    digits === 2 &&
    (month || token.apostrophe || value < 10 || (token.han && value > 31) || isQuarter(tokens, k + 2))
  // 1000年前 is a time ago, 2010年前 the time before a year.
  if (four && value < 1500 && after?.tight && after.meaning.ago) return 0
  const era = after?.meaning.era ?? NONE
  if (era !== NONE && digits > 0) {
    Object.assign(fields, { year: yearOfEra(era === BACKWARDS ? era : 0, value), era: true })
    return done(reading, 'year', k + 3)
  }
  // 约2778年 is how long it took.
  if (four && value > 2199 && !month) return 0
  // The last end of 公元前900-800年.
  const end = expected === 'year' && digits > 0
  // "В 862 году"
  const placed = token.joined && !token.tight && tokens[k - 1]?.meaning.in && !tokens[k + 1]?.meaning.plural
  if (!four && !two && !end && !(digits === 3 && (month || placed))) return 0
  fields.year = value
  fields.short = two && !end
  fields.fiscal = after?.tight === true && after.meaning.fiscal
  return done(reading, 'year', fields.fiscal ? k + 3 : k + 2)
}

function isQuarter(tokens: readonly Token[], k: number): boolean {
  const token = joinedAt(tokens, k)
  if (!token) return false
  const numbered = token.value >= 1 && token.value <= 4
  return token.meaning.part !== '' || (numbered && tokens[k + 1]?.meaning.unit === 'quarter')
}

/** The mark behind the other end of a range whose first number has none: 3〜8月, 8-10日. */
function markOfRange(tokens: readonly Token[], k: number): 'year' | 'month' | 'day' | '' {
  const joint = joinedAt(tokens, k + 1)?.meaning
  if (!(joint?.dash || joint?.to) || (joinedAt(tokens, k + 2)?.value ?? NONE) === NONE) return ''
  return joinedAt(tokens, k + 3)?.meaning.mark ?? ''
}

/** A number and what it numbers: 221 BC, third quarter, 18世纪, 90年代, first week, FY. */
export function readNumberedPart(reading: Reading, k: number): number {
  const { fields, last, tokens } = reading
  const token = tokens[k] as Token
  const { meaning } = token
  const isOrdinal = token.ordinal || meaning.ordinal !== NONE || (meaning.last && meaning.shift === NONE)
  const value =
    token.value !== NONE ? token.value : meaning.ordinal !== NONE ? meaning.ordinal : meaning.number
  const nth = meaning.last && meaning.ordinal === NONE && token.value === NONE ? -1 : value
  if (value === NONE && nth !== -1) return 0
  const n = numberedAt(tokens, k, isOrdinal)
  const after = joinedAt(tokens, n)
  if (!after || !Number.isInteger(value)) return 0
  const { unit, era, weekday, fiscal } = after.meaning
  if (era !== NONE && !hasYear(fields) && token.digits > 0 && !(after.meaning.ago && era < 0)) {
    if (value < 1) return 0
    Object.assign(fields, { year: yearOfEra(era === BACKWARDS ? era : 0, value), era: true })
    return done(reading, 'year', n + 1)
  }
  if (
    unit === 'quarter' &&
    !fields.quarter &&
    !fields.half &&
    (isOrdinal || token.han || after.tight || isNumbered(tokens, n)) &&
    nth <= 4 &&
    nth !== 0
  ) {
    fields.quarter = nth < 0 ? 4 : nth
    return done(reading, 'part', n + 1)
  }
  if (
    unit === 'half' &&
    (isOrdinal || isNumbered(tokens, n)) &&
    !fields.half &&
    !fields.quarter &&
    nth <= 2
  ) {
    fields.half = nth < 0 ? 2 : nth
    return done(reading, 'part', n + 1)
  }
  if (
    unit === 'century' &&
    !fields.century &&
    fields.year === undefined &&
    !((fields.decade ?? 0) >= 100) &&
    value > 0 &&
    value < 40 &&
    meaning.number === NONE
  ) {
    return readCentury(reading, value, n + 1)
  }
  if (
    unit === 'decade' &&
    fields.decade === undefined &&
    fields.year === undefined &&
    value % 10 === 0 &&
    value >= 0 &&
    !(fields.century && value >= 100)
  ) {
    fields.decade = value
    return done(reading, 'period', n + 1)
  }
  if (isOrdinal && !fields.nth && (unit === 'week' || unit === 'day')) {
    const day = unit === 'week' ? weekdayNumber(tokens[n + 1]) : 0
    Object.assign(fields, { nth, nthUnit: day ? 'weekday' : unit, weekday: day })
    return done(reading, 'nth', n + (day ? 2 : 1))
  }
  // "March 3rd Monday" is a day with its weekday beside it.
  if (isOrdinal && !fields.nth && weekday && !(last === 'month' && token.digits > 0 && !token.han)) {
    Object.assign(fields, { nth, nthUnit: 'weekday', weekday })
    return done(reading, 'nth', n + 1)
  }
  if (fiscal && token.digits === 4 && fields.year === undefined) {
    Object.assign(fields, { year: value, fiscal: true })
    return done(reading, 'year', n + 1)
  }
  return 0
}

/** "4 квартал 2023": one of a year, not so many. */
function isNumbered(tokens: readonly Token[], k: number): boolean {
  return !tokens[k]?.meaning.plural && joinedAt(tokens, k + 1)?.digits === 4
}

/** The token that a number numbers: behind a hyphen ("19th-century"), behind 第3の. */
function numberedAt(tokens: readonly Token[], k: number, isOrdinal: boolean): number {
  const after = joinedAt(tokens, k + 1)
  if (!after || !isOrdinal) return k + 1
  if (after.meaning.dash && after.tight && tokens[k + 2]?.tight && tokens[k + 2]?.meaning.unit) return k + 2
  return after.meaning.of && tokens[k]?.han ? k + 2 : k + 1
}

/** A century's number is known; its era may follow. */
export function readCentury(reading: Reading, century: number, next: number): number {
  const era = joinedAt(reading.tokens, next)?.meaning.era ?? NONE
  reading.fields.century = era === BACKWARDS ? -century : century
  return done(reading, 'period', era === NONE ? next : next + 1)
}

/** A later one of siglos XIX y XX, años 80 y 90. */
export function readLaterPeriod(reading: Reading, k: number): number {
  const { fields, last, tokens, expected } = reading
  const { value, digits, ordinal, meaning } = tokens[k] as Token
  if (last !== '' || isCount(tokens[k + 1])) return 0
  const number = ordinal ? value : meaning.ordinal
  if (expected === 'century' && number >= 1 && number < 40) return readCentury(reading, number, k + 1)
  const tens = digits === 2 ? value : meaning.tens
  if (expected !== 'decade' || tens < 10 || tens % 10 !== 0) return 0
  fields.decade = tens
  return done(reading, 'period', k + 1)
}

/** A number that is a year by its form: 2025, '08, "3 Aug 96". */
export function readYear(reading: Reading, k: number): number {
  const { fields, last, tokens, expected } = reading
  const { value, digits, apostrophe } = tokens[k] as Token
  if (value === NONE || hasYear(fields) || fields.relative || !Number.isInteger(value)) return 0
  const after = tokens[k + 1]
  if (digits === 4 && value >= 1000 && value <= 2999 && !isCount(after)) {
    if (last === 'day' && !fields.month && expected !== 'day') return 0
    fields.year = value
    fields.plain = last === ''
    return done(reading, 'year', k + 1)
  }
  if (apostrophe) {
    Object.assign(fields, { year: value, short: true })
    return done(reading, 'year', k + 1)
  }
  if (!fields.month || (last !== 'month' && last !== 'day')) return 0
  if (digits === 3 && fields.day && value >= 100 && !isCount(after)) {
    fields.year = value
    return done(reading, 'year', k + 1)
  }
  if (digits === 2 && value > 31 && (fields.day || tokens[k - 1]?.meaning.of)) {
    Object.assign(fields, { year: value, short: true })
    return done(reading, 'year', k + 1)
  }
  return 0
}

/** A number that is a day by where it stands: "3 March", "March 3", "Friday the 13th"; or may become one in a range. */
export function readDay(reading: Reading, k: number): number {
  const { fields, last, tokens, expected } = reading
  const token = tokens[k] as Token
  const { meaning } = token
  const value =
    token.value !== NONE ? token.value : meaning.ordinal !== NONE ? meaning.ordinal : meaning.number
  if (!isWhole(value) || value > 31 || token.digits > 2 || fields.day || fields.bare) return 0
  // "March in an …": one is no first.
  if (token.value === NONE && meaning.ordinal === NONE && (value === 1 || meaning.unit)) return 0
  // Roman numerals number centuries.
  const roman = token.value !== NONE && token.digits === 0 && !token.han
  if (roman && last !== '') return 0
  const ofMonth = namesMonth(tokens, skipGlue(tokens, k + 1, 'day'))
  if (!ofMonth && isCount(tokens[k + 1])) return 0
  const day = () => {
    fields.day = value
    return done(reading, 'day', k + 1)
  }
  if (fields.month) {
    if (last !== 'month' || fields.nth || ofMonth) return 0
    // 三月一 is no day; 三月二十三 is.
    if (token.han && !token.ordinal && token.end - token.start < 2 && !tokens[k - 1]?.meaning.mark) return 0
    return day()
  }
  if (last === 'period' || last === 'part' || last === 'nth') return 0
  if (ofMonth && !roman) return day()
  if (last === 'weekday' && !fields.relative && !fields.nth) return day()
  if (last !== '') return 0
  if (!roman && (expected === 'day' || isRelativeMonth(tokens, k + 1))) return day()
  Object.assign(fields, { bare: value, roman })
  return done(reading, 'day', k + 1)
}

/** The short last end of "1995–97". */
export function readShortYear(reading: Reading, k: number): number {
  const { value, digits } = reading.tokens[k] as Token
  if (reading.last !== '' || reading.expected !== 'year' || digits !== 2) return 0
  reading.fields.bare = value
  return done(reading, 'year', k + 1)
}

/** A month's name, or "month of" before it. */
export function namesMonth(tokens: readonly Token[], k: number): boolean {
  if (k === 0) return false
  if (tokens[k]?.meaning.month) return true
  if (tokens[k]?.meaning.unit !== 'month') return false
  const n = joinedAt(tokens, k + 1)?.meaning.of ? k + 2 : k + 1
  return (joinedAt(tokens, n)?.meaning.month ?? 0) > 0
}

/** "Of next month" behind a day. */
function isRelativeMonth(tokens: readonly Token[], k: number): boolean {
  let at = k
  while (at < k + MOST_GLUE && joinedAt(tokens, at)?.meaning.of) at += 1
  const token = joinedAt(tokens, at)?.meaning
  const next = joinedAt(tokens, at + 1)?.meaning
  if (!token) return false
  if (token.relative === 'month') return true
  if (token.shift !== NONE) return next?.unit === 'month'
  return token.unit === 'month' && next !== undefined && next.shiftAfter !== NONE
}
