import { daysInMonth } from '../calendar/index.ts'
import { MINGUO } from './eras.ts'
import type { Lexicon } from './lexicon.ts'
import { readRoman } from './phrases.ts'
import type { Numeric } from './token.ts'

const D = '[0-9０-９٠-٩۰-۹०-९]'
/** What may follow a date in numbers: no digit, no letter of a name, no further part. */
const END = `(?!${D}|[.,/]${D}|[-_.][\\p{L}_]|[_%])`
/** 2010-2015-86 is a telephone number. */
const LAST = `(?!-${D})${END}`
export const SHAPES: readonly { pattern: RegExp; order: string }[] = [
  // 2025-10-03, 2025/10/3, 2025.10.03, 2025・10・3, with a time behind it; 113/7/1.
  {
    pattern: new RegExp(
      `(${D}{3,4})([-/.・])(${D}{1,2})\\2(${D}{1,2})(?:[T ]${D}{1,2}:${D}{2}(?::${D}{2})?(?:\\.${D}{1,6})?(?:Z|[+-]${D}{2}:?${D}{2})?)?${END}(?!(?<=-${D}{1,2})-${D}{1,2}(?!${D}))`,
      'uy',
    ),
    order: 'y_md',
  },
  // 3/4/2025, 3.4.2025, 3-4-2025
  { pattern: new RegExp(`(${D}{1,2})([-/.])(${D}{1,2})\\2(${D}{4})${END}`, 'uy'), order: 'd_my' },
  // 7-III-1959, 23.VI.1912, 7. III. 1959, 15/II/90
  {
    pattern: new RegExp(
      `(${D}{1,2})([-/.])( ?(?:XI{0,2}|IX|IV|VI{0,3}|I{1,3}))\\2 ?(${D}{4}|${D}{2})${END}`,
      'uy',
    ),
    order: 'd_ry',
  },
  // 2025. 4. 3.
  { pattern: new RegExp(`(${D}{4})(\\.) (${D}{1,2})\\. (${D}{1,2})(?:\\.|${END})`, 'uy'), order: 'y. m. d' },
  // 3. 4. 2025, 20. 4. 45
  {
    pattern: new RegExp(`(${D}{1,2})(\\.) (${D}{1,2})\\. (${D}{4}|${D}{2})${END}`, 'uy'),
    order: 'd_my',
  },
  // The first of 10/1-11/2/2017
  {
    pattern: new RegExp(`(${D}{1,2})([/.])(${D}{1,2})(?=[-–]${D}{1,2}[/.]${D}{1,2}[/.]${D}{4}${END})`, 'uy'),
    order: 'd_m first',
  },
  // 3/4/25, 03.04.25
  { pattern: new RegExp(`(${D}{1,2})([/.])(${D}{1,2})\\2(${D}{2})${END}`, 'uy'), order: 'd_my' },
  // 20251003
  { pattern: /(\d{4})()(\d{2})(\d{2})(?![\p{L}\p{N}_-])/uy, order: 'y_md' },
  // 2024/2025
  { pattern: new RegExp(`(${D}{4})(/)(${D}{4})${END}`, 'uy'), order: 'y_y' },
  // 2025-10, 2025/10
  { pattern: new RegExp(`(${D}{4})(-(?=${D}{2})|/)(${D}{1,2})${LAST}(?!/\\p{L})`, 'uy'), order: 'y_m' },
  // The ends of 2020.5—2021.3
  {
    pattern: new RegExp(
      `(${D}{4})(\\.)(${D}{1,2})(?:(?=\\s?[-–—~～至]\\s?${D}{4}\\.${D}{1,2}${END})|(?<=${D}{4}\\.${D}{1,2}\\s?[-–—~～至]\\s?${D}{4}\\.${D}{1,2})${END})`,
      'uy',
    ),
    order: 'y_m',
  },
  // 2006.11 in brackets, or all of a cell
  {
    pattern: /(?<=^\s?|[(（]\s?)((?:19|20)\d\d)(\.)(0[1-9]|1[0-2])(?=\s?(?:$|[)）]))/uy,
    order: 'y_m alone',
  },
  // 10/2025, 10-2025, but ZR 12/1956, VI-5-1987
  {
    pattern: new RegExp(
      `(?<!(?<!/${D}{3})${D}-|\\p{L}-|(?<!\\p{L})\\p{Lu}{1,3} )(${D}{1,2})([-/])(${D}{4})(?!(?<=-${D}{4})-${D})${END}`,
      'uy',
    ),
    order: 'm_y',
  },
  // 09.2025, where decimals have a comma
  {
    pattern: /(?<![\p{N}.,§$€£-]\s?)(0\d|1[0-2])(\.)((?:19|20)\d\d)(?![\p{L}\p{N}_%]|[.,/]\d|\s?[%€$£])/uy,
    order: 'm_y',
  },
  // 2025 10 03
  { pattern: /(\d{4})( )(\d{2}) (\d{2})(?![\p{L}\p{N}]|[.,:]\d)/uy, order: 'y_md' },
  // 22/04, 22.4.
  { pattern: new RegExp(`(${D}{1,2})([/.])(${D}{1,2})(?:(?<=\\.${D}{1,2})\\.)?${LAST}`, 'uy'), order: 'd_m' },
  // 22. 4.
  { pattern: new RegExp(`(${D}{1,2})(\\.) (${D}{1,2})\\.${LAST}`, 'uy'), order: 'd_m' },
]

