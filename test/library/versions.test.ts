import { describe, expect, it } from 'vitest'
import { versionsOf } from '../../src/library/index.ts'
import type { NoteHead } from '../../src/notes/index.ts'

const head = (group: string, language: string): NoteHead => ({
  slug: `${group}-${language}`,
  group,
  title: group,
  language,
  topics: [],
  minutes: 1,
  statements: 0,
  revision: 'r',
})

const notes = [head('a', 'ja'), head('b', 'fr'), head('a', 'en'), head('a', 'zh-Hant'), head('a', 'zh-Hans')]

const shown = (language: string, open?: string) =>
  versionsOf(notes, language, open).map(([first]) => first.slug)

describe('the versions of a translated note', () => {
  it('count as one note, in the place of the first', () => {
    expect(versionsOf(notes, 'en').map((group) => group.length)).toEqual([4, 1])
  })

  it('show the reader’s own language first, then its nearest, then English', () => {
    expect(shown('zh-Hans')[0]).toBe('a-zh-Hans')
    expect(shown('zh-Hant')[0]).toBe('a-zh-Hant')
    expect(versionsOf(notes.slice(0, 4), 'zh-Hans')[0]?.[0].slug).toBe('a-zh-Hant')
    expect(shown('de')[0]).toBe('a-en')
  })

  it('do not hide a note that the reader’s language has no version of', () => {
    expect(shown('de')[1]).toBe('b-fr')
  })

  it('show the open one before all', () => {
    expect(shown('en', 'a-ja')[0]).toBe('a-ja')
  })
})
