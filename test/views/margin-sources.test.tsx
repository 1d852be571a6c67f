// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { NoteView } from '../../src/views/note/index.ts'
import { show } from './render.tsx'

const MILL = `---
title: A mill
lang: en
---

## The lock

The lock at Fenwick was rebuilt in 2021 ([paper](https://paper.example/lock)). It leaked in 2022 ([paper](https://paper.example/lock)).[^1]

## The bridge

A bridge came in 1991 ([paper](https://paper.example/lock)).

| Year | What |
|---|---|
| 1992 | [paint](https://paint.example/) |

[^1]: Minutes of the town.
`

const read = async () => {
  await show([{ path: '/notes/:slug', element: <NoteView /> }], {
    at: '/notes/mill-en',
    files: { 'mill-en.md': MILL },
  })
  const article = (await screen.findByRole('article')) as HTMLElement
  return [...article.querySelectorAll<HTMLElement>('.margin-sources')]
}

describe('the sources in the margin', () => {
  it('stand right before what rests on them, each once in a section', async () => {
    const notes = await read()
    expect(notes.map(({ textContent }) => textContent)).toEqual([
      '2paperpaper.exampleMinutes of the town.',
      '2paperpaper.example',
    ])
    expect(notes.map(({ nextElementSibling }) => nextElementSibling?.textContent)).toEqual([
      expect.stringContaining('rebuilt in 2021'),
      expect.stringContaining('came in 1991'),
    ])
  })

  it('are not told twice to those who hear the page, and stop nobody on the way by keyboard', async () => {
    const notes = await read()
    for (const note of notes) expect(note.getAttribute('aria-hidden')).toBe('true')
    expect(notes.flatMap((note) => within(note).queryAllByRole('link'))).toEqual([])
    for (const link of document.querySelectorAll('.margin-sources a')) {
      expect(link.getAttribute('tabindex')).toBe('-1')
      expect(link.getAttribute('rel')).toBe('noopener noreferrer')
    }
  })
})
