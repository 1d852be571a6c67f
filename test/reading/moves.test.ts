import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge, moves } from '../../src/reading/moves.ts'
import { decodeRecord, EMPTY_RECORD, encodeRecord, type NoteRecord } from '../../src/reading/record.ts'

const moment = fc.integer({ min: 0, max: 50 })
const flag = fc.record({ on: fc.boolean(), at: moment })
const flags = fc.array(fc.tuple(fc.constantFrom('s-1', 's-2', 'constructor', '__proto__'), flag))
const highlight = fc.record({
  quote: fc.record({
    exact: fc.constantFrom('words', 'other words'),
    prefix: fc.constant('before '),
    suffix: fc.constant(''),
  }),
  position: fc.constantFrom({ start: 7, end: 12 }, { start: 0, end: 5 }),
  remark: fc.constantFrom('', 'so they say'),
  made: moment,
})
const highlights = fc.array(
  fc.tuple(
    fc.constantFrom('h1', 'h2', '__proto__'),
    fc.record({ at: moment, highlight }, { requiredKeys: ['at'] }),
  ),
)
const record: fc.Arbitrary<NoteRecord> = fc
  .record(
    {
      opened: moment,
      finished: flag,
      queued: flag,
      place: fc.record({
        anchor: fc.constantFrom('a', 'b'),
        progress: fc.constantFrom(0, 0.5, 1),
        at: moment,
      }),
      revision: fc.record({ value: fc.constantFrom('r1', 'r2'), at: moment }),
      starred: flags,
      read: flags,
      followed: flags,
      sections: flags,
      highlights,
    },
    { requiredKeys: ['starred', 'read', 'followed', 'sections', 'highlights'] },
  )
  .map(({ starred, read, followed, sections, highlights: kept, ...rest }) => ({
    ...rest,
    starred: new Map(starred),
    read: new Map(read),
    followed: new Map(followed),
    sections: new Map(sections),
    highlights: new Map(kept),
  }))

const inOrder = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
const plain = (one: NoteRecord) => ({
  ...one,
  starred: inOrder(one.starred),
  followed: inOrder(one.followed),
  read: inOrder(one.read),
  sections: inOrder(one.sections),
  highlights: inOrder(one.highlights),
})

describe('merging two histories of a note', () => {
  it('gives the same whichever comes first', () => {
    fc.assert(
      fc.property(record, record, (a, b) => void expect(plain(merge(a, b))).toEqual(plain(merge(b, a)))),
    )
  })

  it('gives the same however three are joined', () => {
    fc.assert(
      fc.property(
        record,
        record,
        record,
        (a, b, c) => void expect(plain(merge(merge(a, b), c))).toEqual(plain(merge(a, merge(b, c)))),
      ),
    )
  })

  it('changes nothing when a history meets itself', () => {
    fc.assert(fc.property(record, (a) => void expect(plain(merge(a, a))).toEqual(plain(a))))
  })

  it('does not bring back a star that was taken away later', () => {
    const starred = moves.star(EMPTY_RECORD, 's', true, 1)
    const unstarred = moves.star(starred, 's', false, 2)
    expect(merge(unstarred, starred).starred.get('s')?.on).toBe(false)
  })

  it('does not lose a later move to a clock that went backwards', () => {
    const finished = moves.finish(EMPTY_RECORD, true, 1000)
    const undone = moves.finish(finished, false, 10)
    expect(merge(finished, undone).finished?.on).toBe(false)
  })
})

describe('a stored record', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(record, (a) => {
        const decoded = decodeRecord(encodeRecord(a))
        expect(decoded.kind === 'record' && plain(decoded.record)).toEqual(plain(a))
      }),
    )
  })

  it.each([
    '',
    'null',
    '[]',
    '{',
    '{"v":"1"}',
    '{"v":1,"opened":"yes"}',
    '{"v":1,"finished":true}',
    '{"v":1,"place":{"anchor":7}}',
    '{"v":1,"starred":{"s":1}}',
    '{"v":1,"opened":null}',
    '{"v":2,"followed":{"k":true}}',
  ])('is not read where it is no record: %s', (text) => {
    expect(decodeRecord(text)).toEqual({ kind: 'broken', record: EMPTY_RECORD })
  })

  it('of the first version has nothing read by itself and no sources followed, and loses nothing', () => {
    expect(decodeRecord('{"v":1,"opened":7,"starred":{"s":{"on":true,"at":1}}}')).toEqual({
      kind: 'record',
      record: {
        opened: 7,
        starred: new Map([['s', { on: true, at: 1 }]]),
        read: new Map(),
        followed: new Map(),
        sections: new Map(),
        highlights: new Map(),
      },
    })
  })

  it('of a newer version is left to that version', () => {
    expect(decodeRecord('{"v":6,"opened":{}}')).toEqual({ kind: 'newer' })
  })

  it('does not grow without bound, and never drops a star for a mark that one was taken away', () => {
    let one = EMPTY_RECORD
    for (let i = 0; i < 2000; i += 1) one = moves.star(one, `s-${i}`, i % 10 === 0, i)
    const decoded = decodeRecord(encodeRecord(one))
    const kept = decoded.kind === 'record' ? [...decoded.record.starred.values()] : []
    expect(kept).toHaveLength(500)
    expect(kept.filter(({ on }) => on)).toHaveLength(200)
  })
})
