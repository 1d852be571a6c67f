import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/calendar/index.ts'
import { readVariants } from '../../src/compiler/variants.ts'
import { ARTIFACT_VERSION, type SearchPage, type SearchText } from '../../src/notes/index.ts'
import { MOST_LISTED } from '../../src/search/postings.ts'
import { find, libraryOf, slugs, textOf } from './library.ts'

/** A few characters of each script, so that they meet often; the traditional beside the simplified. */
const LETTERS = [
  '开',
  '開',
  '源',
  '人',
  '工',
  '智',
  'か',
  'が',
  'ン',
  'ー',
  '한',
  '국',
  '어',
  '𠀀',
  'a',
  'b',
  'É',
  '2',
  '5',
]
const MARKS = [' ', '，', '。', '-', '\u3000']
const char = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...LETTERS) }, fc.constantFrom(...MARKS))
const words = fc.array(char, { minLength: 1, maxLength: 120 }).map((chars) => chars.join(''))
const library = fc.array(fc.array(words, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 })
const sought = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 2, maxLength: 6 })
  .map((chars) => chars.join(''))

/** What is compared, by other means than the index: nothing but the characters, one by one. */
function plain(text: string): string {
  const variants = readVariants()
  return [...text.normalize('NFKC').toLowerCase().replace(/é/g, 'e')]
    .map((one) => (/[\p{L}\p{N}ー]/u.test(one) ? (variants.get(one) ?? one) : one === ' ' ? '_' : ' '))
    .join('')
    .replace(/(?<=[ab25e])_+(?=[^ab25e _])|(?<=[^ab25e _])_+(?=[ab25e])/gu, '')
    .replaceAll('_', ' ')
}

const hasUnspaced = (text: string) => /[^ab25É]/u.test(text)

