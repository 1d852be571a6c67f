import { type DateValue, type DayRange, firstDayOf, LEVELS, type Level, periodOf } from '../calendar/index.ts'
import { BREADTHS, type Breadth, breadthOf, type Days, type Overview, type Runs } from './timeline.ts'

/** How many statements fall into each period that has any, in order. */
export type Density = readonly (readonly [period: number, count: number])[]

/**
 * The broadest time that is counted at a level: a year's does not stand on its first day. What is broader than a year
 * stands at the year that it begins in, as on the list.
 */
const HOLDS: Record<Level, Breadth> = {
  day: 'day',
  month: 'month',
  year: 'wide',
  decade: 'wide',
  century: 'wide',
}

const isFiner = (a: Level, b: Level) => LEVELS.indexOf(a) > LEVELS.indexOf(b)

function fits(breadth: Breadth, level: Level): boolean {
  return BREADTHS.indexOf(breadth) <= BREADTHS.indexOf(HOLDS[level])
}

/** Steps through all cells, kind by kind. */
function eachKind(
  runs: readonly Runs[],
  visit: (kind: number, period: number, count: number, breadth: Breadth) => void,
): void {
  for (const [kind, byBreadth] of runs.entries()) {
    for (const breadth of BREADTHS) {
      const run = byBreadth[breadth] ?? []
      let period = 0
      for (let i = 0; i < run.length; i += 2) {
        period += run[i] as number
        visit(kind, period, run[i + 1] as number, breadth)
      }
    }
  }
}

/** Steps through the cells of those kinds that are wanted. */
function eachCell(
  runs: readonly Runs[],
  wanted: readonly boolean[],
  visit: (breadth: Breadth, period: number, count: number) => void,
): void {
  eachKind(runs, (kind, period, count, breadth) => {
    if (wanted[kind]) visit(breadth, period, count)
  })
}

/**
 * How many statements of the wanted kinds fall into each period. Undefined where the overview counts more coarsely
 * and no days are there; with them, of their years.
 */
export function densityOf(
  overview: Overview,
  wanted: readonly boolean[],
  level: Level,
  days: readonly Days[] | undefined,
): Density | undefined {
  const finer = isFiner(level, overview.level)
  if (finer && !days) return undefined
  const counts = new Map<number, number>()
  const [runs, counted] = finer
    ? [(days ?? []).map((year) => year.runs), 'day' as const]
    : [[overview.runs], overview.level]
  for (const some of runs) {
    eachCell(some, wanted, (breadth, period, count) => {
      if (!fits(breadth, level)) return
      const own = periodOf(level, firstDayOf(counted, period))
      counts.set(own, (counts.get(own) ?? 0) + count)
    })
  }
  return inOrder(counts)
}

/** The same of statements that are all there. */
export function densityOfEntries(entries: readonly { at: DateValue }[], level: Level): Density {
  const counts = new Map<number, number>()
  for (const { at } of entries) {
    if (!fits(breadthOf(at), level)) continue
    const period = periodOf(level, at.from)
    counts.set(period, (counts.get(period) ?? 0) + 1)
  }
  return inOrder(counts)
}

function inOrder(counts: ReadonlyMap<number, number>): Density {
  return [...counts].sort(([a], [b]) => a - b)
}

/** Those years, and the nearest before and after in which something of the wanted kinds may begin; in order. */
export function yearsAround(
  overview: Overview,
  wanted: readonly boolean[],
  years: readonly number[],
): number[] {
  const level = isFiner(overview.level, 'year') ? 'year' : overview.level
  const periods = densityOf(overview, wanted, level, undefined) ?? []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const yearOf = (period: number) => periodOf('year', firstDayOf(level, period))
  const before = periods.findLast(([period]) => yearOf(period) < first)?.[0]
  const after = periods.find(([period]) => yearOf(period + 1) > last + 1)?.[0]
  return [
    ...(before === undefined ? [] : [Math.min(yearOf(before + 1), first) - 1]),
    ...years,
    ...(after === undefined ? [] : [Math.max(yearOf(after), last + 1)]),
  ]
}

/** How many statements of each kind begin in a range; `exact` where that could be counted. */
export interface Begun {
  byKind: readonly number[]
  exact: boolean
}

/**
 * Counts what begins in a range: in the periods that lie wholly in it from the overview, in those that it cuts from
 * the days of their years. Where these are not there, a cut period counts by how much of it lies in the range.
 */
export function begunIn(overview: Overview, range: DayRange, days: ReadonlyMap<number, Days>): Begun {
  const { runs, level, kinds } = overview
  const { from = -Infinity, to = Infinity } = range
  const cut = cutPeriods(level, range)
  const byKind = kinds.map(() => 0)
  const known = cut.map((part) => yearsOf(part).every((year) => days.has(year)))
  const add = (kind: number, count: number) => {
    byKind[kind] = (byKind[kind] ?? 0) + count
  }
  eachKind(runs, (kind, period, count) => {
    const [first, end] = [firstDayOf(level, period), firstDayOf(level, period + 1)]
    if (first > to || end <= from) return
    const at = cut.findIndex((part) => part.from < end && part.to >= first)
    if (at < 0) add(kind, count)
    else if (!known[at])
      add(kind, (count * ((cut[at] as Ends).to - (cut[at] as Ends).from + 1)) / (end - first))
  })
  for (const [n, part] of cut.entries()) {
    if (!known[n]) continue
    for (const year of yearsOf(part)) {
      eachKind(days.get(year)?.runs ?? [], (kind, day, count) => {
        if (day >= part.from && day <= part.to) add(kind, count)
      })
    }
  }
  return { byKind: byKind.map(Math.round), exact: known.every(Boolean) }
}

/** The years whose days it takes to count exactly what begins in a range. */
export function yearsToCount({ level }: Overview, range: DayRange): number[] {
  return [...new Set(cutPeriods(level, range).flatMap(yearsOf))]
}

type Ends = Required<DayRange>

/** What lies in a range of the periods that its ends cut. */
function cutPeriods(level: Level, { from = -Infinity, to = Infinity }: DayRange): Ends[] {
  const periods = [from, to + 1].flatMap((day) => {
    if (!Number.isFinite(day)) return []
    const period = periodOf(level, day)
    return firstDayOf(level, period) === day ? [] : [period]
  })
  return [...new Set(periods)].map((period) => ({
    from: Math.max(from, firstDayOf(level, period)),
    to: Math.min(to, firstDayOf(level, period + 1) - 1),
  }))
}

function yearsOf({ from, to }: Ends): number[] {
  const first = periodOf('year', from)
  return Array.from({ length: periodOf('year', to) - first + 1 }, (_, n) => first + n)
}

/** The periods nearest to a range in which something of the wanted kinds begins: the days of each. */
export function nearestTo(
  { runs, level }: Overview,
  wanted: readonly boolean[],
  { from = -Infinity, to = Infinity }: DayRange,
): { before?: DayRange; after?: DayRange } {
  let [before, after] = [-Infinity, Infinity]
  eachCell(runs, wanted, (_, period) => {
    if (firstDayOf(level, period) < from) before = Math.max(before, period)
    if (firstDayOf(level, period) > to) after = Math.min(after, period)
  })
  const days = (period: number): DayRange => ({
    from: firstDayOf(level, period),
    to: firstDayOf(level, period + 1) - 1,
  })
  return {
    ...(Number.isFinite(before) ? { before: days(before) } : {}),
    ...(Number.isFinite(after) ? { after: days(after) } : {}),
  }
}
