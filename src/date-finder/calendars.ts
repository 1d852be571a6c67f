import { type DateValue, type Day, dayOf, years } from '../calendar/index.ts'

/**
 * A month or day of another calendar (as `Intl` names them: persian, islamic-umalqura, …) in days of ours, found by
 * asking `Intl` from a first guess on. Undefined where the calendar has no such day.
 */
export function fromCalendar(
  calendar: string,
  year: number,
  month: number,
  day: number,
): DateValue | undefined {
  const format = formatter(calendar)
  const read = (at: Day) => {
    const parts = format.formatToParts(at * 86_400_000)
    const part = (type: string) => Number(parts.find((p) => p.type === type)?.value)
    return { year: part('year') || part('relatedYear'), month: part('month'), day: part('day') }
  }
  let at = dayOf(2000, 6, 15)
  for (let step = 0; step < 12; step += 1) {
    const found = read(at)
    const off =
      Math.round((year - found.year) * 365 + (month - found.month) * 30.4) + ((day || 1) - found.day)
    if (off === 0) break
    at += off
  }
  // The guess is near: walk the last days.
  for (const near of [...Array(60).keys()].map((n) => at + (n % 2 ? -(n + 1) / 2 : n / 2))) {
    const found = read(near)
    if (found.year !== year || found.month !== month || found.day !== (day || 1)) continue
    if (day) return { from: near, to: near, precision: 'day' }
    let to = near
    while (read(to + 1).month === month && to - near < 32) to += 1
    return { from: near, to, precision: 'range' }
  }
  return undefined
}

/** A whole year of another calendar. */
export function yearFromCalendar(calendar: string, year: number): DateValue | undefined {
  return yearsFromCalendar(calendar, year, 1)
}

export function centuryFromCalendar(calendar: string, century: number): DateValue | undefined {
  return yearsFromCalendar(calendar, century * 100 - 99, 100)
}

/** The calendar is known from the reform of 1645 on; of what is older, or a month that it lacks, the year is told alone. */
export function byMoon(year: number, month: number, day: number): DateValue | undefined {
  return (year < 1645 ? undefined : fromCalendar('chinese', year, month, day)) ?? years(year, 1, 'year')
}

function yearsFromCalendar(calendar: string, year: number, count: number): DateValue | undefined {
  const first = fromCalendar(calendar, year, 1, 1)
  const next = fromCalendar(calendar, year + count, 1, 1)
  return first && next && { from: first.from, to: next.from - 1, precision: 'range' }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(calendar: string): Intl.DateTimeFormat {
  let format = formatters.get(calendar)
  if (!format) {
    format = new Intl.DateTimeFormat('en-u-nu-latn', {
      calendar,
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    })
    formatters.set(calendar, format)
  }
  return format
}
