// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { noteQuery } from '../../src/library/index.ts'
import { PaperView } from '../../src/views/note/paper-view.tsx'
import { show } from './render.tsx'

const note = (title: string, topic: string, source: string) =>
  `---\ntitle: ${title}\ntopics: [${topic}]\n---\n\n## First part\n\nIn 2020 it was so.[^1]\n\n[^1]: [${source}](https://example.org/${source})\n`

const FILES = {
  '2025-01-03-tea-en.md': note('On tea', 'Drinks', 'leaves'),
  '2025-01-03-tea-zh.md': note('茶', 'Drinks', 'leaves'),
  '2025-01-02-wine-en.md': note('On wine', 'Drinks', 'grapes'),
  '2025-01-04-salt-en.md': note('On salt', 'Food', 'sea'),
}

const ROUTES = [{ path: '/paper', element: <PaperView /> }]

const titles = () =>
  screen
    .getAllByRole('article')
    .map((article) => within(article).getAllByRole('heading', { level: 2 })[0]?.textContent)

describe('all on one page', () => {
  it('shows every note of a topic, once whatever its translations, and none of another', async () => {
    await show(ROUTES, { at: '/paper?topic=drinks', files: FILES })
    expect(await screen.findByRole('button', { name: 'Print' })).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Drinks')
    expect(screen.getByText('2 notes')).toBeTruthy()
    expect(titles()).toEqual(['On tea', 'On wine'])
  })

  it('shows the whole library in the language of its reader', async () => {
    await show(ROUTES, { at: '/paper', files: FILES, language: 'zh-Hans' })
    expect(await screen.findByRole('button', { name: '打印' })).toBeTruthy()
    expect(titles()).toEqual(['On salt', '茶', 'On wine'])
  })

  it('shows the others where one note cannot be had, and says which', async () => {
    const { client, open } = await show(ROUTES, { at: '/', files: FILES })
    client.removeQueries(noteQuery('2025-01-02-wine-en'))
    const served = globalThis.fetch
    vi.stubGlobal('fetch', async (address: string) => {
      if (address.includes('wine')) throw new TypeError('offline')
      return served(address)
    })
    await open('/paper?topic=drinks')
    const link = await screen.findByRole('link', { name: 'On wine' })
    expect(link.getAttribute('href')).toBe('/notes/2025-01-02-wine-en')
    expect(screen.getByText(/could not be loaded/)).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'On tea' })).toBeTruthy()
  })

  it('does not offer to print what is not there, and tries again where nothing could be had', async () => {
    const { offline } = await show(ROUTES, { at: '/paper?topic=drinks', files: FILES, offline: true })
    const again = await screen.findByRole('button', { name: 'Try again' })
    expect(screen.queryByRole('button', { name: 'Print' })).toBeNull()
    offline(false)
    await userEvent.click(again)
    expect(await screen.findByRole('button', { name: 'Print' })).toBeTruthy()
  })

  it('does not offer to print an empty library', async () => {
    await show(ROUTES, { at: '/paper', files: {} })
    expect(await screen.findByText('0 notes')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Print' })).toBeNull()
  })

  it('does not lead from one note to the source of another', async () => {
    await show(ROUTES, { at: '/paper?topic=drinks', files: FILES })
    await screen.findByRole('button', { name: 'Print' })
    const wine = screen.getAllByRole('article')[1] as HTMLElement
    const link = wine.querySelector('a[href^="#"]') as HTMLAnchorElement
    await userEvent.click(link)
    await waitFor(() => expect(`#${document.activeElement?.id}`).toBe(link.getAttribute('href')))
    expect(wine.contains(document.activeElement)).toBe(true)
  })
})
