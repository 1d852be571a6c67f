import type { Modifier } from '../calendar/index.ts'
import type { Unit } from './language.ts'
import { BACKWARDS, NONE } from './meaning.ts'
import { namesMonth } from './number-parts.ts'
import { isOfCentury, readCentury, readNumberedPart } from './numbered-parts.ts'
import { isOfPeriod } from './period-parts.ts'
import { readCounted } from './read-counted.ts'
import {
  done,
  isCount,
  isWhole,
  joinedAt,
  MOST_GLUE,
  namesCalendar,
  type Reading,
  skipGlue,
  weekdayNumber,
} from './reading.ts'
import type { Token } from './token.ts'

const meaningAt = ({ tokens }: Reading, k: number) => (tokens[k] as Token).meaning

/** Three years ago, 过去五年. */
export function readCountedPart(reading: Reading, k: number): number {
  if (reading.last !== '') return 0
  const counted = readCounted(reading.tokens, k)
  if (!counted) return 0
  Object.assign(reading.fields, counted.fields)
  return done(reading, 'relative', counted.next)
}

export function readMonthName(reading: Reading, k: number): number {
  const { fields, last } = reading
  const { month, day, calendar } = meaningAt(reading, k)
  if (
    !month ||
    (day && (fields.day || last === 'month')) ||
    fields.month ||
    fields.quarter ||
    fields.half ||
    fields.season
  )
    return 0
  // "Easter 2024, Christmas 2023"
  if (last === 'year' && (joinedAt(reading.tokens, k + 1)?.digits ?? 0) === 4) return 0
  // "May 2025 March" are two dates, "2025 March" is one.
  if (last === 'part' || (last === 'relative' && fields.relative !== 'year' && !fields.same)) return 0
  Object.assign(fields, { month, calendar, ...(day ? { day } : {}) })
  return done(reading, day ? 'day' : 'month', behindOtherName(reading.tokens, k, month))
}

/** Behind a month's other name, أيار/مايو being both May, or its noun: मार्च महीने. */
function behindOtherName(tokens: readonly Token[], k: number, month: number): number {
  const noun = joinedAt(tokens, k + 1)?.meaning
  if (noun?.unit === 'month' && !noun.plural && !noun.of && noun.number === NONE) return k + 2
  const other = joinedAt(tokens, k + 1)?.meaning.slash ? joinedAt(tokens, k + 2) : undefined
  return other?.meaning.month === month && other.value === NONE ? k + 3 : k + 1
}

/** Q3, 上半年 */
export function readNamedPart(reading: Reading, k: number): number {
  const { fields } = reading
  const { part, partNumber } = meaningAt(reading, k)
  if (!part || fields.month || fields.quarter || fields.half) return 0
  fields[part] = partNumber
  return done(reading, 'part', k + 1)
}

/** 年底 by itself: of the year spoken of. */
export function readEndOfYear(reading: Reading, k: number): number {
  const { same, after } = meaningAt(reading, k)
  if (!same || !after || reading.last !== '') return 0
  Object.assign(reading.fields, { same, mod: after })
  return done(reading, 'relative', k + 1)
}

/** Folgejahr, 그해 */
export function readSpokenYear(reading: Reading, k: number): number {
  const { fields } = reading
  const { spoken } = meaningAt(reading, k)
  if (spoken === NONE || fields.relative || fields.same || fields.year !== undefined) return 0
  Object.assign(fields, { same: true, by: spoken })
  return done(reading, 'relative', k + 1)
}

/** Yesterday, 去年, 上周五. */
export function readRelative(reading: Reading, k: number): number {
  const { fields, last, tokens } = reading
  const { relative, by, unit, either, season } = meaningAt(reading, k)
  if (!relative || fields.relative || fields.year !== undefined || fields.near !== undefined) return 0
  // اليوم is today, and the day that a word behind it tells.
  const behind = unit ? joinedAt(tokens, k + 1)?.meaning : undefined
  if (behind && (behind.shiftAfter !== NONE || behind.ordinal !== NONE || behind.last)) return 0
  if ((fields.month || fields.season) && relative !== 'year') return 0
  if (last === 'day' && !fields.month && relative !== 'month') return 0
  const weekday = relative === 'week' ? weekdayNumber(tokens[k + 1]) : 0
  Object.assign(fields, {
    relative,
    by,
    either,
    ...(weekday ? { weekday } : {}),
    ...(season ? { season } : {}),
  })
  return done(reading, 'relative', k + (weekday ? 2 : 1))
}

export function readSeason(reading: Reading, k: number): number {
  const { fields, last } = reading
  const { season, after } = meaningAt(reading, k)
  if (!season || fields.month || fields.quarter || fields.season || last === 'weekday') return 0
  fields.season = season
  // 初夏, 晩秋
  fields.mod ||= after
  return done(reading, 'part', k + 1)
}

