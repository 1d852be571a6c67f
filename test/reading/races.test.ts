import { describe, expect, it } from 'vitest'
import { createReadingStore, type ReadingStore, type StoragePort } from '../../src/reading/index.ts'

/**
 * A storage as tabs of several processes have it: each sees its own writes at once, those of others when they arrive,
 * and the last to be posted stands.
 */
class PostedStorage {
  readonly values = new Map<string, string>()
  private readonly posted: { from: object; key: string; value: string | null }[] = []
  private readonly tabs = new Map<object, { view: Map<string, string>; heard?: Listener }>()

  tab(): StoragePort {
    const me = {}
    const mine: { view: Map<string, string>; heard?: Listener } = { view: new Map(this.values) }
    this.tabs.set(me, mine)
    const post = (key: string, value: string | null) => {
      put(mine.view, key, value)
      this.posted.push({ from: me, key, value })
    }
    return {
      keys: () => [...mine.view.keys()],
      get: (key) => mine.view.get(key) ?? null,
      set: post,
      remove: (key) => post(key, null),
      onChange: (listener) => {
        mine.heard = listener
        return () => delete mine.heard
      },
    }
  }

  /** Delivers the next write; returns whether there was one. */
  deliver(): boolean {
    const next = this.posted.shift()
    if (!next) return false
    put(this.values, next.key, next.value)
    for (const [tab, { view, heard }] of this.tabs) {
      if (tab === next.from) continue
      put(view, next.key, next.value)
      heard?.(next.key, next.value)
    }
    return true
  }
}

type Listener = (key: string, value: string | null) => void

function put(values: Map<string, string>, key: string, value: string | null) {
  if (value === null) values.delete(key)
  else values.set(key, value)
}

/** Numbers below `n`, the same for the same seed. */
function dice(seed: number) {
  let state = seed * 2654435761 + 1
  return (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

function openTab(shared: PostedStorage, start: number) {
  let waiting: (() => void) | undefined
  let now = start
  const store = createReadingStore({
    storage: shared.tab(),
    now: () => now++,
    later: (run) => {
      waiting = run
      return () => {
        waiting = undefined
      }
    },
    scope: '/',
  })
  return { store, tick: () => waiting?.() }
}

describe('two tabs', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))('lose nothing in race %i', (seed) => {
    const roll = dice(seed)
    const shared = new PostedStorage()
    // Their clocks differ; so may those of two machines that share a file.
    const tabs = [openTab(shared, 1000), openTab(shared, 1000 + roll(3) * 40)]
    const starred = new Map<string, Set<string>>()
    for (let step = 0; step < 120; step += 1) {
      const tab = tabs[roll(2)] as (typeof tabs)[number]
      const slug = `note-${roll(3)}`
      const kind = roll(5)
      if (kind < 2) {
        tab.store.star(slug, `s-${step}`, true)
        starred.set(slug, (starred.get(slug) ?? new Set()).add(`s-${step}`))
      } else if (kind === 2) tab.tick()
      else if (kind === 3) shared.deliver()
      else if (roll(2)) tab.store.choose('theme', roll(2) ? 'dark' : 'light')
      else tab.store.choose('size', roll(2) ? '90' : '150')
    }
    settle(shared, tabs)
    const after = openTab(shared, 9000).store.getState()
    for (const { notes, settings } of [...tabs.map(({ store }) => store.getState()), after]) {
      expect(settings).toEqual(after.settings)
      for (const [slug, ids] of starred) {
        expect([...(notes.get(slug)?.starred.keys() ?? [])].sort(), slug).toEqual([...ids].sort())
      }
    }
  })

  it('come to rest over a record that was written by hand', () => {
    const shared = new PostedStorage()
    const byHand =
      '{"starred":{"b":{"at":5,"on":true},"a":{"at":5,"on":true}},"place":{"at":1,"progress":0,"anchor":"x"},"v":1}'
    shared.values.set('dateline:/:note:a', byHand)
    shared.values.set('dateline:/:settings', '{"theme":{"at":1,"value":"dark"},"v":1}')
    const tabs = [openTab(shared, 1000), openTab(shared, 1000)]
    for (const { store } of tabs) {
      store.star('a', 'c', true)
      store.choose('size', '90')
    }
    settle(shared, tabs)
    expect(ids(openTab(shared, 9000).store)).toEqual(['a', 'b', 'c'])
  })

  it('of which one clears and the other reads on forget the same', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const roll = dice(seed)
      const shared = new PostedStorage()
      const tabs = [openTab(shared, 1000), openTab(shared, 1005)]
      for (const { store } of tabs) store.star('a', 'before', true)
      settle(shared, tabs)
      const steps: (() => unknown)[] = [
        () => tabs[0]?.store.clear(),
        () => tabs[1]?.store.star('a', 'beside', true),
        () => tabs[1]?.tick(),
        () => shared.deliver(),
      ]
      while (steps.length > 0) steps.splice(roll(steps.length), 1)[0]?.()
      settle(shared, tabs)
      const [one, two] = tabs.map(({ store }) => ids(store))
      expect(one, `seed ${seed}`).toEqual(two)
      expect(one, `seed ${seed}`).toEqual(ids(openTab(shared, 9000).store))
      expect(one, `seed ${seed}`).not.toContain('before')
    }
  })

  function ids(store: ReadingStore): string[] {
    return [...(store.getState().notes.get('a')?.starred.keys() ?? [])].sort()
  }
})

/** Lets everything be written and arrive; two tabs that answered each other for ever would not end. */
function settle(shared: PostedStorage, tabs: readonly { tick: () => void }[]) {
  for (let round = 0; round < 50; round += 1) {
    for (const { tick } of tabs) tick()
    let delivered = 0
    while (delivered < 1000 && shared.deliver()) delivered += 1
    if (delivered === 0) return
  }
  throw new Error('the tabs do not come to rest')
}
