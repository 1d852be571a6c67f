import { describe, expect, it } from 'vitest'
import type { SourceNote, SourceShard } from '../../src/notes/index.ts'
import { shownSources } from '../../src/views/sources/shown-sources.ts'

const version = (language: string): SourceNote => ({
  slug: `paper-${language}`,
  group: 'paper',
  title: language,
  language,
  topics: [],
})

/** One source, which a note in French and English names. */
const SHARD: SourceShard = {
  version: 1,
  notes: [version('fr'), version('en')],
  sources: [
    {
      key: 'k',
      url: 'https://example.org/',
      site: 'example.org',
      titles: [
        { title: 'Le plus complet des titres', language: 'fr' },
        { title: 'A title', language: 'en' },
      ],
      citedBy: [
        { note: 0, number: 1 },
        { note: 1, number: 1 },
      ],
      statements: [],
    },
  ],
}

describe('the title of a source', () => {
  it.each([
    ['fr', 'Le plus complet des titres', 'fr'],
    ['en', 'A title', 'en'],
    ['ar', 'A title', 'en'],
  ])(
    'for a reader of %s is %s, and never in another language than its note beside it',
    (language, title, note) => {
      const [shown] = shownSources([SHARD], language)
      expect(shown?.title).toBe(title)
      expect(shown?.notes.map(({ note }) => note.language)).toEqual([note])
      expect(shown?.others.map((other) => other.title)).not.toContain(title)
    },
  )
})
