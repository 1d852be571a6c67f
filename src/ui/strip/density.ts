import { type Day, firstDayOf, LEVELS, type Level, periodOf } from '../../calendar/index.ts'

/** How many statements fall into each period of a level that has any, by period. */
export type Density = readonly (readonly [period: number, count: number])[]

/** One row of bars. */
export interface Lane {
  readonly name: string
  /** Undefined for a level that is not loaded yet; one finer than years may be loaded for some years only. */
  readonly density: (level: Level) => Density | undefined
  /** Whether a level is loaded for a year. */
  readonly knows: (level: Level, year: number) => boolean
  /** What is too broad for a level, by the months and years that it takes. */
  readonly broader: (level: Level) => readonly Layer[]
}

/** Statements that are as broad as a period of the level. */
export interface Layer {
  readonly level: Level
  readonly density: Density
}

/** A lane of what `density` counts; each level is counted once. `knows` is asked of levels finer than years. */
export function laneOf(name: string, density: Lane['density'], knows: Lane['knows'] = () => true): Lane {
  const lane: Pick<Lane, 'density' | 'knows'> = {
    density: once(density),
    knows: (level, year) => LEVELS.indexOf(level) <= LEVELS.indexOf('year') || knows(level, year),
  }
  return { name, ...lane, broader: once((level) => layersOf(lane, level)) }
}

function once<T>(make: (level: Level) => T): (level: Level) => T {
  const made = new Map<Level, T>()
  return (level) => {
    if (!made.has(level)) made.set(level, make(level))
    return made.get(level) as T
  }
}

/** A coarser level counts what a finer one counts, and what is too broad for that: the difference is left. */
function layersOf({ density, knows }: Pick<Lane, 'density' | 'knows'>, level: Level): Layer[] {
  const levels = LEVELS.slice(LEVELS.indexOf('year'), Math.max(0, LEVELS.indexOf(level) + 1))
  return levels.slice(0, -1).flatMap((coarse, i) => {
    const finer = levels[i + 1] as Level
    const left = new Map(density(coarse) ?? [])
    for (const [period, count] of density(finer) ?? []) {
      const around = periodOf(coarse, firstDayOf(finer, period))
      left.set(around, (left.get(around) ?? 0) - count)
    }
    const known = ([period, count]: Density[number]) =>
      count > 0 && knows(finer, periodOf('year', firstDayOf(coarse, period)))
    return density(finer) ? [{ level: coarse, density: [...left].filter(known) }] : []
  })
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
  const year = periodOf('year', firstDayOf(level, period))
  let sum = 0
  for (const lane of lanes) {
    const density = lane.density(level)
    if (!density || !lane.knows(level, year)) return undefined
    sum += countIn(density, period)
  }
  return sum
}

export function countIn(density: Density, period: number): number {
  const found = density[indexOf(density, period)]
  return found?.[0] === period ? found[1] : 0
}

/** The highest count in any lane from one day to another, of what is too broad for the level too; at least 1. */
export function highest(lanes: readonly Lane[], level: Level, from: Day, to: Day): number {
  let most = 1
  for (const lane of lanes) {
    for (const layer of [{ level, density: lane.density(level) ?? [] }, ...lane.broader(level)]) {
      const end = indexOf(layer.density, periodOf(layer.level, to) + 1)
      for (let at = indexOf(layer.density, periodOf(layer.level, from)); at < end; at += 1) {
        most = Math.max(most, (layer.density[at] as Density[number])[1])
      }
    }
  }
  return most
}

/** The level, or the next coarser one that a lane has loaded. */
export function loadedLevel(lane: Lane, level: Level): Level | undefined {
  return LEVELS.slice(0, LEVELS.indexOf(level) + 1).findLast((one) => lane.density(one))
}

/** The year where something in any lane is too broad for a month. */
export function leastOf(lanes: readonly Lane[]): 'month' | 'year' {
  const isBroad = (lane: Lane) => lane.broader('month').some(({ density }) => density.length > 0)
  return lanes.some(isBroad) ? 'year' : 'month'
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
