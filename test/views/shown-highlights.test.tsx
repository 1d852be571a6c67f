// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { NoteView } from '../../src/views/note/index.ts'
import { PaperView } from '../../src/views/note/paper-view.tsx'
import { show } from './render.tsx'

const EN = '2025-11-01-harbour-en'
const FILES = {
  [`${EN}.md`]: `---
title: A harbour
---
## Opening

- It was *opened* on 2 March 2024.
- The pier was never rebuilt.

It leaks, as [the paper](https://paper.example/x) says.
`,
  '2025-11-01-harbour-de.md': `---
title: Ein Hafen
---
## Eröffnung

- Am 5. März 2024 wurde er *eröffnet*.
- Der Pier wurde nie wieder gebaut.

Er leckt, wie [die Zeitung](https://paper.example/x) sagt.
`,
}

/** As it is stored: words of a note, found again by themselves. */
const highlight = (exact: string, remark = '') => ({
  at: 1,
  made: 1,
  quote: { exact, prefix: '', suffix: '' },
  position: { start: 0, end: exact.length },
  remark,
})
const remember = (highlights: Record<string, unknown>) => ({
  [`dateline:/:note:${EN}`]: JSON.stringify({ v: 5, opened: 1, highlights }),
})

beforeAll(() => {
  // What jsdom lacks: places on a screen.
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
})

const marked = () => [...document.querySelectorAll('mark.highlight')].map(({ textContent }) => textContent)

describe('what was highlighted', () => {
  it('is marked where its note stands beside another, across rows, and leads to the note alone', async () => {
    await show([{ path: '/notes/:slug', element: <NoteView /> }], {
      at: `/notes/${EN}?beside=2025-11-01-harbour-de`,
      files: FILES,
      stored: remember({
        one: highlight('opened on 2 March 2024. The pier was never rebuilt', 'why?'),
        two: highlight('leaks, as the'),
      }),
    })
    const way = await screen.findByRole('link', { name: /^Highlight: opened on 2 March/ })
    expect(way.getAttribute('href')).toBe(`/notes/${EN}#highlight-one`)
    const text = marked().join('|').replace(/\s+/g, ' ')
    expect(text).toContain('opened| on |')
    expect(text).toContain('The pier was never rebuilt')
    expect(text).toContain('leaks, as |the')
    // What differs is still told, once, and what stands in the other version is not marked.
    expect(document.querySelectorAll('[data-side="left"] .says')).toHaveLength(1)
    expect(document.querySelector('[data-side="right"] mark.highlight')).toBeNull()
    expect(document.querySelector('a a, a button')).toBeNull()
  })

  it('is marked on paper, and what was said of it, or is lost, stands below its note', async () => {
    await show([{ path: '/paper', element: <PaperView /> }], {
      at: '/paper',
      files: FILES,
      stored: remember({
        one: highlight('never rebuilt'),
        two: highlight('It leaks', 'Ask\nthem'),
        three: highlight('words that nobody wrote into this note, ever'),
      }),
    })
    const heading = await screen.findByRole('heading', { level: 3, name: 'Highlights' })
    expect(marked()).toEqual(['never rebuilt', 'It leaks'])
    const list = within(heading.parentElement as HTMLElement)
    expect(list.getAllByRole('listitem')).toHaveLength(2)
    expect(list.getByText(/Ask/).textContent).toBe('Ask\nthem')
    expect(list.getByText(/no longer in the note/)).toBeTruthy()
    expect(list.queryByRole('button')).toBeNull()
  })

  it('is not there where nothing was highlighted, nor what was taken away', async () => {
    await show([{ path: '/paper', element: <PaperView /> }], {
      at: '/paper',
      files: FILES,
      stored: remember({ one: { at: 5 } }),
    })
    expect(await screen.findByText(/never rebuilt/)).toBeTruthy()
    expect(marked()).toEqual([])
    expect(screen.queryByRole('heading', { name: 'Highlights' })).toBeNull()
  })
})
