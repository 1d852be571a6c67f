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

describe('the shelf of a library', () => {
  it('is one page where the notes are few', () => {
    const { library } = shelve(many.slice(0, 20))
    expect(library).toMatchObject([{ count: 20, pages: 1, notes: many.slice(0, 20) }])
  })

  it('holds every note once, in order, however many pages it takes', () => {
    const { library } = shelve(many)
    expect(library.length).toBe(library[0]?.pages)
    expect(library.flatMap(({ notes }) => notes)).toEqual(many)
  })

  it('does not grow with the library: its first page stays as large', () => {
    const size = (heads: readonly NoteHead[]) => JSON.stringify(shelve(heads).library[0]).length
    expect(size(many)).toBeLessThan(size(many.slice(0, 500)) * 1.01)
    expect(size(many)).toBeLessThan(60_000)
  })

  it('does not grow with the topics either, and leaves none out', () => {
    const heads = Array.from({ length: 1000 }, (_, n) => head(n, [`t${n}/a/b`]))
    const { library } = shelve(heads)
    expect(JSON.stringify(library[0]?.topics).length).toBeLessThan(30_000)
    expect(library.flatMap(({ topics }) => topics)).toHaveLength(1000)
  })

  it('never parts the translations of a note', () => {
    const heads = Array.from({ length: 900 }, (_, n) =>
      head(n, [], { group: `group-${Math.floor(n / 9)}`, language: 'en' }),
    )
    const { library } = shelve(heads)
    expect(library[0]?.count).toBe(100)
    for (const { notes } of library) {
      for (const { group } of notes) expect(notes.filter((note) => note.group === group)).toHaveLength(9)
    }
  })

  it('is there without any notes', () => {
    expect(shelve([]).library).toMatchObject([{ count: 0, pages: 1, notes: [], topics: [] }])
  })
})

describe('the shelf of a topic', () => {
  it('holds the notes on it and below it, and names the topics below', () => {
    const { topics } = shelve(many)
    const even = topics.filter(([first]) => first?.path === 'even').flat()
    expect(even.flatMap(({ notes }) => notes)).toEqual(many.filter((_, n) => n % 2 === 0))
    expect(even[0]?.topics).toMatchObject([{ path: 'even/low', name: 'low', count: 1000 }])
  })

  it('does not count a note twice that stands on it in several languages', () => {
    const { topics } = shelve([
      head(1, ['a'], { group: 'g' }),
      head(2, ['a'], { group: 'g', language: 'zh-Hans' }),
    ])
    expect(topics.flat()).toMatchObject([{ path: 'a', count: 1 }])
  })
})
