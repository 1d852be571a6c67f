import {
  AXES,
  type Axis,
  BREADTHS,
  breadthOf,
  type Entry,
  headOf,
  type Note,
  placeNote,
  undatedEntries,
  withoutPlace,
} from '../notes/index.ts'

/** An axis, or what has no place on any. */
export type Lane = Axis | 'undated'
export const LANES: readonly Lane[] = [...AXES, 'undated']

/**
 * The entries of notes on a lane as numbers, note by note, four for each entry: its place in the order of the list, its
 * first and its last day, and its size in bytes together with its breadth and whether it has a source. All that is
 * needed to cut and to count a timeline, and small enough to be remembered.
 */
export interface LaneRows {
  cells: Int32Array
  /** Entries up to the end of each note. */
  ends: Int32Array
  /** Statements of each note that have no place here, where it is an axis. */
  without: Int32Array
}

export const WIDTH = 4
export const bytesOf = (thing: object) => Buffer.byteLength(JSON.stringify(thing))

/** The entries of a note on a lane, in the order of the list. */
export function entriesOn(note: Note, lane: Lane): Entry[] {
  return lane === 'undated' ? undatedEntries(note) : placeNote(note, lane)
}

/** @param entries of the note on the lane */
export function rowsOf(note: Note, lane: Lane, entries: readonly Entry[]): NoteRows {
  const cells = new Int32Array(entries.length * WIDTH)
  for (const [i, entry] of entries.entries()) {
    const { at, sources } = entry
    const breadth = at ? BREADTHS.indexOf(breadthOf(at)) : 0
    const size = bytesOf({ ...entry, note: undefined })
    cells.set(
      [
        at ? orderOf(at) : 0,
        at?.from ?? 0,
        at?.to ?? 0,
        size * 8 + breadth * 2 + (sources.length > 0 ? 1 : 0),
      ],
      i * WIDTH,
    )
  }
  return { cells, without: lane === 'undated' ? 0 : withoutPlace(note, lane) }
}

/** What a note has on a lane. */
export interface NoteRows {
  cells: Int32Array
  without: number
}

export function laneOf(notes: readonly NoteRows[]): LaneRows {
  let length = 0
  const ends = Int32Array.from(notes, ({ cells }) => {
    length += cells.length
    return length / WIDTH
  })
  const cells = new Int32Array(length)
  for (const [i, note] of notes.entries()) cells.set(note.cells, (ends[i - 1] ?? 0) * WIDTH)
  return { cells, ends, without: Int32Array.from(notes, ({ without }) => without) }
}

export function rowsAt({ cells, ends, without }: LaneRows, note: number): NoteRows {
  const own = cells.subarray((ends[note - 1] ?? 0) * WIDTH, (ends[note] as number) * WIDTH)
  return { cells: own, without: without[note] as number }
}

/** The first criteria of `compareTimes` as one number. */
function orderOf(at: NonNullable<Entry['at']>): number {
  const { precision, year, month } = headOf(at)
  const level = precision === 'century' ? 0 : precision === 'decade' ? 1 : 2
  const breadth = month === 0 ? BREADTHS.length - 1 - BREADTHS.indexOf(breadthOf(at)) : 0
  return ((year * 3 + level) * 13 + month) * BREADTHS.length + breadth
}
