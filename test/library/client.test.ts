import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { daysQuery, libraryQuery, noteQuery } from '../../src/library/index.ts'
import { ARTIFACT_VERSION } from '../../src/notes/index.ts'

const whole = {
  version: ARTIFACT_VERSION,
  notes: [],
  topics: [],
  count: 0,
  pages: 1,
  statements: 0,
  sources: 0,
}

function answer(response: () => Response | Promise<Response>) {
  const fetched = vi.fn<(address: string) => Promise<Response>>(async () => response())
  vi.stubGlobal('fetch', fetched)
  return fetched
}

const load = async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return (await client.fetchInfiniteQuery(libraryQuery)).pages[0]
}

afterEach(() => vi.unstubAllGlobals())

describe('an artifact', () => {
  it('is fetched from below the base of the site, its slug encoded', async () => {
    const fetched = answer(() => Response.json({}, { status: 404 }))
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    await client.fetchQuery(noteQuery('纸 与/印刷')).catch(() => undefined)
    expect(fetched.mock.calls[0]?.[0]).toBe('/data/notes/%E7%BA%B8%20%E4%B8%8E/%E5%8D%B0%E5%88%B7.json')
  })

  it('is not missed where it is of a year without statements, but is where the server does not answer', async () => {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    const days = (year: number) => client.fetchQuery(daysQuery({ edition: 'all', axis: 'told' }, year))
    answer(() => Response.json({}, { status: 404 }))
    expect((await days(2019)).runs).toEqual([])
    answer(() => Response.json({}, { status: 503 }))
    await expect(days(2020)).rejects.toMatchObject({ kind: 'offline' })
  })

  it('comes when it is whole', async () => {
    answer(() => Response.json(whole))
    expect(await load()).toEqual(whole)
  })

  it.each([
    ['offline', 'the network does not answer', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['offline', 'the server fails', () => Response.json({}, { status: 503 })],
    ['missing', 'there is no such file', () => Response.json({}, { status: 404 })],
    [
      'missing',
      'the host answers with its start page',
      () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
    ],
    [
      'broken',
      'it is cut off',
      () => new Response('{"version":', { headers: { 'content-type': 'application/json' } }),
    ],
    ['broken', 'it lacks a part', () => Response.json({ ...whole, topics: undefined })],
    ['broken', 'it is no object', () => Response.json(null)],
    ['stale', 'it is of another version', () => Response.json({ ...whole, version: ARTIFACT_VERSION + 1 })],
  ] as const)('is %s, and not shown, where %s', async (kind, _, response) => {
    answer(response)
    await expect(load()).rejects.toMatchObject({ name: 'LibraryError', kind })
  })

  it('is offline where the server says nothing for half a minute, and not before', async () => {
    vi.useFakeTimers()
    const stopped = vi.fn()
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          stopped()
          reject(signal.reason)
        })
      })
    })
    const loading = load().catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(stopped).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await loading).toMatchObject({ name: 'LibraryError', kind: 'offline' })
    vi.useRealTimers()
  })

  it('is offline, not broken, where the connection drops in the middle', async () => {
    answer(
      () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              controller.error(new TypeError('terminated'))
            },
          }),
          { headers: { 'content-type': 'application/json' } },
        ),
    )
    await expect(load()).rejects.toMatchObject({ kind: 'offline' })
  })
})