/**
 * The date in numbers that begins at a place of a text.
 * @param language the order of day and month that it has, where the numbers leave it open; its years
 * @param led a word stands before it that announces a day
 */
export function matchNumeric(
  text: string,
  at: number,
  language: Pick<Lexicon, 'order' | 'minguo' | 'postpositional'>,
  led: boolean,
): { end: number; value: Numeric } | undefined {
  if (!NEAR.test(text.slice(at, at + 9))) return undefined
  const { order } = language
  for (const shape of SHAPES) {
    shape.pattern.lastIndex = at
    const match = shape.pattern.exec(text)
    if (!match) continue
    // Day and month alone are a fraction or a ratio too.
    const placed = order === 'ymd' && match[2] === '/' && isPlaced(text, at, at + match[0].length)
    if (shape.order === 'd_m' && !placed && !(led ? LED : ALONE).test(match[0])) continue
    if (isShortDotted(shape.order, match) && !(order === 'dmy' && (led || WIDE.test(match[0])))) continue
    if ((shape.order === 'y. m. d' || shape.order === 'y_m alone') && order !== 'ymd') continue
    if (shape.order === 'm_y' && match[2] === '.' && order !== 'dmy') continue
    const value = read(shape.order, match, language)
    if (value) return { end: at + match[0].length, value }
  }
  return undefined
}

/** Day and month without a year, behind a word that announces a day, and without one: 12/12 is a ratio, 1.3 an amount. */
const LED = /\/|\.$|^\d\d\.\d\d$/
const ALONE = /^(?:(\d\d)\/(?!\1)\d\d|\d\d\.\d\d\.)$/

/** Where the month comes first and a weekday stands behind the day, 4/4（木）, or another such date: 4/25〜5/6. */
function isPlaced(text: string, start: number, end: number): boolean {
  if (/^\s?[(（](?:[周週]|星期)?[月火水木金土日一二三四五六祝][)）・曜]/u.test(text.slice(end, end + 8)))
    return true
  // 5/21归队: between words of Chinese and Japanese, where a fraction would mostly be of one.
  const [first = 0, second = 0] = text.slice(start, end).split('/').map(Number)
  const between =
    /(?:^|[\s，。；、：（(「於于自从從至到])$/u.test(text.slice(Math.max(0, start - 1), start)) &&
    /^(?:$|[，。；、：）)」]| ?(?![的分英页頁小])\p{Script=Han})/u.test(text.slice(end, end + 2))
  if (between && first < 13 && second > 12 && (first > 1 || start === 0)) return true
  const ends =
    /^\d\d?\/\d\d?\s?[-–—~〜～至]\s?\d\d?\/\d\d?(?![\d/])/.exec(text.slice(start, start + 16)) ??
    /(?<![\d/.])\d\d?\/\d\d?\s?[-–—~〜～至]\s?\d\d?\/\d\d?$/.exec(text.slice(Math.max(0, end - 16), end))
  // 1/4〜1/2 of anything
  const [a = 0, b = 0, c = 0, d = 0] = (ends?.[0].match(/\d+/g) ?? []).map(Number)
  return ends !== null && (a >= b || c >= d || b > 10 || d > 10)
}

