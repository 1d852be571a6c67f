import { BACKWARDS, NONE } from './meaning.ts'
import {
  done,
  hasYear,
  isCount,
  joinedAt,
  namesCalendar,
  type Reading,
  skipGlue,
  weekdayNumber,
  yearOfEra,
} from './reading.ts'
import type { Token } from './token.ts'

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
  const { unit, era, weekday, fiscal, decade } = after.meaning
  // "The nineteen seventies"
  if (
    decade >= 0 &&
    decade < 100 &&
    value > 9 &&
    value < 21 &&
    token.digits === 0 &&
    last === '' &&
    !isOrdinal
  ) {
    fields.decade = value * 100 + decade
    return done(reading, 'period', n + 1)
  }
  // "3000 years BC"
  if (unit === 'year' && token.digits > 0 && value > 0 && !hasYear(fields)) {
    if (joinedAt(tokens, n + 1)?.meaning.era === BACKWARDS) {
      Object.assign(fields, { year: 1 - value, era: true })
      return done(reading, 'year', n + 2)
    }
  }
  if (namesCalendar(after) && !hasYear(fields) && token.digits > 0) {
    Object.assign(fields, { year: value, calendar: after.meaning.calendar })
    return done(reading, 'year', n + 1)
  }
  // Other eras stand before their years.
  if (
    (era === 0 || era === BACKWARDS) &&
    !hasYear(fields) &&
    token.digits > 0 &&
    !(after.meaning.ago && era < 0)
  ) {
    // One letter may be a metre's too, but not behind the year of another calendar: 50 هـ الموافق 670 م.
    const [before, beforeThat] = [token.joined ? tokens[k - 1] : undefined, tokens[k - 2]]
    const told = before?.meaning.dating || (before?.meaning.slash && namesCalendar(beforeThat))
    const doubtful = era === 0 && after.end - after.start === 1 && !told
    // 780م, but 800م of a race
    const metres = token.digits < 3 || !after.tight || value % 100 === 0 || before?.meaning.named
    if (value < 1 || (doubtful && token.digits < 4 && metres)) return 0
    Object.assign(fields, { year: yearOfEra(era === BACKWARDS ? era : 0, value), era: true })
    fields.plain = doubtful && last === ''
    return done(reading, 'year', n + 1)
  }
  if (
    unit === 'quarter' &&
    !fields.quarter &&
    !fields.half &&
    !fields.day &&
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
    !fields.day &&
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
    meaning.number === NONE &&
    // "4 centuries later"
    (isOrdinal || !after.meaning.plural)
  ) {
    return readCentury(reading, value, n + 1)
  }
  if (unit === 'decade' && isOrdinal && !fields.decade && isOfCentury(reading, n + 1)) {
    fields.decade = ((nth < 0 ? 10 : nth) - 1) * 10
    return done(reading, 'period', n + 1)
  }
  if (
    unit === 'decade' &&
    fields.decade === undefined &&
    fields.year === undefined &&
    value % 10 === 0 &&
    value >= 0 &&
    !(fields.century && value >= 100)
  ) {
    // 三四十年代
    Object.assign(fields, token.rough ? { decade: value - 10, pair: true } : { decade: value })
    return done(reading, 'period', n + 1)
  }
  if (isOrdinal && !fields.nth && (unit === 'week' || (unit === 'day' && last !== 'weekday'))) {
    const day = unit === 'week' ? weekdayNumber(tokens[n + 1]) : 0
    const numbered = after.meaning.numberedWeek && last === ''
    Object.assign(fields, { nth, nthUnit: day ? 'weekday' : unit, weekday: day, numbered })
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
  // 第一个周二
  const classifies = after.tight && after.meaning.counted && tokens[k + 2]?.meaning.weekday
  return (after.meaning.of && tokens[k]?.han) || classifies ? k + 2 : k + 1
}

/** "The first decade of the 21st century": a century was read, or follows. */
export function isOfCentury({ tokens, fields }: Reading, k: number): boolean {
  if (fields.century) return true
  const at = skipGlue(tokens, k, 'part')
  return at > 0 && [at, at + 1].some((n) => joinedAt(tokens, n)?.meaning.unit === 'century')
}

/** A century's number is known; its era may follow. */
export function readCentury(reading: Reading, century: number, next: number): number {
  const behind = joinedAt(reading.tokens, next)
  const era = behind?.meaning.era ?? NONE
  if (behind && namesCalendar(behind)) {
    Object.assign(reading.fields, { century, calendar: behind.meaning.calendar })
    return done(reading, 'period', next + 1)
  }
  reading.fields.century = era === BACKWARDS ? -century : century
  return done(reading, 'period', era === NONE ? next : next + 1)
}

/** En los ochenta, mediados de los 90, fines del XIX: what stands before it tells that no more is to come. */
export function readBarePeriod(reading: Reading, k: number): number {
  const { fields, last, tokens } = reading
  const { value, digits, han, goesOn, ordinal } = tokens[k] as Token
  if (last !== '' || ordinal === digits > 0 || fields.mod === 'approx' || isCount(tokens[k + 1])) return 0
  if (digits > 0 ? !isAfterPlural(tokens, k, fields.mod !== '') : han || value < LEAST_ROMAN) return 0
  if (fields.mod && goesOn && !tokens[k + 1]?.joined) return 0
  if (digits === 0) return fields.mod ? readCentury(reading, value, k + 1) : 0
  fields.decade = value
  return done(reading, 'period', k + 1)
}

/** Behind "los", tens are a decade: with early, mid or late, or behind a preposition that stands before no age. */
export function isAfterPlural(tokens: readonly Token[], k: number, told = false): boolean {
  const { value, digits } = tokens[k] as Token
  const article = joinedAt(tokens, k) && tokens[k - 1]?.meaning
  if (!(article?.of && article.plural) || value % 10 > 0 || value < 20) return false
  const before = joinedAt(tokens, k - 1) && tokens[k - 2]?.meaning
  return told ? digits === 2 || digits === 4 : digits === 2 && before?.in === true && !before.to && !before.on
}

/** Kings and congresses are seldom beyond the ninth. */
const LEAST_ROMAN = 10

/** Il Novecento */
export function readNamedCentury(reading: Reading, k: number): number {
  const { century } = (reading.tokens[k] as Token).meaning
  return century > 0 && !hasYear(reading.fields) ? readCentury(reading, century, k + 1) : 0
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
