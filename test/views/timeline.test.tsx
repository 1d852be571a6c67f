// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Leaving } from '../../src/ui/index.ts'
import { TimelineView } from '../../src/views/timeline/index.ts'
import { show } from './render.tsx'

const FILES = {
  '2025-11-01-ships-en.md':
    '---\ntopics: [Sea/Ships]\n---\n# Ships\n\n## Launch\n\nThe ship left port on 3 September 2025. In October 2025 it came back.\n',
  '2025-11-01-ships-zh.md': '---\ntopics: [Sea/Ships]\n---\n# 船\n\n船在2025年9月3日离港。\n',
  '2025-11-02-mines-en.md':
    '---\ntopics: Mines\n---\n# Mines\n\nA mine was opened in the 1880s. It was closed on 5 May 1931. By 1931 nobody lived there.\n',
}

const at = (address: string, language = 'en', files: Record<string, string> = FILES) =>
  show([{ path: '/timeline', element: <TimelineView /> }], { at: address, files, language })

/** What `aria-describedby` says of a control. */
const description = (control: HTMLElement) =>
  document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent.replace(/\s/g, ' ')

const sentences = () => screen.queryAllByRole('listitem').map((item) => item.textContent)

describe('the timeline', () => {
  it('shows every dated statement in order, under years and months, the broader first', async () => {
    await at('/timeline')
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'Timeline',
      '1880s',
      '1931',
      'May 1931',
      '2025',
      'September 2025',
      'October 2025',
    ])
    const year = screen.getByRole('heading', { name: '1931' }).parentElement as HTMLElement
    expect(within(year).getAllByRole('listitem')[0]?.textContent).toContain('By 1931 nobody lived there.')
  })

  it('links each statement to its place and its section', async () => {
    await at('/timeline?from=2025-10&to=2025-10')
    const [note, section] = screen
      .getAllByRole('link')
      .filter((link) => link.getAttribute('href')?.startsWith('/notes/'))
    expect(note?.getAttribute('href')).toMatch(/^\/notes\/2025-11-01-ships-en#s-/)
    expect(section?.getAttribute('href')).toBe('/notes/2025-11-01-ships-en#h-launch')
  })

  it('marks the date in the sentence', async () => {
    await at('/timeline?from=2025-10&to=2025-10')
    expect(screen.getByText('October 2025', { selector: '.sentence time' }).getAttribute('datetime')).toBe(
      '2025-10',
    )
  })

  it('does not show a translated note twice, and takes the reader’s language', async () => {
    await at('/timeline?from=2025-09&to=2025-09', 'zh-CN')
    expect(sentences()).toHaveLength(1)
    expect(sentences()[0]).toContain('船在2025年9月3日离港。')
  })

  it('keeps to the range in the address, and does not drop what only touches it', async () => {
    await at('/timeline?from=1931-05-05&to=2025-09-03')
    expect(sentences()).toHaveLength(2)
    await userEvent.click(screen.getByText('Longer periods that overlap these dates'))
    expect(sentences()[0]).toContain('By 1931 nobody lived there.')
    expect(sentences()).toHaveLength(3)
  })

  it('narrows to a typed range and writes it into the address', async () => {
    const { address } = await at('/timeline')
    await userEvent.type(screen.getByRole('textbox', { name: 'Dates' }), '2025-09..2025-10{Enter}')
    expect(address()).toBe('/timeline?from=2025-09&to=2025-10')
    expect(sentences()).toHaveLength(2)
  })

  const typeRange = async (text: string) => {
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Dates' })
    await userEvent.clear(field)
    await userEvent.type(field, `${text}{Enter}`)
    return field
  }

  it.each([
    ['autumn 2025', 'en', '2025-09', '2025-11'],
    ['the 1930s', 'en', '1930', '1939'],
    ['２０２５年秋', 'en', '2025-09', '2025-11'],
    ['seit 1931', 'en', '1931', ''],
  ])('reads “%s” in the range as words of time', async (words, language, from, to) => {
    const { address } = await at('/timeline', language)
    await typeRange(words)
    const query = new URLSearchParams({ from, ...(to ? { to } : {}) })
    await waitFor(() => expect(address()).toBe(`/timeline?${query}`))
  })

  it('says in words what the range is', async () => {
    await at('/timeline?from=2025-09&to=2025-10')
    expect(description(screen.getByRole('textbox', { name: 'Dates' }))).toBe('September – October 2025')
  })

  it('does not take a range that cannot be read, says how to write one, and keeps what was typed', async () => {
    const { address } = await at('/timeline?from=2025')
    const field = await typeRange('whenever it suits')
    expect((await screen.findByRole('alert')).textContent).toContain('2025-09..2025-10')
    expect(field.value).toBe('whenever it suits')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(address()).toBe('/timeline?from=2025')
  })

  it('says so too where it stands in the address, and shows everything', async () => {
    await at('/timeline?from=soon')
    expect(screen.getByRole('alert').textContent).toContain('2025-09..2025-10')
    expect(sentences()).toHaveLength(5)
  })

  it('does not show a range that ends before it begins, and offers it the right way round', async () => {
    const { address } = await at('/timeline')
    await typeRange('2025..1931')
    expect((await screen.findByRole('alert')).textContent).toContain('ends before it begins')
    expect(address()).toBe('/timeline')
    await userEvent.click(screen.getByRole('button', { name: /^Show 1931\s–\s2025$/ }))
    expect(address()).toBe('/timeline?from=1931&to=2025')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('offers it too where the address is the wrong way round', async () => {
    await at('/timeline?from=2025&to=1931')
    expect(screen.getByRole('alert').textContent).toContain('ends before it begins')
    expect(screen.getByRole('button', { name: /^Show 1931\s–\s2025$/ })).toBeTruthy()
  })

  it('does not lead far outside of the library, and offers the nearest period that there is', async () => {
    const { address } = await at('/timeline')
    await typeRange('12025-03')
    expect((await screen.findByRole('alert')).textContent).toContain('outside')
    expect(address()).toBe('/timeline')
    await userEvent.click(screen.getByRole('button', { name: 'Show October 2025' }))
    expect(address()).toBe('/timeline?from=2025-10&to=2025-10')
    expect(sentences()).toHaveLength(1)
  })

  it('writes into the address what is chosen on the strip, and shows on it what the address says', async () => {
    const { address } = await at('/timeline?from=2025-10&to=2025-10&topic=sea')
    const strip = screen.getByRole('group', { name: 'Statements over all time' })
    const [beginning, end] = within(strip).getAllByRole('slider')
    expect(end?.getAttribute('aria-valuetext')).toMatch(/^October 31, 2025/)
    await userEvent.click(within(strip).getByRole('button', { name: 'Before' }))
    expect(address()).toBe('/timeline?from=2025-09&to=2025-09&topic=sea')
    expect(sentences()).toHaveLength(1)
    expect(beginning?.getAttribute('aria-valuetext')).toMatch(/^September 1, 2025/)
    await userEvent.click(within(strip).getByRole('button', { name: 'All time' }))
    expect(address()).toBe('/timeline?topic=sea')
  })

  it.each([
    ['', '1 statement'],
    ['&topic=mines', '0 statements'],
  ])('counts on the strip only what is of the topic: “%s”', async (topic, count) => {
    await at(`/timeline?from=2025-09-03&to=2025-09-03${topic}`)
    const beginning = screen.getByRole('slider', { name: 'Beginning of the range' })
    expect(beginning.getAttribute('aria-valuetext')).toBe(`September 3, 2025, ${count}`)
  })

  it('narrows to a topic and those below it, and says how many each would show', async () => {
    const { address } = await at('/timeline')
    const topics = screen.getByRole('combobox', { name: 'Topic' })
    expect(
      within(topics)
        .getAllByRole('option')
        .map(({ textContent }) => textContent?.trim()),
    ).toEqual(['All topics (5)', 'Mines (3)', 'Sea (2)', 'Ships (2)'])
    await userEvent.selectOptions(topics, 'sea')
    expect(address()).toBe('/timeline?topic=sea')
    expect(sentences()).toHaveLength(2)
  })

  it('offers the nearest statements where there are none', async () => {
    const { address } = await at('/timeline?from=1950&to=1960')
    expect(sentences().filter((text) => text?.includes('mine'))).toEqual([])
    expect(screen.getByRole('link', { name: 'Nearest after: September 3, 2025' })).toBeTruthy()
    await userEvent.click(screen.getByRole('link', { name: 'Nearest before: May 5, 1931' }))
    expect(address()).toBe('/timeline?from=1931-05-05&to=1931-05-05')
    expect(sentences()).toHaveLength(1)
  })

  it('keeps every choice where nothing is found, and shows once that nothing is', async () => {
    await at('/timeline?from=1700&to=1705')
    const topics = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Topic' })
    expect([...topics.options].map(({ text }) => text)).toEqual(['All topics (0)'])
    expect(screen.getByRole('heading', { name: 'No statements here' })).toBeTruthy()
    expect(screen.getByText('No statement meets all of these conditions.').className).toBe('visually-hidden')
    expect(screen.queryByText('Export these statements')).toBeNull()
  })

  it('narrows to words as they are typed, and says how many it found', async () => {
    const { address } = await at('/timeline')
    await userEvent.type(screen.getByRole('searchbox', { name: 'Words' }), 'mine opened')
    await waitFor(() => expect(sentences()).toHaveLength(1))
    expect(address()).toBe('/timeline?q=mine+opened')
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
      '1 statement, in chronological order.',
    )
  })

  it('finds a word in any of a great many tiles, and not only in the first', async () => {
    // Long ones, of which few fill a tile.
    const line = (n: number) => `It was fair on 3 March ${1000 + n}, ${'and it was fair '.repeat(110)}\n`
    const files = Object.fromEntries(
      Array.from({ length: 3 }, (_, note) => [
        `n${note}-en.md`,
        Array.from({ length: 200 }, (_, n) => line(note * 200 + n)).join('\n'),
      ]),
    )
    await at('/timeline?q=kraken', 'en', { ...files, 'z-en.md': 'A kraken was seen on 4 May 1999.' })
    expect(await screen.findByText(/A kraken was seen/)).toBeTruthy()
    expect(await screen.findByText('1 statement, in chronological order.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Later|Search/ })).toBeNull()
  })

  it('takes typed words back and brings them again as one goes back and forth', async () => {
    const { address, go } = await at('/timeline')
    const field = screen.getByRole('searchbox', { name: 'Words' }) as HTMLInputElement
    await userEvent.click(field)
    await userEvent.paste('mine')
    await waitFor(() => expect([address(), sentences().length]).toEqual(['/timeline?q=mine', 3]))
    await go(-1)
    expect([address(), field.value]).toEqual(['/timeline', ''])
    await go(1)
    expect([address(), field.value]).toEqual(['/timeline?q=mine', 'mine'])
  })

  it('does not call back by typed words who is on the way to another screen', async () => {
    const Layout = ({ children }: { children: ReactNode }) => {
      const [leaving, setLeaving] = useState(false)
      return (
        <Leaving value={leaving}>
          {children}
          <button type="button" onClick={() => setLeaving(!leaving)}>
            Leave or stay
          </button>
        </Leaving>
      )
    }
    const { address } = await show([{ path: '/timeline', element: <TimelineView /> }], {
      at: '/timeline',
      files: FILES,
      Layout,
    })
    const door = screen.getByRole('button', { name: 'Leave or stay' })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      fireEvent.change(screen.getByRole('searchbox', { name: 'Words' }), { target: { value: 'mine' } })
      fireEvent.click(door)
      await act(() => vi.advanceTimersByTimeAsync(10_000))
      expect(address()).toBe('/timeline')
      fireEvent.click(door)
      await act(() => vi.advanceTimersByTimeAsync(10_000))
      expect(address()).toBe('/timeline?q=mine')
    } finally {
      vi.useRealTimers()
    }
  })

  it('bears an anchor that was never encoded', async () => {
    await at('/timeline#50%')
    expect(sentences()).toHaveLength(5)
  })

  it('is walked by j and k, but not while one types', async () => {
    await at('/timeline')
    await userEvent.keyboard('jj')
    const focused = () => screen.queryAllByRole('listitem').indexOf(document.activeElement as HTMLElement)
    const first = focused()
    await userEvent.keyboard('k')
    expect(focused()).toBe(Math.max(0, first - 1))
    await userEvent.type(screen.getByRole('searchbox', { name: 'Words' }), 'j')
    expect(focused()).toBe(-1)
  })

  it('says how many statements each language would show, once that is asked', async () => {
    await at('/timeline')
    const languages = screen.getByRole('combobox', { name: 'Language' })
    await userEvent.click(languages)
    await waitFor(() =>
      expect(
        within(languages)
          .getAllByRole('option')
          .map(({ textContent }) => textContent),
      ).toEqual(['All languages (5)', 'English (5)', 'Simplified Chinese (1)']),
    )
  })

  it('loses no change that is made before the one before it is shown', async () => {
    const { address } = await at('/timeline')
    const topic = screen.getByRole('combobox', { name: 'Topic' })
    const sourced = screen.getByRole('checkbox', { name: /^With a source/ })
    act(() => {
      fireEvent.change(topic, { target: { value: 'mines' } })
      fireEvent.click(sourced)
    })
    await waitFor(() => expect(address()).toBe('/timeline?topic=mines&sourced=1'))
  })

  it('combines what it is narrowed by, and never leads into a dead end', async () => {
    const { address } = await at('/timeline?topic=mines&q=port&sourced=1')
    expect(sentences().filter((text) => text?.includes('mine'))).toEqual([])
    expect(screen.getByRole('link', { name: 'Without “Topic”' })).toBeTruthy()
    await userEvent.click(screen.getByRole('link', { name: 'Without “With a source”' }))
    expect(address()).toBe('/timeline?topic=mines&q=port')
    await userEvent.click(screen.getByRole('link', { name: 'Show everything' }))
    expect(sentences()).toHaveLength(5)
  })

  it('shows what was read no more where only the unread is asked for, and counts it at once', async () => {
    await at('/timeline')
    expect(screen.getByRole('checkbox', { name: 'Unread 5' })).toBeTruthy()
    const [first] = screen.getAllByRole('button', { name: 'Read' })
    await userEvent.click(first as HTMLElement)
    expect(first?.getAttribute('aria-pressed')).toBe('true')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Unread 4' }))
    expect(sentences()).toHaveLength(4)
  })

  it('counts the unread of a library that it has not read through, as long as nothing is read', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 3 }, (_, note) => [
        `n${note}-en.md`,
        Array.from({ length: 200 }, (_, n) => `It was fair on 3 March ${1000 + note * 200 + n}.\n`).join(
          '\n',
        ),
      ]),
    )
    const { reading } = await at('/timeline', 'en', files)
    expect(screen.getByRole('checkbox', { name: 'Unread 600' })).toBeTruthy()
    expect(screen.getByRole('checkbox', { name: 'New since last visit 0' })).toBeTruthy()
    act(() => reading.finish('n2-en', true))
    expect(screen.queryByRole('checkbox', { name: 'Unread 600' })).toBeNull()
  })

  it('takes a note as read with all its statements, but not one that the reader calls unread', async () => {
    const { reading } = await at('/timeline?unread=1')
    act(() => reading.finish('2025-11-02-mines-en', true))
    expect(sentences()).toHaveLength(2)
    const mine = screen.queryAllByText(/mine/).length
    expect(mine).toBe(0)
  })

  it('finds the starred ones in their notes, whatever else there is', async () => {
    const { reading } = await at('/timeline')
    const [star] = screen.getAllByRole('button', { name: 'Star this statement' })
    await userEvent.click(star as HTMLElement)
    expect([...(reading.getState().notes.get('2025-11-02-mines-en')?.starred.values() ?? [])]).toHaveLength(1)
    await userEvent.click(screen.getByRole('checkbox', { name: /^Starred/ }))
    expect(sentences()).toHaveLength(1)
  })

  it('says that starred statements are on their way or cannot be had, and has them when tried again', async () => {
    const { reading, offline, client } = await at('/timeline')
    const [star] = screen.getAllByRole('button', { name: 'Star this statement' })
    await userEvent.click(star as HTMLElement)
    client.removeQueries({ queryKey: ['note'] })
    offline(true)
    await userEvent.click(screen.getByRole('checkbox', { name: /^Starred/ }))
    expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
    expect(screen.queryByText('No statements here')).toBeNull()
    offline(false)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(sentences()).toHaveLength(1))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(reading.getState().notes.size).toBe(1)
  })

  it('does not say “nothing” of a note that cannot be had, but does of one that has gone', async () => {
    const { client, offline, go, open } = await at('/timeline')
    client.removeQueries({ queryKey: ['note'] })
    offline(true)
    await open('/timeline?note=2025-11-02-mines-en')
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.queryByText('No statements here')).toBeNull()
    offline(false)
    await go(-1)
    await open('/timeline?note=gone')
    expect(await screen.findByText('No statements here')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('counts the starred roughly where one stands in a note that is not read here', async () => {
    const { reading } = await at('/timeline')
    act(() => reading.star('2025-11-01-ships-zh', 's-1', true))
    expect(screen.getByRole('checkbox', { name: 'Starred about 1' })).toBeTruthy()
  })

  it('offers the languages of its notes, whether or not any is translated', async () => {
    const { address } = await at('/timeline', 'en', {
      'a-en.md': 'It began in 1999.',
      'b-fr.md': 'Tout a commencé en 2001.',
    })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'French (1)')
    expect(address()).toBe('/timeline?lang=fr')
    expect(sentences()).toHaveLength(1)
  })

  it('offers also the language of a note beside those that others are translated into', async () => {
    await at('/timeline?lang=fr', 'en', { ...FILES, 'b-fr.md': 'Tout a commencé en 2001.' })
    expect(sentences()).toHaveLength(1)
    expect(sentences()[0]).toContain('Tout a commencé')
    const languages = within(screen.getByRole('combobox', { name: 'Language' }))
    expect(languages.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'All languages (6)',
      'English',
      'French (1)',
      'Simplified Chinese',
    ])
  })

  it('keeps apart what a statement is about, and is about roughly', async () => {
    await at('/timeline?axis=about', 'en', { 'a-en.md': 'It began in 1850, or about 1850.' })
    const anchors = screen.getAllByRole('listitem').flatMap(({ id }) => (id ? [id] : []))
    expect(anchors).toHaveLength(2)
    expect(new Set(anchors).size).toBe(2)
  })

  it('has a way back from another order', async () => {
    const { address } = await at('/timeline?axis=about')
    await userEvent.click(screen.getByRole('link', { name: 'Show everything' }))
    expect(address()).toBe('/timeline')
  })

  it('shows when things were said, and tells how many have no such date', async () => {
    await at('/timeline', 'en', {
      'talk-en.md':
        '# Talk\n\n## Stage (May 2024)\n\n“We will do it in 2030,” she said. It began in 1999.\n\n## Later\n\nIt ended in 2031.\n',
    })
    expect(screen.getAllByRole('heading', { level: 2 }).map((head) => head.textContent)).toEqual([
      '1999',
      '2030',
      '2031',
    ])
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Ordered by' }), 'said')
    expect(screen.getAllByRole('heading', { level: 2 }).map((head) => head.textContent)).toEqual(['2024'])
    expect(screen.getByRole('link', { name: '1 statement without such a date.' })).toBeTruthy()
  })

  it('shows one note alone, and each of its dates where it is asked what it is about', async () => {
    await at('/timeline?axis=about&note=a-en', 'en', {
      'a-en.md': 'It began in 1999 and ended in 2001.',
      'b-en.md': 'Others in 2000.',
    })
    expect(screen.getAllByRole('heading', { level: 2 }).map((head) => head.textContent)).toEqual([
      '1999',
      '2001',
    ])
  })

  it('narrows to a note by its title, and sets another beside it', async () => {
    const { address } = await at('/timeline?topic=sea')
    const field = screen.getByRole('combobox', { name: 'Note' })
    await userEvent.type(field, 'Mines')
    await waitFor(() => expect(address()).toBe('/timeline?note=2025-11-02-mines-en'))
    expect(sentences()).toHaveLength(3)
    await userEvent.type(screen.getByRole('combobox', { name: 'Compare with' }), 'Ships')
    await waitFor(() => expect(address()).toBe('/timeline?note=2025-11-02-mines-en&vs=2025-11-01-ships-en'))
    expect(sentences()).toHaveLength(5)
    await userEvent.clear(screen.getByRole('combobox', { name: 'Note' }))
    await waitFor(() => expect(address()).toBe('/timeline'))
  })

  it('reads on in the library for a title that is not on its first page, and says where there is none', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 150 }, (_, n) => [
        `n${n}-en.md`,
        `---\ntitle: ${'Long '.repeat(60)} ${n}\ndate: 2025-01-01\n---\nIn ${1800 + n} it began.`,
      ]),
    )
    const { address } = await at('/timeline', 'en', {
      ...many,
      'old-en.md': '---\ntitle: Oldest of all\ndate: 1999-01-01\n---\nIn 1700 it began.',
    })
    const field = screen.getByRole('combobox', { name: 'Note' })
    await userEvent.type(field, 'oldest of')
    await waitFor(() => expect(document.querySelector('option[value="Oldest of all"]')).toBeTruthy())
    await userEvent.clear(field)
    await userEvent.type(field, 'Oldest of all')
    expect(address()).toBe('/timeline?note=old-en')
    await userEvent.clear(screen.getByRole('combobox', { name: 'Note' }))
    await userEvent.type(screen.getByRole('combobox', { name: 'Note' }), 'zzz')
    expect(await screen.findByText('No title contains these words.')).toBeTruthy()
    expect(address()).toBe('/timeline')
  })

  it('compares with a topic far down the list of topics, and keeps one that is not on it', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 230 }, (_, n) => [
        `t${n}-en.md`,
        `---\ntopics: [T${String(n).padStart(3, '0')}]\n---\nIn ${1700 + n} it began.`,
      ]),
    )
    await at('/timeline?topic=t000', 'en', many)
    const compare = screen.getByRole('combobox', { name: 'Compare with' })
    await userEvent.click(compare)
    await waitFor(() => expect(within(compare).getByRole('option', { name: /T229/ })).toBeTruthy())
    cleanup()
    await at('/timeline?topic=t229', 'en', many)
    expect((screen.getByRole('combobox', { name: 'Topic' }) as HTMLSelectElement).value).toBe('t229')
  })

  it('does not hide what has no year: it stands in a lane of its own', async () => {
    await at('/timeline', 'en', { 'a-en.md': 'It rained on 3 March. It shone in 2001.' })
    await userEvent.click(screen.getByText('Dates without a year'))
    expect(await screen.findByText(/It rained on/)).toBeTruthy()
  })

  it('shows it too where nothing else has a date', async () => {
    const { offline } = await at('/timeline', 'en', { 'a-en.md': 'It rained on 3 March.' })
    expect(screen.getByRole('heading', { name: 'No dated statements yet' })).toBeTruthy()
    offline(true)
    await userEvent.click(screen.getByText('Dates without a year'))
    expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
    offline(false)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/It rained on/)).toBeTruthy()
  })

  it('says so where none of it is what is asked for', async () => {
    await at('/timeline?q=nobody', 'en', { 'a-en.md': 'It rained on 3 March. It shone in 2001.' })
    await userEvent.click(screen.getByText('Dates without a year'))
    expect(await screen.findByText('There are none.')).toBeTruthy()
  })

  it('says how many statements a file could not hold, and which can', async () => {
    const saved: Blob[] = []
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
      revokeObjectURL: () => undefined,
    })
    await at('/timeline', 'en', { 'a-en.md': 'It began in 221 BC. It ended in 2001.' })
    await userEvent.click(screen.getByText('Export these statements'))
    await userEvent.click(screen.getByRole('button', { name: 'Calendar (ICS)' }))
    expect(await screen.findByText(/^1 statement left out: .* the table and JSON do\.$/)).toBeTruthy()
    expect(await saved[0]?.text()).toMatch(/^BEGIN:VCALENDAR.*It ended.*END:VCALENDAR\r\n$/s)
    await userEvent.click(screen.getByRole('button', { name: 'Table (CSV)' }))
    await waitFor(() => expect(screen.queryByText(/left out/)).toBeNull())
    expect(await saved[1]?.text()).toContain('It began in 221 BC')
  })

  it('marks what came since the last visit, and nothing on the first', async () => {
    await at('/timeline')
    expect(screen.queryByText('New')).toBeNull()
    cleanup()
    const { reading } = await at('/timeline')
    act(() => reading.visit())
    expect(screen.queryByText('New')).toBeNull()
  })
})
