// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Note } from '../../src/notes/index.ts'
import { NoteView } from '../../src/views/note/index.ts'
import { show } from './render.tsx'

/** What is put off stays so until it is let go. */
const steps = vi.hoisted(() => {
  const listeners = new Set<() => void>()
  const steps = {
    held: true,
    isHeld: () => steps.held,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    goOn: () => {
      steps.held = false
      for (const listener of listeners) listener()
    },
  }
  return steps
})
vi.mock('react', async (original) => {
  const react = await original<typeof import('react')>()
  return {
    ...react,
    useDeferredValue: <T,>(value: T, first: T = value) => {
      const [head] = react.useState(first)
      return react.useSyncExternalStore(steps.subscribe, steps.isHeld) ? head : value
    },
  }
})

const NOTE = `---
title: A pier
lang: en
---

## First

${'It was built by hand in a year that nobody knows. '.repeat(70)}

## Last

The end of it came in 1999.
`
const ADDRESS = '/notes/pier'

/** Tells of an element that it is in sight, as soon as it is looked at. */
class InSight {
  constructor(private readonly tell: (entries: { isIntersecting: boolean }[]) => void) {}
  observe() {
    this.tell([{ isIntersecting: true }])
  }
  disconnect() {
    // Nothing is told later.
  }
}

beforeEach(() => {
  steps.held = true
  vi.stubGlobal('IntersectionObserver', InSight)
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    run()
    return 0
  })
  // What jsdom lacks: places on a screen, and scrolling.
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
  Range.prototype.getBoundingClientRect = () => new DOMRect()
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Element.prototype.getClientRects = () => [] as unknown as DOMRectList
})

/** Goes to the note from another page: its head is shown, and nothing of what comes last. */
async function open() {
  const shown = await show([{ path: '/notes/:slug', element: <NoteView /> }], {
    at: '/',
    files: { 'pier.md': NOTE },
  })
  await shown.open(ADDRESS)
  expect(last()).toBeNull()
  return { ...shown, record: () => shown.reading.getState().notes.get('pier') }
}

const last = () =>
  within(document.querySelector('article') as HTMLElement).queryByRole('heading', { name: 'Last' })

describe('a note of which only the head is shown yet', () => {
  it('is there as a whole once a place in it is asked for', async () => {
    const { open: goTo, client } = await open()
    const [, section] = client.getQueryData<Note>(['note', 'pier'])?.sections ?? []
    await goTo(`${ADDRESS}#${section?.id}`)
    expect(last()).toBeTruthy()
  })

  it.each([
    ['the key', () => userEvent.keyboard('u')],
    [
      'the button',
      () =>
        userEvent.click(screen.getAllByRole('button', { name: 'Choose words to highlight' })[0] as Element),
    ],
  ])('does not leave a wish to choose words unheard: %s', async (_, wish) => {
    await open()
    await wish()
    const bar = within(await screen.findByRole('toolbar', { name: 'Highlights' }))
    expect(bar.getByRole('status').textContent).not.toBe('')
  })

  it('offers to highlight words that are selected in it', async () => {
    await open()
    act(() => {
      getSelection()?.selectAllChildren(screen.getByText(/^It was built by hand/))
      document.dispatchEvent(new Event('selectionchange'))
    })
    expect(await screen.findByRole('toolbar', { name: 'Highlights' })).toBeTruthy()
  })

  it('is not taken for read, nor its reader for being at its end, however tall the window is', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    try {
      const { record } = await open()
      act(() => void vi.advanceTimersByTime(5000))
      expect(record()?.place).toBeUndefined()
      expect(record()?.finished).toBeUndefined()
      act(() => steps.goOn())
      expect(last()).toBeTruthy()
      act(() => void vi.advanceTimersByTime(5000))
      await waitFor(() => expect(record()?.finished?.on).toBe(true))
      expect(record()?.place?.progress).toBe(1)
    } finally {
      vi.useRealTimers()
    }
  })
})
