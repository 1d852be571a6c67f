import { BACKWARDS, NONE } from './meaning.ts'
import {
  done,
  hasYear,
  isCount,
  isWhole,
  joinedAt,
  MOST_GLUE,
  type Reading,
  skipGlue,
  yearOfEra,
} from './reading.ts'
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
  const { year, month, day, lastYear, guess, short } = numeric
  if (tokens[k]?.joined && tokens[k - 1]?.meaning.fiscal && isTwoYears(numeric)) {
    Object.assign(fields, { year, lastYear: (year as number) + 1, fiscal: true })
    return done(reading, 'year', k + 1)
  }
  Object.assign(fields, {
    weekday: 0,
    month,
    day,
    lastYear,
    guess,
    short,
    ...(year === undefined ? {} : { year }),
  })
  return done(reading, 'day', k + 1)
}

/** 2024/25, and 2010/11 where it is no month. */
function isTwoYears({ year, month, day, lastYear }: Numeric): boolean {
  if (year === undefined || day) return false
  return lastYear === year + 1 || (month > 0 && month === (year + 1) % 100)
}

/** Years of an era, the Republic's included. */
const LONGEST_ERA = 200

/** Meiji, by the year before its first. */
const MEIJI = 1867
/** From these years on, eras have the months of the sun. */
const SOLAR_JAPAN = 1873
const SOLAR_CHINA = 1912

/** Before its year: AD 105, 公元前221年, 令和7年. */
export function readEraYear(reading: Reading, k: number): number {
  const { fields, tokens } = reading
  const { era, whole, ago } = (tokens[k] as Token).meaning
  const number = joinedAt(tokens, k + 1)
  // 令和元年 is the first.
  const behindNumber = joinedAt(tokens, k + 2)?.meaning
  const ordinal = behindNumber?.unit === 'century' ? (number?.meaning.ordinal ?? NONE) : NONE
  const year = number ? Math.max(number.value, number.meaning.number, ordinal) : NONE
  const reign = era !== 0 && era !== BACKWARDS
  if (era === NONE || !number || !isWhole(year) || hasYear(fields)) return 0
  // 绍兴2023年 is of a town. Those that count on and on began long ago.
  if (era > LONGEST_ERA && year > LONGEST_ERA) return 0
  // 公元前8世纪
  const behind = behindNumber
  const fiscal = behind?.fiscal === true
  const marked = behind?.mark === 'year' || fiscal
  const joined = behind?.dash || behind?.to
  const ofRange = joined && joinedAt(tokens, k + 4)?.meaning.unit === 'century'
  // 昭和30年代: from its 30th year on.
  if (behind?.unit === 'decade' && era > 0 && year % 10 === 0) {
    fields.decade = yearOfEra(era, year)
    return done(reading, 'period', k + 3)
  }
  if ((behind?.unit === 'century' || ofRange) && year < 40) {
    Object.assign(fields, { century: era === BACKWARDS ? -year : year, era: true })
    return done(reading, 'period', ofRange ? k + 2 : k + 3)
  }
  const range = behind?.dash && joinedAt(tokens, k + 4)?.meaning.mark === 'year'
  const spelled = whole === NONE && !ago && !number.tight && number.digits > (era === BACKWARDS ? 0 : 2)
  if (era !== 0 && !marked && !range && !spelled) return 0
  // 前 is "before" too: 前3年 are the three years before, 前81年 seldom.
  const few = year < 21 || year % 5 === 0 || number.digits === 0
  if (era === BACKWARDS && (whole !== NONE || ago) && year < 100 && few) return 0
  const said = yearOfEra(era, year)
  Object.assign(fields, { year: said, era: true, fiscal, ...(reign ? { reign: era } : {}) })
  if (reign && said < (era === MEIJI ? SOLAR_JAPAN : SOLAR_CHINA)) fields.lunar = true
  return done(reading, 'year', k + (marked ? 3 : 2))
}

