import { periodOf } from '../calendar/index.ts'
import {
  AXES,
  artifactPaths,
  type Entry,
  entriesOf,
  type Note,
  type Tile,
  versionIn,
} from '../notes/index.ts'
import { sortedOrder } from './timeline-order.ts'
import { Counts } from './timeline-overview.ts'
import { type PastOrder, Stood, type TimelinePast } from './timeline-past.ts'
import { bytesOf, entriesOn, type Lane, type LaneRows, laneOf, rowsAt, rowsOf } from './timeline-rows.ts'
import { Sequence } from './timeline-sequence.ts'
import { cutIntoTiles, type Stretch, tileOf } from './timeline-tiles.ts'

/**
 * The languages that the timeline comes in: those of translated notes, in each of which every note stands once. One
 * edition is enough where nothing is translated.
 */
export function editionsOf(notes: readonly Note[]): string[] {
  const translated = notes.filter(({ translations }) => translations.length > 0)
  const languages = [...new Set(translated.map(({ language }) => language))].sort()
  return languages.length > 0 ? languages : ['all']
}

/** An artifact, made when it is asked for. */
export interface LaterFile<T extends object = object> {
  path: string
  /** Where the same lay before. */
  was?: string | undefined
  make: () => T
}

/** What is known of a timeline that was made before. */
export interface Before {
  past: TimelinePast
  /** A tile as it was then; undefined where it is not to be had any more. */
  tile: (path: string) => Tile | undefined
}

/** What a timeline is made of. */
export interface TimelineNotes {
  /** What all of them are sorted and counted by. */
  notes: readonly Pick<Note, 'group' | 'language' | 'topics'>[]
  /** See {@link editionsOf}. */
  editions: readonly string[]
  /** By number; of the same key, a note says the same. */
  keys: readonly string[]
  /** Reads a note by its number. */
  read: (note: number) => Note
}

/** The artifacts of the timeline, one after the other: their paths, and what stands in them. */
export function* timelineFiles(notes: readonly Note[]): Generator<[path: string, content: object]> {
  const timeline = new Timeline(timelineOf(notes, ({ slug }) => slug))
  for (const { path, make } of timeline.files()) yield [path, make()]
}

/** @param keyOf see {@link TimelineNotes.keys} */
export function timelineOf(notes: readonly Note[], keyOf: (note: Note) => string): TimelineNotes {
  return {
    notes,
    editions: editionsOf(notes),
    keys: notes.map(keyOf),
    read: (note) => notes[note] as Note,
  }
}

/**
 * The timeline of a library. Each axis has tiles of its own: a statement has one place on most, so that they cost little
 * more than one set would, and none is read in vain. Where one was made before, only notes that have changed are read,
 * and of the tiles only those that hold other entries are made.
 */
export class Timeline {
  /** For the next time. */
  readonly record: TimelinePast
  /** By note, the number that it had before; -1 where it was another. */
  private readonly was: Int32Array

  constructor(
    private readonly of: TimelineNotes,
    private readonly before?: Before,
  ) {
    const { keys = [], heads = new Int32Array() } = before?.past ?? {}
    const known = new Map(keys.map((key, i) => [key, i]))
    this.record = {
      keys: [...of.keys],
      heads: new Int32Array(of.keys.length),
      rows: new Map(),
      orders: new Map(),
    }
    this.was = Int32Array.from(this.record.keys, (key) => known.get(key) ?? -1)
    for (const [i, was] of this.was.entries()) if (was >= 0) this.record.heads[i] = heads[was] as number
  }

