import { describe, expect, it } from 'vitest'
import { toIso } from '../../src/calendar/index.ts'
import { readFrontMatter } from '../../src/notes/front-matter.ts'
import { readMetadata } from '../../src/notes/metadata.ts'

const read = (path: string, fields = '', body = 'Some plain words of English text.') => {
  const raw = fields ? `---\n${fields}\n---\n${body}` : body
  return readMetadata(path, readFrontMatter(raw), body)
}

describe('the language of a note', () => {
  it.each([
    ['2025-01-01-a-ja.md', 'lang: hant', '', 'zh-Hant'],
    ['2025-01-01-a-ja.md', '', '', 'ja'],
    ['fr/a.md', '', '', 'fr'],
    ['a.md', '', '这篇笔记没有写明语言，只有正文可以说明它用什么写成。', 'zh-Hans'],
    ['a.md', '', '這篇筆記沒有寫明語言，只有正文可以說明它用什麼寫成。', 'zh-Hant'],
    ['a.md', '', 'لا تقول هذه الملاحظة بأي لغة كتبت، والنص وحده يدل على ذلك.', 'ar'],
    ['a.md', '', '…', 'en'],
  ])('of %s with “%s” and its text is %4$s', (path, fields, body, language) => {
    expect(read(path, fields, body).language).toBe(language)
  })

  it('is found from the text, and told, where what is written is none', () => {
    const { language, problems } = read('a.md', 'lang: "klingon?!"')
    expect(language).toBe('en')
    expect(problems[0]?.message).toContain('is not a language tag')
  })
})

describe('the date of a note', () => {
  it.each([
    ['2025-01-01-a.md', 'date: 2024-02-03', '2024-02-03'],
    ['2025-01-01-a.md', '', '2025-01-01'],
    ['a.md', 'published: 2024-02-03T10:00:00Z', '2024-02-03'],
    ['a.md', 'pubDate: 2024/02/03', '2024-02-03'],
  ])('of %s with “%s” is %s', (path, fields, iso) => {
    const { date } = read(path, fields)
    expect(date !== undefined && toIso(date)).toBe(iso)
  })

  it('is not guessed where there is none', () => {
    expect(read('a.md').date).toBeUndefined()
    expect(read('2025-02-30-a.md').date).toBeUndefined()
  })

  it('is that of the file name, and told, where the field holds no day', () => {
    const { date, problems } = read('2025-01-01-a.md', 'date: soon')
    expect(date !== undefined && toIso(date)).toBe('2025-01-01')
    expect(problems[0]?.hint).toContain('YYYY-MM-DD')
  })
})

describe('the topics of a note', () => {
  it.each([
    ['x/a.md', 'topics: [A/B, C]', ['A/B', 'C']],
    ['a.md', 'tags: One', ['One']],
    ['a.md', 'categories: [One, One, ""]', ['One']],
    ['a.md', 'category: One', ['One']],
    ['x/y/a.md', '', ['x/y']],
    ['zh/a.md', '', []],
    ['a.md', '', []],
  ])('of %s with “%s” are %j', (path, fields, topics) => {
    expect(read(path, fields).topics).toEqual(topics)
  })
})

describe('what else the front matter says', () => {
  it('is kept', () => {
    expect(
      read(
        'a.md',
        'author: [Ann, Bo]\nsource: https://a.example\nmodel: m\ngenerated: true\ntranslated: true\nsummary: Short',
      ).provenance,
    ).toEqual({
      author: 'Ann, Bo',
      source: 'https://a.example',
      model: 'm',
      generated: true,
      translated: true,
    })
  })

  it('does not make a draft of what only says so in words', () => {
    expect(read('a.md', 'draft: true').draft).toBe(true)
    expect(read('a.md', 'draft: "no"').draft).toBe(false)
  })
})
