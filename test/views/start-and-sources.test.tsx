// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { SourcesView } from '../../src/views/sources/index.ts'
import { StartView } from '../../src/views/start/index.ts'
import { show } from './render.tsx'

const FILES = {
  '2025-01-01-tea-en.md':
    '# Tea\n\n## Leaves\n\nPicked in May 2020 ([a](https://tea.example/2020/05/04/a)).\n\n## London\n\nIt came to London in 1650 ([a](https://tea.example/2020/05/04/a)).\n\n## Sources\n\n- [Tea, a paper](https://tea.example:443/2020/05/04/a?utm_source=x)\n',
  '2025-01-01-tea-zh.md':
    '# 茶\n\n采于2020年5月。\n\n## 参考资料\n\n- [茶](https://tea.example/2020/05/04/a)\n',
  '2025-01-02-wine-en.md':
    '---\ntopics: Drinks\n---\n\n# Wine\n\nSee [Tea](https://tea.example/2020/05/04/a) and [wine](https://wine.example/).\n',
}

describe('the sources', () => {
  const sources = () => show([{ path: '/', element: <SourcesView /> }], { at: '/', files: FILES })

  it('names each source once, by site, with the notes that cite it', async () => {
    await sources()
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'tea.example',
      'wine.example',
    ])
    const tea = screen.getByRole('heading', { name: 'tea.example' }).parentElement as HTMLElement
    expect(within(tea).getAllByRole('link', { name: /^Tea, a paper/ })).toHaveLength(1)
    expect(within(tea).getByRole('link', { name: 'Tea' }).getAttribute('href')).toBe(
      '/notes/2025-01-01-tea-en#ref-1',
    )
    expect(within(tea).getByRole('link', { name: 'Wine' })).toBeTruthy()
    expect(within(tea).getByText('May 4, 2020, by its address')).toBeTruthy()
  })

  it('does not name the translations of one note as several', async () => {
    await sources()
    expect(screen.queryByRole('link', { name: '茶' })).toBeNull()
  })

  it('calls it by its title in the language of the reader', async () => {
    await show([{ path: '/', element: <SourcesView /> }], { at: '/', files: FILES, language: 'zh-Hans' })
    expect(screen.getAllByRole('link', { name: /^茶.*新标签页/ })).toHaveLength(1)
    expect(screen.queryByRole('link', { name: /Tea, a paper/ })).toBeNull()
  })

  it('calls it as the version does that is named below it, where the reader’s language has no title', async () => {
    const files = {
      'n-en.md': '# Tea\n\n## Sources\n\n- [Tea](https://tea.example/a)\n',
      'n-fr.md': '# Thé\n\n## Sources\n\n- [Le thé et toutes ses feuilles](https://tea.example/a)\n',
    }
    await show([{ path: '/', element: <SourcesView /> }], { at: '/', files, language: 'de' })
    expect(screen.getByRole('link', { name: /^Tea.*neuem Tab/ })).toBeTruthy()
    expect(screen.queryByRole('link', { name: /Le thé/ })).toBeNull()
  })

  it('knows the other titles of one address, shows the most complete one, and is found by any', async () => {
    const titles = [
      'Tea',
      'On tea',
      'Tea and its leaves',
      'Leaf by leaf',
      'The whole history of tea and its leaves',
    ]
    const list = [...titles, ...['A cup', 'Two cups', 'Three cups', 'Four cups', 'Watch']]
    const raw = `# N\n\n## Sources\n\n${list.map((title) => `- [${title}](https://tea.example/a)`).join('\n')}\n`
    const zh = '# N\n\n## 来源\n\n- [茶](https://tea.example/a)\n'
    await show([{ path: '/', element: <SourcesView /> }], {
      at: '/?q=leaf+by+leaf',
      files: { 'n-en.md': raw, 'n-zh.md': zh },
    })
    expect(screen.getAllByRole('link', { name: /^The whole history of tea/ })).toHaveLength(1)
    await userEvent.click(screen.getByText('Also under 9 other titles'))
    expect(screen.getByText('Leaf by leaf')).toBeTruthy()
    expect(screen.getByText('茶')).toBeTruthy()
    expect(screen.queryByText('Watch')).toBeNull()
  })

  it('lists, for each, the statements that rest on it, and which of them are likely', async () => {
    await sources()
    const tea = screen.getByRole('heading', { name: 'tea.example' }).parentElement as HTMLElement
    expect(within(tea).getByText('2 statements')).toBeTruthy()
    const [first, second] = tea.querySelectorAll('.supported li')
    expect(first?.textContent).toBe('1650It came to London in 1650 (a).')
    expect(second?.textContent).toContain('May 2020')
    expect(second?.querySelector('a')?.getAttribute('href')).toMatch(/^\/notes\/2025-01-01-tea-en#s-/)
  })

  it('say of a statement that it is only likely to rest on a source', async () => {
    const raw = '# N\n\n## Oslo\n\nRain in 1990.\n\nSource: [Post](https://post.example/)\n'
    await show([{ path: '/', element: <SourcesView /> }], { at: '/', files: { 'n-en.md': raw } })
    expect(document.querySelector('.supported li')?.textContent).toBe('1990Rain in 1990. likely')
  })

  it.each([
    ['?q=london', ['tea.example']],
    ['?q=wine', ['wine.example']],
    ['?source=none&site=tea.example', []],
    ['?topic=drinks', ['tea.example', 'wine.example']],
    ['?topic=food', []],
    ['?followed=no', ['tea.example', 'wine.example']],
    ['?followed=yes', []],
    ['?site=wine.example', ['wine.example']],
    ['?sort=date', ['2020', 'Without a date']],
    ['?q=nothing+at+all', []],
  ])('are narrowed and ordered as the address says: %s', async (search, heads) => {
    await show([{ path: '/', element: <SourcesView /> }], { at: `/${search}`, files: FILES })
    await screen.findByRole('heading', { level: 1 })
    const groups = [...document.querySelectorAll('.site-group h2')].map(({ textContent }) => textContent)
    expect(groups).toEqual(heads)
    if (heads.length === 0) expect(screen.getByText('No source matches these filters.')).toBeTruthy()
  })

  it('offer to show everything where something may be left out, not where they are only put in order', async () => {
    await show([{ path: '/', element: <SourcesView /> }], { at: '/?sort=cited', files: FILES })
    expect(screen.queryByRole('link', { name: 'Show everything' })).toBeNull()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Followed' }), 'Not followed')
    expect(screen.getByRole('link', { name: 'Show everything' })).toBeTruthy()
  })

  it('write what is chosen into the address, and remember what was followed', async () => {
    const { address, reading } = await sources()
    await userEvent.type(screen.getByRole('searchbox', { name: 'Words' }), 'tea')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'By citations')
    expect(address()).toBe('/?q=tea&sort=cited')
    await userEvent.click(screen.getByRole('link', { name: /^Tea, a paper/ }))
    expect(reading.getState().followed.size).toBe(1)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Followed' }), 'Followed')
    expect(screen.getByRole('link', { name: /^Tea, a paper/ })).toBeTruthy()
  })

  it('give all of a library along, also those that are not yet at hand', async () => {
    const list = Array.from(
      { length: 1500 },
      (_, n) => `- [Leaf ${n}](https://s${n}.example/${'a'.repeat(60)}${n})`,
    )
    const files = Object.fromEntries(
      [0, 1].map((n) => [
        `n${n}-en.md`,
        `# N\n\n## Sources\n\n${list.slice(n * 750, n * 750 + 750).join('\n')}\n`,
      ]),
    )
    await show([{ path: '/', element: <SourcesView /> }], { at: '/', files })
    const saved: Blob[] = []
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (blob: Blob) => saved.push(blob),
        revokeObjectURL: () => undefined,
      }),
    )
    await userEvent.click(screen.getByRole('button', { name: 'CSL-JSON' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(JSON.parse(await (saved[0] as Blob).text())).toHaveLength(1500)
  })

  it('tell what one site supports, in order of time', async () => {
    await show([{ path: '/', element: <SourcesView /> }], { at: '/?site=tea.example', files: FILES })
    const time = await screen.findByRole('region', { name: /over time/ })
    expect([...time.querySelectorAll('time')].map(({ textContent }) => textContent)).toEqual([
      '1650',
      'May 2020',
    ])
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
    expect(screen.queryByRole('region', { name: 'Continue reading' })).toBeNull()
  })

  it('offers to go on where the reader stopped, and does not count that among the unread', async () => {
    const { reading } = await start()
    act(() => {
      reading.open('2025-01-01-tea-en', 'r')
      reading.place('2025-01-01-tea-en', { anchor: 'h-leaves', progress: 0.5 })
    })
    const goOn = screen.getByRole('region', { name: 'Continue reading' })
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
    expect(screen.queryByRole('region', { name: 'Continue reading' })).toBeNull()
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
    expect(await screen.findByRole('region', { name: 'Continue reading' })).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Continue reading' }).textContent).toContain('Tea')
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

  it('lists what was laid aside to be read later, until it was read, and what was opened, when asked', async () => {
    const { reading } = await show([{ path: '/', element: <StartView /> }], { at: '/', files: FILES })
    expect(screen.queryByRole('region', { name: 'To read later' })).toBeNull()
    expect(screen.queryByText('History')).toBeNull()
    act(() => {
      reading.queue('2025-01-02-wine-en', true)
      reading.open('2025-01-01-tea-en', 'r')
    })
    const later = screen.getByRole('region', { name: 'To read later' })
    expect(
      within(later)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Wine'])
    await userEvent.click(screen.getByText('History'))
    const history = screen.getByText('History').closest('details') as HTMLElement
    expect(
      within(history)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Tea'])
    act(() => reading.finish('2025-01-02-wine-en', true))
    expect(screen.queryByRole('region', { name: 'To read later' })).toBeNull()
  })

  it('shows what was highlighted, of notes that are there, and takes all of it along', async () => {
    const { reading } = await show([{ path: '/', element: <StartView /> }], { at: '/', files: FILES })
    expect(screen.queryByRole('region', { name: 'Highlights' })).toBeNull()
    const highlight = {
      quote: { exact: 'came to London', prefix: 'It ', suffix: ' in' },
      position: { start: 40, end: 54 },
      remark: 'by ship',
      made: 1,
    }
    act(() => {
      reading.highlight('2025-01-01-tea-en', 'h1', highlight)
      reading.highlight('gone', 'h2', { ...highlight, remark: 'of old' })
      reading.highlight('2025-01-02-wine-en', 'h3', highlight)
      reading.highlight('2025-01-02-wine-en', 'h3', undefined)
    })
    const section = screen.getByRole('region', { name: 'Highlights' })
    expect((await within(section).findByText(/^gone – /)).querySelector('a')).toBeNull()
    const link = within(section).getByRole('link', { name: 'came to London' })
    expect(link.getAttribute('href')).toBe('/notes/2025-01-01-tea-en#highlight-h1')
    expect(section.textContent).toContain('by ship')
    expect(section.textContent).toContain('of old')
    expect(section.textContent).not.toContain('Wine')
    let taken: Blob | undefined
    vi.stubGlobal(
      'URL',
      class extends URL {
        static override createObjectURL(blob: Blob) {
          taken = blob
          return 'blob:taken'
        }
      },
    )
    await userEvent.click(within(section).getByRole('button', { name: 'Markdown' }))
    await waitFor(() => expect(taken).toBeDefined())
    const text = await taken?.text()
    expect(text).toContain('# [Tea](')
    expect(text).toContain('of old')
    expect(text).not.toContain('wine')
  })
})
