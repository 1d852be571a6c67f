// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it } from 'vitest'
import { NoteView } from '../../src/views/note/index.ts'
import { show } from './render.tsx'

const NOTE = `---
title: A harbour
lang: en
date: 2025-11-01
topics: Sea
generated: true
translated: true
model: a-model
author: Ann
---

## Opening (June 2024, Town Hall)

The harbour was opened on 2 March. "It is ours," the mayor said.[^1]

See [the plan](https://plan.example/p), [the sister note](2025-10-01-pier-en.md) and ![a map](https://maps.example/m.png).

- [x] Dredged

| Year | Ships |
|---|--:|
| 2023 | 12 |

<script>alert(1)</script>

[bad](javascript:alert(1))

### References

- [The paper](https://news.example/2024/03/02/harbour)
- A book without an address

[^1]: Minutes, https://minutes.example/1
`

const FILES = {
  '2025-11-01-harbour-en.md': NOTE,
  '2025-11-01-harbour-ar.md': '---\nlang: ar\ntitle: ميناء\ntopics: Sea\n---\nافتتح في 2024.\n',
  'lock-en.md': '---\ntopics: Sea\n---\n# A lock\n\nIt was shut on 5 April, and opened in 1903.\n',
  '2025-10-01-pier-en.md': '---\ntopics: Sea\nmodel: b-model\n---\n# A pier\n\nBuilt in 1901.\n',
}

beforeAll(() => {
  // What jsdom lacks: dialogs that show, and scrolling.
  HTMLDialogElement.prototype.show = function show() {
    this.open = true
    this.querySelector('a')?.focus()
  }
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
})

const open = (slug = '2025-11-01-harbour-en') =>
  show([{ path: '/notes/:slug', element: <NoteView /> }], { at: `/notes/${slug}`, files: FILES })

const article = () => document.querySelector('article') as HTMLElement

