import {
  AXES,
  type Axis,
  artifactPaths,
  type Entry,
  entriesOf,
  type Note,
  type Tile,
  versionIn,
} from '../notes/index.ts'
import { hashOf } from './remembered.ts'
import { overviewOf } from './timeline-overview.ts'
import { PastLane, type TimelinePast } from './timeline-past.ts'
import { entriesOn, type Lane, type NoteRows, noteRows, Sequence, withLane } from './timeline-rows.ts'
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

/** An artifact of the timeline, made when it is asked for; one that has a key is the same as any other that has it. */
export interface TimelineFile {
  path: string
  key?: string
  make: () => object
}

/** What is known of a timeline that was made before. */
export interface Before {
  past: TimelinePast
  /** A tile as it was then; undefined where it is not to be had any more. */
  tile: (path: string) => Tile | undefined
}

/** The artifacts of the timeline, one after the other: their paths, and what stands in them. */
export function* timelineFiles(notes: readonly Note[]): Generator<[path: string, content: object]> {
  const numbers = new Map(notes.map((note, i) => [note, String(i)]))
  const timeline = new Timeline(notes, (note) => numbers.get(note) as string)
  for (const { path, make } of timeline.files()) yield [path, make()]
}

/**
 * The timeline of a library. Each axis has tiles of its own: a statement has one place on most, so that they cost little
 * more than one set would, and none is read in vain. Where one was made before, only notes that have changed are read,
 * and of the tiles only those that hold other entries are made.
 */
export class Timeline {
  /** For the next time. */
  readonly record: TimelinePast = { rows: new Map(), lanes: new Map() }

  /** @param keyOf of the same key, a note says the same */
  constructor(
    private readonly notes: readonly Note[],
    private readonly keyOf: (note: Note) => string,
    private readonly before?: Before,
  ) {}

  *files(): Generator<TimelineFile> {
    const groups = new Map<string, Note[]>()
    for (const note of this.notes) {
      const group = groups.get(note.group)
      if (group) group.push(note)
      else groups.set(note.group, [note])
    }
    for (const edition of editionsOf(this.notes)) {
      const shown = [...groups.values()].map((versions) => versionIn(versions, edition))
      const undated = yield* this.lane(shown, edition, 'undated', (n) =>
        artifactPaths.undatedTile(edition, n),
      )
      for (const axis of AXES) {
        const path = (n: number) => artifactPaths.tile(edition, axis, n)
        const { sequence, tiles } = yield* this.lane(shown, edition, axis, path)
        const { overview, days } = overviewOf(sequence, tiles, shown, {
          without: this.without(shown, axis),
          undated: undated.tiles.map(([start, end]) => end - start),
        })
        for (const [year, runs] of days)
          yield { path: artifactPaths.days(edition, axis, year), make: () => runs }
        yield { path: artifactPaths.overview(edition, axis), make: () => overview }
      }
    }
  }

  private *lane(shown: readonly Note[], edition: string, lane: Lane, path: (n: number) => string) {
    // Of this lane alone: a tile may be made when others have long been told of.
    const placed = new Map<Note, Entry[]>()
    const entriesHere = (note: Note) => {
      const entries = placed.get(note) ?? entriesOn(note, lane)
      placed.set(note, entries)
      return entries
    }
    const rows = shown.map((note) => this.rowsOn(note, lane, entriesHere))
    const keys = shown.map(this.keyOf)
    const name = `${edition} ${lane}`
    const past = this.before?.past.lanes.get(name)
    const sequence = new Sequence(rows, lane)
    const tiles = cutIntoTiles(sequence)
    this.record.lanes.set(name, PastLane.of(keys, sequence, tiles))
    const old = new Map<number, Entry[] | undefined>()
    const entryAt = (i: number): Entry => {
      const note = sequence.noteOf[i] as number
      const entry = sequence.entryOf[i] as number
      const was = past?.find(keys[note] as string, entry)
      if (was) {
        if (!old.has(was.tile)) {
          const tile = this.before?.tile(path(was.tile))
          old.set(was.tile, tile && entriesOf(tile))
        }
        const found = old.get(was.tile)?.[was.place]
        if (found) return found
      }
      return entriesHere(shown[note] as Note)[entry] as Entry
    }
    for (const [n, tile] of tiles.entries()) {
      const [start, end] = tile
      const make = () => tileOf(Array.from({ length: end - start }, (_, i) => entryAt(start + i)))
      yield { path: path(n), key: keyOfTile(keys, sequence, tile), make }
    }
    placed.clear()
    return { sequence, tiles }
  }

  private rowsOn(note: Note, lane: Lane, entries: (note: Note) => Entry[]): NoteRows {
    const key = this.keyOf(note)
    const known = this.record.rows.get(key) ?? this.before?.past.rows.get(key) ?? noteRows(note)
    const rows = known.lanes[lane] ? known : withLane(known, lane, entries(note))
    this.record.rows.set(key, rows)
    return rows
  }

  private without(shown: readonly Note[], axis: Axis): number {
    const i = AXES.indexOf(axis)
    return shown.reduce((sum, note) => sum + (this.record.rows.get(this.keyOf(note))?.without[i] ?? 0), 0)
  }
}

/** An entry is known by its number on the lane. */
function keyOfTile(
  keys: readonly string[],
  { lane, noteOf, entryOf }: Sequence,
  [start, end]: Stretch,
): string {
  const parts: string[] = [lane]
  for (let i = start; i < end; i += 1) parts.push(`${keys[noteOf[i] as number]} ${entryOf[i]}`)
  return hashOf(parts.join('\n'))
}
