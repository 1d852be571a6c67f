import { type Level, periodOf } from '../calendar/index.ts'
import { ARTIFACT_VERSION, type Entry, type Tile } from '../notes/index.ts'
import type { Sequence } from './timeline-sequence.ts'

/** Of one tile. So many statements say enough at once, and so many bytes, in UTF-8, stay below 50 KB however compressed. */
const MOST_ENTRIES = 250
const MOST_BYTES = 60_000

/** The levels at which a stretch that is too much for one tile is cut, one after the other. */
const CUTS: readonly Level[] = ['century', 'decade', 'year', 'month', 'day']

/** A stretch of a sequence, its end exclusive. */
export type Stretch = readonly [start: number, end: number]

/**
 * Cuts a sequence into tiles: between centuries where that is enough, else between decades, years, months or days, and
 * within a day only where a day alone is too much. Returns their ends.
 * @param heads by note, the bytes of what an entry tells of it
 */
export function cutIntoTiles(sequence: Sequence, heads: Int32Array): Int32Array {
  const { noteOf, froms } = sequence
  const ends: number[] = []
  /** Of the last tile: where it begins and ends, and its bytes. */
  let [start, end, bytes] = [0, 0, 0]
  /** By note, the last tile and the last stretch that it was found in. */
  const [inTile, inStretch] = [new Int32Array(heads.length), new Int32Array(heads.length)]
  let [tile, stretch] = [1, 0]
  add(0, sequence.length, 0)
  if (end > start) ends.push(end)
  return Int32Array.from(ends)

  function add(from: number, to: number, depth: number): void {
    if (from === to || put(from, to)) return
    // Also where it is cut below: so tiles begin alike again behind a change, with the next period that is too much for one.
    if (end > start) ends.push(end)
    start = end
    tile += 1
    bytes = 0
    if (put(from, to)) return
    for (let i = from; i < to; ) {
      const next = endOf(i, to, CUTS[depth])
      add(i, next, depth + 1)
      i = next
    }
  }

  /** The end of the entries that begin in the same period; of one alone where there is no finer level. */
  function endOf(from: number, to: number, level: Level | undefined): number {
    if (!level || sequence.lane === 'undated') return from + 1
    const period = periodOf(level, froms[from] as number)
    let next = from + 1
    // Many begin on one day.
    while (
      next < to &&
      (froms[next] === froms[next - 1] || periodOf(level, sequence.from(next)) === period)
    ) {
      next += 1
    }
    return next
  }

  /** Puts a stretch into the last tile, if there is room. */
  function put(from: number, to: number): boolean {
    const open = end > start
    if (open && to - start > MOST_ENTRIES) return false
    const cost = costOf(from, to, true)
    if (open && bytes + cost > MOST_BYTES) return false
    if (!open && to - from > 1 && (to - from > MOST_ENTRIES || cost > MOST_BYTES)) return false
    end = to
    bytes += cost
    for (let i = from; i < to; i += 1) inTile[noteOf[i] as number] = tile
    return true
  }

  /** Bytes that entries take, with their notes: `within` the last tile, with those that are not there yet. */
  function costOf(from: number, to: number, within: boolean): number {
    if (to - from > MOST_ENTRIES) return Number.POSITIVE_INFINITY
    stretch += 1
    let cost = 0
    for (let i = from; i < to; i += 1) {
      const note = noteOf[i] as number
      cost += sequence.size(i)
      if (inStretch[note] === stretch || (within && inTile[note] === tile)) continue
      inStretch[note] = stretch
      cost += heads[note] as number
    }
    return cost
  }
}

/** Writes entries so that what they share stands once. */
export function tileOf(entries: readonly Entry[]): Tile {
  const notes = new Numbered<Entry['note']>()
  const sources = new Numbered<Entry['sources'][number]>()
  return {
    version: ARTIFACT_VERSION,
    entries: entries.map((entry) => ({
      ...entry,
      note: notes.number(entry.note),
      sources: entry.sources.map((source) => sources.number(source)),
    })),
    notes: notes.things,
    sources: sources.things,
  }
}

/** A table of things that are the same where they say the same. */
class Numbered<T extends object> {
  readonly things: T[] = []
  private readonly known = new Map<string, number>()
  /** Most are one object for all entries of a note: what it says need not be looked at again. */
  private readonly met = new Map<T, number>()

  number(thing: T): number {
    const met = this.met.get(thing)
    if (met !== undefined) return met
    const key = JSON.stringify(thing)
    const number = this.known.get(key) ?? this.things.push(thing) - 1
    this.known.set(key, number)
    this.met.set(thing, number)
    return number
  }
}