describe('a note', () => {
  it('has its title as the only first heading, and its own below it', async () => {
    await open()
    expect(screen.getAllByRole('heading', { level: 1 }).map(({ textContent }) => textContent)).toEqual([
      'A harbour',
    ])
    expect(
      within(article())
        .getAllByRole('heading')
        .map(({ tagName }) => tagName),
    ).toEqual(['H2', 'H3', 'H2'])
  })

  it('says who wrote it, and that a model did', async () => {
    await open()
    expect(screen.getByText('By Ann')).toBeTruthy()
    expect(screen.getByText('Written and translated by a language model (a-model)')).toBeTruthy()
  })

  it('says of a date in a heading how it is understood, too', async () => {
    open()
    await userEvent.click(await screen.findByRole('link', { name: 'June 2024' }))
    expect(screen.getByRole('dialog', { name: 'About this date' }).textContent).toContain(
      'Given in full in the text.',
    )
  })

  it('shows no year where none can be had, says so, and lists such dates', async () => {
    open('lock-en')
    const mark = await screen.findByRole('button', { name: '5 April' })
    expect(mark.closest('time')).toBeNull()
    await userEvent.click(mark)
    const card = screen.getByRole('dialog', { name: 'About this date' })
    expect(card.textContent).toContain('does not give the year')
    expect(within(card).queryByRole('link')).toBeNull()
    const listed = screen.getByRole('navigation', { name: 'Dates without a year' })
    expect(within(listed).getByRole('link', { name: '5 April' }).getAttribute('href')).toBe(
      `/notes/lock-en#${mark.id}`,
    )
  })

  it('names the model, but does not say that it wrote what nobody says it wrote', async () => {
    await open('2025-10-01-pier-en')
    expect(screen.getByText('Model: b-model')).toBeTruthy()
    expect(screen.queryByText(/language model/)).toBeNull()
  })

  it('marks its dates, and says of each how it is understood', async () => {
    await open()
    const mark = within(article()).getByRole('link', { name: '2 March' })
    expect(mark.closest('time')?.getAttribute('datetime')).toBe('2024-03-02')
    expect(mark.getAttribute('href')).toBe('/timeline?from=2024-03-02&to=2024-03-02')
    await userEvent.click(mark)
    const card = screen.getByRole('dialog', { name: 'About this date' })
    expect(card.textContent).toContain('March 2, 2024')
    expect(card.textContent).toContain('Completed from the heading above.')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(mark)
  })

  it('sets the dateline of a heading as such', async () => {
    await open()
    expect(article().querySelector('h2 .dateline')?.textContent).toBe('(June 2024, Town Hall)')
  })

  it('opens other sites in a new tab that knows nothing of this one', async () => {
    await open()
    const link = within(article()).getByRole('link', { name: /the plan/ })
    expect(link.getAttribute('target')).toBe('_blank')
    expect(link.getAttribute('rel')).toBe('noopener noreferrer')
  })

  it('never stands within a link, nor a link within it: one that lies across a date stays a link', async () => {
    await show([{ path: '/notes/:slug', element: <NoteView /> }], {
      at: '/notes/a-en',
      files: {
        'a-en.md': 'It was [5 March](https://a.example/x) 2021, and [in May 2022](https://a.example/y).\n',
      },
    })
    expect(document.querySelector('a a')).toBeNull()
    expect(
      within(article())
        .getAllByRole('link')
        .flatMap((link) => link.getAttribute('href')?.match(/^https.*/) ?? []),
    ).toEqual(['https://a.example/x', 'https://a.example/y'])
  })

  it('has no link and no button in a link that is a whole statement', async () => {
    const { reading } = await show([{ path: '/notes/:slug', element: <NoteView /> }], {
      at: '/notes/a-en',
      files: {
        'a-en.md': '- [The harbour was opened in May 2022.](https://a.example/y)\n\nIt was shut in 2023.\n',
      },
    })
    const linked = article().querySelector('a [data-statement]') as HTMLElement
    act(() => reading.star('a-en', linked.id, true))
    expect(document.querySelector('a a, a button')).toBeNull()
  })

  it('links to other notes inside the site', async () => {
    const { address } = await open()
    await userEvent.click(within(article()).getByRole('link', { name: 'the sister note' }))
    expect(address()).toBe('/notes/2025-10-01-pier-en')
  })

  it('numbers its references, with their sites', async () => {
    await open()
    const list = document.getElementById('ref-1')?.closest('ol') as HTMLElement
    const [first, second] = within(list).getAllByRole('listitem')
    expect(first?.textContent).toContain('news.example')
    expect(second?.textContent).toContain('A book without an address')
  })

  it('does not load an image of another site, but links to it and says so', async () => {
    await open()
    expect(article().querySelector('img')).toBeNull()
    expect(within(article()).getByRole('link', { name: /a map.*image on another site/ })).toBeTruthy()
  })

  it('does not let a note bring in a script, or a link that runs one', async () => {
    await open()
    expect(document.querySelector('script')).toBeNull()
    expect(article().innerHTML).not.toContain('javascript:')
    expect(article().textContent).toContain('<script>alert(1)</script>')
  })

  it('carries its own language and direction, whatever the interface speaks', async () => {
    await open('2025-11-01-harbour-ar')
    expect(article().lang).toBe('ar')
    expect(article().dir).toBe('rtl')
    expect(screen.getByRole('heading', { level: 1 }).dir).toBe('rtl')
  })

  it('leads to its translations and to its neighbours in the topic', async () => {
    await open()
    expect(
      within(screen.getByRole('navigation', { name: 'Read in' }))
        .getByRole('link', { name: 'العربية' })
        .getAttribute('href'),
    ).toBe('/notes/2025-11-01-harbour-ar')
    expect(screen.getByRole('link', { name: /Next in this topic/ }).getAttribute('href')).toBe(
      '/notes/2025-10-01-pier-en',
    )
    expect(screen.queryByRole('link', { name: /Previous/ })).toBeNull()
  })

  it('is remembered as opened, and as read only when its reader says so or its end was seen', async () => {
    const { reading } = await open()
    expect(reading.getState().notes.get('2025-11-01-harbour-en')?.opened).toBeDefined()
    expect(reading.getState().notes.get('2025-11-01-harbour-en')?.finished).toBeUndefined()
    await userEvent.click(screen.getByRole('button', { name: 'Mark as read' }))
    expect(reading.getState().notes.get('2025-11-01-harbour-en')?.finished?.on).toBe(true)
    await userEvent.keyboard('m')
    expect(reading.getState().notes.get('2025-11-01-harbour-en')?.finished?.on).toBe(false)
  })

  it('does not put a star beside a statement with a date before it is starred by its card', async () => {
    const slug = '2025-10-01-pier-en'
    const { reading } = await open(slug)
    expect(screen.queryByRole('button', { name: 'Star this statement' })).toBeNull()
    await userEvent.click(within(article()).getByRole('link', { name: '1901' }))
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', { name: 'Star this statement' }),
    )
    expect([...(reading.getState().notes.get(slug)?.starred.values() ?? [])]).toMatchObject([{ on: true }])
    expect(within(article()).getByRole('button', { pressed: true })).toBeTruthy()
  })

  it('lets a quoted sentence under a dateline be starred, though it has no date of its own', async () => {
    const { reading } = await open()
    const quote = within(article()).getByText(/It is ours/)
    const star = quote.nextElementSibling as HTMLElement
    await userEvent.click(star)
    expect(star.getAttribute('aria-pressed')).toBe('true')
    expect(reading.getState().notes.get('2025-11-01-harbour-en')?.starred.get(quote.id)?.on).toBe(true)
  })
})

const SOURCED = `---
title: A mill
lang: en
generated: true
---

## The lock (May 2021)

The lock at Fenwick was rebuilt in 2021. “It leaks no more than it did when it was new”, the keeper said.

## The bridge

A bridge took its place in 1991, as [the paper](https://paper.example/1991/06/02/bridge) wrote.

| Year | What |
|---|---|
| 1992 | [paint](https://paint.example/) |

## The ferry

It was given up.

## Sources

- [Fenwick keeper on repairs](https://news.example/2021/05/20/fenwick-lock)
- [Nothing in common](https://other.example/)
`

