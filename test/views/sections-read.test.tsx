// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NoteView } from '../../src/views/note/index.ts'
import { show } from './render.tsx'

const NOTE = `---
title: A lock
lang: en
---

Before all.

## First

${'It was built by hand in a year that nobody knows. '.repeat(8)}

## Second

Short.

## Third

The end.
`

let clock = 0
/** The headings above the line that the reader has come to. */
let passed = 0

beforeEach(() => {
  clock = 0
  passed = 0
  vi.spyOn(performance, 'now').mockImplementation(() => clock * 1000)
  // What jsdom lacks: a page that is laid out, and scrolling.
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    run()
    return 0
  })
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: Element) {
    const headings = [...document.querySelectorAll('article h2')]
    const index = headings.indexOf(this)
    return new DOMRect(0, index >= passed ? 5000 : 0, 10, 10)
  })
})
afterEach(() => vi.restoreAllMocks())

async function open() {
  const shown = await show([{ path: '/notes/:slug', element: <NoteView /> }], {
    at: '/notes/lock',
    files: { 'lock.md': NOTE },
  })
  const outline = within(screen.getByRole('complementary', { name: 'In this note' }))
  return {
    ...shown,
    read: () => outline.queryAllByRole('link', { name: /– Read$/ }).map(({ textContent }) => textContent),
  }
}

/** Scrolls until so many headings are passed, after so many seconds. */
function goOn(headings: number, seconds: number) {
  clock += seconds
  passed = headings
  act(() => void dispatchEvent(new Event('scroll')))
}

describe('a section', () => {
  it('counts as read when one goes on from it to the next, after as long as it takes', async () => {
    const { read } = await open()
    goOn(1, 1)
    goOn(2, 12)
    expect(read()).toEqual(['First – Read'])
    goOn(3, 2)
    expect(read()).toEqual(['First – Read', 'Second – Read'])
  })

  it('does not count as read by those who run or leap past it', async () => {
    const { read } = await open()
    goOn(1, 1)
    goOn(2, 3)
    goOn(3, 1)
    goOn(1, 60)
    goOn(3, 60)
    goOn(0, 60)
    expect(read()).toEqual([])
  })

  it('adds up what is spent in it', async () => {
    const { read } = await open()
    goOn(1, 1)
    goOn(2, 6)
    goOn(1, 1)
    goOn(2, 6)
    expect(read()).toEqual(['First – Read'])
  })

  it('is read with the one before where both were in sight for long enough', async () => {
    const { read } = await open()
    goOn(1, 1)
    goOn(2, 15)
    goOn(3, 0.1)
    expect(read()).toEqual(['First – Read', 'Second – Read'])
  })

  it('is unread again by one key, and stays so however one goes on; the note stays what it is', async () => {
    const { read, reading } = await open()
    goOn(1, 1)
    goOn(2, 12)
    goOn(1, 1)
    await userEvent.keyboard('{Shift>}M{/Shift}')
    expect(read()).toEqual([])
    expect(screen.getByText('First: Unread').getAttribute('role')).toBe('status')
    goOn(2, 60)
    expect(read()).toEqual([])
    expect(reading.getState().notes.get('lock')?.finished).toBeUndefined()
  })

  it('is read where its note is, but for what its reader says of it', async () => {
    const { read } = await open()
    goOn(1, 1)
    await userEvent.keyboard('m')
    expect(read()).toHaveLength(3)
    await userEvent.keyboard('{Shift>}M{/Shift}')
    expect(read()).toEqual(['Second – Read', 'Third – Read'])
  })

  it('is read and unread again by the button at its heading, which says what it is', async () => {
    const { read, reading } = await open()
    const button = () => screen.getByRole('button', { name: 'Section read Second' })
    expect(button().getAttribute('aria-pressed')).toBe('false')
    await userEvent.click(button())
    expect(button().getAttribute('aria-pressed')).toBe('true')
    expect(read()).toEqual(['Second – Read'])
    await userEvent.click(button())
    expect(read()).toEqual([])
    expect(reading.getState().notes.get('lock')?.finished).toBeUndefined()
  })

  it('has no button where it is the only one, nor is its name another by it', async () => {
    await show([{ path: '/notes/:slug', element: <NoteView /> }], {
      at: '/notes/one',
      files: { 'one.md': '---\ntitle: One\nlang: en\n---\n\n## Alone\n\nA word.\n' },
    })
    expect(screen.getByRole('heading', { level: 2, name: 'Alone' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Section read/ })).toBeNull()
  })

  it('is none before the first heading', async () => {
    const { reading } = await open()
    await userEvent.keyboard('{Shift>}M{/Shift}')
    expect(reading.getState().notes.get('lock')?.sections.size).toBe(0)
  })
})
