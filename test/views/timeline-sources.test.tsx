// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Keys } from '../../src/app/keys.tsx'
import { TimelineView } from '../../src/views/timeline/index.ts'
import { show } from './render.tsx'

const TOWN = `---
title: The town
date: 2022-06-01
translated: true
model: m-1
---

## The lock (May 2021)

The lock at Fenwick was rebuilt in 2021, says [a letter](https://letters.example/lock).

## The mill (March 2022)

The mill burnt down at great cost in 2022.

## Sources

- [Fenwick mill burnt, at cost](https://news.example/2022/03/18/mill)
`

const timeline = () =>
  show(
    [
      {
        path: '/timeline',
        element: (
          <>
            <Keys />
            <TimelineView />
          </>
        ),
      },
    ],
    { at: '/timeline', files: { 'town-en.md': TOWN } },
  )

const statement = (words: RegExp) =>
  screen.getByText(words, { selector: '.sentence' }).closest('.statement') as HTMLElement

describe('a statement on the timeline', () => {
  it('leads to its source and back by two keys each', async () => {
    const { reading } = await timeline()
    const mill = statement(/mill burnt/)
    mill.focus()
    await userEvent.keyboard('o')
    const card = screen.getByRole('dialog', { name: /About source/ })
    const source = within(card).getByRole('link', { name: /^Fenwick mill burnt/ })
    expect(document.activeElement).toBe(source)
    await userEvent.keyboard('{Enter}')
    expect(reading.getState().followed.size).toBe(1)
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog', { name: /About source/ })).toBeNull()
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).toBe(mill)
  })

  it('shows why a source is likely, and claims that of none that it cites', async () => {
    await timeline()
    await userEvent.click(within(statement(/mill burnt/)).getByRole('link', { name: /^Likely source 1/ }))
    const card = screen.getByRole('dialog', { name: 'About source 1' })
    expect(card.textContent).toContain('Likely a source: the text does not cite it.')
    expect(card.textContent).toMatch(/It shares .*“mill”/)
    expect(within(card).getByRole('link', { name: 'In the list' }).getAttribute('href')).toBe(
      '/notes/town-en#ref-1',
    )
    await userEvent.keyboard('{Escape}')
    await userEvent.click(within(statement(/Fenwick/)).getByRole('link', { name: /^Source 2/ }))
    const cited = screen.getByRole('dialog', { name: 'About source 2' })
    expect(cited.textContent).toContain('Cited by the text.')
    expect(cited.textContent).not.toContain('Likely')
  })

  it('does not let the card of a source lie over what has the focus next', async () => {
    await timeline()
    const mark = within(statement(/mill burnt/)).getByRole('link', { name: /^Likely source 1/ })
    // What jsdom lacks: to tell whether the keyboard has brought the focus.
    const matches = mark.matches.bind(mark)
    vi.spyOn(mark, 'matches').mockImplementation(
      (selector: string) => selector === ':focus-visible' || matches(selector),
    )
    act(() => mark.focus())
    expect(screen.getByRole('dialog', { name: /^About source/ })).toBeTruthy()
    await userEvent.tab()
    expect(mark).not.toBe(document.activeElement)
    expect(screen.queryByRole('dialog', { name: /^About source/ })).toBeNull()
  })

  it('does not leave the source that is pointed at when its card is put away', async () => {
    await timeline()
    const mark = within(statement(/mill burnt/)).getByRole('link', { name: /^Likely source 1/ })
    await userEvent.click(mark)
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).toBe(mark)
  })

  it('says which model translated it, and when', async () => {
    await timeline()
    expect(statement(/mill burnt/).textContent).toContain(
      'Translated by a language model (m-1), June 1, 2022',
    )
  })
})
