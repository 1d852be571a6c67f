import {
  type Basis,
  type DateValue,
  type Day,
  dayOf,
  daysInMonth,
  type ImpliedBy,
  months,
  partsOf,
  years,
} from '../calendar/index.ts'
import { byMoon, centuryFromCalendar, fromCalendar, yearFromCalendar } from './calendars.ts'
import type { Fields } from './fields.ts'
import type { Unit } from './language.ts'
import { dayValue, nthOf, range, weekdayOf } from './nth.ts'

/** What a mention without a year, or counted from a date, leans on. */
export interface Context {
  /** The note's own date. */
  date: Day | undefined
  /** The nearest date that holds its year, and how it is known. */
  near: { value: DateValue; by: ImpliedBy } | undefined
  /** The sentence speaks of what is to come. */
  future: boolean
  /** It stands behind "since". */
  since: boolean
}

export interface Resolved {
  value?: DateValue
  basis: Basis
  impliedBy?: ImpliedBy
}

/** The days that the fields of a point mean, with what was implied. Undefined where no calendar has them. */
export function resolve(fields: Fields, context: Context): Resolved | undefined {
  const resolved = resolveWhole(fields, context)
  if (!resolved?.value) return resolved
  const value = fields.weekOf ? unitOf(resolved.value.from, 'week', 0) : resolved.value
  return { ...resolved, value: fields.mod ? { ...value, mod: fields.mod } : value }
}

function resolveWhole(said: Fields, context: Context): Resolved | undefined {
  const fields = said.either && !context.future ? { ...said, by: -said.by } : said
  const { ago, span, relative, near, century, decade } = fields
  const { date } = context
  if (ago) return counted(date, (day) => shiftAgo(day, ago))
  if (span)
    return counted(date, (day) =>
      span.whole ? wholesOf(day, span.count, span.unit) : spanOf(day, span.count, span.unit),
    )
  if (near !== undefined) return counted(date, (day) => nearest(day, near, fields))
  if (relative && relative !== 'year') return counted(date, (day) => withinRelative(day, fields))
  if (century) return explicit(centuryOf(fields))
  if (decade !== undefined) return decadeOf(fields, context)
  if (relative) return counted(date, (day) => inYear(partsOf(day).year + fields.by, fields))
  if (fields.weekday && !fields.month && !fields.year && !fields.day && !fields.nth) {
    return counted(date, (day) => dayValue(day + ((fields.weekday - weekdayOf(day) + 6) % 7) + 1))
  }
  if (fields.year !== undefined) {
    const year = fields.short ? fullYear(fields.year, context) : fields.year
    return explicit(inYear(year, fields))
  }
  return inContext(fields, context)
}

function explicit(value: DateValue | undefined): Resolved | undefined {
  return value && { basis: 'explicit', value }
}

function counted(date: Day | undefined, count: (day: Day) => DateValue | undefined): Resolved | undefined {
  if (date === undefined) return { basis: 'relative' }
  const value = count(date)
  return value && { basis: 'relative', impliedBy: 'note', value }
}

