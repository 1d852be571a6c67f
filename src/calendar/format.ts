import type { DateValue, Day } from './date-value.ts'
import { partsOf } from './days.ts'
import { date, FARTHEST, formatter, type Grain, withRank } from './format-day.ts'
import { type PeriodWords, periodWords } from './period-words.ts'
import { toEdtf } from './to-edtf.ts'

/**
 * A value in words that a reader of the language expects, through `Intl` where it has words.
 * @param locale BCP 47
 * @example formatValue({ from, to, precision: 'month', mod: 'end' }, 'en') //=> 'late October 2025'
 */
export function formatValue(value: DateValue, locale: string): string {
  if (Math.max(Math.abs(value.from), Math.abs(value.to)) > FARTHEST) return toEdtf(value)
  const words = periodWords(locale)
  const plain = formatPlain(value, locale, words)
  return withRank(value.mod ? words[value.mod].replace('$', plain) : plain, locale)
}

function formatPlain({ from, to, precision, open }: DateValue, locale: string, words: PeriodWords): string {
  const { year, month } = partsOf(from)
  const named = (pattern: string, n: number) =>
    pattern.replace('$1', words.number(n)).replace('$2', formatter(locale, 'year', from).format(date(from)))
  const numbered = (patterns: readonly string[], n: number) =>
    named(patterns[n - 1] ?? (patterns[0] as string), n)
  switch (precision) {
    case 'day':
    case 'month':
    case 'year':
      return formatter(locale, precision, from).format(date(from))
    case 'quarter':
      return numbered(words.quarters, (month + 2) / 3)
    case 'half':
      return numbered(words.halves, month < 7 ? 1 : 2)
    case 'season':
      return named(words.seasons[Math.floor(month / 3) - 1] ?? '$2', 0)
    case 'decade':
      return year > 0 ? words.decade.replace('$1', String(year)) : formatRange(from, to, locale)
    case 'century': {
      const pattern = year > 0 ? words.century : words.centuryBefore
      return pattern.replace(
        '$1',
        words.ordinal(year > 0 ? Math.ceil(year / 100) : Math.ceil((1 - partsOf(to).year) / 100)),
      )
    }
    case 'range': {
      if (open === 'to')
        return words.since.replace('$', formatter(locale, beginning(from), from).format(date(from)))
      if (open === 'from')
        return words.until.replace('$', formatter(locale, beginning(to + 1), to).format(date(to)))
      return formatRange(from, to, locale)
    }
  }
}

function formatRange(from: Day, to: Day, locale: string): string {
  const format = formatter(locale, grain(from, to), from)
  // Browsers and Node set different blanks around the dash.
  const told = format.formatRange(date(from), date(to)).replace(/\s–\s/, '\u2009–\u2009')
  // Chinese and Japanese have intervals in figures only, 2025/9至2025/10; and they name the era before the year, once: of
  // 公元前179年–141年, the end would be after Christ.
  const isEndBare = /^(?:zh|ja)/.test(locale) && partsOf(to).year < 1
  if (!isEndBare && !/\d\/\d/.test(told)) return told
  return [from, to].map((day) => format.format(date(day))).join(locale.startsWith('ja') ? '～' : '至')
}

/** As broad as both ends allow: whole years are told as years. */
function grain(from: Day, to: Day): Grain {
  const [first, next] = [partsOf(from), partsOf(to + 1)]
  if (first.day > 1 || next.day > 1) return 'day'
  return first.month > 1 || next.month > 1 ? 'month' : 'year'
}

/** As broad as one end allows: the first day of a year tells a year. */
function beginning(day: Day): Grain {
  const { month, day: d } = partsOf(day)
  return d > 1 ? 'day' : month > 1 ? 'month' : 'year'
}