describe('any characters of a script without spaces', () => {
  it('are found wherever they stand, beside letters and digits too, and nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(
        library,
        fc.array(sought.filter(hasUnspaced), { minLength: 8, maxLength: 8 }),
        async (notes, queries) => {
          const texts = notes.map((passages, i) => textOf(`n${i}`, 'x', ...passages))
          const held = libraryOf(texts)
          const present = notes.flatMap((passages) =>
            passages.flatMap((text) => [...text.matchAll(/[^ ，。\-\u3000]{2}/gu)].map(([two]) => two)),
          )
          for (const query of [...queries, ...present.filter(hasUnspaced).slice(0, 12)]) {
            const expected = notes.flatMap((passages, i) =>
              passages.some((text) => plain(text).includes(plain(query))) ? [`n${i}`] : [],
            )
            const results = await find(held, query)
            expect(results.near ? [] : slugs(results).sort(), query).toEqual(expected.sort())
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('are marked where they are written', async () => {
    await fc.assert(
      fc.asyncProperty(words, fc.nat(), async (text, at) => {
        const pairs = [...text.normalize('NFC').matchAll(/(?=([^ ，。\-\u3000]{2}))/gu)].map(
          ([, pair]) => pair as string,
        )
        const query = pairs.filter(hasUnspaced)[at % Math.max(1, pairs.filter(hasUnspaced).length)]
        if (!query) return
        const { found } = await find(libraryOf([textOf('n', 'x', text.normalize('NFC'))]), query)
        const marks = found[0]?.passages.flatMap((passage) =>
          passage.marks.map(([start, end]) => plain(passage.text.slice(start, end))),
        )
        // Two finds that overlap are one mark.
        expect(marks?.every((mark) => mark.includes(plain(query)))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

const NOTES: SearchText[] = [
  textOf(
    'open',
    'Open models',
    'He argued that 开源 democratizes the usage of AI.',
    'The price fell in 2025年9月.',
  ),
  textOf('closed', 'Closed doors', 'An open door, and models behind it. L’économie libre. Café.'),
  textOf('hant', '開源的模型', '蔡崇信談人工智慧。開放原始碼。'),
  textOf('ko', '인공지능', '한국의 인공지능 산업은 빠르게 자란다.'),
  textOf('ar', 'الذكاء الاصطناعي', 'قال إنَّ الذَّكاء الاصطناعيّ يتطوَّر بسرعة.'),
  textOf('hi', 'कृत्रिम बुद्धि', 'हिन्दी में क़लम और हाँ।'),
]
const notes = libraryOf(NOTES)

describe('a query', () => {
  it.each([
    ['开源', ['hant', 'open']],
    ['開源', ['hant', 'open']],
    ['人工智', ['hant']],
    ['开源 democratizes', ['open']],
    ['开源democratizes', ['open']],
    ['５年9', ['open']],
    ['지능 산', ['ko']],
    ['공지', ['ko']],
    ['democr', ['open']],
    ['DEMOCRATIZES', ['open']],
    ['economie', ['closed']],
    ['cafe', ['closed']],
    ['open models', ['open', 'closed']],
    ['"open models"', ['open']],
    ['“open models”', ['open']],
    ['„open models“', ['open']],
    ['”open models”', ['open']],
    ['"models behind it"', ['closed']],
    ['"price fell" democratizes', ['open']],
    ['الذكاء', ['ar']],
    ['يتطور', ['ar']],
    ['हिंदी', []],
    ['हिन्दी', ['hi']],
    ['कलम', ['hi']],
    ['蔡', ['hant']],
  ])('finds “%s” as it is meant', async (query, expected) => {
    const results = await find(notes, query)
    expect(results.near ? [] : slugs(results)).toEqual(expected)
  })

  it.each([
    '"open model"',
    '„open model“',
    '"models open"',
    '"odels behind"',
    '工人',
    '能산',
    'emocratizes',
    '"开源 models"',
  ])('does not show for “%s” what does not hold it as if it did', async (query) => {
    const results = await find(notes, query)
    expect(results.near || results.found.length === 0).toBe(true)
  })

  it.each([
    ['democratises', 'open'],
    ['demcoratizes', 'open'],
    ['democratzies the', 'open'],
    ['modles behind', 'closed'],
    ['econmie', 'closed'],
  ])('forgives “%s”, and says that it did', async (query, expected) => {
    const results = await find(notes, query)
    expect(slugs(results)[0]).toBe(expected)
    expect(results.near).toBe(true)
  })

  it('leads on where no note has all of it, and says so', async () => {
    const results = await find(notes, 'democratizes 蔡崇信 nowhere')
    expect(slugs(results).sort()).toEqual(['hant', 'open'])
    expect(results.near).toBe(true)
  })

  it.each([
    ['open', ['open', 'open']],
    ['"open"', ['open']],
    ['"open door"', ['open door']],
  ])('marks for %s no part of another word that it does not begin', async (query, marked) => {
    const { found } = await find(libraryOf([textOf('n', 'x', 'reopen the open door, an opening')]), query)
    const marks = found[0]?.passages.flatMap(({ text, marks: all }) =>
      all.map(([from, to]) => text.slice(from, to)),
    )
    expect(marks).toEqual(marked)
  })

  it('shows titles before headings before text, and the rare before the common', async () => {
    const heading: SearchText = {
      ...textOf('heading', 'x'),
      passages: [{ kind: 'heading', text: 'On salt', anchor: 'h-salt' }],
    }
    const held = libraryOf([
      textOf('text', 'x', 'salt'),
      heading,
      textOf('title', 'Salt'),
      textOf('none', 'x'),
    ])
    expect(slugs(await find(held, 'salt'))).toEqual(['title', 'heading', 'text'])
  })

  it('takes the version in the reader’s language for a note that is in several', async () => {
    const versions = ['zh-Hans', 'en', 'fr'].map(
      (language): SearchText => ({
        ...textOf(`tea-${language}`, 'Tea'),
        note: { slug: `tea-${language}`, group: 'tea', language, topics: [] },
      }),
    )
    const { found } = await find(libraryOf(versions), 'tea')
    expect(found.map(({ note }) => note?.slug)).toEqual(['tea-en'])
    // Even where another says it more loudly.
    const louder = versions.map((one) => ({ ...one, title: one.note?.language === 'en' ? 'x' : 'Tea' }))
    const said = louder.map((one): SearchText => ({ ...one, passages: [{ kind: 'text', text: 'tea' }] }))
    expect(slugs(await find(libraryOf(said), 'tea'))).toEqual(['tea-en'])
    expect(found[0]?.others.map(({ language }) => language).sort()).toEqual(['fr', 'zh-Hans'])
  })
})

describe('a filter', () => {
  const dated = (slug: string, language: string, year: number): SearchText => ({
    version: ARTIFACT_VERSION,
    title: 'Salt',
    note: { slug, group: slug, language, topics: ['food/salt'] },
    passages: [
      {
        kind: 'text',
        text: 'Salt was dear. Salt was cheap.',
        statements: [{ start: 15, end: 30, id: 's-1', from: dayOf(year, 3, 1), to: dayOf(year, 3, 31) }],
      },
    ],
  })
  const held = libraryOf([dated('old', 'en', 1850), dated('new', 'zh-Hans', 2025), textOf('never', 'Salt')])

  it('keeps to a language', async () => {
    expect(slugs(await find(held, 'salt', { language: 'zh-Hans' }))).toEqual(['new'])
    expect(slugs(await find(held, 'salt', { language: 'fr' }))).toEqual([])
  })

  it('keeps to a topic with those below it, and to no other', async () => {
    expect(slugs(await find(held, 'salt', { topic: 'food' }))).toHaveLength(2)
    expect(slugs(await find(held, 'salt', { topic: 'food/salt' }))).toHaveLength(2)
    expect(slugs(await find(held, 'salt', { topic: 'foo' }))).toEqual([])
  })

  it('keeps to statements of the days, and shows no other sentence', async () => {
    const { found } = await find(held, 'salt', { from: dayOf(2025, 3, 31), to: dayOf(2025, 4, 2) })
    expect(found.map(({ note }) => note?.slug)).toEqual(['new'])
    expect(found[0]?.passages.map(({ text, anchor }) => [text, anchor])).toEqual([['Salt was cheap.', 's-1']])
    expect(slugs(await find(held, 'salt', { from: dayOf(2025, 4, 1) }))).toEqual([])
    expect(slugs(await find(held, 'salt', { to: dayOf(1900, 1, 1) }))).toEqual(['old'])
  })
})

describe('more years, and more words, than are read', () => {
  const LAST = 2024
  const held = libraryOf(
    Array.from({ length: 12_000 }, (_, i): SearchText => {
      const years =
        i === 0 ? [LAST] : [7919, 104_729, 1_299_709, 611_953].map((n) => 1985 + (((i * n) % 3023) % 39))
      const text = `${i === 0 ? 'Convoys' : `Con${String(i).padStart(5, '0')}`} in the year.`
      const statements = years.map((year) => {
        return { start: 0, end: text.length, id: 's', from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) }
      })
      return { ...textOf(`n${i}`, 'x'), passages: [{ kind: 'text', text, statements }] }
    }),
  )

  it('do not hide what stands in the last of the years', async () => {
    for (const from of [1700, 1985, LAST]) {
      expect(slugs(await find(held, 'convoys', { from: dayOf(from, 1, 1) }))).toEqual(['n0'])
    }
    expect(slugs(await find(held, 'convoys', { to: dayOf(LAST - 1, 12, 31) }))).toEqual([])
  })

  it('do not hide the last of the words that begin so', async () => {
    expect(slugs(await find(held, 'con', { from: dayOf(LAST, 1, 1) }))).toEqual(['n0'])
  })
})

describe('a word that is nearly everywhere', () => {
  // More notes than a list has room for; what is told of the oldest is only that they may have it.
  const many = Array.from({ length: MOST_LISTED + 2000 }, (_, i) =>
    textOf(`n${i}`, 'x', i === 5 ? 'rare' : i === 6 ? 'rare common' : 'common'),
  )
  const held = libraryOf(many)

  it('keeps its list short, and still finds the oldest note that has it, and none that has not', async () => {
    const lists = held.index.root as SearchPage
    expect(JSON.stringify(lists).length).toBeLessThan(40_000)
    const { found, near } = await find(held, 'rare common', {}, 10)
    expect(near).toBe(false)
    expect(found.map(({ note }) => note?.slug)).toEqual(['n6'])
    expect(slugs(await find(held, 'common', {}, 10))).not.toContain('n5')
  })
})

describe('a note that is several documents', () => {
  const part = (text: string, year?: number): SearchText => ({
    ...textOf('long', 'x'),
    passages: [
      {
        kind: 'text',
        text,
        ...(year
          ? {
              statements: [
                {
                  start: 0,
                  end: text.length,
                  id: `s-${year}`,
                  from: dayOf(year, 1, 1),
                  to: dayOf(year, 12, 31),
                },
              ],
            }
          : {}),
      },
    ],
  })
  const parts = [
    part('Salt was dear.', 1850),
    ...Array.from({ length: 9 }, (_, i) => part(`Salt again, ${i}.`)),
    part('Convoys went south.'),
    part('Salt was cheap.', 2025),
  ]
  const held = libraryOf([textOf('before', 'x', 'salt'), ...parts, textOf('after', 'x', 'convoys')])

  it('has what stands in any of them, exactly', async () => {
    const { found, near, more } = await find(held, 'convoys dear')
    expect(found.map(({ note }) => note?.slug)).toEqual(['long'])
    expect(found[0]?.passages.map(({ text }) => text).sort()).toEqual([
      'Convoys went south.',
      'Salt was dear.',
    ])
    expect([near, more]).toEqual([false, false])
  })

  it('is one result, of which not everything is read', async () => {
    held.asked.texts.clear()
    expect(slugs(await find(held, 'salt')).sort()).toEqual(['before', 'long'])
    expect(held.asked.texts.size).toBeLessThan(8)
  })

  it('is found by the days of any of them, and shows no other sentence', async () => {
    const { found, near } = await find(held, 'salt', { from: dayOf(2025, 1, 1) })
    expect(found.flatMap(({ passages }) => passages.map(({ anchor }) => anchor))).toEqual(['s-2025'])
    expect(near).toBe(false)
    expect(slugs(await find(held, 'salt', { from: dayOf(1900, 1, 1), to: dayOf(1950, 1, 1) }))).toEqual([])
  })

  it('does not lend its words to the notes beside it', async () => {
    const { near } = await find(held, '"salt again" nowhere')
    expect(near).toBe(true)
    expect(
      slugs(await find(libraryOf([textOf('a', 'x', 'salt'), textOf('b', 'x', 'convoys')]), 'salt convoys')),
    ).toHaveLength(2)
  })
})

describe('a word that stands in one passage many times', () => {
  const text = `${'Salt. '.repeat(400)}Salt in spring. ${'Salt. '.repeat(400)}`
  const start = text.indexOf('Salt in')
  const statements = [{ start, end: start + 15, id: 's-1', from: dayOf(2025, 3, 1), to: dayOf(2025, 5, 31) }]
  const held = libraryOf([{ ...textOf('n', 'x'), passages: [{ kind: 'text', text, statements }] }])

  it('is found in the one statement of the days', async () => {
    const { found } = await find(held, 'salt', { from: dayOf(2025, 1, 1) })
    expect(found[0]?.passages.map(({ text: told, marks }) => [told, marks])).toEqual([
      ['Salt in spring.', [[0, 4]]],
    ])
  })
})

describe('a name with signs', () => {
  const held = libraryOf(
    [
      'C++ is old.',
      'C# is younger.',
      'A company.',
      'C++17 came later',
      'Disney+, a channel',
      'Python+Java',
      '#salt',
    ].map((text, i) => textOf(`n${i}`, 'x', text)),
  )

  it.each([
    ['C++', ['n0', 'n3']],
    ['Ｃ＋＋', ['n0', 'n3']],
    ['"C++"', ['n0']],
    ['c#', ['n1']],
    ['C++17', ['n3']],
    ['disney', ['n4']],
    ['Disney+', ['n4']],
    ['java', ['n5']],
    ['python', ['n5']],
    ['salt', ['n6']],
  ])('is found as %s, and nothing that only begins like it', async (query, expected) => {
    const results = await find(held, query)
    expect(results.near ? [] : slugs(results).sort()).toEqual(expected)
  })
})

describe('what nobody would type', () => {
  it.each([
    ['', true],
    ['   ', true],
    ['[.*+?^$()|\\]', true],
    ['""', true],
    ['\u202e\u0000\u0007', true],
    ['\u202e开源\u0000', false],
    ['#t:food', false],
    ['__proto__ constructor', false],
  ])('is answered: %j', async (query, empty) => {
    expect((await find(notes, query)).empty).toBe(empty)
  })

  it.each(['开源', 'a', '"', 'a ', '“', '开 ', 'democratizes '])(
    'is answered soon, and of a bounded number of files, where it is 100,000 characters of %j',
    async (piece) => {
      const held = libraryOf(NOTES)
      const began = performance.now()
      await find(held, piece.repeat(100_000 / piece.length))
      expect(performance.now() - began).toBeLessThan(1000)
      expect(held.asked.pages.size).toBeLessThan(20)
    },
  )

  it('finds nothing in a library of no notes, and something in one of one', async () => {
    expect((await find(libraryOf([]), '开源')).found).toEqual([])
    expect((await find(libraryOf([]), 'abcd')).found).toEqual([])
    expect(slugs(await find(libraryOf([textOf('a', '开源')]), '开源'))).toEqual(['a'])
  })
})
