import { describe, expect, it } from 'vitest'
import {
  createReadingStore,
  type Plan,
  type ReadingStore,
  takeOut,
  tally,
  weigh,
} from '../../src/reading/index.ts'
import { MemoryStorage } from './memory-storage.ts'

const HALF_AN_HOUR = 30 * 60_000

function open(shared = new MemoryStorage(), clock = { now: 1000 }): ReadingStore {
  return createReadingStore({
    storage: shared.tab(),
    now: () => clock.now++,
    later: () => () => undefined,
    scope: '/',
  })
}

/** Someone who has read a, starred in it, and begun b. */
function reader(clock = { now: 1000 }, shared = new MemoryStorage()): ReadingStore {
  const store = open(shared, clock)
  store.open('a', 'r1')
  store.star('a', 's-1', true)
  store.finish('a', true)
  store.follow('a', 'k')
  store.open('b', 'r1')
  store.place('b', { anchor: 's-9', progress: 0.4 })
  store.choose('theme', 'sepia')
  store.flush()
  return store
}

function planned(store: ReadingStore, text: string): Plan & { unreadable: number; carryOut: () => void } {
  const weighed = weigh(store, text)
  if (weighed.kind !== 'plan') throw new Error(weighed.kind)
  return { ...weighed.plan, unreadable: weighed.unreadable, carryOut: weighed.carryOut }
}

describe('a file of what is remembered', () => {
  it('brings everything to another browser, and says so first', () => {
    const [from, to] = [reader(), open()]
    const plan = planned(to, takeOut(from))
    expect(plan).toMatchObject({
      notes: 2,
      fresh: 2,
      starred: 1,
      finished: 1,
      settings: 1,
      kept: 0,
      unreadable: 0,
    })
    expect(to.getState().notes.size).toBe(0)
    plan.carryOut()
    expect(to.getState().notes).toEqual(from.getState().notes)
    expect(to.getState()).toMatchObject({ settings: { theme: 'sepia' }, followed: new Set(['k']) })
    expect(tally(to.getState().notes)).toEqual({ notes: 2, starred: 1, highlights: 0 })
  })

  it('takes away nothing that is later here, and says what stays', () => {
    const old = takeOut(reader())
    const store = reader({ now: 5000 })
    store.star('a', 's-1', false)
    store.star('a', 's-2', true)
    const plan = planned(store, old)
    expect(plan).toMatchObject({ fresh: 0, starred: 0, places: 0, kept: 2 })
    plan.carryOut()
    const { starred } = store.getState().notes.get('a') ?? {}
    expect(starred?.get('s-1')?.on).toBe(false)
    expect(starred?.get('s-2')?.on).toBe(true)
  })

  it('carries what is to be read later, unless it was taken off the list since', () => {
    const from = open()
    from.queue('a', true)
    from.queue('b', true)
    const to = open(undefined, { now: 9000 })
    to.queue('b', false)
    const plan = planned(to, takeOut(from))
    expect(plan).toMatchObject({ queued: 1, kept: 1 })
    plan.carryOut()
    expect(to.getState().notes.get('a')?.queued?.on).toBe(true)
    expect(to.getState().notes.get('b')?.queued?.on).toBe(false)
  })

  it('changes nothing when it is brought in twice, into wherever it came from', () => {
    const shared = new MemoryStorage()
    const store = reader({ now: 1000 }, shared)
    const before = new Map(shared.values)
    const text = takeOut(store)
    for (let i = 0; i < 2; i += 1) {
      const { notes, carryOut, ...changes } = planned(store, text)
      expect(Object.values(changes).every((count) => count === 0)).toBe(true)
      carryOut()
    }
    expect(shared.values).toEqual(before)
  })

  it('passes over what it cannot read in it, and says how much', () => {
    const file = JSON.parse(takeOut(reader()))
    Object.assign(file.notes, {
      broken: { v: 3, opened: 'yesterday' },
      newer: { v: 99 },
      far: { v: 3, finished: { on: true, at: 1e300 } },
      ['x'.repeat(400)]: { v: 3 },
      nothing: null,
    })
    const store = open()
    const plan = planned(store, JSON.stringify(file))
    expect(plan).toMatchObject({ notes: 2, unreadable: 5 })
    plan.carryOut()
    expect([...store.getState().notes.keys()]).toEqual(['a', 'b'])
  })

  it.each([
    ['', 'broken'],
    ['{', 'broken'],
    ['[]', 'broken'],
    ['{"notes":{}}', 'broken'],
    ['{"dateline":"reading","version":1}', 'broken'],
    ['{"dateline":"reading","version":2,"notes":{}}', 'newer'],
    [' '.repeat(20_000_001), 'large'],
    [
      JSON.stringify({
        dateline: 'reading',
        version: 1,
        notes: Object.fromEntries(Array.from({ length: 50_001 }, (_, n) => [n, { v: 3 }])),
      }),
      'large',
    ],
  ])('is not taken for one where it is none (%.40s)', (text, kind) => {
    expect(weigh(open(), text)).toEqual({ kind })
  })

  it('takes slugs that objects have of themselves for plain names', () => {
    const from = open()
    for (const slug of ['__proto__', 'constructor']) from.finish(slug, true)
    const to = open()
    planned(to, takeOut(from)).carryOut()
    expect([...to.getState().notes.keys()]).toEqual(['__proto__', 'constructor'])
  })

  it('of 10,000 notes stays small, and is read and brought in without long waiting', () => {
    const shared = new MemoryStorage()
    const from = open(shared)
    for (let n = 0; n < 10_000; n += 1) shared.values.set(`dateline:/:note:2025-11-09-a-note-${n}-en`, one(n))
    from.close()
    // Of the processor: a busy machine has the clock go on.
    const { user } = process.cpuUsage()
    const full = open(shared)
    const text = takeOut(full)
    planned(open(), text).carryOut()
    expect(full.getState().notes.size).toBe(10_000)
    expect((process.cpuUsage().user - user) / 1000).toBeLessThan(4000)
    expect([...shared.values].reduce((sum, [key, value]) => sum + key.length + value.length, 0)).toBeLessThan(
      4e6,
    )
  })

  function one(n: number): string {
    const at = 1_764_000_000_000 + n
    return JSON.stringify({
      v: 3,
      opened: at,
      finished: { on: true, at },
      place: { anchor: 's-1234567', progress: 0.98, at },
      revision: { value: 'abcdef0123', at },
      starred: n % 5 ? undefined : { 's-1234567': { on: true, at } },
    })
  }
})