/** The nineties, 1990s. */
export function readDecade(reading: Reading, k: number): number {
  const { fields } = reading
  const { decade } = meaningAt(reading, k)
  if (decade === NONE || fields.decade !== undefined || fields.year !== undefined || fields.month) return 0
  if (fields.century && decade >= 100) return 0
  if (joinedAt(reading.tokens, k + 1)?.meaning.era === BACKWARDS) {
    Object.assign(fields, { year: -decade - 8, lastYear: 1 - decade, era: true })
    return done(reading, 'year', k + 2)
  }
  fields.decade = decade
  return done(reading, 'period', behindYears(reading, k + 1))
}

/** Behind the noun of "1990er Jahre", which belongs to the decade. */
function behindYears({ tokens }: Reading, k: number): number {
  const n = joinedAt(tokens, k)?.meaning.dash && tokens[k + 1]?.tight ? k + 1 : k
  const noun = joinedAt(tokens, n)?.meaning
  return noun?.unit === 'year' && noun.plural ? n + 1 : k
}

export function readWeekday(reading: Reading, k: number): number {
  const { fields, last, tokens } = reading
  const { weekday } = meaningAt(reading, k)
  if (!weekday || fields.weekday || !(last === '' || fields.relative === 'week' || fields.nth)) return 0
  fields.weekday = weekday
  if (fields.nth) fields.nthUnit = 'weekday'
  const after = joinedAt(tokens, k + 1)?.meaning
  const nth = after?.last ? -1 : (after?.ordinal ?? NONE)
  if (nth !== NONE && nth < 6 && !fields.nth && !fields.relative && isOfPeriod(tokens, k + 2)) {
    Object.assign(fields, { nth, nthUnit: 'weekday' })
    return done(reading, 'nth', k + 2)
  }
  return done(reading, 'weekday', k + 1)
}

/** The place of the day that a week is named by: "the week of March 3", "the week beginning on the 18th". */
function dayOfWeek({ tokens, last, fields }: Reading, k: number): number {
  if (last !== '' || fields.mod) return 0
  let n = k + 1
  while (n <= k + MOST_GLUE + 1 && (joinedAt(tokens, n)?.meaning.of || joinedAt(tokens, n)?.meaning.begins))
    n += 1
  const token = n > k + 1 ? joinedAt(tokens, n) : undefined
  if (!token) return 0
  const { value, digits, numeric, meaning } = token
  return numeric?.day || meaning.month || (value >= 1 && value <= 31 && digits > 0) ? n : 0
}

/** How many quarters and halves a year has. */
const LAST_OF: Readonly<Partial<Record<Unit, number>>> = { quarter: 4, half: 2 }

/** A day, week or decade whose number stands behind it, in a month, year or century said with it. */
function isNumberedWithin(reading: Reading, unit: Unit, n: number): boolean {
  const { tokens, fields } = reading
  if (unit === 'decade') return fields.decade === undefined && isOfCentury(reading, n + 1)
  if ((unit !== 'week' && unit !== 'day') || fields.nth || fields.day || fields.relative) return false
  return fields.month > 0 || isOfPeriod(tokens, n + 1)
}

/** A unit before its number: Jahr 2025, siglo XIX, años 90; or before a shift: año pasado. */
/** The number of "el día 17"; its month, if it has one, makes a date without the word. */
function readNumberedDay(reading: Reading, k: number): number {
  const { fields, tokens, last } = reading
  const number = joinedAt(tokens, k)
  if (!number || last !== '' || number.digits > 2) return 0
  const value = number.value !== NONE ? number.value : number.meaning.number
  const roman = number.value !== NONE && number.digits === 0
  if (!isWhole(value) || value > 31 || roman || number.ordinal || isCount(tokens[k + 1])) return 0
  if (namesMonth(tokens, skipGlue(tokens, k + 1, 'day'))) return 0
  fields.day = value
  return done(reading, 'day', k + 1)
}

