import { type Lane, type LaneRows, WIDTH } from './timeline-rows.ts'

/** Two numbers for each entry: that of its note among all notes, and its own on the lane of the note. */
export interface Order {
  noteOf: Int32Array
  entryOf: Int32Array
}

/** The entries of some notes on a lane, in the order of the list. */
export class Sequence implements Order {
  readonly noteOf: Int32Array
  readonly entryOf: Int32Array
  readonly froms: Int32Array
  readonly tos: Int32Array
  /** Size, breadth and source, see {@link LaneRows}. */
  private readonly facts: Int32Array

  /** @param shown the notes, in the order that decides between entries of the same time */
  constructor(
    shown: readonly number[],
    { cells, ends }: LaneRows,
    readonly lane: Lane,
  ) {
    const length = shown.reduce((sum, note) => sum + countOf(ends, note), 0)
    const column = () => new Int32Array(length)
    const [notes, rows] = [column(), column()]
    const [orders, froms, tos] = [column(), column(), column()]
    let at = 0
    for (const note of shown) {
      const end = ends[note] as number
      for (let row = end - countOf(ends, note); row < end; row += 1) {
        notes[at] = note
        rows[at] = row
        orders[at] = cells[row * WIDTH] as number
        froms[at] = cells[row * WIDTH + 1] as number
        tos[at] = -(cells[row * WIDTH + 2] as number)
        at += 1
      }
    }
    const places = lane === 'undated' ? undefined : placesBy([orders, froms, tos])
    ;[this.noteOf, this.entryOf, this.froms, this.tos, this.facts] = Array.from(
      { length: 5 },
      column,
    ) as Columns
    for (let i = 0; i < length; i += 1) {
      const place = places ? (places[i] as number) : i
      const note = notes[place] as number
      const row = rows[place] as number
      this.noteOf[i] = note
      this.entryOf[i] = row - ((ends[note] as number) - countOf(ends, note))
      this.froms[i] = froms[place] as number
      this.tos[i] = -(tos[place] as number)
      this.facts[i] = cells[row * WIDTH + 3] as number
    }
  }

  get length(): number {
    return this.noteOf.length
  }

  from(i: number): number {
    return this.froms[i] as number
  }

  to(i: number): number {
    return this.tos[i] as number
  }

  size(i: number): number {
    return (this.facts[i] as number) >> 3
  }

  breadth(i: number): number {
    return ((this.facts[i] as number) >> 1) & 3
  }

  sourced(i: number): boolean {
    return ((this.facts[i] as number) & 1) === 1
  }
}

type Columns = [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]

function countOf(ends: Int32Array, note: number): number {
  return (ends[note] as number) - (ends[note - 1] ?? 0)
}

/** Bits. */
const DIGIT = 16
const DIGITS = 2 ** DIGIT

/** The places of rows by the first column, then by the next; what is the same stays as it lies. In linear time. */
function placesBy(columns: readonly Int32Array[]): Int32Array {
  let places = new Int32Array(columns[0]?.length ?? 0).map((_, i) => i)
  for (const column of columns.toReversed()) {
    let [least, greatest] = [0, 0]
    for (const value of column) {
      if (value < least) least = value
      else if (value > greatest) greatest = value
    }
    const most = greatest - least
    // Digit by digit, the last first.
    for (let shift = 0; shift < 32 && most >>> shift > 0; shift += DIGIT) {
      const digits = new Uint16Array(places.length)
      for (let i = 0; i < places.length; i += 1) {
        digits[i] = ((column[places[i] as number] as number) - least) >>> shift
      }
      places = placesByDigit(places, digits)
    }
  }
  return places
}

function placesByDigit(places: Int32Array, digits: Uint16Array): Int32Array<ArrayBuffer> {
  const next = new Uint32Array(DIGITS + 1)
  for (let i = 0; i < digits.length; i += 1) {
    const after = (digits[i] as number) + 1
    next[after] = (next[after] as number) + 1
  }
  for (let i = 1; i < next.length; i += 1) next[i] = (next[i] as number) + (next[i - 1] as number)
  const sorted = new Int32Array(places.length)
  for (let i = 0; i < places.length; i += 1) {
    const digit = digits[i] as number
    const to = next[digit] as number
    next[digit] = to + 1
    sorted[to] = places[i] as number
  }
  return sorted
}
