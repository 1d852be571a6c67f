import { describe, expect, it } from 'vitest'
import { createReadingStore, statusOf } from '../../src/reading/index.ts'
import { MemoryStorage } from './memory-storage.ts'

/** A tab over a shared storage; `tick` lets its waiting writes happen. */
function openTab(shared: MemoryStorage, start = 1000) {
  const clock = { now: start }
  let waiting: (() => void) | undefined
  const store = createReadingStore({
    storage: shared.tab(),
    now: () => clock.now++,
    later: (run) => {
      waiting = run
      return () => {
        waiting = undefined
      }
    },
    scope: '/site/',
  })
  return { store, clock, tick: () => waiting?.() }
}

const KEY = 'dateline:/site/:note:a'

describe('the reading store', () => {
  it('remembers what was opened, finished, starred, and the place, for the next visit', () => {
    const shared = new MemoryStorage()
    const { store, tick } = openTab(shared)
    store.open('a', 'r1')
    store.place('a', { anchor: 's-1', progress: 0.4 })
    store.finish('a', true)
    store.star('a', 's-1', true)
    tick()
    const record = openTab(shared).store.getState().notes.get('a')
    expect(record).toMatchObject({
      place: { anchor: 's-1', progress: 0.4 },
      finished: { on: true },
      revision: { value: 'r1' },
    })
    expect(record?.starred.get('s-1')?.on).toBe(true)
  })

  it('remembers which sources were followed, from whatever note, and hears of it from other tabs', () => {
    const shared = new MemoryStorage()
    const [one, two] = [openTab(shared), openTab(shared)]
    one.store.follow('a', 'key')
    expect([...one.store.getState().followed]).toEqual(['key'])
    one.tick()
    expect([...two.store.getState().followed]).toEqual(['key'])
    expect([...openTab(shared).store.getState().followed]).toEqual(['key'])
  })

  it('does not write at every move, but in the end', () => {
    const shared = new MemoryStorage()
    const { store } = openTab(shared)
    store.open('a', 'r1')
    expect(shared.values.size).toBe(0)
    store.close()
    expect(shared.values.has(KEY)).toBe(true)
  })

  it('loses nothing of two tabs that write the same note in any order', () => {
    for (let order = 0; order < 16; order += 1) {
      const shared = new MemoryStorage()
      const [one, two] = [openTab(shared, 1000), openTab(shared, 1005)]
      const steps = [
        () => one.store.star('a', 's-1', true),
        () => two.store.star('a', 's-2', true),
        () => (order & 1 ? one.tick() : two.tick()),
        () => (order & 2 ? two.store.finish('a', true) : one.store.finish('a', true)),
        () => (order & 4 ? two.tick() : one.tick()),
        () => one.tick(),
        () => two.tick(),
      ]
      if (order & 8) steps.unshift(...steps.splice(1, 1))
      for (const step of steps) step()
      one.store.close()
      two.store.close()
      const record = openTab(shared).store.getState().notes.get('a')
      expect([...(record?.starred.keys() ?? [])].sort(), `order ${order}`).toEqual(['s-1', 's-2'])
      expect(record?.finished?.on, `order ${order}`).toBe(true)
    }
  })

  it('hears another tab at once', () => {
    const shared = new MemoryStorage()
    const [one, two] = [openTab(shared), openTab(shared)]
    let heard = 0
    two.store.subscribe(() => {
      heard += 1
    })
    one.store.finish('a', true)
    one.tick()
    expect(statusOf(two.store.getState().notes, ['a'])).toBe('finished')
    expect(heard).toBe(1)
  })

  it('keeps every broken record of a note, and writes over none that it could not copy', () => {
    const shared = new MemoryStorage()
    shared.values.set('dateline:/site/:aside:a', '{first')
    shared.values.set(KEY, '{second')
    openTab(shared)
    expect(shared.values.get('dateline:/site/:aside:a')).toBe('{first')
    expect(shared.values.get('dateline:/site/:aside:a.2')).toBe('{second')

    const full = new MemoryStorage()
    full.values.set(KEY, '{broken')
    full.full = true
    const { store, tick } = openTab(full)
    full.full = false
    store.open('a', 'r1')
    tick()
    expect(full.values.get(KEY)).toBe('{broken')
  })

  it('sets a broken record aside and goes on, without deleting it', () => {
    const shared = new MemoryStorage()
    shared.values.set(KEY, '{broken')
    const { store, tick } = openTab(shared)
    expect(store.getState().trouble).toBe('aside')
    store.open('a', 'r1')
    tick()
    expect(shared.values.get('dateline:/site/:aside:a')).toBe('{broken')
    expect(JSON.parse(shared.values.get(KEY) ?? '')).toMatchObject({ v: 5 })
  })

  it('never overwrites a record of a newer version', () => {
    const shared = new MemoryStorage()
    shared.values.set(KEY, '{"v":9,"shape":"unknown"}')
    const { store, tick } = openTab(shared)
    store.open('a', 'r1')
    tick()
    expect(shared.values.get(KEY)).toBe('{"v":9,"shape":"unknown"}')
    expect(store.getState().trouble).toBe('newer')
    expect(statusOf(store.getState().notes, ['a'])).toBe('started')
  })

  it.each([
    [new DOMException('full', 'QuotaExceededError'), 'full'],
    [new DOMException('no', 'SecurityError'), 'denied'],
  ] as const)(
    'goes on in memory when the storage refuses (%s), and writes it all once it does not',
    (refusal, trouble) => {
      const shared = new MemoryStorage()
      const { store, tick } = openTab(shared)
      shared.refuse = refusal
      store.open('a', 'r1')
      store.open('b', 'r1')
      tick()
      expect(store.getState().trouble).toBe(trouble)
      expect(store.getState().notes.size).toBe(2)
      shared.refuse = undefined
      store.finish('a', true)
      tick()
      expect(shared.values.size).toBe(2)
    },
  )

  it('tells trouble once, not again after it was dismissed for the same cause', () => {
    const shared = new MemoryStorage()
    shared.values.set(KEY, 'x')
    const { store } = openTab(shared)
    store.dismissTrouble()
    expect(store.getState().trouble).toBeUndefined()
  })

  it('keeps away from the records of another site of the same origin', () => {
    const shared = new MemoryStorage()
    shared.values.set('dateline:/other/:note:a', '{broken')
    const { store } = openTab(shared)
    expect(store.getState()).toMatchObject({ notes: new Map(), followed: new Set() })
  })

  it('takes slugs that objects have of themselves for plain names', () => {
    const shared = new MemoryStorage()
    const { store, tick } = openTab(shared)
    for (const slug of ['constructor', '__proto__', 'toString']) store.finish(slug, true)
    tick()
    expect(openTab(shared).store.getState().notes.size).toBe(3)
    expect(statusOf(openTab(shared).store.getState().notes, ['hasOwnProperty'])).toBe('new')
  })
})
