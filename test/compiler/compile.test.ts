import { describe, expect, it, vi } from 'vitest'
import { toEdtf } from '../../src/calendar/index.ts'
import { assemble, compile } from '../../src/compiler/compile.ts'
import { compileNote } from '../../src/compiler/compile-note.ts'
import { wholeNote } from '../../src/compiler/packed-note.ts'
import { sourcesIn } from '../../src/compiler/source-shards.ts'
import { timelineFiles } from '../../src/compiler/timeline.ts'
import { formatProblem, type Note, type Tile } from '../../src/notes/index.ts'

const compiled = (files: Record<string, string>, images: string[] = []) =>
  compile({ notes: Object.entries(files).map(([file, raw]) => ({ file, raw })), images })

const only = (raw: string, file = 'a-en.md') => {
  const { notes, problems } = compiled({ [file]: raw })
  const [note] = notes
  if (!note) throw new Error('no note came out')
  return { note, problems: problems.map(formatProblem) }
}

const statements = (raw: string) => only(raw).note.statementList.map(({ text, at }) => [text, toEdtf(at)])

describe('the title of a note', () => {
  it.each([
    ['---\ntitle: Of its own\n---\n# A heading\n', 'Of its own'],
    ['# A *plain* heading\n\nText.', 'A plain heading'],
    ['Text only.', 'a-en'],
  ])('comes from the front matter, else the first heading, else the file name (%#)', (raw, title) => {
    expect(only(raw).note.title).toBe(title)
  })

  it('is not said twice where the text begins with it', () => {
    expect(JSON.stringify(only('# Once\n\nText.').note.body)).not.toContain('Once')
  })

  it('is not taken away from the text where other headings stand beside it', () => {
    expect(only('## One\n\nText.\n\n## Two\n\nText.').note.sections.map(({ title }) => title)).toEqual([
      'One',
      'Two',
    ])
  })
})

describe('the address of a note', () => {
  it('is readable, for Chinese and Arabic names too', () => {
    const { notes } = compiled({ '纸与印刷.md': 'x', 'ورق وطباعة.md': 'x', 'Paper & Print!.md': 'x' })
    expect(notes.map(({ slug }) => slug).sort()).toEqual(['paper-print', 'ورق-وطباعة', '纸与印刷'])
  })

  it('is never that of another note', () => {
    const { notes } = compiled({ 'a.md': 'x', 'b/a.md': 'x', 'A.md': 'x', 'c.md': '---\nslug: a\n---\nx' })
    expect(new Set(notes.map(({ slug }) => slug)).size).toBe(4)
  })

  it('stays the same when other notes are changed or another file comes first', () => {
    const before = compiled({ 'b.md': 'x' }).notes[0]?.slug
    expect(compiled({ 'a.md': 'y', 'b.md': 'x' }).notes.some(({ slug }) => slug === before)).toBe(true)
  })
})

describe('translations', () => {
  it('are the notes that share date and name, each leading to the others', () => {
    const { notes } = compiled({
      '2025-01-01-a-en.md': '# A',
      '2025-01-01-a-zh.md': '# 甲',
      '2025-01-02-a-en.md': '# Other',
    })
    const english = notes.find(({ title }) => title === 'A')
    expect(english?.translations).toEqual([{ slug: '2025-01-01-a-zh', language: 'zh-Hans', title: '甲' }])
    expect(new Set(notes.map(({ group }) => group)).size).toBe(2)
  })

  it('can be joined by hand', () => {
    const { notes } = compiled({
      'a-en.md': '---\ntranslationKey: k\n---\n',
      'b-fr.md': '---\ntranslationKey: k\n---\n',
    })
    expect(notes.map(({ translations }) => translations.length)).toEqual([1, 1])
  })
})

