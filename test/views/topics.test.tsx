// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Sidebar } from '../../src/views/topics/index.ts'
import { TopicView } from '../../src/views/topics/topic-view.tsx'
import { show } from './render.tsx'

const note = (title: string, topics: string) =>
  `---\ntitle: ${title}\ntopics: ${topics}\n---\n\n## First part\n\nIn 2020.\n`

const FILES: Record<string, string> = {
  '2025-01-03-tea-en.md': note('On tea', '[Drinks/Hot]'),
  '2025-01-03-tea-zh.md': note('茶', '[Drinks/Hot]'),
  '2025-01-02-wine-en.md': note('On wine', '[Drinks]'),
  '2025-01-03-salt-en.md': note('On salt', '[Food]'),
  '2025-01-04-bread-en.md': note('On ＢＲＥＡＤ', '[Food]'),
  '2025-01-05-rice-en.md': note('On rice', '[Food]'),
  '2025-01-06-oil-en.md': note('On oil', '[Food]'),
  '2025-01-07-loose-en.md': '# On nothing\n\nIn 2020.\n',
}

/** Two topics of 200 notes: more than a page each. */
const MANY = Object.fromEntries(
  Array.from({ length: 400 }, (_, n) => [
    `${n}-en.md`,
    `---\ntitle: Note ${n}\ndate: ${2000 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01\n` +
      `topics: [${n % 2 ? 'odd' : 'even'}]\nsummary: ${'Of some length. '.repeat(20)}\n---\nText.\n`,
  ]),
)

const sidebar = (at = '/') => show([{ path: '*', element: <Sidebar /> }], { at, files: FILES })

const links = () =>
  within(screen.getByRole('navigation'))
    .getAllByRole('link')
    .map(({ textContent }) => textContent)

describe('the sidebar', () => {
  it('shows topics within topics with their unread notes, each note once whatever its translations', async () => {
    await sidebar()
    expect(links()).toEqual([
      'Drinks22 unread',
      'On wine – New',
      'Hot11 unread',
      'On tea – New',
      'Food44 unread',
      'On oil – New',
      'On rice – New',
      'On ＢＲＥＡＤ – New',
      'On salt – New',
      'On nothing – New',
    ])
  })

  it('counts down when a note is read, in any of its languages', async () => {
    const { reading } = await sidebar()
    act(() => reading.finish('2025-01-03-tea-zh', true))
    expect(screen.getByRole('link', { name: /^Drinks/ }).textContent).toBe('Drinks11 unread')
    expect(screen.getByRole('link', { name: /On tea.*Read/ })).toBeTruthy()
    expect(screen.getByRole('link', { name: /^Hot/ }).textContent).toBe('Hot')
  })

  it('shows the sections of the open note, and of no other', async () => {
    await sidebar('/notes/2025-01-02-wine-en')
    expect(screen.getAllByRole('link', { name: 'First part' })).toHaveLength(1)
    expect(screen.getByRole('link', { current: 'page' }).textContent).toContain('On wine')
  })

  it('filters by the words of titles, letter case and width aside', async () => {
    await sidebar()
    await userEvent.type(screen.getByRole('searchbox', { name: 'Filter notes' }), 'on bread')
    expect(links()).toEqual(['Food11 unread', 'On ＢＲＥＡＤ – New'])
  })

  it('finds a note by the title of any of its translations', async () => {
    await sidebar()
    await userEvent.type(screen.getByRole('searchbox'), '茶')
    expect(links()).toEqual(['Drinks11 unread', 'Hot11 unread', 'On tea – New'])
  })

  it('does not stay silent when nothing matches', async () => {
    await sidebar()
    await userEvent.type(screen.getByRole('searchbox'), 'zzz')
    expect(screen.getByRole('status').textContent).toBe('No title contains these words.')
  })

  it('does not offer a filter for a handful of notes', async () => {
    await show([{ path: '*', element: <Sidebar /> }], {
      at: '/',
      files: { 'a.md': '# A\n', 'b.md': '# B\n' },
    })
    expect(screen.queryByRole('searchbox')).toBeNull()
  })
})

describe('the sidebar of a library that is more than a page', () => {
  it('tells how many notes each topic has, and lists none of them', async () => {
    await show([{ path: '*', element: <Sidebar /> }], { at: '/', files: MANY })
    expect(links()).toEqual(['even200200 notes', 'odd200200 notes'])
    expect(screen.queryByRole('searchbox')).toBeNull()
  })

  it('lists the newest notes of the topic that the reader is in, and of no other', async () => {
    await show([{ path: '*', element: <Sidebar /> }], { at: '/topics/odd', files: MANY })
    expect(links()?.slice(0, 3)).toEqual(['even200200 notes', 'odd200200 notes', 'Note 399 – New'])
    expect(links().every((link) => !/^Note \d*[02468] /.test(link ?? ''))).toBe(true)
  })
})

describe('a topic’s page', () => {
  const topic = (path: string) =>
    show([{ path: '/topics/*', element: <TopicView /> }], { at: `/topics/${path}`, files: FILES })

  it('lists its notes and those of the topics below, each once, the newest first', async () => {
    await topic('drinks')
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'On tea',
      'On wine',
    ])
    expect(screen.getByRole('link', { name: 'See it on the timeline' }).getAttribute('href')).toBe(
      '/timeline?topic=drinks',
    )
  })

  it('offers to keep it offline, and does not take that for a wish to keep the next one', async () => {
    const { open } = await topic('drinks')
    const ask = 'Keep offline…'
    await userEvent.click(screen.getByRole('button', { name: ask }))
    await screen.findByText(/This browser cannot keep it/)
    await open('/topics/food')
    expect(screen.queryByText(/This browser cannot keep it/)).toBeNull()
    screen.getByRole('button', { name: ask })
  })

  it('shows a page of a large one, and the rest when asked', async () => {
    await show([{ path: '/topics/*', element: <TopicView /> }], { at: '/topics/even', files: MANY })
    expect(screen.getByText(/^200 notes/)).toBeTruthy()
    const before = screen.getAllByRole('heading', { level: 2 }).length
    expect(before).toBeLessThan(200)
    const more = () => screen.queryByRole('button', { name: 'Show more' })
    for (let button = more(); button; button = more()) await userEvent.click(button)
    await waitFor(() => expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(200))
  })
})
