// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ARTIFACT_VERSION, type Entry, type Overview, type Tile } from '../../src/notes/index.ts'
import { useSieve } from '../../src/views/timeline/use-sieve.ts'

const SIZE = 250
const client = new QueryClient()
/** Which tiles cannot be had. */
let broken: (n: number) => boolean
let asked: number[]

/** A timeline of so many tiles; each statement is named by its tile and its place there. */
const timeline = (count: number) => {
  const overview = { kinds: [], tiles: [] } as unknown as Overview
  return {
    supply: {
      name: { edition: 'all', axis: 'told' as const },
      overview,
      wanted: [],
      arrival: { loading: false, retry: undefined },
    },
    tiles: Array.from({ length: count }, (_, n) => ({ n, count: SIZE, first: n, last: n, reach: n })),
  }
}

const tile = (n: number): Tile => ({
  version: ARTIFACT_VERSION,
  notes: [{ slug: 'a', group: 'a', title: 'A', language: 'en', topics: [] }],
  sources: [],
  entries: Array.from({ length: SIZE }, (_, i) => ({
    id: `${n}.${i}`,
    text: '',
    mentions: [],
    at: { from: n, to: n, precision: 'day' as const },
    note: 0,
    sources: [],
  })),
})

beforeEach(() => {
  broken = () => false
  asked = []
  client.clear()
  vi.stubGlobal('fetch', async (address: string) => {
    const n = Number(/(\d+)\.json$/.exec(address)?.[1])
    asked.push(n)
    return broken(n) ? new Response('', { status: 503 }) : Response.json(tile(n))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>
    <MemoryRouter>{children}</MemoryRouter>
  </QueryClientProvider>
)

function sieve(count: number, passes: (id: string) => boolean, start = 0) {
  const { supply, tiles } = timeline(count)
  const test = ({ id }: Entry) => passes(id)
  const first = () => ({ start, end: start + 1 })
  const letGo = () => undefined
  const { result, unmount } = renderHook(() => useSieve(supply, tiles, test, first, letGo), { wrapper })
  const rest = () => waitFor(() => expect(result.current.loading).toBe(false))
  const found = () => result.current.entries.map(({ id }) => id)
  return { result, rest, found, unmount }
}

describe('a search through many tiles', () => {
  it('finds what stands far beyond the first of them', async () => {
    const { rest, found, result } = sieve(30, (id) => id === '0.3' || id === '27.9')
    await rest()
    expect(found()).toEqual(['0.3', '27.9'])
    expect(result.current).toMatchObject({ read: 30 * SIZE, later: undefined, gone: 0 })
  })

  it('asks after ten thousand in vain, tells how far it came, and then goes on to the end', async () => {
    const { rest, found, result } = sieve(90, (id) => id === '88.1')
    await rest()
    expect(found()).toEqual([])
    expect(result.current).toMatchObject({ read: 10_000, asks: { later: true } })
    act(() => result.current.later?.())
    await rest()
    expect(found()).toEqual(['88.1'])
    expect(result.current).toMatchObject({ read: 90 * SIZE, later: undefined })
  })

  it('does not read on where enough is found, until more is asked for', async () => {
    const { rest, found, result } = sieve(90, (id) => /\.[123]$/.test(id))
    await rest()
    expect(found()).toHaveLength(102)
    expect(result.current.asks.later).toBe(false)
    expect(Math.max(...asked)).toBeLessThan(60)
    act(() => result.current.later?.())
    await rest()
    expect(found()).toHaveLength(204)
  })

  it('can be ended, keeps what it found, and does not begin again by itself', async () => {
    const { rest, found, result } = sieve(90, (id) => id === '0.3')
    await waitFor(() => expect(found()).toEqual(['0.3']))
    act(() => result.current.stop?.())
    await rest()
    expect(found()).toEqual(['0.3'])
    expect(result.current.asks.later).toBe(true)
    expect(result.current.retry).toBeUndefined()
  })

  it('says what could not be had, and goes on there', async () => {
    broken = (n) => n === 5
    const { rest, found, result } = sieve(20, (id) => id.endsWith('.7'))
    await rest()
    expect(found()).toHaveLength(5)
    expect(result.current.later).toBeUndefined()
    broken = () => false
    act(() => result.current.retry?.())
    await rest()
    expect(found()).toHaveLength(20)
    expect(result.current.retry).toBeUndefined()
  })

  it('begins where it is told, and goes back from there', async () => {
    const { rest, found, result } = sieve(40, (id) => id.endsWith('.7'), 20)
    await rest()
    expect(found()[0]).toBe('20.7')
    act(() => result.current.earlier?.())
    await rest()
    expect(found()[0]).toBe('0.7')
    expect(found()).toHaveLength(40)
  })

  it('keeps no more than so many, counts what it let go, and has it again', async () => {
    const { rest, found, result } = sieve(30, () => true)
    for (let times = 0; times < 19; times += 1) {
      await rest()
      act(() => result.current.later?.())
    }
    await rest()
    expect(found()).toHaveLength(4000)
    expect(result.current.gone).toBe(1000)
    expect(found()[0]).toBe('4.0')
    act(() => result.current.earlier?.())
    await rest()
    expect(found()[0]).toBe('3.0')
    expect(result.current).toMatchObject({ gone: 1000, read: 5000 })
  })

  it('has at once what it had found where one comes back', async () => {
    const first = sieve(30, (id) => id.endsWith('.7'))
    await first.rest()
    first.unmount()
    const requests = asked.length
    expect(sieve(30, (id) => id.endsWith('.7')).found()).toHaveLength(30)
    expect(asked).toHaveLength(requests)
  })

  it('reads nothing where there is nothing to search', async () => {
    const { rest } = sieve(0, () => true)
    await rest()
    expect(asked).toEqual([])
  })
})