describe('statements', () => {
  it('are the sentences that have a date, with the section they stand in', () => {
    expect(statements('## Work\n\nIt began on 3 March 2022. It went on. It ended in June 2023.')).toEqual([
      ['It began on 3 March 2022.', '2022-03-03'],
      ['It ended in June 2023.', '2023-06'],
    ])
    expect(only('# T\n\n## Work\n\nBegun in 2022.').note.statementList[0]?.section).toBe('h-work')
  })

  it('are rows of tables and items of lists', () => {
    expect(statements('| a | b |\n|---|---|\n| 2021 | x |\n\n- y in 2022\n- z\n')).toEqual([
      ['a: 2021 · b: x', '2021'],
      ['y in 2022', '2022'],
    ])
  })

  it('are dated by the column that they stand in', () => {
    expect(statements('|  | 2021 | 2022 |\n|---|---|---|\n| Ships | 3 | |\n')).toEqual([
      ['Ships · 2021: 3', '2021'],
    ])
  })

  it('are whole items of lists, but not where one holds several dated sentences', () => {
    expect(statements('- **Ships**: it began in 2021. Nobody saw it.\n')).toEqual([
      ['Ships: it began in 2021. Nobody saw it.', '2021'],
    ])
    expect(statements('- It began in 2021. It ended in 2022.\n')).toEqual([
      ['It began in 2021.', '2021'],
      ['It ended in 2022.', '2022'],
    ])
  })

  it('are not dates alone', () => {
    expect(statements('**2021**\n\n| a |\n|---|\n| x |\n\n- March 2022:')).toEqual([])
  })

  it('are what somebody said under a dateline, but not plain sentences there', () => {
    expect(statements('## Talk (May 2024, Oslo)\n\nHe paused. “We will go on with it,” he said.')).toEqual([
      ['“We will go on with it,” he said.', '2024-05'],
    ])
  })

  it('do not go beyond the dateline of their own section', () => {
    expect(statements('## One (May 2024)\n\nx\n\n## Two\n\n“We will go on with it,” he said.')).toEqual([])
  })

  it('have the year of a heading from what stands above it in its section, not from the section before', () => {
    const under = (marks: string) =>
      statements(
        `---\ndate: 2025-06-01\n---\n## Before\n\nIt began in 1998.\n\n${marks} Talk (4 May, Oslo)\n\n“We will go on with it,” he said.`,
      ).at(-1)
    expect(under('##')).toEqual(['“We will go on with it,” he said.', '2025-05-04'])
    expect(under('###')).toEqual(['“We will go on with it,” he said.', '1998-05-04'])
  })

  it('have the year of the day that begins the paragraph before, else of what it says outside brackets', () => {
    const behind = (before: string) =>
      statements(`---\ndate: 2025-06-01\n---\n## Days\n\n${before}\n\nOn 9 May it rained.`).at(-1)?.[1]
    expect(behind('7 May 2024. He read from a book of 1924.')).toBe('2024-05-09')
    expect(behind('It opened in 2023, as the others had (the first in 1998).')).toBe('2023-05-09')
    expect(behind('The first had opened before (in 1998).')).toBe('1998-05-09')
    expect(behind('It has been closed since 1998.')).toBe('1998-05-09')
    expect(behind('In 2023 it was closed, as it had been since 1998.')).toBe('2023-05-09')
  })

  it('do not have the year of a table before them, of a fiscal year in their heading, or of a week just past', () => {
    const table = '## Days\n\n| Oct 2024 |\n| --- |\n| 3 |\n\nOn 9 May it rained.'
    expect(statements(`---\ndate: 2025-06-01\n---\n${table}`).at(-1)?.[1]).toBe('2025-05-09')
    const week = '## Week (27 January)\n\nIt rained on 29 January.\n\n- Sales of the fourth quarter rose.'
    const [, sales] = only(`---\ndate: 2025-02-01\n---\n${week}`).note.statementList
    expect(sales?.mentions[0]?.value && toEdtf(sales.mentions[0].value)).toBe('2024-36')
    const heading = only('# T\n\n## Sales (Q3 FY2026, told on 12 March 2024)\n\nText.').note.sections.at(-1)
    expect(heading?.dateline && toEdtf(heading.dateline.value)).toBe('2024-03-12')
  })

  it('have no year from a paragraph that names one in passing and speaks of its own days', () => {
    const behind = (words: string) =>
      statements(`---\ndate: 2025-06-11\n---\n## News\n\n${words}\n\nOn 3 May it reopens.`).at(-1)?.[1]
    expect(behind('A pump of 1998 failed two days ago.')).toBe('2025-05-03')
    expect(behind('In 1998 a pump failed.')).toBe('1998-05-03')
    expect(behind('It failed on 2 April 1998, and again two days ago.')).toBe('1998-05-03')
  })

  it('are not drawn from the list of sources, from code, or from addresses', () => {
    expect(
      statements(
        '`released in 2020`\n\n```\n2021-01-01\n```\n\nhttps://a.example/2022/01/01/\n\n## Sources\n\n- [In 2023](https://a.example)',
      ),
    ).toEqual([])
  })

  it('keep their anchors when other sentences change', () => {
    const id = (raw: string) => only(raw).note.statementList.find(({ text }) => text.includes('2023'))?.id
    expect(id('Then in 2021. It ended in 2023.')).toBe(id('Now something else. It ended in 2023.'))
  })
})

