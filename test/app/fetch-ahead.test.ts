// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fetchAhead, isFetchingAhead } from '../../src/app/fetch-ahead.ts'

const fetchScreen = vi.fn<(to: URL) => Promise<unknown> | undefined>(async () => null)

fetchAhead(fetchScreen)
const asked = () => fetchScreen.mock.calls.map(([{ pathname }]) => pathname)

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

it('what a link leads to is fetched when the reader turns to it, all that is there', () => {
  turnTo('/reader/notes/a%20b')
  vi.runAllTimers()
  expect(asked()).toEqual(['/reader/notes/a%20b'])
})

it('a pointer that only passes by fetches nothing, one that presses waits for nothing', () => {
  turnTo('/reader/notes/a')
  vi.advanceTimersByTime(20)
  turnTo('/reader/notes/b')
  vi.advanceTimersByTime(20)
  document.body.dispatchEvent(new Event('pointerover', { bubbles: true }))
  vi.runAllTimers()
  expect(asked()).toEqual([])
  turnTo('/reader/notes/c', 'pointerdown')
  vi.advanceTimersByTime(0)
  expect(asked()).toEqual(['/reader/notes/c'])
})

it.each(['https://other.example/reader/notes/a', '#here'])('nothing is fetched for %s', (href) => {
  turnTo(href)
  vi.runAllTimers()
  expect(asked()).toEqual([])
})

it('what cannot be had ahead is no error, and known to have been wanted by nobody yet', async () => {
  fetchScreen.mockRejectedValueOnce(new Error('offline'))
  expect(isFetchingAhead()).toBe(false)
  turnTo('/reader/notes/a')
  vi.runAllTimers()
  expect(isFetchingAhead()).toBe(true)
  await vi.runAllTimersAsync()
  expect(isFetchingAhead()).toBe(false)
  expect(asked()).toHaveLength(1)
})
