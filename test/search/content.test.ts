import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { searchedIn, searchFiles } from '../../src/compiler/search-files.ts'
import { readVariants } from '../../src/compiler/variants.ts'
import { artifactPaths, type Body, type Note } from '../../src/notes/index.ts'
import { fold } from '../../src/search/index.ts'
import { find, writtenLibrary } from './library.ts'

const CONTENT = resolve(import.meta.dirname, '../../content')
const files = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.md'),
)
const compiled = compile({
  notes: files.map((file) => ({ file, raw: readFileSync(join(CONTENT, file), 'utf8') })),
  images: [],
})
const written = new Map([...searchFiles(searchedIn(compiled))].map(([path, text]) => [path, text]))
const library = writtenLibrary(written)
const plain = (text: string) => fold(text, readVariants())

/** Every run of text in a note, by itself; the heading of the footnotes is ours. */
const leaves = (body: readonly Body[]): string[] =>
  body.flatMap((one) =>
    typeof one === 'string' ? [one] : one[1]?.id === 'footnote-label' ? [] : leaves(one.slice(2) as Body[]),
  )

/** All that a note says, with nothing between: what stands in no way beside each other in it does not here. */
const everything = ({ title, summary = '', body, references }: Note) =>
  [title, summary, ...references.flatMap((one) => [one.title, one.site ?? '']), leaves(body).join('')]
    .map((text) => plain(text).replaceAll(' ', ''))
    .join('\n')

const said = compiled.notes.map((note) => ({ group: note.group, all: everything(note) }))
/** Two characters, at least one of them of a script without spaces. */
const PAIR = /(?=([\p{L}\p{N}ー]{2}))/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

describe('the notes that ship', () => {
  it('are in one small file', () => {
    expect([...written.keys()]).toEqual([artifactPaths.search])
  })

  it('are found by any two characters that stand in them, and by none that do not', async () => {
    const pairs = new Map<string, Set<string>>()
    for (const { group, body, title } of compiled.notes) {
      for (const [, pair = ''] of [title, ...leaves(body)].flatMap((text) => [...text.matchAll(PAIR)])) {
        if (UNSPACED.test(pair)) pairs.set(pair, (pairs.get(pair) ?? new Set()).add(group))
      }
    }
    expect(pairs.size).toBeGreaterThan(2000)
    // Each note and character is in the sample many times over.
    const sample = [...pairs].filter((_, i) => i % 4 === 0)
    for (const [pair, groups] of sample) {
      const { found, near } = await find(library, pair)
      const inNotes = new Set(found.flatMap(({ note }) => note?.group ?? []))
      expect(near, pair).toBe(false)
      expect(
        [...groups].filter((group) => !inNotes.has(group)),
        pair,
      ).toEqual([])
      const holding = new Set(said.filter(({ all }) => all.includes(plain(pair))).map(({ group }) => group))
      expect(
        [...inNotes].filter((group) => !holding.has(group)),
        pair,
      ).toEqual([])
    }
  }, 60_000)

  it.each([
    ['人工智能', '2025-11-09-tsai-on-ai-zh'],
    ['人工智慧', '2025-11-09-tsai-on-ai-hant'],
    ['开源 democratizes', undefined],
    ['"winner takes all"', '2025-11-09-tsai-on-ai-en'],
    ['ecmscript', '2025-11-10-ecmascript-editions-en'],
    ['الذكاء', '2025-11-09-tsai-on-ai-ar'],
  ])('answer “%s”', async (query, slug) => {
    const { found, near } = await find(library, query)
    const notes = found.flatMap(({ note, others }) => [note?.slug, ...others.map((other) => other.slug)])
    if (slug) expect(notes).toContain(slug)
    else expect(near).toBe(true)
  })

  it('lead to places that are there', async () => {
    for (const query of ['2025', '开源', 'yahoo', 'react', 'model', '漢字']) {
      for (const { note, passages } of (await find(library, query)).found) {
        const page = JSON.stringify(compiled.notes.find(({ slug }) => slug === note?.slug)?.body ?? '')
        for (const { anchor } of passages) if (anchor) expect(page).toContain(`"id":"${anchor}"`)
      }
    }
  })
})

describe('a note that is long', () => {
  const long = compile({
    notes: [
      {
        file: 'a-en.md',
        raw: `# Long\n\n## One\n\n${'Some words. '.repeat(200).concat('\n\n').repeat(20)}\n\n## Two\n\nThe needle.\n`,
      },
      { file: 'b-en.md', raw: '# Short\n\nNothing.\n' },
    ],
    images: [],
  })
  const held = writtenLibrary(new Map([...searchFiles(searchedIn(long))].map(([path, text]) => [path, text])))

  it('is found whole, once, and no text of it is longer than a few pages', async () => {
    const { found } = await find(held, 'words')
    expect(found.map(({ note }) => note?.slug)).toEqual(['a-en'])
    const [needle] = (await find(held, 'needle')).found
    expect(needle?.passages.map(({ text, anchor }) => [text, anchor])).toEqual([['The needle.', 'h-two']])
    const texts = held.index.whole?.texts ?? []
    expect(texts.length).toBeGreaterThan(2)
    for (const text of texts) expect(JSON.stringify(text).length).toBeLessThan(30_000)
  })
})
