import { type Day, firstDayOf, LEVELS, type Level, periodOf } from '../../calendar/index.ts'

/** How many statements fall into each period of a level that has any, by period. */
export type Density = readonly (readonly [period: number, count: number])[]

/** One row of bars. `density` is undefined for a level that is not loaded yet. */
export interface Lane {
  readonly name: string
  readonly density: (level: Level) => Density | undefined
}

/** A lane of statements that are all at hand, by the day that each begins on. */
export function laneOf(name: string, days: readonly Day[]): Lane {
  const cut = new Map<Level, Density>()
  return {
    name,
    density: (level) => {
      const found = cut.get(level) ?? densityOf(days, level)
      cut.set(level, found)
      return found
    },
  }
}

function densityOf(days: readonly Day[], level: Level): Density {
  const counts = new Map<number, number>()
  for (const day of days) {
    const period = periodOf(level, day)
    counts.set(period, (counts.get(period) ?? 0) + 1)
  }
  return [...counts].sort(([a], [b]) => a - b)
}

/** The index of the first period that is not before the one given. */
export function indexOf(density: Density, period: number): number {
  let [low, high] = [0, density.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((density[middle]?.[0] as number) < period) low = middle + 1
    else high = middle
  }
  return low
}

/** How many statements fall into a period, in all lanes; undefined where a lane is not loaded. */
export function countAt(lanes: readonly Lane[], level: Level, period: number): number | undefined {
  let sum = 0
  for (const lane of lanes) {
    const density = lane.density(level)
    if (!density) return undefined
    const found = density[indexOf(density, period)]
    sum += found?.[0] === period ? found[1] : 0
  }
  return sum
}

/** The highest count in any lane from one day to another, at least 1. */
export function highest(lanes: readonly Lane[], level: Level, from: Day, to: Day): number {
  let most = 1
  for (const { density } of lanes) {
    const loaded = density(level) ?? []
    const end = indexOf(loaded, periodOf(level, to) + 1)
    for (let at = indexOf(loaded, periodOf(level, from)); at < end; at += 1) {
      most = Math.max(most, (loaded[at] as Density[number])[1])
    }
  }
  return most
}

/** The level, or the next coarser one that a lane has loaded. */
export function loadedLevel(lane: Lane, level: Level): Level | undefined {
  return LEVELS.slice(0, LEVELS.indexOf(level) + 1).findLast((one) => lane.density(one))
}

/** The years with statements in any lane, in order, as far as the finest loaded of the coarse levels tells. */
export function occupiedYears(lanes: readonly Lane[]): number[] {
  const years = new Set<number>()
  for (const lane of lanes) {
    const level = loadedLevel(lane, 'year')
    if (!level) continue
    for (const [period] of lane.density(level) ?? []) {
      const last = periodOf('year', firstDayOf(level, period + 1) - 1)
      for (let year = periodOf('year', firstDayOf(level, period)); year <= last; year += 1) years.add(year)
    }
  }
  return [...years].sort((a, b) => a - b)
}
