// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { NoteView } from '../../src/views/note/index.ts'
import { show } from './render.tsx'

const FILES = {
  '2025-11-01-harbour-en.md': `---
title: A harbour
---
## Opening

It was opened on 2 March 2024, for [a plan](https://plan.example/p).[^1]

The pier was never rebuilt after the storm of 1934.

## Ships

There were 14,820 of them.

[^1]: Minutes in English, https://minutes.example/1
`,
  '2025-11-01-harbour-ar.md': `---
title: ميناء
---
## الافتتاح

افتُتح في 5 مارس 2024، وفق [الخطة](https://plan.example/p).[^1]

## السفن

كان منها 14820 سفينة.

[^1]: محضر بالعربية، https://minutes.example/1
`,
  '2025-11-01-harbour-zh.md': '---\ntitle: 港口\n---\n## 开港\n\n2024年3月2日启用。\n',
  '2025-11-02-pier-en.md': '---\ntitle: A pier\n---\nBuilt in 1901.\n',
}

beforeAll(() => {
  HTMLDialogElement.prototype.show = function show() {
    this.open = true
  }
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
  globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS
})

const NOTE = '2025-11-01-harbour-en'
const open = (query: string, slug = NOTE) =>
  show([{ path: '/notes/:slug', element: <NoteView /> }], { at: `/notes/${slug}${query}`, files: FILES })
const openPair = async () => {
  const shown = await open('?beside=2025-11-01-harbour-ar')
  await screen.findByRole('heading', { level: 1, name: 'A harbour' })
  return shown
}

describe('two versions of a note side by side', () => {
  it('are led to from the note, in the language of the reader where there is one', async () => {
    await show([{ path: '/notes/:slug', element: <NoteView /> }], {
      at: `/notes/${NOTE}`,
      files: FILES,
      language: 'zh-Hans',
    })
    const link = screen.getByRole('link', { name: '对照阅读' })
    expect(link.getAttribute('href')).toBe(`/notes/${NOTE}?beside=2025-11-01-harbour-zh`)
  })

  it('stand in rows, each in its own language and direction', async () => {
    await openPair()
    const cell = screen.getByRole('heading', { name: 'السفن' }).closest('[data-side]') as HTMLElement
    expect([cell.lang, cell.dir]).toEqual(['ar', 'rtl'])
    expect(within(cell.parentElement as HTMLElement).getByRole('heading', { name: 'Ships' })).toBeTruthy()
  })

  it('say what differs in words, on both sides', async () => {
    await openPair()
    const marks = screen.getAllByRole('mark').map((mark) => mark.textContent)
    expect(marks).toEqual(['2 March 2024 (Arabic: 5 مارس 2024)', '5 مارس 2024 (English: 2 March 2024)'])
  })

  it('say what stands in one only, and nothing where nothing differs', async () => {
    await openPair()
    expect(screen.getByText('Only in English')).toBeTruthy()
    expect(screen.getByText('1 date or number differs')).toBeTruthy()
    expect(screen.queryByText(/14820 \(/)).toBeNull()
  })

  it('tell each difference as one goes through them, round and round', async () => {
    await openPair()
    const status = screen.getByRole('status')
    expect(status.textContent).toBe('')
    const next = screen.getByRole('button', { name: 'Next difference' })
    await userEvent.click(next)
    expect(status.textContent).toBe('1 of 2. English: 2 March 2024. Arabic: 5 مارس 2024')
    await userEvent.click(next)
    expect(status.textContent).toBe('2 of 2: Only in English')
    await userEvent.click(next)
    expect(status.textContent).toContain('1 of 2')
    await userEvent.click(screen.getByRole('button', { name: 'Previous difference' }))
    expect(status.textContent).toContain('2 of 2')
    expect(document.activeElement?.textContent).toBe('Previous difference')
  })

  it('do not lead from one version to the footnote of the other', async () => {
    await openPair()
    const footnote = document.querySelector('[data-side="right"] sup a') as HTMLElement
    await userEvent.click(footnote)
    await waitFor(() => expect(document.activeElement?.textContent).toContain('محضر بالعربية'))
  })

  it('tell of a date, and lead to the timeline of its note', async () => {
    await openPair()
    await userEvent.click(screen.getByText('5 مارس 2024', { selector: 'a' }))
    const card = await screen.findByRole('dialog')
    expect(card.textContent).toContain('March 5, 2024')
    expect(within(card).getByRole('link').getAttribute('href')).toContain('harbour-ar')
  })

  it('change a column, and change places, without a step in the history', async () => {
    const { address } = await openPair()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /second/ }), '简体中文')
    await screen.findByRole('heading', { name: '港口' })
    expect(address()).toBe(`/notes/${NOTE}?beside=2025-11-01-harbour-zh`)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /first/ }), '简体中文')
    await screen.findByRole('heading', { level: 1, name: '港口' })
    expect(address()).toBe(`/notes/2025-11-01-harbour-zh?beside=${NOTE}`)
  })

  it('change nothing of what is remembered', async () => {
    const { reading } = await openPair()
    await userEvent.click(screen.getByRole('button', { name: 'Next difference' }))
    expect(reading.getState().notes.size).toBe(0)
  })

  it('do not move the place in the note that was left for them', async () => {
    const frames: FrameRequestCallback[] = []
    vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => frames.push(run))
    // A frame may come between the new screen and the end of the old one.
    vi.stubGlobal('cancelAnimationFrame', () => undefined)
    const { reading, open: go } = await open('')
    await go(`/notes/${NOTE}?beside=2025-11-01-harbour-ar`)
    await screen.findByRole('heading', { name: 'السفن' })
    for (const run of frames) run(0)
    expect(reading.getState().notes.get(NOTE)?.opened).toBeDefined()
    expect(reading.getState().notes.get(NOTE)?.place).toBeUndefined()
  })

  it.each([
    ['?beside=nowhere', 'not a translation', 3],
    ['?beside=2025-11-02-pier-en', 'not a translation', 3],
    ['?beside=', 'not a translation', 3],
    [`?beside=${NOTE}`, 'the same note twice', 3],
  ])('are not pretended to be there for %s: it says why, and where to go', async (query, why, links) => {
    await open(query)
    expect(await screen.findByText(new RegExp(why))).toBeTruthy()
    expect(screen.getAllByRole('link')).toHaveLength(links)
    expect(screen.getByRole('link', { name: 'This note alone' }).getAttribute('href')).toBe(`/notes/${NOTE}`)
  })

  it('are not offered for a note in one language', async () => {
    await open('', '2025-11-02-pier-en')
    expect(screen.queryByRole('link', { name: 'Side by side' })).toBeNull()
    await open('?beside=x', '2025-11-02-pier-en')
    expect(await screen.findByText(/in one language only/)).toBeTruthy()
  })
})
