import { describe, expect, it } from 'vitest'
import { fillShelves } from '../../src/compiler/shelves.ts'
import { type NoteHead, topicTree } from '../../src/notes/index.ts'

const head = (n: number, topics: string[], more: Partial<NoteHead> = {}): NoteHead => ({
  slug: `note-${n}`,
  group: `note-${n}`,
  title: `Note ${n}`,
  language: 'en',
  topics,
  summary: 'A summary as long as summaries are. '.repeat(5),
  minutes: 1,
  statements: 0,
  revision: 'r',
  ...more,
})

const shelve = (heads: readonly NoteHead[]) => fillShelves(heads, topicTree(heads))
const many = Array.from({ length: 2000 }, (_, n) => head(n, [n % 2 ? 'odd' : 'even/low']))

describe('what is known of a library', () => {
  it('has its notes where they are few, and nothing stands apart', () => {
    const notes = [...many.slice(0, 20), head(2001, [])]
    const { library, newest, loose } = shelve(notes)
    expect(library).toMatchObject([{ count: 21, loose: 1, newest: 0, notes }])
    expect([newest, loose]).toEqual([[], []])
  })

  it('has none of them where they are not few, and does not grow with them', () => {
    const size = (heads: readonly NoteHead[]) => JSON.stringify(shelve(heads).library).length
    expect(shelve(many.slice(0, 100)).library).toMatchObject([{ count: 100, newest: 1, notes: [] }])
    expect(size(many)).toBeLessThan(size(many.slice(0, 100)) + 10)
  })

  it('does not grow with the topics either, and leaves none out', () => {
    const heads = Array.from({ length: 1000 }, (_, n) => head(n, [`t${n}/a/b`]))
    const { library } = shelve(heads)
    expect(JSON.stringify(library[0]?.topics).length).toBeLessThan(30_000)
    expect(library.flatMap(({ topics }) => topics)).toHaveLength(1000)
  })

  it('is there without any notes', () => {
    expect(shelve([])).toMatchObject({ library: [{ count: 0, pages: 1, notes: [], topics: [] }], newest: [] })
  })
})

describe('the shelf of all notes', () => {
  it('holds every note once, in order, on one page or however many it takes', () => {
    for (const heads of [many.slice(0, 100), many]) {
      const { newest } = shelve(heads)
      expect(newest.length).toBe(newest[0]?.pages)
      expect(newest.flatMap(({ notes }) => notes)).toEqual(heads)
    }
    expect(shelve(many.slice(0, 100)).newest).toHaveLength(1)
  })

  it('never has a page that grows with the library', () => {
    for (const { notes } of shelve(many).newest) expect(JSON.stringify(notes).length).toBeLessThan(25_000)
  })

  it('never parts the translations of a note', () => {
    const heads = Array.from({ length: 900 }, (_, n) =>
      head(n, [], { group: `group-${Math.floor(n / 9)}`, language: 'en' }),
    )
    const { newest } = shelve(heads)
    expect(newest[0]?.count).toBe(100)
    for (const { notes } of newest) {
      for (const { group } of notes) expect(notes.filter((note) => note.group === group)).toHaveLength(9)
    }
  })
})

describe('the shelf of the notes without a topic', () => {
  it('holds them and no others, where all are not few', () => {
    const { library, loose } = shelve([...many.slice(0, 100), head(2001, []), head(2002, [])])
    expect(library[0]?.loose).toBe(2)
    expect(loose).toMatchObject([{ count: 2, notes: [{ slug: 'note-2001' }, { slug: 'note-2002' }] }])
  })
})

describe('the shelf of a topic', () => {
  it('holds the notes on it and below it, and names the topics below', () => {
    const { topics } = shelve(many)
    const even = topics.filter(([first]) => first?.path === 'even').flat()
    expect(even.flatMap(({ notes }) => notes)).toEqual(many.filter((_, n) => n % 2 === 0))
    expect(even[0]?.topics).toMatchObject([{ path: 'even/low', name: 'low', count: 1000 }])
  })

  it('begins with few: they come with each note that is on it', () => {
    const pages = shelve(many).topics.find(([first]) => first?.path === 'odd') ?? []
    expect(JSON.stringify(pages[0]?.notes).length).toBeLessThan(10_500)
    expect(pages.flatMap(({ notes }) => notes)).toHaveLength(1000)
  })

  it('does not count a note twice that stands on it in several languages', () => {
    const { topics } = shelve([
      head(1, ['a'], { group: 'g' }),
      head(2, ['a'], { group: 'g', language: 'zh-Hans' }),
    ])
    expect(topics.flat()).toMatchObject([{ path: 'a', count: 1 }])
  })
})
