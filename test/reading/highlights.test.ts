import { describe, expect, it } from 'vitest'
import {
  createReadingStore,
  type Highlight,
  highlightsOf,
  type ReadingStore,
  takeOut,
  weigh,
} from '../../src/reading/index.ts'
import { merge, moves } from '../../src/reading/moves.ts'
import { decodeRecord, EMPTY_RECORD, encodeRecord } from '../../src/reading/record.ts'
import { MemoryStorage } from './memory-storage.ts'

const words = (exact: string, start = 0, remark = ''): Highlight => ({
  quote: { exact, prefix: 'before ', suffix: ' after' },
  position: { start, end: start + exact.length },
  remark,
  made: 1,
})

function open(shared = new MemoryStorage(), now = 1000): ReadingStore {
  let clock = now
  return createReadingStore({
    storage: shared.tab(),
    now: () => clock++,
    later: () => () => undefined,
    scope: '/',
  })
}

const known = (store: ReadingStore) =>
  highlightsOf(store.getState().notes.get('a')?.highlights ?? new Map()).map(
    ([id, { quote, remark }]) => `${id} ${quote.exact} ${remark}`,
  )

describe('the highlights of a note', () => {
  it('stand in the order of its text, whenever they were made', () => {
    const store = open()
    store.highlight('a', 'h2', words('later', 50))
    store.highlight('a', 'h1', words('sooner', 5))
    expect(known(store)).toEqual(['h1 sooner ', 'h2 later '])
  })

  it('are joined with those of another tab, one by one', () => {
    const shared = new MemoryStorage()
    const [one, two] = [open(shared), open(shared, 1500)]
    one.highlight('a', 'h1', words('one'))
    two.highlight('a', 'h2', words('two', 9))
    one.flush()
    two.highlight('a', 'h1', words('one', 0, 'of two'))
    two.flush()
    one.flush()
    for (const store of [one, two, open(shared)]) expect(known(store)).toEqual(['h1 one of two', 'h2 two '])
  })

  it('do not come back from an older copy once they were taken away', () => {
    const made = moves.highlight(EMPTY_RECORD, 'h', words('one'), 10)
    const gone = moves.highlight(made, 'h', undefined, 5)
    expect(merge(made, gone).highlights.get('h')?.highlight).toBeUndefined()
    expect(merge(gone, made).highlights.get('h')?.highlight).toBeUndefined()
  })

  it('come with a file, which says so first, the later change counting', () => {
    const from = open()
    from.highlight('a', 'h1', words('one', 0, 'of old'))
    from.highlight('a', 'h2', words('two', 9))
    const to = open(undefined, 9000)
    to.highlight('a', 'h1', words('one', 0, 'of late'))
    const weighed = weigh(to, takeOut(from))
    expect(weighed).toMatchObject({ plan: { highlights: 1, kept: 1 } })
    if (weighed.kind === 'plan') weighed.carryOut()
    expect(known(to)).toEqual(['h1 one of late', 'h2 two '])
    expect(weigh(to, takeOut(from))).toMatchObject({ plan: { highlights: 0 } })
  })

  it('do not grow without bound, and what is there never gives way to what was taken away', () => {
    let record = EMPTY_RECORD
    for (let i = 0; i < 900; i += 1)
      record = moves.highlight(record, `h${i}`, i % 3 ? undefined : words('x', i), i)
    const decoded = decodeRecord(encodeRecord(record))
    const kept = decoded.kind === 'record' ? [...decoded.record.highlights.values()] : []
    expect(kept).toHaveLength(500)
    expect(kept.filter(({ highlight }) => highlight)).toHaveLength(300)
  })

  it('are cleared and brought back with all else', () => {
    const store = open()
    store.highlight('a', 'h', words('one'))
    store.clear()
    expect(known(store)).toEqual([])
    store.undoClear()
    expect(known(store)).toEqual(['h one '])
  })
})
