// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { whenIdle } from '../../src/app/when-idle.ts'

let state: DocumentReadyState

beforeEach(() => {
  vi.useFakeTimers()
  state = 'complete'
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => state)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

it('a browser that does not tell when it is idle is not waited for longer than a glance takes', () => {
  const run = vi.fn(async () => undefined)
  whenIdle(run)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(500)
  expect(run).toHaveBeenCalledOnce()
})

it('one that tells decides, and begins nothing by the clock', () => {
  let told: () => void = () => undefined
  vi.stubGlobal('requestIdleCallback', (start: () => void) => {
    told = start
  })
  const run = vi.fn(async () => undefined)
  whenIdle(run)
  vi.advanceTimersByTime(10_000)
  expect(run).not.toHaveBeenCalled()
  told()
  expect(run).toHaveBeenCalledOnce()
})

it('nothing begins before the page is loaded, and what fails is not heard of', async () => {
  state = 'interactive'
  const run = vi.fn(() => Promise.reject(new Error('gone')))
  whenIdle(run)
  vi.advanceTimersByTime(1000)
  expect(run).not.toHaveBeenCalled()
  dispatchEvent(new Event('load'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(run).toHaveBeenCalledOnce()
})
