/** What `Intl` knows of how a language writes its dates. */
export interface IntlNames {
  months: { name: string; month: number; short: boolean }[]
  weekdays: { name: string; weekday: number }[]
  /** Words between the parts of a long date: "de", "m.", "of". */
  between: string[]
  /** The order of a date in numbers. */
  order: 'dmy' | 'mdy' | 'ymd'
  /** The calendar of the language's long dates, as `Intl` names it. */
  calendar: string
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
  const months = new Map<string, { name: string; month: number; short: boolean }>()
  const weekdays = new Map<string, { name: string; weekday: number }>()
  const between = new Set<string>()
  const parts = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).formatToParts(0)
  const afterYear = parts[parts.findIndex(({ type }) => type === 'year') + 1]?.value ?? ''
  const shapes: Intl.DateTimeFormatOptions[] = [
    { dateStyle: 'long' },
    { month: 'long' },
    { month: 'long', year: 'numeric' },
    { month: 'long', day: 'numeric' },
    { dateStyle: 'medium' },
    { month: 'short' },
    { month: 'short', day: 'numeric' },
  ]
  for (const shape of shapes) {
    const format = new Intl.DateTimeFormat(tag, { ...shape, timeZone: 'UTC' })
    // Every 28th day for 14 months of any calendar; the number tells which month it is.
    const number = new Intl.DateTimeFormat('en-u-nu-latn', { calendar, month: 'numeric', timeZone: 'UTC' })
    for (let day = 0; day < 400; day += 14) {
      const date = new Date(Date.UTC(2025, 0, 15 + day))
      const month = Number(number.formatToParts(date).find(({ type }) => type === 'month')?.value)
      for (const { type, value } of format.formatToParts(date)) {
        if (type === 'month' && month && /\p{L}/u.test(value)) {
          const name = value.toLowerCase().replace(/\.$/, '')
          const short = shape.month === 'short' || shape.dateStyle === 'medium'
          if (!months.has(name)) months.set(name, { name, month, short })
        } else if (type === 'literal') {
          for (const word of value.toLowerCase().split(/[\s.,()]+/)) {
            if (/^[\p{L}\p{M}'’-]+$/u.test(word)) between.add(word)
          }
        }
      }
    }
  }
  for (const weekday of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' })
    for (let n = 1; n <= 7; n += 1) {
      const name = format
        .format(new Date(Date.UTC(2024, 0, n)))
        .toLowerCase()
        .replace(/\.$/, '')
      if (!weekdays.has(name)) weekdays.set(name, { name, weekday: n })
    }
  }
  return {
    months: [...months.values()],
    weekdays: [...weekdays.values()],
    between: [...between],
    order: orderOf(tag),
    calendar,
    dottedYears: afterYear.startsWith('.'),
  }
}

function orderOf(tag: string): IntlNames['order'] {
  const parts = new Intl.DateTimeFormat(tag, { dateStyle: 'short', timeZone: 'UTC' }).formatToParts(0)
  const order = parts
    .map(({ type }) => ((type as string) === 'relatedYear' ? 'y' : type[0]))
    .filter((c) => 'dmy'.includes(c as string))
    .join('')
  return order.startsWith('y') ? 'ymd' : order.startsWith('m') ? 'mdy' : 'dmy'
}
