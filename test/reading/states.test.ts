import { describe, expect, it } from 'vitest'
import { createReadingStore, type ReadingStore, takeOut, weigh } from '../../src/reading/index.ts'
import { MemoryStorage } from './memory-storage.ts'
import { GOOD, STATES, type StoredState } from './states.ts'

const PREFIX = 'dateline:/:'

function stored({ entries }: Pick<StoredState, 'entries'>): MemoryStorage {
  const shared = new MemoryStorage()
  for (const [name, text] of Object.entries(entries)) shared.values.set(PREFIX + name, text)
  return shared
}

function visit(shared: MemoryStorage, clock = { now: 1_764_000_000_000 }): ReadingStore {
  const store = createReadingStore({
    storage: shared.tab(),
    now: () => clock.now++,
    later: () => () => undefined,
    scope: '/',
  })
  store.visit()
  return store
}

/** Everything that the reader is told, in turn. */
function told(store: ReadingStore): string[] {
  const all: string[] = []
  for (let { trouble } = store.getState(); trouble; { trouble } = store.getState()) {
    all.push(trouble)
    store.dismissTrouble()
  }
  return all
}

function readOn(store: ReadingStore): void {
  store.open('a', 'r9')
  store.place('a', { anchor: 's-on', progress: 0.7 })
  store.star('a', 's-on', true)
  store.queue('a', true)
  store.section('a', 'h-on', true)
  store.highlight('a', 'h-on', {
    quote: { exact: 'on', prefix: '', suffix: '' },
    position: { start: 0, end: 2 },
    remark: '',
    made: 1,
  })
  store.choose('theme', 'sepia')
  store.flush()
}

function expectGood(store: ReadingStore): void {
  const known = store.getState().notes.get('a')
  expect(known?.finished).toEqual(GOOD.finished)
  expect(known?.starred.get('s-good')).toEqual(GOOD.starred['s-good'])
}

function expectReadOn(store: ReadingStore): void {
  const known = store.getState().notes.get('a')
  expect(known).toMatchObject({
    queued: { on: true },
    place: { anchor: 's-on', progress: 0.7 },
    revision: { value: 'r9' },
  })
  expect(known?.starred.get('s-on')?.on).toBe(true)
  expect(known?.sections.get('h-on')?.on).toBe(true)
  expect(known?.highlights.get('h-on')?.highlight).toBeDefined()
}

const named = (states: readonly StoredState[]) => states.map((state) => [state.name, state] as const)

