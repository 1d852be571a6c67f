// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { SearchDialog, SearchView } from '../../src/views/search/index.ts'
import { show } from './render.tsx'

const FILES = {
  '2025-11-01-ships-en.md':
    '---\ntopics: [Sea/Ships]\n---\n# Ships\n\n## Launch\n\nThe ship left port on 3 September 2025. Nobody waved.\n\n' +
    '## References\n\n1. [The harbour log](https://example.org/log)\n',
  '2025-11-01-ships-zh.md': '---\ntopics: [Sea/Ships]\n---\n# 船\n\n船在2025年9月3日离港，没有人挥手。\n',
  '2025-11-02-mines-en.md':
    '---\ntopics: Mines\n---\n# Mines\n\nA mine was opened in the 1880s, far from any port.\n',
}

const at = (address: string, language = 'en', files: Record<string, string> = FILES, offline = false) =>
  show([{ path: '/search', element: <SearchView /> }], { at: address, files, language, offline })

const field = () => screen.getByRole('searchbox', { name: /^Search notes/ })
const titles = () => screen.queryAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
const told = () => screen.getByRole('status').textContent

describe('the page of the search', () => {
  it('teaches what can be typed, and shows no results before that', async () => {
    await at('/search')
    const hint = document.getElementById(field().getAttribute('aria-describedby') ?? '')
    expect(hint?.textContent).toMatch(/any two .*quotes.*date/)
    expect(titles()).toEqual([])
    expect(told()).toBe('')
  })

  it('shows results as one types, tells politely how many, and writes the words into the address', async () => {
    const { address } = await at('/search')
    await userEvent.type(field(), 'port')
    await waitFor(() => expect(titles()).toEqual(['Mines', 'Ships']))
    expect(told()).toBe('2 results')
    await waitFor(() => expect(address()).toBe('/search?q=port'))
  })

  it('shows the sentence with the words marked, and leads to the statement', async () => {
    await at('/search?q=left+port')
    const link = await screen.findByRole('link', { name: 'The ship left port on 3 September 2025.' })
    expect(link.getAttribute('href')).toMatch(/^\/notes\/2025-11-01-ships-en#s-/)
    expect([...link.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['left', 'port'])
  })

  it('leads to the section of a sentence without a date', async () => {
    await at('/search?q=waved')
    const link = await screen.findByRole('link', { name: 'Nobody waved.' })
    expect(link.getAttribute('href')).toBe('/notes/2025-11-01-ships-en#h-launch')
  })

  it('finds sections, topics and sources, and leads to each', async () => {
    await at('/search?q=launch')
    expect((await screen.findByRole('link', { name: 'Launch' })).getAttribute('href')).toBe(
      '/notes/2025-11-01-ships-en#h-launch',
    )
    await userEvent.clear(field())
    await userEvent.type(field(), 'harbour')
    const source = await screen.findByRole('link', { name: /The harbour log/ })
    expect(source.getAttribute('href')).toBe('/notes/2025-11-01-ships-en#ref-1')
    expect(screen.getByRole('link', { name: /^example\.org/ }).getAttribute('href')).toBe(
      'https://example.org/log',
    )
    await userEvent.clear(field())
    await userEvent.type(field(), 'sea')
    expect((await screen.findByRole('link', { name: 'Sea' })).getAttribute('href')).toBe('/topics/sea')
  })

  it('does not show a translated note twice, and takes the reader’s language', async () => {
    await at('/search?q=2025', 'zh-CN')
    await waitFor(() => expect(titles()).toEqual(['船']))
    expect(screen.getByRole('link', { name: 'English' }).getAttribute('href')).toBe(
      '/notes/2025-11-01-ships-en',
    )
  })

  it('narrows to a topic, a language and dates, in the address', async () => {
    const { address } = await at('/search?q=port')
    await waitFor(() => expect(titles()).toHaveLength(2))
    await userEvent.click(screen.getByText('Narrow the search'))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Topic' }), 'sea')
    await waitFor(() => expect(titles()).toEqual(['Ships']))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'en')
    await userEvent.type(screen.getByRole('textbox', { name: 'Dates' }), '2025-09{Enter}')
    await waitFor(() => expect(address()).toBe('/search?q=port&topic=sea&lang=en&from=2025-09&to=2025-09'))
    await waitFor(() => expect(titles()).toEqual(['Ships']))
  })

  it('does not lead into a dead end: what narrows can be taken away', async () => {
    const { address } = await at('/search?q=port&topic=mines&from=2025&to=2025')
    expect(await screen.findByText('Nothing was found.')).toBeTruthy()
    await userEvent.click(screen.getByRole('link', { name: 'Search everything' }))
    expect(address()).toBe('/search?q=port')
    await waitFor(() => expect(titles()).toHaveLength(2))
  })

  it('offers to leave the quotation marks out', async () => {
    const { address } = await at('/search?q=%22port+left%22')
    await userEvent.click(await screen.findByRole('link', { name: 'Search without quotation marks' }))
    expect(address()).toBe('/search?q=port+left')
    await waitFor(() => expect(titles()).toEqual(['Ships']))
    expect((field() as HTMLInputElement).value).toBe('port left')
  })

  it('does not pretend that a near word is the one that was typed', async () => {
    await at('/search?q=harbuor')
    await waitFor(() => expect(titles()).toEqual(['Ships']))
    expect(told()).toContain('Nothing matches exactly.')
  })

  it.each([
    ['2025年9月', '/timeline?from=2025-09&to=2025-09', /September 2025/],
    ['Sep 2025', '/timeline?from=2025-09&to=2025-09', /September 2025/],
    ['the 1880s', '/timeline?from=1880&to=1889', /1880/],
  ])('leads from “%s” to its place on the timeline', async (typed, to, name) => {
    await at(`/search?q=${encodeURIComponent(typed)}`)
    const offer = await screen.findByRole('link', { name: /^Timeline:/ })
    expect(offer.getAttribute('href')).toBe(to)
    expect(offer.textContent).toMatch(name)
  })

  it('does not take words for a date', async () => {
    await at('/search?q=port')
    await waitFor(() => expect(titles()).toHaveLength(2))
    expect(screen.queryByRole('link', { name: /^Timeline:/ })).toBeNull()
  })

  it('is walked by the arrow keys, from the field through the results and back', async () => {
    await at('/search?q=waved')
    await screen.findByRole('link', { name: 'Nobody waved.' })
    field().focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toBe('Ships')
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toBe('Nobody waved.')
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(document.activeElement).toBe(field())
  })

  it('does not look for what an input method is still composing', async () => {
    await at('/search')
    fireEvent.input(field(), { target: { value: 'port' }, isComposing: true })
    expect((field() as HTMLInputElement).value).toBe('port')
    await act(async () => {})
    expect(titles()).toEqual([])
    fireEvent.compositionEnd(field())
    await waitFor(() => expect(titles()).toHaveLength(2))
  })

  it('says when the index cannot be had, and is there when it can', async () => {
    const { offline } = await at('/search?q=port', 'en', FILES, true)
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    offline(false)
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(titles()).toHaveLength(2))
  })

  it('stands in a library without notes', async () => {
    await at('/search?q=port', 'en', {})
    expect(await screen.findByText('Nothing was found.')).toBeTruthy()
  })
})

