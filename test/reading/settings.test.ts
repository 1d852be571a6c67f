import { describe, expect, it } from 'vitest'
import { createReadingStore } from '../../src/reading/index.ts'
import { MemoryStorage } from './memory-storage.ts'

const KEY = 'dateline:/:settings'

function openTab(shared: MemoryStorage, clock = { now: 1000 }) {
  return createReadingStore({
    storage: shared.tab(),
    now: () => clock.now++,
    later: () => () => undefined,
    scope: '/',
  })
}

describe('the settings', () => {
  it('are written as they are chosen, and hold at the next visit', () => {
    const shared = new MemoryStorage()
    openTab(shared).choose('theme', 'sepia')
    expect(JSON.parse(shared.values.get(KEY) ?? '')).toEqual({ v: 1, theme: { value: 'sepia', at: 1000 } })
    expect(openTab(shared).getState().settings).toMatchObject({ theme: 'sepia', size: '100', keys: 'on' })
  })

  it('of two tabs are joined, not overwritten, and heard at once', () => {
    const shared = new MemoryStorage()
    const [one, two] = [openTab(shared), openTab(shared)]
    one.choose('theme', 'dark')
    two.choose('face', 'sans')
    expect(one.getState().settings).toMatchObject({ theme: 'dark', face: 'sans' })
    expect(openTab(shared).getState().settings).toMatchObject({ theme: 'dark', face: 'sans' })
  })

  it('chosen after the clock went backwards do not lose to earlier ones', () => {
    const shared = new MemoryStorage()
    openTab(shared, { now: 9000 }).choose('size', '150')
    const store = openTab(shared, { now: 5 })
    store.choose('size', '90')
    expect(store.getState().settings.size).toBe('90')
    expect(openTab(shared).getState().settings.size).toBe('90')
  })

  it.each(['{', '7', 'null', '{}', '{"v":1,"theme":{"value":"pink","at":1}}', '{"v":1,"theme":"dark"}'])(
    'that cannot be read (%s) are set aside, and what is usual holds',
    (broken) => {
      const shared = new MemoryStorage()
      shared.values.set(KEY, broken)
      const store = openTab(shared)
      expect(store.getState()).toMatchObject({ trouble: 'aside', settings: { theme: 'system' } })
      expect(shared.values.get('dateline:/:aside:.settings')).toBe(broken)
    },
  )

  it('of a newer version are left as they are, whatever is chosen', () => {
    const shared = new MemoryStorage()
    shared.values.set(KEY, '{"v":2,"theme":"plaid"}')
    const store = openTab(shared)
    store.choose('theme', 'dark')
    expect(store.getState()).toMatchObject({ trouble: 'newer', settings: { theme: 'dark' } })
    expect(shared.values.get(KEY)).toBe('{"v":2,"theme":"plaid"}')
  })

  it('hold for as long as the page is open where the storage refuses', () => {
    const shared = new MemoryStorage()
    const store = openTab(shared)
    shared.full = true
    store.choose('theme', 'dark')
    expect(store.getState()).toMatchObject({ trouble: 'full', settings: { theme: 'dark' } })
  })
})
