import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { type Body, bodyText, type Note, type SideBySide, sideBySide } from '../../src/notes/index.ts'

/** Two versions of a note, each by its language and text. */
function versions([a, textA]: [string, string], [b, textB]: [string, string]): [Note, Note] {
  const { notes } = compile({
    notes: [
      { file: `2025-06-01-note-${a}.md`, raw: `${textA}\n` },
      { file: `2025-06-01-note-${b}.md`, raw: `${textB}\n` },
    ],
    images: [],
  })
  const of = (language: string) => notes.find(({ slug }) => slug.endsWith(`-${language}`)) as Note
  return [of(a), of(b)]
}

const compare = (...both: Parameters<typeof versions>): SideBySide => sideBySide(...versions(...both))

const words = (body: Body): string =>
  typeof body === 'string'
    ? body
    : body
        .slice(2)
        .map((one) => words(one as Body))
        .join('')

/** The rows as `left | right`, by the first word of each block. */
function rows({ rows: all }: SideBySide): string[] {
  const first = (bodies: readonly Body[]) =>
    bodies
      .map(
        (body) =>
          words(body)
            .trim()
            .split(/[\s，。]/)[0],
      )
      .join(' ')
  return all.map(({ left, right }) => `${first(left)} | ${first(right)}`)
}

/** The differences as what each version says. */
function told({ differences }: SideBySide): string[] {
  return differences.map(({ kind, left = '–', right = '–' }) =>
    kind === 'passage' ? kind : `${left} | ${right}`,
  )
}

const ENGLISH = `## Alpha (June 2024)

Alpha one was built in 1903 by Smith, and it cost 12.5 million crowns in those days.

Alpha two is of no date at all, a short one.

## Beta

Beta one tells of Jones & Co and of their 1,480 ships.

## Gamma

Gamma one says that 9.3% were lost in March 2011.

Gamma two is what the mayor said about it, and nobody answered for a very long time.`

const GERMAN = `## Anton (Juni 2024)

Anton eins wurde 1903 von Smith gebaut und kostete damals 12,5 Millionen Kronen.

Anton zwei hat gar kein Datum und ist kurz.

## Berta

Berta eins erzählt von Jones & Co und von ihren 1.480 Schiffen.

## Gustav

Gustav eins sagt, dass 9,3 % im März 2011 verloren gingen.

Gustav zwei ist, was der Bürgermeister dazu sagte, und sehr lange antwortete ihm niemand.`

const without = (text: string, from: string, to: string) =>
  text.slice(0, text.indexOf(from)) + text.slice(text.indexOf(to))

describe('the rows of two versions', () => {
  it('know where each of their blocks begins in the text of its note, whatever is left out between them', () => {
    const raw = `Of 2024.\n\n## Alpha\n\n- one\n- two of 2025\n\n  more\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`
    const [left, right] = versions(['en', raw], ['de', raw.replace('2024', '2023')])
    for (const row of sideBySide(left, right).rows) {
      for (const [side, { body }] of [
        ['left', left],
        ['right', right],
      ] as const) {
        for (const [i, block] of row[side].entries()) {
          const words = bodyText([block])
          const at = row.at[side][i] as number
          expect(bodyText(body).slice(at, at + words.length)).toBe(words)
        }
      }
    }
  })

  const whole = [
    'Alpha | Anton',
    'Alpha | Anton',
    'Alpha | Anton',
    'Beta | Berta',
    'Beta | Berta',
    'Gamma | Gustav',
    'Gamma | Gustav',
    'Gamma | Gustav',
  ]

  it('pair what says the same', () => {
    expect(rows(compare(['en', ENGLISH], ['de', GERMAN]))).toEqual(whole)
  })

  it('are not shifted by a section that only one has', () => {
    const compared = compare(['en', ENGLISH], ['de', without(GERMAN, '## Berta', '## Gustav')])
    expect(rows(compared)).toEqual([...whole.slice(0, 3), 'Beta | ', 'Beta | ', ...whole.slice(5)])
    expect(told(compared)).toEqual(['passage'])
    expect(compared.differences[0]?.side).toBe('left')
  })

  it('are not shifted by a paragraph that only one has', () => {
    const compared = compare(['en', without(ENGLISH, 'Gamma one', 'Gamma two')], ['de', GERMAN])
    expect(rows(compared)).toEqual([...whole.slice(0, 6), ' | Gustav', whole[7]])
  })

  it('hold two paragraphs beside the one that they were joined into', () => {
    const joined = GERMAN.replace('verloren gingen.\n\n', 'verloren gingen. ')
    expect(rows(compare(['en', ENGLISH], ['de', joined]))).toEqual([
      ...whole.slice(0, 6),
      'Gamma Gamma | Gustav',
    ])
  })

  it('do not lose what follows a heading that is missing', () => {
    const compared = compare(['en', ENGLISH.replace('## Beta\n\n', '')], ['de', GERMAN])
    expect(rows(compared)).toEqual([...whole.slice(0, 3), ' | Berta', 'Beta | Berta', ...whole.slice(5)])
  })

  it('have the items of a list each beside its own', () => {
    const compared = compare(
      ['en', '- Tea came in 1610\n- Salt came in 1720\n- Silk came in 1830'],
      ['zh', '- 茶，1610年传入\n- 丝，1830年传入'],
    )
    expect(rows(compared)).toEqual(['Tea | 茶', 'Salt | ', 'Silk | 丝'])
  })

  it('say which statements are the same, also where one version has one sentence for two', () => {
    const { counterparts } = compare(
      ['en', 'It began in 1901. It ended in 1950, and all went home after a long time away.'],
      ['zh', '始于1901年。1950年结束。大家离开很久以后都回家了。'],
    )
    const pairs = [...counterparts].filter(([key]) => key.startsWith('left'))
    expect(pairs).toHaveLength(2)
    expect(pairs.every(([, others]) => others.length === 1)).toBe(true)
  })

  it('take a moment for notes of thousands of paragraphs', () => {
    const long = (word: string) =>
      Array.from({ length: 1500 }, (_, i) => `${word} ${i} in ${1000 + i}.`).join('\n\n')
    const began = Date.now()
    const { rows: all } = compare(['en', long('Said')], ['de', long('Gesagt')])
    expect(all).toHaveLength(1500)
    expect(Date.now() - began).toBeLessThan(20_000)
  })
})