describe('clearing', () => {
  it('forgets the notes and not the settings, and brings all of it back', () => {
    const shared = new MemoryStorage()
    const store = reader({ now: 1000 }, shared)
    shared.values.set('dateline:/:aside:c', '{broken')
    shared.values.set('dateline:/:note:later', '{"v":99}')
    const before = new Map(shared.values)
    store.clear()
    expect(store.getState()).toMatchObject({ notes: new Map(), followed: new Set(), cleared: true })
    expect(store.getState().settings.theme).toBe('sepia')
    expect([...shared.values.keys()].filter((key) => /note:|aside:/.test(key))).toEqual([])
    expect(open(shared).getState()).toMatchObject({ notes: new Map(), cleared: true })
    store.undoClear()
    expect(store.getState()).toMatchObject({ cleared: false, followed: new Set(['k']) })
    expect(new Map([...shared.values].sort())).toEqual(new Map([...before].sort()))
  })

  it('is not undone by a tab that has not heard of it', () => {
    const shared = new MemoryStorage()
    const one = reader({ now: 1000 }, shared)
    const two = open(shared, { now: 2000 })
    two.star('a', 's-2', true)
    one.clear()
    expect(two.getState().notes.has('b')).toBe(false)
    two.finish('b', true)
    two.flush()
    const after = open(shared, { now: 9000 }).getState().notes
    expect(after.get('a')?.starred.has('s-1') ?? false).toBe(false)
    expect(after.get('b')).toMatchObject({ finished: { on: true } })
    expect(after.get('b')?.place).toBeUndefined()
  })

  it('brought back, joins what was read since', () => {
    const shared = new MemoryStorage()
    const store = reader({ now: 1000 }, shared)
    const other = open(shared, { now: 3000 })
    store.clear()
    other.star('a', 's-7', true)
    other.flush()
    other.undoClear()
    for (const { notes } of [store.getState(), other.getState(), open(shared).getState()]) {
      expect([...(notes.get('a')?.starred.keys() ?? [])].sort()).toEqual(['s-1', 's-7'])
      expect(notes.get('b')?.place?.anchor).toBe('s-9')
    }
  })

  it('counts what is read after it, whatever the clock says', () => {
    const shared = new MemoryStorage()
    reader({ now: 9000 }, shared).clear()
    const store = open(shared, { now: 5 })
    store.finish('a', true)
    store.flush()
    expect(open(shared).getState().notes.get('a')?.finished?.on).toBe(true)
  })

  it('can be undone while the page is open though the storage is full, and no longer than half an hour', () => {
    const shared = new MemoryStorage()
    const clock = { now: 1000 }
    const store = reader(clock, shared)
    shared.full = true
    store.clear()
    shared.full = false
    store.undoClear()
    expect(store.getState().notes.get('a')?.finished?.on).toBe(true)
    store.clear()
    clock.now += HALF_AN_HOUR + 100
    store.visit()
    expect(store.getState().cleared).toBe(false)
    store.undoClear()
    expect(store.getState().notes.size).toBe(0)
    expect([...shared.values.keys()].filter((key) => key.includes('cleared'))).toEqual([])
  })

  it('takes a file that was saved before it', () => {
    const shared = new MemoryStorage()
    const store = reader({ now: 1000 }, shared)
    const text = takeOut(store)
    store.clear()
    planned(store, text).carryOut()
    expect(open(shared).getState().notes.get('b')?.place?.anchor).toBe('s-9')
  })
})