describe('whatever is stored', () => {
  it.each(named(STATES))('nothing is lost, and it is told once: %s', (_, state) => {
    const { aside = [], newer = [], good = true } = state
    const shared = stored(state)
    const store = visit(shared)
    expect(told(store)).toEqual([
      ...(newer.length > 0 ? ['newer'] : []),
      ...(aside.length > 0 ? ['aside'] : []),
    ])
    if (good) expectGood(store)
    readOn(store)
    expectReadOn(store)
    expect(store.getState().settings.theme).toBe('sepia')
    store.close()

    // What could not be read stands somewhere as it was.
    const texts = [...shared.values]
      .filter(([key]) => key.startsWith(`${PREFIX}aside:`))
      .map(([, text]) => text)
    for (const name of aside) expect(texts).toContain(state.entries[name])
    for (const name of newer) expect(shared.values.get(PREFIX + name)).toBe(state.entries[name])
    for (const [name, text] of Object.entries(state.entries))
      if (!/^(?:note:|settings|visit|cleared)/.test(name)) expect(shared.values.get(PREFIX + name)).toBe(text)

    const again = visit(shared)
    expect(told(again)).toEqual(newer.length > 0 ? ['newer'] : [])
    if (good) expectGood(again)
    if (!newer.includes('note:a')) expectReadOn(again)
    if (!newer.includes('settings')) expect(again.getState().settings.theme).toBe('sepia')
    for (const slug of Object.keys(state.entries).flatMap((name) => /^note:(.*)/s.exec(name)?.[1] ?? []))
      if (good) expect(again.getState().notes.has(slug), slug).toBe(true)

    // All of it can be taken elsewhere.
    const taken = weigh(visit(new MemoryStorage()), takeOut(again))
    expect(taken).toMatchObject({ kind: 'plan', unreadable: 0 })
    // And who comes back changes nothing by that.
    const before = [...shared.values].filter(([key]) => key.includes(':note:'))
    again.close()
    expect([...shared.values].filter(([key]) => key.includes(':note:'))).toEqual(before)
  })

  it.each(named(STATES.filter(({ aside }) => aside)))(
    'what cannot be kept elsewhere is not written over: %s',
    (_, state) => {
      const shared = stored(state)
      shared.full = true
      const store = visit(shared)
      expect(new Set(told(store))).toContain('full')
      readOn(store)
      expect(told(store)).toEqual([])
      expectReadOn(store)
      shared.full = false
      readOn(store)
      store.close()
      for (const name of state.aside ?? []) expect([...shared.values.values()]).toContain(state.entries[name])
    },
  )

  it.each(named(STATES))('it can be cleared and brought back: %s', (_, state) => {
    const shared = stored(state)
    const store = visit(shared)
    store.clear()
    expect(store.getState().notes.size).toBe(0)
    store.undoClear()
    if (state.good !== false) expectGood(visit(shared))
    const texts = [...shared.values.values()]
    for (const name of [...(state.aside ?? []), ...(state.newer ?? [])].filter((one) =>
      one.startsWith('note:'),
    ))
      expect(texts).toContain(state.entries[name])
  })

  it.each(named(STATES.filter(({ entries }) => Object.keys(entries).every((name) => name === 'note:a'))))(
    'it is written by another tab between a read and a write: %s',
    (_, state) => {
      const shared = new MemoryStorage()
      const store = visit(shared)
      store.star('a', 's-mine', true)
      shared.values.set(`${PREFIX}note:a`, state.entries['note:a'] as string)
      store.flush()
      store.close()
      const texts = [...shared.values.values()]
      for (const name of [...(state.aside ?? []), ...(state.newer ?? [])])
        expect(texts).toContain(state.entries[name])
      if (state.newer) return
      const again = visit(shared)
      if (state.good !== false) expectGood(again)
      expect(again.getState().notes.get('a')?.starred.get('s-mine')?.on).toBe(true)
    },
  )
})

