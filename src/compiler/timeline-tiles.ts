import { type Level, periodOf } from '../calendar/index.ts'
import { ARTIFACT_VERSION, type Entry, type Tile } from '../notes/index.ts'

/** Of one tile. So many statements say enough at once, and so many bytes, in UTF-8, stay below 50 KB however compressed. */
const MOST_ENTRIES = 250
const MOST_BYTES = 60_000

/** The levels at which a stretch that is too much for one tile is cut, one after the other. */
const CUTS: readonly Level[] = ['century', 'decade', 'year', 'month', 'day']

/**
 * Cuts entries, which are in order, into tiles: between centuries where that is enough, else between decades, years,
 * months or days, and within a day only where a day alone is too much.
 */
export function cutIntoTiles<T extends Entry>(entries: readonly T[]): T[][] {
  const sizes = new Map(entries.map((entry) => [entry, sizeOf({ ...entry, note: undefined })]))
  const tiles: T[][] = [[]]
  let notes = new Set<Entry['note']>()
  let bytes = 0
  add(entries, 0)
  return tiles.filter(({ length }) => length > 0)

  function add(some: readonly T[], depth: number): void {
    if (put(some)) return
    if (some.length === 1 || costOf(some, new Set()) <= MOST_BYTES) {
      tiles.push([])
      notes = new Set()
      bytes = 0
      if (put(some) || some.length === 1) return
    }
    for (const part of partsOf(some, CUTS[depth])) add(part, depth + 1)
  }

  /** Puts them into the last tile, if there is room. */
  function put(some: readonly T[]): boolean {
    const open = tiles.at(-1) as T[]
    if (open.length > 0 && open.length + some.length > MOST_ENTRIES) return false
    const cost = costOf(some, notes)
    if (open.length > 0 && bytes + cost > MOST_BYTES) return false
    if (open.length === 0 && some.length > 1 && (some.length > MOST_ENTRIES || cost > MOST_BYTES))
      return false
    open.push(...some)
    bytes += cost
    for (const { note } of some) notes.add(note)
    return true
  }

  /** Bytes that entries take, with their notes where these are not there yet. */
  function costOf(some: readonly T[], known: ReadonlySet<Entry['note']>): number {
    if (some.length > MOST_ENTRIES) return Number.POSITIVE_INFINITY
    const added = new Set(some.map(({ note }) => note).filter((note) => !known.has(note)))
    return (
      some.reduce((sum, entry) => sum + (sizes.get(entry) as number), 0) +
      [...added].reduce((sum, note) => sum + sizeOf(note), 0)
    )
  }
}

/** The runs of entries that begin in the same period; single ones where there is no finer level. */
function partsOf<T extends Entry>(entries: readonly T[], level: Level | undefined): T[][] {
  const parts: T[][] = []
  let last: number | undefined
  for (const entry of entries) {
    const period = level && entry.at ? periodOf(level, entry.at.from) : undefined
    if (period === undefined || period !== last) parts.push([])
    parts.at(-1)?.push(entry)
    last = period
  }
  return parts
}

const encoder = new TextEncoder()

function sizeOf(thing: object): number {
  return encoder.encode(JSON.stringify(thing)).length
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
class Numbered<T> {
  readonly things: T[] = []
  private readonly known = new Map<string, number>()

  number(thing: T): number {
    const key = JSON.stringify(thing)
    const known = this.known.get(key) ?? this.things.push(thing) - 1
    this.known.set(key, known)
    return known
  }
}
