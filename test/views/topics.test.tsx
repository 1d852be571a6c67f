// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
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

  it('shows what it finds from the head of the list on, however far down one was', async () => {
    await sidebar()
    const field = screen.getByRole('searchbox', { name: 'Filter notes' })
    const frame = screen.getByRole('navigation').parentElement as HTMLElement
    frame.scrollTop = 500
    await userEvent.click(field)
    expect(frame.scrollTop).toBe(500)
    await userEvent.keyboard('b')
    expect(frame.scrollTop).toBe(0)
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

describe('the sidebar of a library whose notes are not few', () => {
  /** On one page together, and too many to come with every screen. */
  const SOME = Object.fromEntries([
    ...Object.entries(MANY).slice(0, 60),
    ['loose-en.md', '# Loose\n\nText.\n'],
    ['x-en.md', note('Another', '[odd/one]')],
  ])
  const at = (address: string) => show([{ path: '*', element: <Sidebar /> }], { at: address, files: SOME })
  const asked = (part: string) =>
    vi.mocked(fetch).mock.calls.some(([address]) => String(address).includes(part))

  it('lists the notes of the topic of the open note with that note, and asks for no others', async () => {
    await at('/notes/1-en')
    expect(links()).toContain('Note 1 – New')
    expect(links()).toContain('Note 59 – New')
    expect(links().filter((link) => /^Note \d*[02468] /.test(link ?? ''))).toEqual([])
    expect(asked('newest')).toBe(false)
  })

  it('unfolds a topic when its button is pressed, and folds it', async () => {
    await at('/timeline')
    expect(links()).toEqual(['even3030 notes', 'odd3131 notes'])
    const even = screen.getByRole('button', { name: 'even', expanded: false })
    await userEvent.click(even)
    expect(links()).toContain('Note 58 – New')
    expect(links()).not.toContain('Note 59 – New')
    await userEvent.click(screen.getByRole('button', { name: 'even', expanded: true }))
    expect(links()).not.toContain('Note 58 – New')
  })

  it('folds nothing when the reader moves on to another topic', async () => {
    const { open } = await at('/notes/1-en')
    await open('/notes/x-en')
    expect(links()).toEqual(expect.arrayContaining(['Note 59 – New', 'Another – New']))
    await open('/timeline')
    expect(links()).toContain('Another – New')
  })

  it('unfolds the topic that is gone to, even where it was folded', async () => {
    const { open } = await at('/notes/0-en')
    await userEvent.click(screen.getByRole('button', { name: 'even' }))
    expect(links()).not.toContain('Note 0 – New')
    await open('/notes/1-en')
    await open('/notes/0-en')
    expect(links()).toContain('Note 0 – New')
  })

  it('has the notes without a topic, too', async () => {
    await at('/timeline')
    await userEvent.click(screen.getByRole('button', { name: 'Without a topic' }))
    await waitFor(() => expect(links()).toContain('Loose – New'))
  })

  it('filters all titles, of folded topics too, and asks for them when one turns to the field', async () => {
    await at('/timeline')
    expect(asked('newest')).toBe(false)
    await userEvent.type(screen.getByRole('searchbox', { name: 'Filter notes' }), 'note 58')
    await waitFor(() => expect(links()).toEqual(['even11 unread', 'Note 58 – New']))
    await userEvent.clear(screen.getByRole('searchbox'))
    expect(links()).not.toContain('Note 58 – New')
  })

  it('filters by what was typed before the program could hear of the focus', async () => {
    await at('/timeline')
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'note 58' } })
    await waitFor(() => expect(links()).toEqual(['even11 unread', 'Note 58 – New']))
  })

  it('counts what is unread once something was read', async () => {
    const { reading } = await at('/timeline')
    act(() => reading.finish('58-en', true))
    await waitFor(() => expect(links()).toEqual(['even2929 unread', 'odd3131 unread']))
  })

  it('takes the notes of a topic that cannot be had from the page of all, which is kept for offline', async () => {
    const { client } = await at('/timeline')
    client.removeQueries({ queryKey: ['topic'] })
    const served = fetch as unknown as (address: string) => Promise<Response>
    vi.stubGlobal('fetch', async (address: string) => {
      if (address.includes('topics')) throw new TypeError('offline')
      return served(address)
    })
    await userEvent.click(screen.getByRole('button', { name: 'even' }))
    await waitFor(() => expect(links()).toContain('Note 58 – New'))
    expect(screen.queryByText('The site cannot be reached')).toBeNull()
  })

  it('says where the notes of a topic cannot be had', async () => {
    const { client, offline } = await at('/timeline')
    client.removeQueries({ queryKey: ['topic'] })
    offline(true)
    await userEvent.click(screen.getByRole('button', { name: 'even' }))
    await screen.findByText('The site cannot be reached')
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