describe('whatever the storage does', () => {
  const good = () =>
    stored({
      entries: {
        'note:a': `{"v":5,"finished":{"on":true,"at":70},"starred":{"s-good":{"on":true,"at":71}}}`,
      },
    })

  it.each(['get', 'set', 'remove', 'keys', 'onChange'] as const)(
    '%s is refused, and reading goes on',
    (call) => {
      const shared = good()
      const tab = shared.tab()
      tab[call] = () => {
        throw new DOMException('no', 'SecurityError')
      }
      const store = createReadingStore({
        storage: tab,
        now: Date.now,
        later: () => () => undefined,
        scope: '/',
      })
      store.visit()
      readOn(store)
      expectReadOn(store)
      // What nobody can write, nobody can bring back once the page is closed.
      if (call !== 'set') {
        store.clear()
        store.undoClear()
      }
      store.close()
      expect(told(store)).toEqual(['denied'])
      expect(shared.values.get(`${PREFIX}note:a`)).toContain('s-good')
    },
  )

  it('one note cannot be read, and all others can', () => {
    const shared = good()
    shared.values.set(`${PREFIX}note:b`, '{"v":5,"opened":1}')
    const tab = shared.tab()
    const { get } = tab
    tab.get = (key) => {
      if (key.endsWith('note:b')) throw new Error('gone')
      return get(key)
    }
    const store = createReadingStore({
      storage: tab,
      now: Date.now,
      later: () => () => undefined,
      scope: '/',
    })
    expectGood(store)
    expect(store.getState().trouble).toBe('denied')
  })

  it('it is emptied while the page is open, and what the page knows is written again', () => {
    const shared = good()
    const store = visit(shared)
    shared.values.clear()
    readOn(store)
    expectGood(visit(shared))
    expectReadOn(visit(shared))
  })

  it('it is full, then is not, then is again: it is told once, and all of it is there in the end', () => {
    const shared = good()
    const store = visit(shared)
    const heard: string[] = []
    for (let round = 0; round < 4; round += 1) {
      shared.full = round % 2 === 0
      readOn(store)
      heard.push(...told(store))
    }
    expect(heard).toEqual(['full'])
    expectGood(visit(shared))
    expectReadOn(visit(shared))
  })

  it.each([
    ['backwards', 1000],
    ['far ahead', 7e15],
  ])('the clock goes %s, and what is done last counts', (_, now) => {
    const shared = good()
    const one = visit(shared)
    readOn(one)
    one.close()
    const two = visit(shared, { now })
    two.star('a', 's-on', false)
    two.highlight('a', 'h-on', undefined)
    two.choose('theme', 'dark')
    two.close()
    const three = visit(shared)
    three.finish('a', false)
    three.choose('size', '90')
    three.close()
    const { notes, settings } = visit(shared).getState()
    expect(notes.get('a')?.starred.get('s-on')?.on).toBe(false)
    expect(notes.get('a')?.highlights.get('h-on')?.highlight).toBeUndefined()
    expect(notes.get('a')?.finished?.on).toBe(false)
    expect(settings).toMatchObject({ theme: 'dark', size: '90' })
  })
})

describe('a file that is brought in', () => {
  const file = (notes: unknown, more: object = {}) =>
    JSON.stringify({ dateline: 'reading', version: 1, notes, ...more })
  const whole = file({ a: { v: 5, finished: { on: true, at: 70 } } })

  it.each(Array.from({ length: 12 }, (_, i) => Math.floor((whole.length * i) / 12)))(
    'cut short after %i characters changes nothing',
    (length) => {
      const store = visit(new MemoryStorage())
      expect(weigh(store, whole.slice(0, length))).toEqual({ kind: 'broken' })
      expect(store.getState().notes.size).toBe(0)
    },
  )

  it.each([
    ['null', 'null'],
    ['a number as text for its version', whole.replace('"version":1', '"version":"1"')],
    ['a version before the first', whole.replace('"version":1', '"version":0')],
    ['no version', whole.replace('"version":1,', '')],
    ['a list of notes', file([{ v: 5 }])],
    ['no notes', file(null)],
    ['the mark of another program', whole.replace('reading', 'writing')],
    ['two files in one', whole + whole],
  ])('with %s is not taken for one', (_, text) => {
    expect(weigh(visit(new MemoryStorage()), text)).toEqual({ kind: 'broken' })
  })

  it.each(named(STATES))('brings what can be read of it, and says that there is more: %s', (_, state) => {
    const notes: Record<string, unknown> = {}
    for (const [name, text] of Object.entries(state.entries)) {
      if (!name.startsWith('note:')) continue
      try {
        Object.defineProperty(notes, name.slice(5), { value: JSON.parse(text), enumerable: true })
      } catch {
        return
      }
    }
    const store = visit(new MemoryStorage())
    const weighed = weigh(store, `\uFEFF${file(notes, { settings: [] })}`)
    const ofNotes = [...(state.aside ?? []), ...(state.newer ?? [])].filter((name) =>
      name.startsWith('note:'),
    )
    expect(weighed).toMatchObject({ kind: 'plan', unreadable: ofNotes.length + 1 })
    if (weighed.kind === 'plan') weighed.carryOut()
    if (state.good !== false) expectGood(store)
  })
})
