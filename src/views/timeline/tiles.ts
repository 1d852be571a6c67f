import type { Day, DayRange } from '../../calendar/index.ts'
import { kindBits, type Overview } from '../../notes/index.ts'

/** A tile, by its number, with what is known of it before it is read. */
export interface TileHead {
  n: number
  count: number
  /** The first and the last day that an entry of it begins on, and the last that one goes on to. */
  first: Day
  last: Day
  reach: Day
}

/** The tiles that may hold what is wanted, whatever its time; `wanted`: which of the overview's kinds. */
export function tilesOf({ tiles }: Overview, wanted: readonly boolean[]): TileHead[] {
  const bits = kindBits(wanted.flatMap((is, kind) => (is ? [kind] : [])))
  let first = 0
  return tiles.flatMap(([step, count, kinds, last, reach], n) => {
    first += step
    return kinds & bits ? [{ n, count, first, last: first + last, reach: first + reach }] : []
  })
}

/** Those with entries that begin in the range. */
export function beginningIn(
  tiles: readonly TileHead[],
  { from = -Infinity, to = Infinity }: DayRange,
): TileHead[] {
  return tiles.filter(({ first, last }) => first <= to && last >= from)
}

/** Those with entries that began before the range and go on into it, the nearest first. */
export function reachingInto(tiles: readonly TileHead[], { from = -Infinity }: DayRange): TileHead[] {
  return tiles.filter(({ first, reach }) => first < from && reach >= from).reverse()
}
