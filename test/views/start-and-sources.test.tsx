// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { SourcesView } from '../../src/views/sources/index.ts'
import { StartView } from '../../src/views/start/index.ts'
import { show } from './render.tsx'

const FILES = {
  '2025-01-01-tea-en.md':
    '# Tea\n\n## Leaves\n\nPicked in May 2020.\n\n## Sources\n\n- [Tea, a paper](https://tea.example:443/2020/05/04/a?utm_source=x)\n',
  '2025-01-01-tea-zh.md':
    '# 茶\n\n采于2020年5月。\n\n## 参考资料\n\n- [茶](https://tea.example/2020/05/04/a)\n',
  '2025-01-02-wine-en.md':
    '# Wine\n\nSee [Tea](https://tea.example/2020/05/04/a) and [wine](https://wine.example/).\n',
}

describe('the sources', () => {
  const sources = () => show([{ path: '/', element: <SourcesView /> }], { at: '/', files: FILES })

  it('names each source once, by site, with the notes that cite it', async () => {
    await sources()
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'tea.example',
      'wine.example',
    ])
    const tea = screen.getByRole('region', { name: 'tea.example' })
    expect(within(tea).getAllByRole('link', { name: /new tab/ })).toHaveLength(1)
    expect(within(tea).getByRole('link', { name: 'Tea' }).getAttribute('href')).toBe(
      '/notes/2025-01-01-tea-en',
    )
    expect(within(tea).getByRole('link', { name: 'Wine' })).toBeTruthy()
    expect(within(tea).getByText('May 4, 2020')).toBeTruthy()
  })

  it('does not name the translations of one note as several', async () => {
    await sources()
    expect(screen.queryByRole('link', { name: '茶' })).toBeNull()
  })
})

describe('the start page', () => {
  const start = (files: Record<string, string> = FILES) =>
    show([{ path: '/', element: <StartView /> }], { at: '/', files })

  it('shows what is unread, newest first', async () => {
    await start()
    const unread = screen.getByRole('region', { name: 'Unread' })
    expect(
      within(unread)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Wine', 'Tea'])
    expect(screen.queryByRole('region', { name: 'Go on reading' })).toBeNull()
  })

  it('offers to go on where the reader stopped, and does not count that among the unread', async () => {
    const { reading } = await start()
    act(() => {
      reading.open('2025-01-01-tea-en', 'r')
      reading.place('2025-01-01-tea-en', { anchor: 'h-leaves', progress: 0.5 })
    })
    const goOn = screen.getByRole('region', { name: 'Go on reading' })
    expect(goOn.textContent).toContain('50% read')
    expect(goOn.textContent).toContain('Leaves')
    expect(within(screen.getByRole('region', { name: 'Unread' })).queryByText('Tea')).toBeNull()
  })

  it('does not offer to go on with what was read to the end', async () => {
    const { reading } = await start()
    act(() => {
      reading.open('2025-01-01-tea-en', 'r')
      reading.finish('2025-01-01-tea-en', true)
      reading.finish('2025-01-02-wine-en', true)
    })
    expect(screen.queryByRole('region', { name: 'Go on reading' })).toBeNull()
    expect(screen.getByText('You have read everything.')).toBeTruthy()
  })

  it('does not say that all is read while there are notes not yet at hand', async () => {
    const { reading } = await start(
      Object.fromEntries(
        Array.from({ length: 300 }, (_, n) => [
          `note-${n}-en.md`,
          `---\nsummary: ${'Of some length. '.repeat(20)}\n---\n# ${n}\n`,
        ]),
      ),
    )
    act(() => {
      for (let n = 0; n < 299; n += 1) reading.finish(`note-${n}-en`, true)
    })
    expect(screen.queryByText('You have read everything.')).toBeNull()
    for (let more = screen.queryByRole('button'); more; more = screen.queryByRole('button')) {
      await userEvent.click(more)
    }
    expect(await screen.findByRole('link', { name: '299' })).toBeTruthy()
  })

  it('goes on with the note before, where the last one is no longer there', async () => {
    const { reading } = await start()
    act(() => {
      reading.open('2025-01-01-tea-en', 'r')
      reading.open('gone', 'r')
    })
    expect(await screen.findByRole('region', { name: 'Go on reading' })).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Go on reading' }).textContent).toContain('Tea')
  })

  it('keeps the starred statements at hand', async () => {
    const { reading } = await start()
    expect(screen.queryByRole('region', { name: 'Starred statements' })).toBeNull()
    act(() => reading.star('2025-01-01-tea-en', 's-none', true))
    expect(screen.getByRole('region', { name: 'Starred statements' })).toBeTruthy()
  })

  it('teaches what to do where there are no notes', async () => {
    await start({})
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('No notes yet')
    expect(screen.getByText(/content folder/)).toBeTruthy()
  })
})