describe('what differs', () => {
  const SAME: [string, string, string, string][] = [
    ['en', 'It cost 33.4 billion yuan, about $4.6B.', 'zh', '造价334亿元，约46亿美元。'],
    ['en', 'Models of 1.7B and 8B parameters.', 'zh', '17亿和80亿参数的模型。'],
    ['en', 'Some 12.5-13.5 million came.', 'zh', '来了1250万至1350万人。'],
    ['en', 'In all 1,234,567 of them.', 'de', 'Insgesamt 1.234.567 davon.'],
    ['en', 'In all 1,234,567 of them.', 'fr', 'En tout 1 234 567.'],
    ['en', 'In all 12.5 million of them.', 'hi', 'कुल 1.25 करोड़।'],
    ['en', 'Of these 17.5% went by 3 March 2021.', 'ar', 'ومنها ١٧٫٥٪ حتى ٣ مارس ٢٠٢١.'],
    ['en', 'It took 130 million.', 'ja', '1億3000万かかった。'],
    ['en', 'The fund holds 100 billion.', 'zh', '基金有千亿。'],
    ['en', 'It was sold for 1.2 trillion.', 'de', 'Es wurde für 1,2 Billionen verkauft.'],
    ['en', 'They were 24 of 320.', 'zh', '三百二十人中有二十四人。'],
    ['es', 'Fueron 33,4 mil millones.', 'en', 'It was 33.4 billion.'],
    ['en', 'About 80% agreed.', 'zh', '约八成同意。'],
  ]
  it.each(SAME)('is not what two languages write in their own ways: %s %s = %s %s', (a, textA, b, textB) => {
    expect(told(compare([a, textA], [b, textB]))).toEqual([])
  })

  it('is a date that the other has otherwise, each in its own words', () => {
    const text = 'The harbour was opened on 2 March 2024. It stands.'
    expect(told(compare(['en', text], ['zh', '港口于2024年3月5日启用。它还在。']))).toEqual([
      '2 March 2024 | 2024年3月5日',
    ])
  })

  it('is a number, a share or a scale that the other has otherwise', () => {
    const compared = compare(
      ['en', 'Of 14,820 ships 9.3% were lost. They cost 334 million crowns.'],
      ['zh', '18420艘船中9.8%沉没。造价3.34亿克朗。'],
    )
    expect(told(compared)).toEqual(['14,820 | 18420', '9.3% | 9.8%'])
    expect(told(compare(['en', 'It cost 33.4 billion.'], ['zh', '造价33.4亿。']))).toEqual([
      '33.4 billion | 33.4亿',
    ])
  })

  it('is what the other does not say at all', () => {
    const compared = compare(
      ['en', 'The pier of 147.5 metres was lost in the storm. The council met on 7 May 1934.'],
      ['de', 'Die Mole ging im Sturm verloren. Der Rat trat zusammen.'],
    )
    expect(told(compared)).toEqual(['147.5 | –', '7 May 1934 | –'])
  })

  it('is marked in the text, a date with its own mark', () => {
    const { rows: all } = compare(['en', 'Opened on 2 March 2024.'], ['zh', '2024年3月5日启用。'])
    const marks = JSON.stringify(all[0]?.left).match(/\["mark",\{"data-differs":"0"\},\["time"/g)
    expect(marks).toHaveLength(1)
  })

  it('is never what is said more broadly, in words, elsewhere in the section, or twice', () => {
    const quiet: [string, string, string, string][] = [
      ['en', 'It was opened in March 2024.', 'zh', '2024年启用。'],
      ['en', 'It was opened in March 2024.', 'zh', '二〇二四年启用。'],
      ['en', 'In the nineties it grew. It fell in 1998.', 'fr', 'Elle a grandi. Elle est tombée en 1998.'],
      ['en', 'Twelve men built 30 boats.', 'de', '12 Männer bauten dreißig Boote.'],
      ['en', 'It began in 1911. It was great.', 'zh', '很好。始于1911年。'],
      ['en', 'It began in 1911. In 1911 nobody knew.', 'zh', '始于1911年。当时没有人知道。'],
      ['en', 'GPT-4 came with version 2.1.3 of the tool.', 'zh', '它带来了这个工具。'],
    ]
    for (const [a, textA, b, textB] of quiet) expect(told(compare([a, textA], [b, textB])), textA).toEqual([])
  })

  it('is not told twice where a whole passage is missing', () => {
    const compared = compare(['en', ENGLISH], ['de', without(GERMAN, '## Berta', '## Gustav')])
    expect(compared.differences).toHaveLength(1)
  })
})