/** 03.04.25 and 3. 4. 25 beside 1.12.15, which is a version too. */
const WIDE = /^\d\d\.\d\d\.|\. /

function isShortDotted(shape: string, match: RegExpExecArray): boolean {
  return shape === 'd_my' && match[2] === '.' && match[4]?.length === 2
}

/** Most numbers are none: seen at a glance. */
const NEAR = new RegExp(`^${D}{1,4}[-/.・]|^\\d{8}|^\\d{4} \\d`, 'u')

function read(
  shape: string,
  match: RegExpExecArray,
  { order, minguo, postpositional }: Parameters<typeof matchNumeric>[2],
): Numeric | undefined {
  const roman = shape === 'd_ry' ? readRoman((match[3] as string).trim()) : 0
  const numbers = [match[1], match[3], match[4]].map((digits) => (digits ? number(digits) : 0)) as [
    number,
    number,
    number,
  ]
  let year: number
  let month: number
  let day = 0
  let guess = false
  if (roman) [day, month, year] = [numbers[0], roman, numbers[2]]
  else if (shape === 'y_md' || shape === 'y. m. d') [year, month, day] = numbers
  else if (shape === 'y_y') {
    const [from, to] = numbers
    return from >= 1000 && to > from && to - from < 10 && to < 2200
      ? { year: from, month: 0, day: 0, lastYear: to, guess: false, short: false }
      : undefined
  } else if (shape === 'y_m' || shape === 'y_m alone') {
    ;[year, month] = numbers
    // 2024/25 is a stretch of two years, 1998-99 too, 1914/18 of more.
    const more = (month - (year % 100) + 100) % 100
    // In Hindi 2005-06 is too.
    const pair = more === 1 && (month > 12 || postpositional || (match[2] === '/' && order !== 'ymd'))
    if (pair || (month > 12 && match[2] === '/' && more > 0 && more < 10))
      return { year, month: 0, day: 0, lastYear: year + more, guess: false, short: false }
  } else if (shape === 'm_y') {
    ;[month, year] = numbers
    // Sonnet 3-1022
    if (year < 1400) return undefined
  } else if (shape === 'd_m' || shape === 'd_m first') {
    ;[day, month] =
      order === 'dmy' || (match[2] === '.' && order !== 'ymd') ? numbers : [numbers[1], numbers[0]]
    if (month > 12 && day <= 12) [day, month] = [month, day]
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(2000, month)) return undefined
    return { year: undefined, month, day, lastYear: 0, guess: day <= 12 && match[2] !== '.', short: false }
  } else {
    // 21/04/16, where years come first, but 3/5/15
    const yearFirst = order === 'ymd' && match[4]?.length === 2 && numbers[0] > 12 && match[2] === '/'
    const [a, b] = yearFirst ? [numbers[2], numbers[1]] : numbers
    year = yearFirst ? numbers[0] : numbers[2]
    const monthFirst =
      match[2] !== '.' && (order === 'mdy' || (order === 'ymd' && match[4]?.length === 2 && !yearFirst))
    ;[day, month] = monthFirst ? [b, a] : [a, b]
    if (month > 12 && day <= 12 && !isShortDotted(shape, match)) [day, month] = [month, day]
    guess = month <= 12 && day <= 12 && month !== day && match[2] !== '.'
  }
  if (minguo && match[1]?.length === 3 && match[2] === '/' && year < 200) year += MINGUO
  const short = match[4]?.length === 2 && year < 100
  if (month < 1 || month > 12 || (year < 1000 && !short) || year > 2999) return undefined
  if (match[4] && (day < 1 || day > daysInMonth(short ? 2000 + year : year, month))) return undefined
  return { year, month, day, lastYear: 0, guess, short }
}

function number(digits: string): number {
  let value = 0
  for (const char of digits.normalize('NFKC')) value = value * 10 + digitValue(char)
  return value
}

function digitValue(char: string): number {
  const code = char.charCodeAt(0)
  return code < 0x660 ? code - 48 : code < 0x6f0 ? code - 0x660 : code < 0x966 ? code - 0x6f0 : code - 0x966
}
