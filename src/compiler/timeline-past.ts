import { LANES, type Lane, type NoteRows, type Sequence } from './timeline-rows.ts'
import type { Stretch } from './timeline-tiles.ts'

/** What a timeline was made of, for the next time. */
export interface TimelinePast {
  /** By the key of the note. */
  rows: Map<string, NoteRows>
  /** By edition and lane. */
  lanes: Map<string, PastLane>
}

/** The order of the entries on a lane, and how it was cut. */
export class PastLane {
  private places: { base: Map<string, number>; at: Int32Array } | undefined

  constructor(
    /** Keys of the notes. */
    readonly notes: readonly string[],
    readonly noteOf: Int32Array,
    readonly entryOf: Int32Array,
    /** Ends of the tiles. */
    readonly ends: readonly number[],
  ) {}

  static of(keys: readonly string[], { noteOf, entryOf }: Sequence, tiles: readonly Stretch[]): PastLane {
    return new PastLane(
      keys,
      noteOf,
      entryOf,
      tiles.map(([, end]) => end),
    )
  }

  /** Where an entry of a note stood, if it did. */
  find(key: string, entry: number): { tile: number; place: number } | undefined {
    const { base, at } = this.index()
    const first = base.get(key)
    if (first === undefined) return undefined
    const position = at[first + entry] as number
    const tile = firstAbove(this.ends, position)
    return { tile, place: position - (this.ends[tile - 1] ?? 0) }
  }

  private index() {
    if (this.places) return this.places
    const counts = new Int32Array(this.notes.length)
    for (const note of this.noteOf) counts[note] = (counts[note] as number) + 1
    const starts = new Int32Array(this.notes.length)
    for (let i = 1; i < starts.length; i += 1)
      starts[i] = (starts[i - 1] as number) + (counts[i - 1] as number)
    const at = new Int32Array(this.noteOf.length)
    for (let i = 0; i < at.length; i += 1) {
      at[(starts[this.noteOf[i] as number] as number) + (this.entryOf[i] as number)] = i
    }
    this.places = { base: new Map(this.notes.map((key, i) => [key, starts[i] as number])), at }
    return this.places
  }
}

function firstAbove(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** As a line of text and numbers behind it. */
export function packPast({ rows, lanes }: TimelinePast): Buffer {
  const numbers: Int32Array[] = []
  const push = (some: Int32Array) => {
    numbers.push(some)
    return some.length
  }
  const index = new Map([...rows.keys()].map((key, i) => [key, i]))
  const head = JSON.stringify({
    rows: [...rows].map(([key, { lanes, without, head }]) => [
      key,
      head,
      without,
      LANES.map((lane) => (lanes[lane] ? push(lanes[lane]) : null)),
    ]),
    lanes: [...lanes].map(([name, { notes, noteOf, entryOf, ends }]) => [
      name,
      push(Int32Array.from(notes, (key) => index.get(key) as number)),
      push(noteOf),
      push(entryOf),
      push(Int32Array.from(ends)),
    ]),
  })
  // Numbers begin where four bytes do.
  const text = Buffer.from(`${head}${' '.repeat(3 - (Buffer.byteLength(head) % 4))}\n`)
  return Buffer.concat([
    text,
    ...numbers.map((some) => Buffer.from(some.buffer, some.byteOffset, some.byteLength)),
  ])
}

interface Head {
  rows: [key: string, head: number, without: number[], lengths: (number | null)[]][]
  lanes: [name: string, notes: number, noteOf: number, entryOf: number, ends: number][]
}

export function unpackPast(packed: Buffer): TimelinePast {
  const end = packed.indexOf('\n') + 1
  const head = JSON.parse(packed.toString('utf8', 0, end)) as Head
  // Its own memory, for it is to begin where four bytes do.
  const bytes = new Uint8Array(packed.length - end)
  bytes.set(packed.subarray(end))
  const numbers = new Int32Array(bytes.buffer)
  let at = 0
  const take = (length: number) => {
    at += length
    return numbers.subarray(at - length, at)
  }
  const rows = new Map(
    head.rows.map(([key, head, without, lengths]) => {
      // One that was not asked for is not one that is empty.
      const lanes: NoteRows['lanes'] = {}
      for (const [i, length] of lengths.entries()) {
        if (length !== null) lanes[LANES[i] as Lane] = take(length)
      }
      return [key, { head, without, lanes }]
    }),
  )
  const keys = [...rows.keys()]
  const lanes = new Map(
    head.lanes.map(([name, notes, noteOf, entryOf, ends]) => [
      name,
      new PastLane(
        Array.from(take(notes), (i) => keys[i] as string),
        take(noteOf),
        take(entryOf),
        [...take(ends)],
      ),
    ]),
  )
  return { rows, lanes }
}
