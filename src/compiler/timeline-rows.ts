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
 * The entries of a note on each lane as numbers, four for each entry: its place in the order of the list, its first and
 * its last day, and its size in bytes together with its breadth and whether it has a source. All that is needed to cut
 * and to count a timeline, and small enough to be remembered.
 */
export interface NoteRows {
  /** Those that were asked for. */
  lanes: Partial<Record<Lane, Int32Array>>
  /** Statements without a place, by axis. */
  without: number[]
  /** Bytes of what an entry tells of its note; 0 where it has none. */
  head: number
}

export const WIDTH = 4
const encoder = new TextEncoder()
const bytesOf = (thing: object) => encoder.encode(JSON.stringify(thing)).length

/** The entries of a note on a lane, in the order of the list. */
export function entriesOn(note: Note, lane: Lane): Entry[] {
  return lane === 'undated' ? undatedEntries(note) : placeNote(note, lane)
}

/** A note of which no entries are known yet. */
export function noteRows(note: Note): NoteRows {
  return { lanes: {}, without: AXES.map((axis) => withoutPlace(note, axis)), head: 0 }
}

/** @param entries of the note on the lane */
export function withLane(
  { lanes, without, head }: NoteRows,
  lane: Lane,
  entries: readonly Entry[],
): NoteRows {
  const [first] = entries
  return {
    lanes: { ...lanes, [lane]: laneOf(entries) },
    without,
    head: head || (first ? bytesOf(first.note) : 0),
  }
}

function laneOf(entries: readonly Entry[]): Int32Array {
  const rows = new Int32Array(entries.length * WIDTH)
  for (const [i, entry] of entries.entries()) {
    const { at, sources } = entry
    const breadth = at ? BREADTHS.indexOf(breadthOf(at)) : 0
    const size = bytesOf({ ...entry, note: undefined })
    rows.set(
      [
        at ? orderOf(at) : 0,
        at?.from ?? 0,
        at?.to ?? 0,
        size * 8 + breadth * 2 + (sources.length > 0 ? 1 : 0),
      ],
      i * WIDTH,
    )
  }
  return rows
}

/** The first criteria of `compareTimes` as one number. */
function orderOf(at: NonNullable<Entry['at']>): number {
  const { precision, year, month } = headOf(at)
  const level = precision === 'century' ? 0 : precision === 'decade' ? 1 : 2
  const breadth = month === 0 ? BREADTHS.length - 1 - BREADTHS.indexOf(breadthOf(at)) : 0
  return ((year * 3 + level) * 13 + month) * BREADTHS.length + breadth
}

/** Two numbers for each entry: that of its note among the notes, and its own on the lane of the note. */
export interface Order {
  noteOf: Int32Array
  entryOf: Int32Array
}

/** The entries of many notes on one lane, in the order of the list. */
export class Sequence implements Order {
  readonly length: number
  readonly noteOf: Int32Array
  readonly entryOf: Int32Array
  private readonly rows: readonly Int32Array[]

  /** @param notes in the order that decides between entries of the same time */
  constructor(
    readonly notes: readonly NoteRows[],
    readonly lane: Lane,
  ) {
    this.rows = notes.map(({ lanes }) => lanes[lane] as Int32Array)
    this.length = this.rows.reduce((sum, rows) => sum + rows.length / WIDTH, 0)
    const column = () => new Int32Array(this.length)
    const [noteOf, entryOf, orders, froms, tos] = [column(), column(), column(), column(), column()]
    let at = 0
    for (const [note, rows] of this.rows.entries()) {
      for (let i = 0; i < rows.length; i += WIDTH) {
        noteOf[at] = note
        entryOf[at] = i / WIDTH
        orders[at] = rows[i] as number
        froms[at] = rows[i + 1] as number
        tos[at] = rows[i + 2] as number
        at += 1
      }
    }
    const order = Array.from({ length: this.length }, (_, i) => i)
    if (lane !== 'undated') {
      order.sort(
        (a, b) =>
          (orders[a] as number) - (orders[b] as number) ||
          (froms[a] as number) - (froms[b] as number) ||
          (tos[b] as number) - (tos[a] as number) ||
          a - b,
      )
    }
    this.noteOf = Int32Array.from(order, (i) => noteOf[i] as number)
    this.entryOf = Int32Array.from(order, (i) => entryOf[i] as number)
  }

  private cell(i: number, column: number): number {
    return this.rows[this.noteOf[i] as number]?.[(this.entryOf[i] as number) * WIDTH + column] as number
  }

  from(i: number): number {
    return this.cell(i, 1)
  }

  to(i: number): number {
    return this.cell(i, 2)
  }

  size(i: number): number {
    return this.cell(i, 3) >> 3
  }

  breadth(i: number): number {
    return (this.cell(i, 3) >> 1) & 3
  }

  sourced(i: number): boolean {
    return (this.cell(i, 3) & 1) === 1
  }

  headSize(note: number): number {
    return this.notes[note]?.head ?? 0
  }
}
