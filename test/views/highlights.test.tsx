// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { bodyText, type Note } from '../../src/notes/index.ts'
import { highlightsOf } from '../../src/reading/index.ts'
import { shownText } from '../../src/views/note/highlights/shown-text.ts'
import { NoteView } from '../../src/views/note/index.ts'
import { show } from './render.tsx'

const SLUG = '2025-11-01-harbour-en'

/** Something of everything that a note can hold. */
const NOTE = `---
title: A harbour
lang: en
---

## Opening (June 2024, Town Hall)

The *harbour* was opened on 2 March. "It is ours," the mayor said.[^1] It stays
open at night, as [the plan](https://plan.example/p) says, and ![a map](https://maps.example/m.png).

- [x] Dredged <kbd>now</kbd>
- loose

  item of 1999 [5]

| Year | Ships |
|---|--:|
| 2023 | 12 |

> Quoted *words* & more

\`\`\`
code  of
  two lines
\`\`\`

## The lock

It leaks, as [5 March](https://a.example/x) 2021 has shown. It was shut on 5 April.

### References

- [The paper](https://news.example/2024/03/02/harbour)
- A book without an address

[^1]: Minutes, https://minutes.example/1
`

beforeAll(() => {
  // What jsdom lacks: dialogs that show, and places on a screen.
  HTMLDialogElement.prototype.show = function show() {
    this.open = true
  }
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
  Range.prototype.getBoundingClientRect = () => new DOMRect()
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  Element.prototype.getClientRects = () => [] as unknown as DOMRectList
})

async function open(raw = NOTE, at = `/notes/${SLUG}`, stored: Record<string, string> = {}) {
  const shown = await show([{ path: '/notes/:slug', element: <NoteView /> }], {
    at,
    stored,
    files: { [`${SLUG}.md`]: raw },
  })
  await screen.findByRole('heading', { level: 1 })
  return shown
}

const article = () => document.querySelector<HTMLElement>('article.prose') as HTMLElement
const marked = () => [...article().querySelectorAll('mark.highlight')].map(({ textContent }) => textContent)
const list = () => screen.findByRole('region', { name: 'Highlights' })

/** Selects words of the text as a reader does, across whatever elements they stand in. */
function select(from: string, to = from) {
  const whole = texts()
  const place = (words: string, end: boolean): [Text, number] => {
    const node = whole.find((one) => one.data.includes(words)) as Text
    return [node, node.data.indexOf(words) + (end ? words.length : 0)]
  }
  act(() => {
    getSelection()?.setBaseAndExtent(...place(from, false), ...place(to, true))
    document.dispatchEvent(new Event('selectionchange'))
  })
}

function texts(): Text[] {
  const walker = document.createTreeWalker(article(), NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode())
    if (!walker.currentNode.parentElement?.closest('.margin-sources')) found.push(walker.currentNode as Text)
  return found
}

async function highlight(from: string, to?: string) {
  select(from, to)
  await userEvent.click(
    within(await screen.findByRole('toolbar', { name: 'Highlights' })).getByRole('button', {
      name: 'Highlight',
    }),
  )
}

