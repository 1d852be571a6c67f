import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mendedOrder, sortedOrder } from '../../src/compiler/timeline-order.ts'
import { laneOf } from '../../src/compiler/timeline-rows.ts'

/** The place in the order of the list, the first and the last day of each entry of a note: few, so that many are the same. */
type Times = [order: number, from: number, to: number][]
const times = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2))
const library = fc.array(fc.array(times, { maxLength: 4 }), { maxLength: 60 })

function lane(notes: readonly Times[]) {
  return laneOf(
    notes.map((entries) => ({
      cells: Int32Array.from(entries.flatMap(([order, from, to]) => [order, from, from + to, 0])),
      without: 0,
    })),
  )
}
const all = (notes: readonly unknown[]) => notes.map((_, i) => i)
const pairs = (order: { noteOf: Int32Array; entryOf: Int32Array } | undefined) =>
  order && [...order.noteOf].map((note, i) => `${note}:${order.entryOf[i]}`)

describe('an order that is mended', () => {
  const wide: Times[] = Array.from({ length: 40 }, (_, i) => [
    [i % 3, i % 5, i % 2],
    [i % 2, i % 7, 1],
  ])
  const before = sortedOrder(all(wide), lane(wide), 'told')

  it('is what sorting makes of the same, whatever was added, changed or taken out', () => {
    const change = fc.record({ at: fc.nat(60), remove: fc.boolean(), put: fc.array(times, { maxLength: 3 }) })
    let mended = 0
    fc.assert(
      fc.property(library, fc.array(change, { maxLength: 3 }), (old, changes) => {
        const notes = old.map((entries, was) => ({ entries, was }))
        for (const { at, remove, put } of changes) notes.splice(at, remove ? 1 : 0, { entries: put, was: -1 })
        const rows = lane(notes.map(({ entries }) => entries))
        const past = sortedOrder(all(old), lane(old), 'told')
        const was = Int32Array.from(notes, ({ was }) => was)
        const found = mendedOrder(all(notes), rows, past, was)
        if (!found) return
        mended += 1
        expect(pairs(found)).toEqual(pairs(sortedOrder(all(notes), rows, 'told')))
      }),
    )
    expect(mended).toBeGreaterThan(20)
  })

  it('has the entries of a note that has changed where they belong now, and not where they stood', () => {
    const changed = wide.with(3, [[2, 9, 0]])
    const was = Int32Array.from(all(wide)).with(3, -1)
    const found = pairs(mendedOrder(all(changed), lane(changed), before, was))
    expect(found?.at(-1)).toBe('3:0')
    expect(found?.filter((pair) => pair.startsWith('3:'))).toEqual(['3:0'])
  })

  it('is not made where notes that have not changed come in another order now', () => {
    const same: Times[] = Array.from({ length: 40 }, () => [[0, 0, 0]])
    const past = sortedOrder(all(same), lane(same), 'told')
    const turned = Int32Array.from(all(same).reverse())
    expect(mendedOrder(all(same), lane(same), past, turned)).toBeUndefined()
  })

  it('is not made where it lacks entries of a note that was not shown before', () => {
    const past = sortedOrder(all(wide).slice(1), lane(wide), 'told')
    expect(mendedOrder(all(wide), lane(wide), past, Int32Array.from(all(wide)))).toBeUndefined()
  })

  it('is not made where so much has changed that to sort is less work', () => {
    const was = Int32Array.from(all(wide), (i) => (i % 2 === 0 ? i : -1))
    expect(mendedOrder(all(wide), lane(wide), before, was)).toBeUndefined()
  })
})
