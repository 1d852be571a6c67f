import { type Lane, type LaneRows, WIDTH } from './timeline-rows.ts'

/** Two numbers for each entry: that of its note among all notes, and its own on the lane of the note. */
export interface Order {
  noteOf: Int32Array
  entryOf: Int32Array
}

/**
 * The entries of some notes on a lane, in the order of the list.
 * @param shown the notes, in the order that decides between entries of the same time
 */
export function sortedOrder(shown: readonly number[], { cells, ends }: LaneRows, lane: Lane): Order {
  const length = shown.reduce((sum, note) => sum + countOf(ends, note), 0)
  const column = () => new Int32Array(length)
  const [notes, entries] = [column(), column()]
  const [orders, froms, tos] = [column(), column(), column()]
  let at = 0
  for (const note of shown) {
    const count = countOf(ends, note)
    for (let entry = 0; entry < count; entry += 1) {
      const cell = ((ends[note] as number) - count + entry) * WIDTH
      notes[at] = note
      entries[at] = entry
      orders[at] = cells[cell] as number
      froms[at] = cells[cell + 1] as number
      tos[at] = -(cells[cell + 2] as number)
      at += 1
    }
  }
  if (lane === 'undated') return { noteOf: notes, entryOf: entries }
  const places = placesBy([orders, froms, tos])
  return {
    noteOf: places.map((place) => notes[place] as number),
    entryOf: places.map((place) => entries[place] as number),
  }
}

/** Of all entries: where more have changed, to sort them is less work. */
const MOST_CHANGED = 0.1

/**
 * The same from an order of before, into which the entries of notes that have changed are put. Undefined where they are
 * too many, or where those that have not changed would stand otherwise than they did.
 * @param was by note, the number that it had in that order; -1 where it has changed since
 */
export function mendedOrder(
  shown: readonly number[],
  { cells, ends }: LaneRows,
  before: Order,
  was: Int32Array,
): Order | undefined {
  const ranks = new Int32Array(ends.length).fill(-1)
  const now = new Int32Array(was.reduce((most, number) => Math.max(most, number), -1) + 1).fill(-1)
  const fresh: { note: number; entry: number }[] = []
  let length = 0
  for (const [rank, note] of shown.entries()) {
    const [count, number] = [countOf(ends, note), was[note] as number]
    ranks[note] = rank
    length += count
    if (number >= 0) now[number] = note
    else for (let entry = 0; entry < count; entry += 1) fresh.push({ note, entry })
  }
  if (fresh.length > length * MOST_CHANGED) return undefined
  const cellOf = (note: number, entry: number) => ((ends[note - 1] ?? 0) + entry) * WIDTH
  const isBefore = (note: number, entry: number, other: number, otherEntry: number): boolean => {
    const [a, b] = [cellOf(note, entry), cellOf(other, otherEntry)]
    const difference =
      (cells[a] as number) - (cells[b] as number) ||
      (cells[a + 1] as number) - (cells[b + 1] as number) ||
      (cells[b + 2] as number) - (cells[a + 2] as number) ||
      (ranks[note] as number) - (ranks[other] as number) ||
      entry - otherEntry
    return difference < 0
  }
  fresh.sort((a, b) => (isBefore(a.note, a.entry, b.note, b.entry) ? -1 : 1))
  const [noteOf, entryOf] = [new Int32Array(length), new Int32Array(length)]
  let [at, next] = [0, 0]
  /** False where it does not come behind the last one. */
  const put = (note: number, entry: number): boolean => {
    if (at > 0 && !isBefore(noteOf[at - 1] as number, entryOf[at - 1] as number, note, entry)) return false
    noteOf[at] = note
    entryOf[at] = entry
    at += 1
    return true
  }
  for (let i = 0; i < before.noteOf.length; i += 1) {
    const note = now[before.noteOf[i] as number] ?? -1
    if (note < 0) continue
    const entry = before.entryOf[i] as number
    for (let one = fresh[next]; one && isBefore(one.note, one.entry, note, entry); one = fresh[++next]) {
      if (!put(one.note, one.entry)) return undefined
    }
    if (!put(note, entry)) return undefined
  }
  for (const { note, entry } of fresh.slice(next)) if (!put(note, entry)) return undefined
  return at === length ? { noteOf, entryOf } : undefined
}

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