describe('the body of a note', () => {
  it('begins its headings below the title of the page', () => {
    expect(
      only('---\ntitle: T\n---\n#### Deep\n\n##### Deeper\n')
        .note.body.filter((one) => typeof one !== 'string')
        .map(([tag]) => tag),
    ).toEqual(['h2', 'h3'])
  })

  it('names each way back from a footnote by what it shows', () => {
    const body = JSON.stringify(only('A.[^n] B.[^n]\n\n[^n]: N').note.body)
    expect(body.match(/"aria-label":"[^"]*"/g)).toEqual([
      '"aria-label":"Back to the text"',
      '"aria-label":"Back to the text 2"',
    ])
  })

  it('has no gaps between the levels of its headings', () => {
    expect(
      only('# T\n\n## A\n\n#### B\n\n#### C\n\n### D\n\n## E\n')
        .note.body.filter((one) => typeof one !== 'string')
        .map(([tag]) => tag),
    ).toEqual(['h2', 'h3', 'h3', 'h3', 'h2'])
  })

  it('does not hold raw HTML as elements', () => {
    const body = JSON.stringify(only('<img src=x onerror=alert(1)>\n\nA <b>bold</b> word.').note.body)
    expect(body).not.toContain('["img"')
    expect(body).not.toContain('["b"')
    expect(body).toContain('<b>')
  })

  it('leads to other notes by their addresses, and to images of the folder', () => {
    const { notes, problems } = compiled(
      { 'x/a.md': '[b](../y/b.md#part) ![i](../pic.png)', 'y/b.md': '# B\n\n## Part' },
      ['pic.png'],
    )
    const body = JSON.stringify(notes.find(({ slug }) => slug === 'a')?.body)
    expect(body).toContain('/notes/b#h-part')
    expect(body).toContain('/files/pic.png')
    expect(problems).toEqual([])
  })

  it('does not link to what is not there, and tells where the link stands', () => {
    const { note, problems } = only('Text.\n\nSee [gone](gone.md).')
    expect(JSON.stringify(note.body)).toContain('data-unresolved')
    expect(problems[0]).toMatch(/^a-en\.md:3:5: warning: there is no note at gone\.md\n/)
  })

  it('does not follow an address that carries a name or a password, and does not repeat the secret', () => {
    const { note, problems } = only('[x](https://ann:secret@a.example/p)')
    expect(JSON.stringify(note.body)).not.toContain('href')
    expect(problems[0]).toMatch(/^a-en\.md:1:1: warning: a link to https:\/\/…@a\.example\/p is not followed/)
    expect(problems.join()).not.toContain('secret')
  })

  it('shows a mark that leads to no source as such, and tells where it stands', () => {
    const { note, problems } = only(
      'He left in 2023.[web:43]\n\nIt is [so][1] and 【7†source】.\n\n[1]: https://a.example',
    )
    expect(JSON.stringify(note.body).match(/"className":"dangling"/g)).toHaveLength(2)
    expect(problems.map((problem) => problem.split('\n')[0])).toEqual([
      'a-en.md:1:17: warning: the mark [web:43] leads to no source',
      'a-en.md:3:19: warning: the mark 【7†source】 leads to no source',
    ])
  })

  it('does not follow an address that could run something', () => {
    expect(JSON.stringify(only('[x](javascript:alert(1)) [y](data:text/html,z)').note.body)).not.toMatch(
      /"href"/,
    )
  })
})

describe('a library', () => {
  it('leaves drafts out, and everything that they say', () => {
    const library = compiled({
      'a.md': '---\ndraft: true\n---\nIn 2020, [x](https://a.example).',
    })
    expect([library.notes, sourcesIn(library).shards]).toEqual([[], []])
  })

  it('does not lose a note to a broken one beside it', () => {
    const { notes, problems } = compiled({
      'broken.md': '---\ntitle: "unclosed\n---\nIn 2020.',
      'good.md': '# Good\n\nIn 2021.',
    })
    expect(notes.map(({ slug }) => slug).sort()).toEqual(['broken', 'good'])
    expect(problems.map(({ file, severity }) => [file, severity])).toEqual([['broken.md', 'error']])
  })

  it('puts the timeline in order, the broader first', () => {
    const { notes } = compiled({
      'a.md': 'On 1 January 2020. In the 2020s. In 2020. In January 2020. In 1999.',
    })
    const tile = new Map(timelineFiles(notes)).get('data/timeline/all/told/0.json') as Tile
    expect(tile.entries.map(({ at }) => at && toEdtf(at))).toEqual([
      '1999',
      '202X',
      '2020',
      '2020-01',
      '2020-01-01',
    ])
  })

  it('names a source once, with every place that cites it', () => {
    const library = compiled({
      'a.md': '[x](https://a.example/p)',
      'b.md': '[y](https://A.example/p/?utm_medium=m)',
    })
    const [shard] = sourcesIn(library).shards
    expect(shard?.sources.map(({ citedBy }) => citedBy.map(({ note }) => shard.notes[note]?.slug))).toEqual([
      ['a', 'b'],
    ])
  })

  it('comes out the same whatever the order of the files', () => {
    const files = { 'a.md': 'In 2020.', 'b/a.md': 'In 2020.', 'c.md': '[a](a.md)' }
    const backwards = Object.fromEntries(Object.entries(files).reverse())
    expect(JSON.stringify(compiled(backwards))).toBe(JSON.stringify(compiled(files)))
  })

  it('is told by cards alone until a note is asked for: its title, its topics, what its page is described by', () => {
    const note = wholeNote(compileNote('a.md', '---\ntopics: x\n---\n# A\n\nIt opened in 2020.'), '')
    const full = vi.fn(note.full)
    const { notes, topics, lead } = assemble([{ ...note, full }], [])
    expect([notes[0]?.title, topics[0]?.[0]?.path, lead(notes[0] as Note)]).toEqual([
      'A',
      'x',
      'It opened in 2020.',
    ])
    expect(full).not.toHaveBeenCalled()
  })
})