describe('the sources of a statement', () => {
  const read = async () => {
    const shown = show([{ path: '/notes/:slug', element: <NoteView /> }], {
      at: '/notes/mill-en',
      files: { 'mill-en.md': SOURCED },
    })
    await screen.findByRole('heading', { level: 1 })
    return shown
  }
  const mark = (name: RegExp) => within(article()).getAllByRole('link', { name })[0] as HTMLElement

  it('are numbers behind it, cited ones plain and likely ones named as such', async () => {
    await read()
    expect(mark(/^Likely source 1$/).textContent).toBe('1?')
    expect(mark(/^Source 3$/).textContent).toBe('3')
    expect(mark(/^Source 3/).getAttribute('href')).toBe('#ref-3')
    expect(document.getElementById('ref-3')?.textContent).toContain('the paper')
    expect(article().querySelector('tr .source-mark')?.textContent).toBe('4')
    expect(within(article()).queryByRole('link', { name: /ource 2/ })).toBeNull()
  })

  it('show in a card what they are, where they lead, when they came out and why they are likely', async () => {
    await read()
    await userEvent.click(mark(/^Likely source 1/))
    const card = screen.getByRole('dialog', { name: 'About source 1' })
    expect(card.textContent).toContain('Likely a source: the text does not cite it.')
    expect(card.textContent).toContain('“Fenwick”')
    expect(card.textContent).toContain('May 20, 2021, by its address')
    expect(card.textContent).toContain('Leads to news.example/2021/05/20/fenwick-lock')
    expect(card.textContent).toContain('Not followed')
    expect(
      within(card)
        .getByRole('link', { name: /Archived copy/ })
        .getAttribute('href'),
    ).toBe('https://web.archive.org/web/20210520/https://news.example/2021/05/20/fenwick-lock')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(mark(/^Likely source 1/))
  })

  it('lead to the words that the statement quotes, and remember that they were followed', async () => {
    const { reading } = await read()
    const quoting = within(article()).getAllByRole('link', { name: /^Likely source 1/ })[1] as HTMLElement
    await userEvent.click(quoting)
    const card = screen.getByRole('dialog', { name: 'About source 1' })
    const passage = within(card).getByRole('link', { name: /quoted words/ })
    expect(passage.getAttribute('href')).toContain('#:~:text=It%20leaks%20no%20more')
    await userEvent.click(within(card).getByRole('link', { name: /^Fenwick keeper/ }))
    expect(reading.getState().followed.size).toBe(1)
    expect(card.textContent).toContain('Followed')
    expect(card.textContent).not.toContain('Not followed')
  })

  it('are remembered as followed from wherever in the note they are followed', async () => {
    const { reading } = await read()
    const entry = document.getElementById('ref-1') as HTMLElement
    expect(within(entry).queryByText('Followed')).toBeNull()
    await userEvent.click(within(entry).getByRole('link', { name: /^Fenwick keeper/ }))
    expect(reading.getState().followed.size).toBe(1)
    expect(within(entry).getByText('Followed')).toBeTruthy()
    const inText = within(article()).getByRole('link', { name: /^the paper/ })
    expect(inText.getAttribute('title')).toBe('Leads to paper.example/1991/06/02/bridge')
    await userEvent.click(inText)
    expect(reading.getState().followed.size).toBe(2)
  })

  it('do not say of a cited source that it is likely', async () => {
    await read()
    await userEvent.click(mark(/^Source 3/))
    const card = screen.getByRole('dialog', { name: 'About source 3' })
    expect(card.textContent).toContain('Cited by the text.')
    expect(card.textContent).not.toContain('Likely')
  })

  it('lead back to each statement that rests on them', async () => {
    await read()
    const entry = document.getElementById('ref-1') as HTMLElement
    const backs = within(entry).getAllByRole('link', { name: /^Back to statement/ })
    expect(backs.map(({ textContent }) => textContent)).toEqual(['a?', 'b?'])
    expect(document.getElementById((backs[0]?.getAttribute('href') ?? '').slice(1))?.textContent).toContain(
      'Fenwick',
    )
    expect(
      within(document.getElementById('ref-2') as HTMLElement).queryByRole('link', { name: /^Back/ }),
    ).toBeNull()
  })

  it('shows beside it how its statements lie over time, and leads from there to the timeline', async () => {
    const { address } = await open()
    const rail = screen.getByRole('complementary', { name: 'In this note' })
    await userEvent.click(
      within(rail).getByRole('link', { name: /^3 statements, 2023.+2024; most: June 2024, 2/ }),
    )
    expect(address()).toMatch(/^\/timeline\?note=/)
  })

  it('does not draw a picture of one time', async () => {
    await open('2025-10-01-pier-en')
    expect(screen.queryByRole('img', { name: /statement/ })).toBeNull()
  })
})