describe('the search over a screen', () => {
  beforeAll(() => {
    // jsdom has no modal dialogs.
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true
    }
    HTMLDialogElement.prototype.close = function () {
      this.open = false
      this.dispatchEvent(new Event('close'))
    }
  })

  const open = async () => {
    const onClose = vi.fn()
    const shown = await show([{ path: '/', element: <SearchDialog onClose={onClose} /> }], {
      at: '/',
      files: FILES,
    })
    return { ...shown, onClose }
  }

  it('begins in its field, and closes when a result is followed', async () => {
    const { address, onClose } = await open()
    const dialog = screen.getByRole('dialog', { name: 'Search' })
    expect(document.activeElement).toBe(field())
    await userEvent.keyboard('waved')
    await userEvent.click(await within(dialog).findByRole('link', { name: 'Nobody waved.' }))
    expect(onClose).toHaveBeenCalledOnce()
    expect(address()).toBe('/notes/2025-11-01-ships-en#h-launch')
  })

  it('leads on to the page with all results', async () => {
    const { address, onClose } = await open()
    await userEvent.keyboard('waved{Enter}')
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    expect(address()).toBe('/search?q=waved')
  })

  it('leads to the timeline where nothing but a date was typed', async () => {
    const { address, onClose } = await open()
    await userEvent.keyboard('Sep 2025{Enter}')
    await waitFor(() => expect(address()).toBe('/timeline?from=2025-09&to=2025-09'))
    expect(onClose).toHaveBeenCalledOnce()
  })

  it.each(['port 2025', '2024 port 2025'])('does not take “%s” for a date alone', async (typed) => {
    const { address } = await open()
    await userEvent.keyboard(`${typed}{Enter}`)
    await waitFor(() => expect(address()).toBe(`/search?q=${typed.replaceAll(' ', '+')}`))
  })
})