export function readUnit(reading: Reading, k: number): number {
  const { fields, tokens } = reading
  const { unit, years, plural, numberedDay } = meaningAt(reading, k)
  if (!unit) return 0
  if (numberedDay) {
    const day = readNumberedDay(reading, k + 1)
    if (day) return day
  }
  const n = joinedAt(tokens, k + 1)?.meaning.of && joinedAt(tokens, k + 2) ? k + 2 : k + 1
  const after = joinedAt(tokens, n)
  if (!after) return 0
  const day = unit === 'week' && !plural ? dayOfWeek(reading, k) : 0
  if (day) {
    fields.weekOf = true
    return done(reading, '', day)
  }
  const { ordinal, decade, tens: word, shiftAfter, same, last: final } = after.meaning
  const nth = final ? -1 : ordinal
  if (nth !== NONE && isNumberedWithin(reading, unit, n)) {
    if (unit === 'decade') fields.decade = ((nth < 0 ? 10 : nth) - 1) * 10
    else if (unit === 'day' && nth > 0) fields.day = nth
    else Object.assign(fields, { nth, nthUnit: unit })
    return done(reading, unit === 'decade' ? 'period' : unit === 'day' && nth > 0 ? 'day' : 'nth', n + 1)
  }
  const said = decade !== NONE ? decade : word
  const tens = said !== NONE ? said : unit === 'decade' || years ? after.value : NONE
  if (tens !== NONE && tens % 10 === 0 && fields.decade === undefined && fields.year === undefined) {
    fields.decade = tens
    return done(reading, 'period', n + 1)
  }
  // "Two years in 2023"
  const counted = plural && n > k + 1
  if (unit === 'year' && fields.year === undefined && !fields.relative && !counted && after.digits > 0) {
    const era = joinedAt(tokens, n + 1)?.meaning.era ?? NONE
    // 1445 هـ is read with what says so.
    if (namesCalendar(joinedAt(tokens, n + 1))) return readNumberedPart(reading, n)
    const three = after.digits === 3 && after.value >= 100 && !plural && !isCount(joinedAt(tokens, n + 1))
    if (after.digits === 4 ? after.value < 3000 && after.value >= 1000 : era !== NONE || three) {
      fields.year = era === BACKWARDS ? 1 - after.value : after.value
      return done(reading, 'year', n + (era === NONE ? 1 : 2))
    }
  }
  // "Mes de marzo": the noun belongs to it.
  if (unit === 'month' && after.meaning.month) {
    const next = readMonthName(reading, n)
    if (next) return next
  }
  const number = after.value !== NONE ? after.value : final ? (LAST_OF[unit] ?? NONE) : ordinal
  if (unit === 'century' && !fields.century && !((fields.decade ?? 0) >= 100) && number > 0 && number < 40)
    return readCentury(reading, number, n + 1)
  // "KW 45"
  if (unit === 'week' && !plural && !fields.nth && after.digits > 0 && number >= 1 && number <= 53) {
    Object.assign(fields, { nth: number, nthUnit: 'week', numbered: meaningAt(reading, k).numberedWeek })
    return done(reading, 'nth', n + 1)
  }
  if ((unit === 'quarter' || unit === 'half') && number >= 1 && number <= 4 && !fields[unit]) {
    fields[unit] = number
    return done(reading, 'part', n + 1)
  }
  if (n > k + 1 || fields.relative || fields.year !== undefined || after.meaning.unit) return 0
  if (plural || after.meaning.plural) return 0
  if (same && unit === 'year') fields.same = true
  else if (shiftAfter !== NONE && unit !== 'day') Object.assign(fields, { relative: unit, by: shiftAfter })
  else return 0
  return done(reading, 'relative', k + 2)
}

const SPOKEN_OF = new Set<Unit | ''>(['month', 'quarter', 'week'])

/** "The end of the year", साल के अंत: of the one spoken of. */
export function readPeriodSpokenOf(reading: Reading, k: number): number {
  const { fields, last, tokens } = reading
  const { unit, definite, plural } = meaningAt(reading, k)
  if (!unit || plural || (last !== '' && last !== 'nth')) return 0
  // "The first Monday of the month"
  if (last === 'nth') {
    if (unit !== 'month' || fields.month || !tokens[k - 1]?.meaning.of) return 0
    fields.relative = unit
    return done(reading, 'relative', k + 1)
  }
  const behind = modifierBehind(tokens, k)
  const { of = false, before = '' } = tokens[k - 1]?.meaning ?? {}
  const said = fields.mod !== '' && fields.mod !== 'approx' && (of || before !== '' || definite)
  if (!behind && !said) return 0
  if (unit === 'year') fields.same = true
  else if (SPOKEN_OF.has(unit)) fields.relative = unit
  else return 0
  fields.mod ||= behind
  return done(reading, 'relative', k + 1)
}

/** Early, mid or late behind a unit that nothing counts. */
function modifierBehind(tokens: readonly Token[], k: number): Modifier | '' {
  const token = tokens[k] as Token
  const before = token.joined ? tokens[k - 1] : undefined
  if (before && (before.value !== NONE || before.meaning.number !== NONE || before.meaning.ordinal !== NONE))
    return ''
  const behind = joinedAt(tokens, k + 1)
  return !behind || behind.tight || behind.meaning.after === 'approx' ? '' : behind.meaning.after
}

/** FY2025, fiscal 2025 */
export function readFiscal(reading: Reading, k: number): number {
  const { fields, tokens } = reading
  const after = joinedAt(tokens, k + 1)
  if (!meaningAt(reading, k).fiscal || !after || fields.year !== undefined) return 0
  if (after.numeric?.lastYear) {
    const { year, lastYear } = after.numeric
    Object.assign(fields, { year, lastYear, fiscal: true })
    return done(reading, 'year', k + 2)
  }
  if (after.digits !== 4 && !(after.digits === 2 && after.tight)) return 0
  Object.assign(fields, { year: after.value, short: after.digits === 2, fiscal: true })
  return done(reading, 'year', k + 2)
}