describe('a highlight', () => {
  it('is counted in the text as the page shows it, whatever the program adds', async () => {
    const { client, reading } = await open()
    const note = client.getQueryData<Note>(['note', SLUG]) as Note
    expect(shownText(article())).toBe(bodyText(note.body))
    await highlight('stays')
    await act(async () => {
      reading.follow(SLUG, 'news.example/2024/03/02/harbour')
      for (const { id } of note.statementList) reading.star(SLUG, id, true)
    })
    expect(shownText(article())).toBe(bodyText(note.body))
  })

  it('is made of the words that are selected, and remembered by them and by their place', async () => {
    const { reading, client } = await open()
    expect(screen.queryByRole('toolbar')).toBeNull()
    await highlight('harbour', 'was opened')
    expect(marked()).toEqual(['harbour', ' was opened'])
    const { body } = client.getQueryData<Note>(['note', SLUG]) as Note
    const [[, made] = []] = highlightsOf(reading.getState().notes.get(SLUG)?.highlights ?? new Map())
    expect(made?.quote).toMatchObject({ exact: 'harbour was opened' })
    expect(bodyText(body).slice(made?.position.start, made?.position.end)).toBe('harbour was opened')
    expect(made?.anchor).toBe(article().querySelector('[data-statement]')?.id)
    expect(screen.queryByRole('toolbar')).toBeNull()
    expect(screen.getByText('Highlighted.').getAttribute('role')).toBe('status')
  })

  it('does not offer anything where nothing of the text is selected', async () => {
    await open()
    await highlight('stays')
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    act(() => {
      getSelection()?.selectAllChildren(screen.getByRole('heading', { level: 1 }))
      document.dispatchEvent(new Event('selectionchange'))
    })
    act(() => void vi.advanceTimersByTime(10_000))
    expect(screen.queryByRole('toolbar')).toBeNull()
  })

  it('is made of the statement that has the focus by one key, and opened by it once it is there', async () => {
    const { reading } = await open()
    const statement = article().querySelector<HTMLElement>('[data-statement]') as HTMLElement
    const words = statement.textContent
    act(() => statement.focus())
    await userEvent.keyboard('u')
    await list()
    expect(marked().join('')).toBe(words)
    act(() => article().querySelector<HTMLElement>('[data-statement]')?.focus())
    await userEvent.keyboard('u')
    await userEvent.keyboard('So they say, m and u and all')
    await userEvent.click(screen.getByRole('button', { name: 'Done' }))
    expect(within(await list()).getByText('So they say, m and u and all')).toBeTruthy()
    expect(reading.getState().notes.get(SLUG)?.highlights.size).toBe(1)
    expect(reading.getState().notes.get(SLUG)?.finished).toBeUndefined()
  })

  it('is made without a pointer and without keys pressed alone: sentence by sentence, then word by word', async () => {
    const { client, reading } = await open(NOTE, `/notes/${SLUG}`, {
      'dateline:/:settings': JSON.stringify({ v: 1, keys: { value: 'off', at: 1 } }),
    })
    await userEvent.keyboard('u')
    expect(screen.queryByRole('toolbar')).toBeNull()
    act(() => screen.getAllByRole('button', { name: 'Choose words to highlight' })[2]?.focus())
    await userEvent.keyboard('{Enter}')
    const bar = within(await screen.findByRole('toolbar', { name: 'Highlights' }))
    const chosen = () => bar.getByRole('status').textContent
    expect(chosen()).toBe('It leaks, as 5 March 2021 has shown.')
    await userEvent.keyboard('{ArrowDown}')
    expect(chosen()).toBe('It was shut on 5 April.')
    await userEvent.keyboard(
      '{ArrowRight}{ArrowRight}{ArrowLeft}{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}',
    )
    expect(chosen()).toBe('was shut on')
    await userEvent.keyboard('{Enter}')
    expect(marked().join('')).toBe('was shut on')
    expect(document.activeElement?.textContent).toBe('was shut on')
    const { body } = client.getQueryData<Note>(['note', SLUG]) as Note
    expect(shownText(article())).toBe(bodyText(body))
    expect(reading.getState().notes.get(SLUG)?.highlights.size).toBe(1)
  })

  it('is chosen by arrow keys alone: with Alt, Ctrl or Meta they stay the browser’s', async () => {
    await open()
    await userEvent.click(screen.getAllByRole('button', { name: 'Choose words to highlight' })[2] as Element)
    const chosen = within(await screen.findByRole('toolbar', { name: 'Highlights' })).getByRole('status')
    const before = chosen.textContent
    for (const by of [{ altKey: true }, { ctrlKey: true }, { metaKey: true }]) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        // Not taken: what the browser does of itself is not prevented.
        expect(fireEvent.keyDown(document.activeElement as Element, { key, ...by })).toBe(true)
      }
    }
    expect(chosen.textContent).toBe(before)
    expect(fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' })).toBe(false)
    expect(chosen.textContent).not.toBe(before)
  })

  it('has its first words told by the button that takes the focus', async () => {
    await open()
    await userEvent.click(screen.getAllByRole('button', { name: 'Choose words to highlight' })[2] as Element)
    await screen.findByRole('toolbar', { name: 'Highlights' })
    const id = document.activeElement?.getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(id)?.textContent).toBe('It leaks, as 5 March 2021 has shown.')
  })

  it('does not lose the keyboard where more is chosen than can be highlighted', async () => {
    await open(`# A pier\n\nShort. Long${' so'.repeat(700)}.\n`)
    await userEvent.click(screen.getAllByRole('button', { name: 'Choose words to highlight' })[0] as Element)
    const bar = await screen.findByRole('toolbar', { name: 'Highlights' })
    await userEvent.keyboard('{ArrowDown}')
    expect(within(bar).queryByRole('button', { name: 'Highlight' })).toBeNull()
    await userEvent.keyboard('{ArrowUp}')
    expect(within(bar).getByRole('status').textContent).toBe('Short.')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('toolbar')).toBeNull()
  })

  it('is not made when choosing is left, and the keyboard goes on where it was', async () => {
    const { reading } = await open()
    const [start] = screen.getAllByRole('button', { name: 'Choose words to highlight' })
    act(() => start?.focus())
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('toolbar', { name: 'Highlights' })
    await userEvent.click(screen.getByRole('button', { name: 'Next sentence' }))
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('toolbar')).toBeNull()
    expect(document.activeElement).toBe(start)
    expect(reading.getState().notes.get(SLUG)?.highlights.size ?? 0).toBe(0)
  })

  it('is made of the statement of a date at the card of the date', async () => {
    await open()
    await userEvent.click(article().querySelector('a.date-mark:not(h2 *)') as HTMLElement)
    await userEvent.click(await screen.findByRole('button', { name: 'Highlight this statement' }))
    await list()
    expect(marked().join('')).toBe('The harbour was opened on 2 March.')
  })

  it('changes nothing else of the text: all beside it stays what it was', async () => {
    await open()
    const before = article().innerHTML
    const others = [...article().querySelectorAll('a, button, [data-statement]')]
    await highlight('stays')
    expect(others.filter(({ isConnected }) => !isConnected)).toEqual([])
    await userEvent.click(within(await list()).getByRole('button', { name: 'Remove' }))
    expect(marked()).toEqual([])
    expect(article().innerHTML).toBe(before)
  })

  it('is removed, and comes back as it was', async () => {
    const { reading } = await open()
    await highlight('stays')
    await userEvent.click(within(await list()).getByRole('button', { name: 'Edit' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Remark' }), 'why?')
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }))
    expect(marked()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(marked()).toEqual(['stays'])
    expect(within(await list()).getByText('why?')).toBeTruthy()
    expect(reading.getState().notes.get(SLUG)?.highlights.size).toBe(1)
  })

  it('that is taken away while its card is open does not take the focus when it comes back', async () => {
    const { reading } = await open()
    await highlight('stays')
    const [[id, { highlight: made } = {}] = []] = reading.getState().notes.get(SLUG)?.highlights ?? []
    await userEvent.click(within(article()).getByRole('button', { name: /^Highlight: stays/ }))
    act(() => reading.highlight(SLUG, id as string, undefined))
    await userEvent.click(screen.getByRole('button', { name: 'Done' }))
    const [here] = screen.getAllByRole('button', { name: 'Choose words to highlight' })
    act(() => here?.focus())
    act(() => reading.highlight(SLUG, id as string, made))
    expect(marked()).toEqual(['stays'])
    expect(document.activeElement).toBe(here)
  })

  it('may lie over another, and over links, without a link or a button within a link', async () => {
    await open()
    await highlight('stays', 'open at night')
    await highlight('night', 'plan')
    expect(marked().join('|').replace(/\s+/g, ' ')).toBe('stays open at |night|, as |the plan')
    expect(article().querySelector('a a, a button')).toBeNull()
  })

  it('of words that are gone is shown as lost, with its words', async () => {
    const { client, reading } = await open()
    await highlight('stays', 'at night')
    const note = client.getQueryData<Note>(['note', SLUG]) as Note
    const body = JSON.parse(JSON.stringify(note.body).replace('It stays\\nopen at night', 'It does not'))
    await act(async () => client.setQueryData(['note', SLUG], { ...note, body }))
    await screen.findByText(/no longer in the note/)
    expect(marked()).toEqual([])
    expect(
      within(await list())
        .getByText('stays open at night')
        .closest('a'),
    ).toBeNull()
    expect(within(await list()).getByText(/no longer in the note/)).toBeTruthy()
    expect(reading.getState().notes.get(SLUG)?.highlights.size).toBe(1)
  })

  it('does not let a note, or a file that is brought in, put more than words into the page', async () => {
    const { reading } = await open()
    const evil = '<img src=x onerror=alert(1)>'
    const highlight = {
      quote: { exact: evil, prefix: '', suffix: '' },
      position: { start: 0, end: evil.length },
      anchor: '" onclick="x',
      remark: `[x](javascript:alert(1)) ${evil}`,
      made: 8e15,
    }
    act(() => reading.highlight(SLUG, '"><b>', highlight))
    expect(within(await list()).getByText(evil)).toBeTruthy()
    expect(document.querySelector('img[src="x"], [onclick]')).toBeNull()
  })

  it('is led to by its address', async () => {
    const { reading } = await open()
    await highlight('leaks')
    const [[id] = []] = [...(reading.getState().notes.get(SLUG)?.highlights ?? [])]
    expect(
      within(await list())
        .getByRole('link', { name: 'leaks' })
        .getAttribute('href'),
    ).toBe(`#highlight-${id}`)
  })
})
