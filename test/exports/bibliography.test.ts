import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseIso } from '../../src/calendar/index.ts'
import { type Cited, citation, statementMarkdown } from '../../src/citing/index.ts'
import { compile } from '../../src/compiler/compile.ts'
import { BIBLIOGRAPHIES, citedSources } from '../../src/exports/index.ts'

const SOURCES: Cited[] = [
  {
    title: 'A & B: 100% of {it} costs $5 #1 a_b ~ ^ \\ “纸”',
    url: 'https://news.example/2025/10/09/a_b?x=1&y=%7B#part',
    site: 'news.example',
    date: parseIso('2025-10-09') as number,
    namedIn: ['“Paper” (2025-11-09, written by a language model, a-model)'],
  },
  { title: 'A book, 1901' },
]

/** What a citation processor reads in the files of this program. */
const read = (format: keyof typeof BIBLIOGRAPHIES, sources: readonly Cited[] = SOURCES) =>
  new Cite(BIBLIOGRAPHIES[format].write(sources)).data

describe.each(['csl-json', 'bibtex', 'ris'] as const)('sources as %s', (format) => {
  it('are read by a citation processor as what they are', () => {
    const [page, book] = read(format)
    expect(page).toMatchObject({
      type: 'webpage',
      title: SOURCES[0]?.title,
      URL: SOURCES[0]?.url,
      issued: { 'date-parts': [[2025, 10, 9]] },
      note: 'Named in “Paper” (2025-11-09, written by a language model, a-model)',
    })
    expect(JSON.stringify(page)).toContain('news.example')
    expect(book).toMatchObject({ title: 'A book, 1901' })
    expect(book).not.toHaveProperty('issued')
  })

  it('have keys that tell them apart, the same in each format', () => {
    expect(read(format).map(({ id }) => id)).toEqual(read('csl-json').map(({ id }) => id))
    expect(new Set(read(format).map(({ id }) => id)).size).toBe(2)
  })

  it('are as many as there were, whatever their titles hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), { maxLength: 4 }),
        (titles) => {
          const sources = titles.map((title, i) => ({ title: `x${title}`, url: `https://a.example/${i}` }))
          expect(BIBLIOGRAPHIES[format].write(sources)).not.toMatch(/\p{Cc}(?<![\n\r])/u)
          if (sources.length > 0)
            expect(read(format, sources).map(({ URL }) => URL)).toEqual(sources.map(({ url }) => url))
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('the sources of notes', () => {
  it('are each named once, with the notes that name them and who wrote those', () => {
    const { notes } = compile({
      notes: [
        {
          file: '2025-01-02-a-en.md',
          raw: '---\ntitle: A\ngenerated: true\nmodel: m\n---\n\n[x](https://a.example/p) and [Watch](https://b.example/)\n',
        },
        {
          file: 'b-en.md',
          raw: '---\ntitle: B\nauthor: Ann\n---\n\n[The page](https://A.example/p/?utm_source=y)\n',
        },
      ],
      images: [],
    })
    expect(citedSources(notes)).toMatchObject([
      {
        title: 'The page',
        namedIn: ['“A” (2025-01-02, written by a language model, m)', '“B” (by Ann)'],
      },
      { title: 'b.example' },
    ])
  })
})

describe('one line of citation', () => {
  it('names title, site, day and address, in the words of the reader', () => {
    expect(citation(SOURCES[0] as Cited, 'en')).toMatch(/”\. news\.example, October 9, 2025\. https:\/\/news/)
    expect(citation({ title: 'A book?' }, 'en')).toBe('A book?')
  })
})

describe('a statement as Markdown', () => {
  it('has its date, its note and its sources, and nothing in it becomes anything but text', () => {
    const markdown = statementMarkdown(
      {
        text: 'It [began](javascript:x) in *May* <b>',
        when: 'May 2024',
        title: 'A note',
        address: 'https://site.example/notes/a#s-1',
        provenance: 'Written by a language model',
        sources: [
          { title: 'One', url: 'https://a.example/x_(y)', likely: true },
          { title: 'A book', likely: false },
        ],
      },
      'likely',
    )
    expect(markdown).toBe(
      '> It \\[began\\](javascript:x) in \\*May\\* \\<b\\>\n\n' +
        '— May 2024, [A note](https://site.example/notes/a#s-1) (Written by a language model)\n\n' +
        '- [One](<https://a.example/x_(y)>) (likely)\n- A book\n',
    )
  })
})
