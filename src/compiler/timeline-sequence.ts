import type { Order } from './timeline-order.ts'
import { type Lane, type LaneRows, WIDTH } from './timeline-rows.ts'

/** The entries of a lane in an order, each with what it is cut and counted by. */
export class Sequence implements Order {
  readonly noteOf: Int32Array
  readonly entryOf: Int32Array
  readonly froms: Int32Array
  readonly tos: Int32Array
  /** Size, breadth and source, see {@link LaneRows}. */
  private readonly facts: Int32Array

  constructor(
    { noteOf, entryOf }: Order,
    { cells, ends }: LaneRows,
    readonly lane: Lane,
  ) {
    const { length } = noteOf
    this.noteOf = noteOf
    this.entryOf = entryOf
    this.froms = new Int32Array(length)
    this.tos = new Int32Array(length)
    this.facts = new Int32Array(length)
    for (let i = 0; i < length; i += 1) {
      const cell = ((ends[(noteOf[i] as number) - 1] ?? 0) + (entryOf[i] as number)) * WIDTH
      this.froms[i] = cells[cell + 1] as number
      this.tos[i] = cells[cell + 2] as number
      this.facts[i] = cells[cell + 3] as number
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