  *files(): Generator<LaterFile> {
    const { notes, editions } = this.of
    const groups = new Map<string, { number: number; language: string }[]>()
    for (const [number, { group, language }] of notes.entries()) {
      const versions = groups.get(group)
      if (versions) versions.push({ number, language })
      else groups.set(group, [{ number, language }])
    }
    for (const edition of editions) {
      const shown = [...groups.values()].map((versions) => versionIn(versions, edition).number)
      const undated = yield* this.lane(shown, edition, 'undated', (n) =>
        artifactPaths.undatedTile(edition, n),
      )
      for (const axis of AXES) {
        const path = (n: number) => artifactPaths.tile(edition, axis, n)
        const { sequence, tiles, stood, order, rows } = yield* this.lane(shown, edition, axis, path)
        const counts = new Counts(sequence, notes)
        order.kinds = JSON.stringify(counts.kinds)
        order.years = Int32Array.from(counts.years, ([, end]) => end)
        const alike = stood?.past.kinds === order.kinds ? stood : undefined
        for (const year of counts.years) {
          const path = artifactPaths.days(edition, axis, periodOf('year', sequence.from(year[0])))
          const was = (alike?.same('years', sequence, year) ?? -1) < 0 ? undefined : path
          yield { path, was, make: () => counts.days(year) }
        }
        const rest = {
          without: shown.reduce((sum, note) => sum + (rows.without[note] as number), 0),
          undated: undated.tiles.map(([start, end]) => end - start),
        }
        const overview = counts.overview(tiles, rest)
        yield { path: artifactPaths.overview(edition, axis), make: () => overview }
      }
    }
  }

  private *lane(shown: readonly number[], edition: string, lane: Lane, path: (n: number) => string) {
    // Of this lane alone: a tile may be made when others have long been told of.
    const placed = new Map<number, Entry[]>()
    const entriesHere = (note: number) => {
      const entries = placed.get(note) ?? entriesOn(this.of.read(note), lane)
      placed.set(note, entries)
      return entries
    }
    const rows = this.record.rows.get(lane) ?? this.rowsOn(lane, placed)
    this.record.rows.set(lane, rows)
    const stood = this.stood(edition, lane)
    const sorted = stood?.mended(shown, rows) ?? sortedOrder(shown, rows, lane)
    const sequence = new Sequence(sorted, rows, lane)
    const ends = cutIntoTiles(sequence, this.record.heads)
    const tiles = [...ends].map((end, i): Stretch => [ends[i - 1] ?? 0, end])
    const { noteOf, entryOf } = sequence
    const order: PastOrder = { noteOf, entryOf, tiles: ends, years: new Int32Array(), kinds: '' }
    this.record.orders.set(`${edition} ${lane}`, order)
    const old = new Map<number, Entry[] | undefined>()
    const entryAt = (i: number): Entry => {
      const [note, entry] = [noteOf[i] as number, entryOf[i] as number]
      const was = stood?.find(note, entry)
      if (was) {
        if (!old.has(was.tile)) {
          const tile = this.before?.tile(path(was.tile))
          old.set(was.tile, tile && entriesOf(tile))
        }
        const found = old.get(was.tile)?.[was.place]
        if (found) return found
      }
      return entriesHere(note)[entry] as Entry
    }
    for (const [n, tile] of tiles.entries()) {
      const [start, end] = tile
      const was = stood?.same('tiles', sequence, tile) ?? -1
      const make = () => tileOf(Array.from({ length: end - start }, (_, i) => entryAt(start + i)))
      yield { path: path(n), was: was < 0 ? undefined : path(was), make }
    }
    placed.clear()
    return { sequence, tiles, stood, order, rows }
  }

  /** @param placed is given the entries of what is read for it */
  private rowsOn(lane: Lane, placed: Map<number, Entry[]>): LaneRows {
    const { heads } = this.record
    const past = this.before?.past.rows.get(lane)
    return laneOf(
      this.of.keys.map((_, i) => {
        const was = this.was[i] as number
        if (past && was >= 0) return rowsAt(past, was)
        const note = this.of.read(i)
        const entries = entriesOn(note, lane)
        placed.set(i, entries)
        if (entries[0]) heads[i] ||= bytesOf(entries[0].note)
        return rowsOf(note, lane, entries)
      }),
    )
  }

  private stood(edition: string, lane: Lane): Stood | undefined {
    const { orders, rows } = this.before?.past ?? {}
    const [order, row] = [orders?.get(`${edition} ${lane}`), rows?.get(lane)]
    return order && row && new Stood(order, row, this.was)
  }
}
