// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AsRendered, Awaited, fetchLate, late } from '../../src/ui/index.ts'

let come: (words: string) => void
let fail: (error: Error) => void
const load = vi.fn(
  () =>
    new Promise<string>((resolve, reject) => {
      come = resolve
      fail = reject
    }),
)
const onGone = vi.fn()

beforeEach(() => {
  load.mockClear()
  onGone.mockClear()
})
afterEach(cleanup)

function begin() {
  const part = late(load)
  render(
    <Awaited part={part} onGone={onGone}>
      {(words) => <p>{words}</p>}
    </Awaited>,
  )
  return part
}

// First of all: there is nothing else that is late.
it('all of it is fetched ahead, and where it is at hand nothing is waited for', async () => {
  const parts = [late(async () => 1), late(async () => 2)]
  await fetchLate()
  expect(parts.map((part) => part.get())).toEqual([1, 2])
  expect(fetchLate()).toBeUndefined()
})

it('is fetched once, and shown when it has come', async () => {
  const part = begin()
  void part.fetch()
  expect(screen.queryByText('there')).toBeNull()
  await act(async () => come('there'))
  expect(screen.getByText('there')).not.toBeNull()
  expect(load).toHaveBeenCalledOnce()
  expect(onGone).not.toHaveBeenCalled()
})

it('is shown at once where it is at hand', async () => {
  const part = late(async () => 'there')
  await part.fetch()
  render(
    <Awaited part={part} onGone={onGone}>
      {(words) => <p>{words}</p>}
    </Awaited>,
  )
  expect(screen.getByText('there')).not.toBeNull()
})

it('is not waited for by a reader who turns to something else', async () => {
  begin()
  fireEvent.keyDown(document, { key: 'j' })
  expect(onGone).not.toHaveBeenCalled()
  fireEvent.keyDown(document, { key: 'Escape' })
  fireEvent.pointerDown(document)
  expect(onGone).toHaveBeenCalledTimes(2)
})

it('once it is there, is closed by nothing but itself', async () => {
  begin()
  await act(async () => come('there'))
  fireEvent.pointerDown(document)
  fireEvent.keyDown(document, { key: 'Escape' })
  expect(onGone).not.toHaveBeenCalled()
})

it('what cannot be had is told, and asked for anew', async () => {
  const part = begin()
  await act(async () => fail(new Error('offline')))
  expect(onGone).toHaveBeenCalledOnce()
  void part.fetch()
  expect(load).toHaveBeenCalledTimes(2)
  come('there')
  await expect(part.fetch()).resolves.toBe('there')
})

it('what was rendered ahead stays, the same elements, until what draws it has come', async () => {
  const part = late(load)
  function Picture() {
    const words = part.use()
    return words ? <span key="drawn">{words}</span> : <AsRendered key="ahead" />
  }
  const root = document.createElement('div')
  root.innerHTML = '<span><b>as it was</b></span>'
  const before = root.querySelector('b')
  const errors = vi.fn()
  await act(async () => void hydrateRoot(root, <Picture />, { onRecoverableError: errors }))
  expect(root.querySelector('b')).toBe(before)
  const coming = part.fetch()
  await act(async () => {
    come('drawn anew')
    await coming
  })
  expect(root.innerHTML).toBe('<span>drawn anew</span>')
  expect(errors).not.toHaveBeenCalled()
})
