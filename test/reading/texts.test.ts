import { describe, expect, it } from 'vitest'
import { createReadingStore, hasChanged, type ReadingStore, takeOut, weigh } from '../../src/reading/index.ts'
import { MemoryStorage } from './memory-storage.ts'

function open(shared = new MemoryStorage(), clock = { now: 1000 }): ReadingStore {
  return createReadingStore({
    storage: shared.tab(),
    now: () => clock.now++,
    later: () => () => undefined,
    scope: '/',
  })
}

const KEY = 'dateline:/:text:'
const kept = (shared: MemoryStorage) => [...shared.values.keys()].filter((key) => key.startsWith(KEY))
const changed = (store: ReadingStore, revision: string) =>
  hasChanged(store.getState().notes.get('a'), revision)

/** Reads a note that says so much. */
function read(store: ReadingStore, slug: string, revision: string, text: string): void {
  store.open(slug, revision)
  store.keepText(slug, revision, () => text)
}

describe('a note that was read', () => {
  it('has changed once it is another one, until that was seen', () => {
    const shared = new MemoryStorage()
    const store = open(shared)
    expect(changed(store, 'r1')).toBe(false)
    read(store, 'a', 'r1', 'as it was')
    expect(changed(store, 'r1')).toBe(false)
    read(store, 'a', 'r2', 'as it is')
    expect(changed(store, 'r2')).toBe(true)
    expect(store.textRead('a')).toBe('as it was')
    store.close()
    const again = open(shared, { now: 5000 })
    expect(changed(again, 'r2')).toBe(true)
    again.settle('a', 'r2', 'as it is')
    expect(changed(again, 'r2')).toBe(false)
    expect(again.textRead('a')).toBe('as it is')
    again.close()
    expect(changed(open(shared), 'r2')).toBe(false)
  })

  it('is seen in one tab, and so in all', () => {
    const shared = new MemoryStorage()
    const [one, two] = [open(shared), open(shared)]
    read(one, 'a', 'r1', 'as it was')
    one.flush()
    one.settle('a', 'r2', 'as it is')
    one.flush()
    expect(changed(two, 'r2')).toBe(false)
    expect(two.textRead('a')).toBe('as it is')
  })

  it('is not compared with what it said in another revision than the one known', () => {
    const shared = new MemoryStorage()
    const store = open(shared)
    read(store, 'a', 'r1', 'as it was')
    const elsewhere = open()
    read(elsewhere, 'a', 'r2', 'as it is')
    elsewhere.settle('a', 'r3', 'as it will be')
    const file = weigh(store, takeOut(elsewhere))
    if (file.kind === 'plan') file.carryOut()
    expect(store.textRead('a')).toBeUndefined()
  })

  it('is kept within bounds: the oldest go first, and what is too long is not kept', () => {
    const shared = new MemoryStorage()
    const store = open(shared)
    for (let n = 0; n < 20; n += 1) read(store, `n${n}`, 'r', 'x'.repeat(50_000))
    expect(kept(shared)).toHaveLength(12)
    expect(store.textRead('n7')).toBeUndefined()
    expect(store.textRead('n8')).toBeDefined()
    read(store, 'long', 'r', 'x'.repeat(100_001))
    expect(store.textRead('long')).toBeUndefined()
    expect(kept(shared)).toHaveLength(12)
  })

  it('is let go where the storage is full, and nobody is told, before anything else is not kept', () => {
    const shared = new MemoryStorage()
    const store = open(shared)
    read(store, 'a', 'r', 'as it was')
    read(store, 'b', 'r', 'as it was')
    const tab = shared.tab()
    const { set } = tab
    tab.set = (key, value) => {
      if (shared.values.has(`${KEY}a`)) throw new DOMException('full', 'QuotaExceededError')
      set(key, value)
    }
    const full = createReadingStore({ storage: tab, now: Date.now, later: () => () => undefined, scope: '/' })
    full.keepText('c', 'r', () => 'x')
    full.star('a', 's', true)
    full.close()
    expect(full.getState().trouble).toBeUndefined()
    expect(kept(shared)).toEqual([`${KEY}b`])
    expect(open(shared).getState().notes.get('a')?.starred.get('s')?.on).toBe(true)
  })

  it.each([
    '',
    '{',
    '[]',
    '{"at":"x"}',
    '{"at":1,"revision":"r1","text":7}',
    '{"at":1e300,"revision":"r1","text":""}',
  ])('is as if it were not kept where that cannot be read (%s), and makes no trouble', (broken) => {
    const shared = new MemoryStorage()
    shared.values.set(`${KEY}a`, broken)
    const store = open(shared)
    store.open('a', 'r1')
    expect(store.textRead('a')).toBeUndefined()
    store.keepText('a', 'r1', () => 'as it was')
    expect(store.textRead('a')).toBe('as it was')
    expect(store.getState().trouble).toBeUndefined()
  })

  it('is forgotten when all is cleared, and stands in no file', () => {
    const shared = new MemoryStorage()
    const store = open(shared)
    read(store, 'a', 'r1', 'as it was')
    expect(takeOut(store)).not.toContain('as it was')
    store.clear()
    expect(JSON.stringify([...shared.values])).not.toContain('as it was')
  })
})
