// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fetchAhead, isFetchingAhead } from '../../src/app/fetch-ahead.ts'

const load = vi.fn<(params: Record<string, string | undefined>) => Promise<null>>(async () => null)
const script = vi.fn(async () => ({ Component: () => null }))

fetchAhead(
  [{ path: '/', children: [{ path: 'notes/:slug', lazy: script, loader: ({ params }) => load(params) }] }],
  '/reader/',
)

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
})
afterEach(() => vi.useRealTimers())

/** Turns to a link in some way. */
function turnTo(href: string, type = 'pointerover') {
  document.body.innerHTML = `<a href="${href}"><b>there</b></a>`
  document.querySelector('b')?.dispatchEvent(new Event(type, { bubbles: true }))
}

it('what a link leads to is fetched when the reader turns to it, its script and its data', () => {
  turnTo('/reader/notes/a%20b')
  vi.runAllTimers()
  expect(load).toHaveBeenCalledExactlyOnceWith({ slug: 'a b' })
  expect(script).toHaveBeenCalledOnce()
})

it('a pointer that only passes by fetches nothing, one that presses waits for nothing', () => {
  turnTo('/reader/notes/a')
  vi.advanceTimersByTime(20)
  turnTo('/reader/notes/b')
  vi.advanceTimersByTime(20)
  document.body.dispatchEvent(new Event('pointerover', { bubbles: true }))
  vi.runAllTimers()
  expect(load).not.toHaveBeenCalled()
  turnTo('/reader/notes/c', 'pointerdown')
  vi.advanceTimersByTime(0)
  expect(load).toHaveBeenCalledExactlyOnceWith({ slug: 'c' })
})

it.each(['https://other.example/reader/notes/a', '/elsewhere/notes/a', '#here', '/reader/nowhere'])(
  'nothing is fetched for %s',
  (href) => {
    turnTo(href)
    vi.runAllTimers()
    expect(load).not.toHaveBeenCalled()
    expect(script).not.toHaveBeenCalled()
  },
)

it('what cannot be had ahead is no error, and known to have been wanted by nobody yet', async () => {
  load.mockRejectedValueOnce(new Error('offline'))
  expect(isFetchingAhead()).toBe(false)
  turnTo('/reader/notes/a')
  vi.runAllTimers()
  expect(isFetchingAhead()).toBe(true)
  await vi.runAllTimersAsync()
  expect(isFetchingAhead()).toBe(false)
  expect(load).toHaveBeenCalledOnce()
})
