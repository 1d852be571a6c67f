// @vitest-environment jsdom
import { parseAtomFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { feedOf } from '../../src/compiler/feed.ts'

const PLACE = { base: '/reader/', origin: 'https://notes.example' }

function feed(files: Record<string, string>, place: Parameters<typeof feedOf>[1] = PLACE) {
  const compiled = compile({
    notes: Object.entries(files).map(([file, raw]) => ({ file, raw })),
    images: [],
  })
  return feedOf(compiled, place)
}

/** As a reader of feeds reads it, once an XML parser has found nothing wrong. */
function read(files: Record<string, string>) {
  const text = feed(files) ?? ''
  const document = new DOMParser().parseFromString(text, 'application/xml')
  expect(document.querySelector('parsererror')).toBeNull()
  // What RFC 4287 asks of every feed and entry.
  for (const element of document.querySelectorAll('feed, entry')) {
    const own = (name: string) => [...element.children].filter(({ localName }) => localName === name)
    for (const name of ['id', 'title', 'updated']) expect(own(name), name).toHaveLength(1)
    expect(own('updated')[0]?.textContent).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/)
    expect(URL.canParse(own('id')[0]?.textContent ?? '')).toBe(true)
  }
  const ids = [...document.querySelectorAll('entry > id')].map((id) => id.textContent)
  expect(new Set(ids).size).toBe(ids.length)
  return parseAtomFeed(text)
}

describe('the feed', () => {
  it('names notes and what was said in them, the newest first, each in its language and at its place', () => {
    const { id, entries = [] } = read({
      '2025-01-05-a-en.md':
        '# A\n\nOn 2 January 2025 it rained.[^1] It will end in 2030.\n\n[^1]: https://s.example/x\n',
      '2025-01-05-a-zh.md': '# 甲\n\n2025年1月2日下雨。',
      '2025-02-01-b-en.md': '---\ntitle: B & <b>\nsummary: In short\n---\nOn 3 January 2025 it snowed.',
    })
    expect(id).toBe('https://notes.example/reader/')
    expect(entries.map(({ title }) => title?.value)).toEqual([
      'B & <b>',
      'A',
      '甲',
      'On 3 January 2025 it snowed.',
      expect.stringMatching(/it rained/),
    ])
    expect(entries[2]?.id).toBe('https://notes.example/reader/notes/2025-01-05-a-zh')
    expect(entries[3]?.id).toMatch(/^https:\/\/notes\.example\/reader\/notes\/2025-02-01-b-en#s-/)
    expect(entries[4]?.links).toContainEqual({ rel: 'related', href: 'https://s.example/x' })
    expect(feed({ '2025-01-05-a-zh.md': '# 甲' })).toContain('<entry xml:lang="zh-Hans">')
  })

  it('tells who or what wrote a note', () => {
    const head = 'author: Ann\nmodel: M 4\ngenerated: true\nsource: https://a.example/chat'
    const [entry] = read({ '2025-01-05-a-en.md': `---\n${head}\n---\n# A` }).entries ?? []
    expect(entry).toMatchObject({
      authors: [{ name: 'Ann' }],
      contributors: [{ name: 'M 4' }],
      categories: [{ term: 'generated' }],
    })
    expect(entry?.links).toContainEqual({ rel: 'via', href: 'https://a.example/chat' })
  })

  it('holds no more than the newest, whatever the library', () => {
    const days = Array.from({ length: 90 }, (_, i) => `20${10 + i}-01-05-n${i}-en.md`)
    const files = Object.fromEntries(
      days.map((name, i) => [name, `# N${i}\n\nOn 2 January 2005 it was ${i}.`]),
    )
    const { entries = [] } = read(files)
    expect(entries.length).toBe(60)
    expect(entries[0]?.title?.value).toBe('N89')
  })

  it('cannot be broken or led astray by what a note says', () => {
    const { entries = [] } = read({
      '2025-01-05-a-en.md':
        '---\ntitle: "]]><x>\\u0001 & \\ud800"\nsource: "javascript:ran()"\n---\nOn 2 January 2025 </entry> x.',
    })
    expect(entries).toHaveLength(2)
    expect(JSON.stringify(entries.map(({ links }) => links))).not.toContain('javascript')
  })

  it('is not there where nothing has a date, or the site does not know its address', () => {
    expect(feed({ 'a.md': '# A\n\nIn 2020.' })).toBeUndefined()
    expect(feed({ '2025-01-05-a-en.md': '# A' }, { base: '/' })).toBeUndefined()
  })
})