/** A number that is a year by its form: 2025, '08, "3 Aug 96". */
export function readYear(reading: Reading, k: number): number {
  const { fields, last, tokens, expected } = reading
  const { value, digits, apostrophe, goesOn } = tokens[k] as Token
  if (value === NONE || hasYear(fields) || fields.relative || !Number.isInteger(value)) return 0
  const after = tokens[k + 1]
  if (digits === 4 && value >= 1000 && value <= 2999 && !isCount(after)) {
    if (last === 'day' && !fields.month && expected !== 'day') return 0
    fields.year = value
    fields.plain = last === ''
    return done(reading, 'year', k + 1)
  }
  // 25Q2, 2Q25
  const before = tokens[k - 1]
  const slash = before?.meaning.slash && tokens[k - 2]?.meaning.part
  const behindPart =
    last === 'part' && ((before?.meaning.part && before.digits > 0) || slash) && tokens[k]?.tight
  const beforePart = last === '' && after?.tight && after.meaning.part
  if (apostrophe || (digits === 2 && value > 9 && (behindPart || beforePart))) {
    Object.assign(fields, { year: value, short: true })
    return done(reading, 'year', k + 1)
  }
  // "Between the years 813 and 833"
  if (expected === 'year' && last === '' && digits === 3 && value >= 100 && !isCount(after)) {
    fields.year = value
    return done(reading, 'year', k + 1)
  }
  // "Fin 66", "a fines del 58", but "Ende 40" of those who are nearly fifty
  const parted = fields.mod !== '' && fields.mod !== 'approx' && last === ''
  const told = value % 10 > 0 || before?.meaning.of
  if (parted && digits === 2 && value > 31 && told && (!goesOn || after?.joined) && !isCount(after)) {
    Object.assign(fields, { year: value, short: true })
    return done(reading, 'year', k + 1)
  }
  if (!fields.month || (last !== 'month' && last !== 'day')) return 0
  if (digits === 3 && fields.day && value >= 100 && !isCount(after)) {
    fields.year = value
    return done(reading, 'year', k + 1)
  }
  // 4-nov-06
  const dashed =
    [k - 3, k - 1].every((at) => tokens[at]?.meaning.dash && tokens[at]?.tight) && last === 'month'
  // "Mai 68", but "in May 45 people"
  const alone = last === 'month' && value > 39 && !goesOn && !isCount(after)
  // "Del 14 de marzo al 2 de mayo, cincuenta noches"
  const spelled = (tokens[k]?.end ?? 0) - (tokens[k]?.start ?? 0) > 2
  // 12월 9일 74일 파업: behind the marks of 年 and 日 no year follows.
  if (fields.marked) return 0
  const isOld = value > 31 && !spelled && (fields.day || tokens[k - 1]?.meaning.of || alone)
  if (digits === 2 && (isOld || (dashed && !after?.tight))) {
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
  const ofMonth = !tokens[k + 1]?.meaning.apart && namesMonth(tokens, skipGlue(tokens, k + 1, 'day'))
  // "Sexta" is Friday too.
  if (meaning.weekday && !ofMonth) return 0
  // "Resolución 2065 el 16 de diciembre de 1965": the year is another's.
  if (ofMonth && fields.plain && isYearBehind(tokens, k)) return 0
  // "En sept. 2024"
  if (meaning.month && meaning.number !== NONE && !ofMonth && joinedAt(tokens, k + 1)?.digits === 4) return 0
  // "March in an …": one is no first.
  const isWord = token.value === NONE && meaning.ordinal === NONE
  if (isWord && ((value === 1 && !(meaning.firstDay && ofMonth)) || meaning.unit)) return 0
  // Roman numerals number centuries.
  const roman = token.value !== NONE && token.digits === 0 && !token.han
  if (roman && last !== '') return 0
  if (!ofMonth && (isCount(tokens[k + 1]) || isFirstCount(tokens, k))) return 0
  if (fields.month) {
    if (last !== 'month' || fields.nth || ofMonth) return 0
    // "Mai, les deux premiers"
    if (isWord && value < 10 && tokens[k - 1]?.meaning.month === 0) return 0
    // 6月,1 is no day, nor 6月第1版.
    if (token.ordinal && tokens[k - 1]?.meaning.mark) return 0
    if (tokens[k - 1]?.meaning.comma && tokens[k - 2]?.meaning.mark) return 0
    // 三月一 is no day; 三月二十三 is.
    if (token.han && !token.ordinal && token.end - token.start < 2 && !tokens[k - 1]?.meaning.mark) return 0
    return takeDay(reading, value, k)
  }
  if (last === 'period' || last === 'part' || last === 'nth') return 0
  if (ofMonth && !roman) return takeDay(reading, value, k)
  if (last === 'weekday' && !fields.relative && !fields.nth) return takeDay(reading, value, k)
  if (last !== '') return 0
  const placed = expected === 'day' || fields.weekOf || isOnThe(tokens, k)
  if (!roman && (placed || isRelativeMonth(tokens, k + 1))) return takeDay(reading, value, k)
  Object.assign(fields, { bare: value, roman })
  return done(reading, 'day', k + 1)
}

/** Whether the day and month that begin at a token have their year behind them. */
function isYearBehind(tokens: readonly Token[], k: number): boolean {
  const month = skipGlue(tokens, k + 1, 'day')
  const year = skipGlue(tokens, month + 1, 'month')
  return year > 0 && joinedAt(tokens, year)?.digits === 4
}

/** "De 10 a 14 h" */
function isFirstCount(tokens: readonly Token[], k: number): boolean {
  const joint = joinedAt(tokens, k + 1)?.meaning
  const counts = tokens[k + 3]?.meaning
  return (
    (joint?.to || joint?.dash) === true && joinedAt(tokens, k + 3) !== undefined && counts?.counted === true
  )
}

/** "On the 28th", which no month follows. */
function isOnThe(tokens: readonly Token[], k: number): boolean {
  const { ordinal, digits, joined, goesOn, end } = tokens[k] as Token
  const article = tokens[k - 1]
  const next = joinedAt(tokens, k + 1)
  // "Pagamos el 27.", "il 24,"
  const ends = !goesOn && (!next || next.meaning.comma || next.start > end + 1)
  if (joined && article?.meaning.the && digits > 0 && ends) return true
  if (!ordinal || digits === 0 || !joined || !article?.joined || !article.meaning.of) return false
  return tokens[k - 2]?.meaning.on === true && !joinedAt(tokens, k + 1)?.meaning.unit
}

function takeDay(reading: Reading, value: number, k: number): number {
  reading.fields.day = value
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