/** A month, day or part without its year takes it from the nearest date, else from the note's own. */
function inContext(fields: Fields, { near, date, future, since }: Context): Resolved | undefined {
  // A month in a year of any: only the year 2000 has every day of it.
  if (!inYear(2000, { ...fields, month: fields.month || (fields.numbered ? 0 : 1) })) return undefined
  const own = date === undefined ? undefined : ofReference(fields, date, future)
  if (!near) return own ?? (date === undefined ? { basis: 'context' } : undefined)
  const { year, month } = partsOf(near.value.from)
  const said = { ...fields, month: fields.month || (fields.day ? month : 0) }
  const first = inYear(fields.same ? year + fields.by : year, said)
  // "From June 2018 to January 2019, and on 26 January"; but 七七年冬天，10月
  const last = partsOf(near.value.to).year
  const again = fields.following
    ? first && first.from <= near.value.from
    : last > year && near.value.precision === 'range' && first && first.from < near.value.from
  const value = again ? inYear(fields.following ? year + 1 : last, said) : first
  // "Tuesday, November 4": of a year in which it is one.
  if (
    own?.value &&
    near.by !== 'range' &&
    isOnWeekday(own.value, fields) &&
    !(value && isOnWeekday(value, fields))
  )
    return own
  // A dateline of about the note's own date says no more than that.
  const ofNow = near.by === 'heading' && date !== undefined && Math.abs(date - near.value.from) < 62
  if (own?.value && ofNow && !fields.day) return own
  // What is to come is not before the reference date, unless all is told as if it were then, and what was not behind.
  if (own?.value && value && date !== undefined && FAR.has(near.by)) {
    const late = yearOf(date) - year
    // "Minister since May"
    if (since && late > 0 && !fields.same) return own
    if (future && late >= 0 && late < 4 && value.to < date && own.value.to >= date) return own
    // Behind what is to come, more is.
    const after = value.from - near.value.from
    const goesOn = near.value.from > date && fields.month > 0 && after >= 0 && after < 100
    if (!future && value.from > date + 61 && !goesOn) return own
  }
  return value && { basis: 'context', impliedBy: near.by, value }
}

/** Not in the same sentence, nor over all that is said. */
const FAR: ReadonlySet<ImpliedBy> = new Set(['paragraph', 'section', 'title'])

/** The day is the weekday that is said beside it. */
function isOnWeekday({ from }: DateValue, { weekday, day }: Fields): boolean {
  return weekday === 0 || !day || weekdayOf(from) === weekday
}

/** Without another date around, a month, day or part is of the year of the note's own. */
function ofReference(fields: Fields, date: Day, future: boolean): Resolved | undefined {
  const { year, month } = partsOf(date)
  if (fields.day && !fields.month && fields.weekday) {
    const value = weekdayOnDay(date, fields.day, fields.weekday)
    return value && { basis: 'context', impliedBy: 'note', value }
  }
  if (fields.day && !fields.month) {
    const value = inYear(year, { ...fields, month }) ?? inYear(year, { ...fields, month: month - 1 || 12 })
    return value && { basis: 'context', impliedBy: 'note', value }
  }
  const begins =
    fields.month ||
    (fields.numbered ? Math.ceil((fields.nth * 12) / 53) : 0) ||
    (fields.quarter ? fields.quarter * 3 - 2 : fields.half ? fields.half * 6 - 5 : 1)
  const past = begins > month + 2 && !future
  // In November, what is to come in January is so in the next.
  const ahead = begins < month - 5 && future
  const last = fields.same ? year + fields.by : past ? year - 1 : ahead ? year + 1 : year
  const candidates = [last, last - 1, last + 1].flatMap((candidate) => inYear(candidate, fields) ?? [])
  const value =
    candidates.find((candidate) => isOnWeekday(candidate, fields) && yearOf(candidate.from) < year + 2) ??
    candidates[0]
  return value && { basis: 'context', impliedBy: 'note', value }
}

/** Friday the 13th: the nearest month from the reference date on that has it. */
function weekdayOnDay(date: Day, day: number, weekday: number): DateValue | undefined {
  const { year, month } = partsOf(date)
  for (const by of [0, 1, -1, 2, -2, 3, -3, 4, 5, 6, 7, 8]) {
    const first = dayOf(year, month + by, 1)
    const parts = partsOf(first)
    if (day <= daysInMonth(parts.year, parts.month) && weekdayOf(first + day - 1) === weekday)
      return dayValue(first + day - 1)
  }
  return undefined
}

