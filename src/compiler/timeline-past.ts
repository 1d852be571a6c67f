import { mendedOrder, type Order } from './timeline-order.ts'
import type { LaneRows } from './timeline-rows.ts'
import type { Stretch } from './timeline-tiles.ts'

/** What a timeline was made of, for the next time; all of its notes are numbered as their keys are. */
export interface TimelinePast {
  keys: string[]
  /** Bytes of what an entry tells of its note; 0 where it has none. */
  heads: Int32Array
  /** By lane. */
  rows: Map<string, LaneRows>
  /** By edition and lane. */
  orders: Map<string, PastOrder>
}

/** The entries of a lane in order, and how they were cut. */
export interface PastOrder extends Order {
  /** Ends of the tiles, and of the years that were counted by days. */
  tiles: Int32Array
  years: Int32Array
  /** What the entries were counted as, as text. */
  kinds: string
}

/** Tells of the entries of a lane where they stood before. */
export class Stood {
  private places: Int32Array | undefined

  /** @param was by note, the number that it had; -1 where it has changed since */
  constructor(
    readonly past: PastOrder,
    private readonly rows: LaneRows,
    private readonly was: Int32Array,
  ) {}

  /** See {@link mendedOrder}. */
  mended(shown: readonly number[], rows: LaneRows): Order | undefined {
    return mendedOrder(shown, rows, this.past, this.was)
  }

  /** The tile in which an entry stood, and its place there, if it did. */
  find(note: number, entry: number): { tile: number; place: number } | undefined {
    const position = this.position(note, entry)
    if (position < 0) return undefined
    const tile = firstAbove(this.past.tiles, position)
    return { tile, place: position - (this.past.tiles[tile - 1] ?? 0) }
  }

  /** The number of the tile, or year, that had the same entries as a stretch; -1 where there is none. */
  same(of: 'tiles' | 'years', { noteOf, entryOf }: Order, [start, end]: Stretch): number {
    const { past, was } = this
    const first = this.position(noteOf[start] as number, entryOf[start] as number)
    if (first < 0) return -1
    const n = firstAbove(past[of], first)
    if ((past[of][n - 1] ?? 0) !== first || past[of][n] !== first + end - start) return -1
    for (let i = start; i < end; i += 1) {
      const at = first + i - start
      if (past.noteOf[at] !== was[noteOf[i] as number] || past.entryOf[at] !== entryOf[i]) return -1
    }
    return n
  }

  private position(note: number, entry: number): number {
    const before = this.was[note] as number
    if (before < 0) return -1
    return this.index()[(this.rows.ends[before - 1] ?? 0) + entry] as number
  }

  private index(): Int32Array {
    if (this.places) return this.places
    const { noteOf, entryOf } = this.past
    const { ends } = this.rows
    // Not every edition shows all notes.
    this.places = new Int32Array(ends.at(-1) ?? 0).fill(-1)
    for (let i = 0; i < noteOf.length; i += 1) {
      this.places[(ends[(noteOf[i] as number) - 1] ?? 0) + (entryOf[i] as number)] = i
    }
    return this.places
  }
}

function firstAbove(sorted: Int32Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}
