/** What `Intl` knows of how a language writes its dates. */
export interface IntlNames {
  months: { name: string; month: number; short: boolean }[]
  weekdays: { name: string; weekday: number }[]
  /** Words between the parts of a long date: "de", "m.", "of". */
  between: { word: string; short: boolean }[]
  /** What is joined to the digits of a day or year: "(e)ko", "ê". */
  suffixes: string[]
  /** The order of a date in numbers. */
  order: 'dmy' | 'mdy' | 'ymd'
  /** The calendar of the language's long dates, as `Intl` names it. */
  calendar: string
  /** Names of months begin with a capital. */
  capitals: boolean
  /** A full stop stands behind the year. */
  dottedYears: boolean
}

const cache = new Map<string, IntlNames>()

/** Reads the names of months and weekdays of a language as CLDR has them. */
export function intlNames(tag: string): IntlNames {
  let names = cache.get(tag)
  if (!names) {
    names = readNames(tag)
    cache.set(tag, names)
  }
  return names
}

function readNames(tag: string): IntlNames {
  const { calendar } = new Intl.DateTimeFormat(tag).resolvedOptions()
  const names: IntlNames = {
    months: [],
    weekdays: [],
    between: [],
    suffixes: [],
    order: orderOf(tag),
    calendar,
    dottedYears: false,
    capitals: /^\p{Lu}/u.test(new Intl.DateTimeFormat(tag, { month: 'long' }).format(0)),
  }
  const number = new Intl.DateTimeFormat('en-u-nu-latn', { calendar, month: 'numeric', timeZone: 'UTC' })
  for (const shape of SHAPES) {
    const format = new Intl.DateTimeFormat(tag, { ...shape, timeZone: 'UTC' })
    const short = shape.month === 'short' || shape.dateStyle === 'medium'
    // Every other week for more than a year of any other calendar: each of its months is met.
    for (let day = 15; day < 415; day += calendar === 'gregory' ? 31 : 14) {
      const date = new Date(Date.UTC(2025, 0, day))
      const month = Number(number.formatToParts(date).find(({ type }) => type === 'month')?.value)
      readParts(format.formatToParts(date), month, short, names)
    }
  }
  for (const weekday of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' })
    for (let n = 1; n <= 7; n += 1) {
      const name = bare(format.format(new Date(Date.UTC(2024, 0, n))))
      if (!names.weekdays.some((known) => known.name === name)) names.weekdays.push({ name, weekday: n })
    }
  }
  return names
}

const SHAPES: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'long' },
  { month: 'long' },
  { month: 'long', year: 'numeric' },
  { month: 'long', day: 'numeric' },
  { dateStyle: 'medium' },
  { month: 'short' },
  { month: 'short', day: 'numeric' },
]

/** Letters, and the mark that parts syllables in Tibetan. */
const LETTERS = '[\\p{L}\\p{M}\\u0f0b]'

/** Takes the month's name with what is joined to it, the words between the parts, and the endings of numbers. */
function readParts(parts: Intl.DateTimeFormatPart[], month: number, short: boolean, names: IntlNames): void {
  for (const [i, { type, value }] of parts.entries()) {
    const before = parts[i - 1]
    if (type === 'month' && /\p{L}/u.test(value) && !/^\p{N}/u.test(value)) {
      const joined =
        new RegExp(`${LETTERS}+$`, 'u').exec(before?.type === 'literal' ? before.value : '')?.[0] ?? ''
      const ending =
        new RegExp(`^${LETTERS}+`, 'u').exec(
          parts[i + 1]?.type === 'literal' ? (parts[i + 1]?.value ?? '') : '',
        )?.[0] ?? ''
      for (const name of new Set([bare(value), bare(joined + value + ending)])) {
        if (!names.months.some((known) => known.name === name)) names.months.push({ name, month, short })
      }
    }
    if (type !== 'literal') continue
    const afterNumber = before && before.type !== 'month' && /\p{N}$/u.test(before.value)
    if (before?.type === 'year' && value.startsWith('.')) names.dottedYears = true
    const suffix = afterNumber ? (/^[^\s,،\p{N}]+/u.exec(value)?.[0] ?? '') : ''
    if (suffix && /\p{L}/u.test(suffix) && !names.suffixes.includes(suffix.toLowerCase()))
      names.suffixes.push(suffix.toLowerCase())
    for (const [, word = '', stop] of value
      .toLowerCase()
      .matchAll(new RegExp(`(${LETTERS}[\\p{L}\\p{M}'’\\u0f0b-]*)(\\.?)`, 'gu'))) {
      if (!names.between.some((known) => known.word === word))
        names.between.push({ word, short: stop === '.' })
    }
  }
}

function bare(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}

function orderOf(tag: string): IntlNames['order'] {
  const parts = new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeZone: 'UTC' }).formatToParts(0)
  const order = parts
    .map(({ type }) => ((type as string) === 'relatedYear' ? 'y' : type[0]))
    .filter((c) => 'dmy'.includes(c as string))
    .join('')
  return order.startsWith('y') ? 'ymd' : order.startsWith('m') ? 'mdy' : 'dmy'
}