/** The value of the fields in a year; undefined where the calendar has no such day. */
function inYear(year: number, fields: Fields): DateValue | undefined {
  const { month, day, quarter, half, season, nth } = fields
  if (fields.lastYear) return years(year, fields.lastYear - year + 1, 'range')
  if (nth) return nthOf(year, fields)
  if (fields.lunar && month) return byMoon(year, month, day)
  if (fields.calendar) {
    const value = month
      ? fromCalendar(fields.calendar, year, month, day)
      : yearFromCalendar(fields.calendar, year)
    // "Ramadan 2024" has the year of another calendar.
    return value && partsOf(value.from).year < 2200 ? value : undefined
  }
  if (quarter) return months(year, quarter * 3 - 2, 3, 'quarter')
  if (half) return months(year, half * 6 - 5, 6, 'half')
  if (season) return months(year, season * 3, 3, 'season')
  if (!month) return years(year, 1, 'year')
  if (!day) return fields.pair ? months(year, month, 2, 'range') : months(year, month, 1, 'month')
  if (day > daysInMonth(year, month)) return undefined
  return dayValue(dayOf(year, month, day))
}

function centuryOf(fields: Fields): DateValue | undefined {
  const { century, decade, calendar } = fields
  if (calendar) return centuryFromCalendar(calendar, century)
  const first = century < 0 ? century * 100 : (century - 1) * 100
  const whole =
    decade === undefined ? years(first + 1, 100, 'century') : decades(first + (decade % 100), fields)
  return partOf(whole, fields)
}

/** A decade of two digits is the last of these that is over: in 2025 the twenties are those of 1920. */
function decadeOf(fields: Fields, { date }: Context): Resolved | undefined {
  const decade = fields.decade as number
  const first = decade >= 100 ? decade : lastOver(decade + 9, date) - 9
  return explicit(partOf(decades(first, fields), fields))
}

function decades(first: number, { pair }: Fields): DateValue {
  return years(first, pair ? 20 : 10, pair || first % 10 ? 'range' : 'decade')
}

function lastOver(short: number, date: Day | undefined): number {
  const now = yearOf(date)
  const year = now - (now % 100) + short
  return year < now ? year : year - 100
}

/** Of the reference date. */
export const yearOf = (date: Day | undefined) => (date === undefined ? 2025 : partsOf(date).year)

/** The half or quarter of a decade or century that the fields name. */
function partOf(whole: DateValue, { half, quarter }: Fields): DateValue {
  const [nth, parts] = half ? [half, 2] : [quarter, 4]
  const { year } = partsOf(whole.from)
  const count = whole.precision === 'century' ? 100 / parts : 5
  if (!nth || (quarter && whole.precision === 'decade')) return whole
  return years(year + (nth - 1) * count, count, 'range')
}

/** '92 is 1992, '08 is 2008: at most ten years after the reference; behind 1931, '33 is 1933, behind 1881, '82 is 1882. */
function fullYear(short: number, { date, near }: Context): number {
  if (short >= 100) return short
  const now = yearOf(date)
  const told = near ? partsOf(near.value.from).year : now
  const then = Math.floor(told / 100) * 100 + short
  if (told < 1900 && then >= told && then < told + 60) return then
  const century = Math.floor(now / 100) * 100
  const year = century + short
  return (year > now && year - told > 50) || year > now + 10 ? year - 100 : year
}

function unitOf(day: Day, unit: Unit, by: number): DateValue {
  const { year, month } = partsOf(day)
  const parts: Partial<Record<Unit, () => DateValue>> = {
    day: () => dayValue(day + by),
    month: () => months(year, month + by, 1, 'month'),
    quarter: () => months(year, Math.floor((month - 1) / 3) * 3 + 1 + by * 3, 3, 'quarter'),
    half: () => months(year, (month > 6 ? 7 : 1) + by * 6, 6, 'half'),
    season: () =>
      months(year, Math.floor((month % 12) / 3) * 3 + by * 3 + (month === 12 ? 12 : 0), 3, 'season'),
    year: () => years(year + by, 1, 'year'),
    decade: () => years(Math.floor(year / 10) * 10 + by * 10, 10, 'decade'),
    century: () => years(Math.floor((year - 1) / 100) * 100 + 1 + by * 100, 100, 'century'),
  }
  const monday = day - weekdayOf(day) + 1 + by * 7
  if (unit === 'week') return range(monday, monday + 6)
  if (unit === 'weekend') return range(monday + 5, monday + 6)
  return (parts[unit] as () => DateValue)()
}

