// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onFirstAct } from '../../src/app/first-act.ts'

const run = vi.fn()
const does = (type: string) => document.body.dispatchEvent(new Event(type, { bubbles: true }))

beforeEach(() => {
  vi.useFakeTimers()
  run.mockClear()
  onFirstAct(run)
})
afterEach(() => {
  does('click')
  vi.useRealTimers()
})

it.each(['pointerdown', 'keydown', 'click'])('%s is an act, at once and once', (type) => {
  does(type)
  expect(run).toHaveBeenCalledOnce()
  does(type)
  vi.runAllTimers()
  expect(run).toHaveBeenCalledOnce()
})

it.each(['pointermove', 'wheel', 'scroll'])('%s is one a moment later, however long it goes on', (type) => {
  does(type)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(150)
  does(type)
  vi.advanceTimersByTime(100)
  expect(run).toHaveBeenCalledOnce()
})

it('a press as one looks around waits for nothing, and runs nothing twice', () => {
  does('pointermove')
  does('pointerdown')
  expect(run).toHaveBeenCalledOnce()
  vi.runAllTimers()
  expect(run).toHaveBeenCalledOnce()
})

it('is not run where a frame within the page is scrolled, as the program itself does', () => {
  document.body.dispatchEvent(new Event('scroll'))
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
})

it('is not run by a page that nobody touches', () => {
  does('load')
  does('focusin')
  does('resize')
  vi.runAllTimers()
  expect(run).not.toHaveBeenCalled()
})
