// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

let registerWorker: typeof import('../../src/worker/index.ts').registerWorker
beforeEach(async () => {
  // A page does it once.
  vi.resetModules()
  ;({ registerWorker } = await import('../../src/worker/index.ts'))
})
afterEach(() => vi.unstubAllGlobals())

describe('the first worker of a site', () => {
  it('is not waited for where it is there before it is registered by this page', async () => {
    const container = Object.assign(new EventTarget(), {
      controller: null as object | null,
      // Another page has begun it: it takes over while this one asks.
      register: vi.fn(async () => {
        container.controller = {}
        container.dispatchEvent(new Event('controllerchange'))
        return { update: async () => undefined }
      }),
    })
    Object.defineProperty(navigator, 'serviceWorker', { value: container, configurable: true })
    await registerWorker()
    expect(container.register).toHaveBeenCalledOnce()
  })
})

describe('a worker that came while the page was loaded', () => {
  it('is asked for what came before it, and for nothing else', async () => {
    const container = Object.assign(new EventTarget(), {
      controller: {},
      register: async () => ({ update: async () => undefined }),
    })
    Object.defineProperty(navigator, 'serviceWorker', { value: container, configurable: true })
    const came = [
      ['data/library.json', 0],
      ['assets/en.js', 0],
      ['data/notes/a.json', 12],
    ] as const
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue(
      came.map(([path, workerStart]) => {
        return { name: new URL(`/${path}`, location.href).href, workerStart } as PerformanceResourceTiming
      }),
    )
    const asked: string[] = []
    vi.stubGlobal('fetch', async (address: string) => {
      asked.push(new URL(address).pathname)
      return new Response()
    })
    await registerWorker()
    expect(asked).toEqual(['/data/library.json', '/assets/en.js'])
  })
})