const DAYS: Partial<Record<Unit, number>> = { week: 7, month: 30, season: 91, quarter: 91, half: 182 }

/** The unit is the grain: three years ago is a year, 1.5 years ago the month 18 months before. */
function shiftAgo(from: Day, ago: NonNullable<Fields['ago']>): DateValue {
  const day = ago.slice(0, -1).reduce((at, { count, unit }) => addUnits(at, count, unit), from)
  const { count, unit } = ago.at(-1) as { count: number; unit: Unit }
  if (Number.isInteger(count)) return unitOf(day, unit, count)
  if (unit === 'year') return unitOf(day, 'month', Math.round(count * 12))
  if (unit === 'decade' || unit === 'century')
    return unitOf(day, 'year', Math.round(count * (unit === 'decade' ? 10 : 100)))
  return unitOf(day, 'day', Math.round(count * (DAYS[unit] ?? 1)))
}

/** So many whole units before the present one, or after it. */
function wholesOf(day: Day, count: number, unit: Unit): DateValue {
  const [nearest, farthest] = [unitOf(day, unit, Math.sign(count)), unitOf(day, unit, Math.round(count))]
  return count < 0 ? range(farthest.from, nearest.to) : range(nearest.from, farthest.to)
}

/** From the same day so many units before up to the reference date, or from it on. */
function spanOf(day: Day, count: number, unit: Unit): DateValue {
  // What is to come begins with the next day, week, month.
  if (count > 0) return wholesOf(day, count, unit)
  const other = addUnits(day, count, unit)
  return other < day ? range(other, day) : range(day, other)
}

const MONTHS: Partial<Record<Unit, number>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
}

function addUnits(day: Day, count: number, unit: Unit): Day {
  const inMonths = MONTHS[unit]
  if (!inMonths) return day + Math.round(count * (unit === 'week' ? 7 : 1))
  const { year, month, day: d } = partsOf(day)
  const first = dayOf(year, month + Math.round(count * inMonths), 1)
  const { year: y, month: m } = partsOf(first)
  return first + Math.min(d, daysInMonth(y, m)) - 1
}

/** Last week's Friday, the 9th of next month, a whole last quarter. */
function withinRelative(date: Day, fields: Fields): DateValue | undefined {
  const value = unitOf(date, fields.relative as Unit, fields.by)
  const { year, month } = partsOf(value.from)
  if (fields.relative === 'week' && fields.weekday) return dayValue(value.from + fields.weekday - 1)
  if (fields.relative === 'month') {
    if (fields.nth) return nthOf(year, { ...fields, month })
    if (fields.day) return inYear(year, { ...fields, relative: '', month })
  }
  if (fields.relative === 'century' && fields.decade !== undefined)
    return decades(year - 1 + (fields.decade % 100), fields)
  return value
}

/** "Last March", "next Friday": the nearest before or after the reference date. */
function nearest(date: Day, by: number, fields: Fields): DateValue | undefined {
  if (fields.weekday && !fields.day) {
    const monday = date - weekdayOf(date) + 1
    if (by === 0) return dayValue(monday + fields.weekday - 1)
    const ahead = ((fields.weekday - weekdayOf(date) + 6) % 7) + 1
    const behind = ((weekdayOf(date) - fields.weekday + 6) % 7) + 1
    return dayValue(by > 0 ? date + ahead : date - behind)
  }
  const { year, month } = partsOf(date)
  if (fields.day && !fields.month) {
    if (fields.weekday) return weekdayOnDay(date, fields.day, fields.weekday)
    // "El pasado día 12": of this month, or of the one beside it.
    const { from } = unitOf(date, 'month', dayOf(year, month, fields.day) - date > 0 === by > 0 ? 0 : by)
    return inYear(partsOf(from).year, { ...fields, month: partsOf(from).month })
  }
  if (by === 0) return inYear(year, fields)
  for (const candidate of by > 0 ? [year, year + 1] : [year, year - 1]) {
    const value = inYear(candidate, fields)
    if (value && (by > 0 ? value.from > date : value.to < date)) return value
  }
  return undefined
}
