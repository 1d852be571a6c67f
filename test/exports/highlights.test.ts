import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { highlightsMarkdown } from '../../src/exports/index.ts'

const SITE = 'https://notes.example/reader/'
const one = (exact: string, remark = '', anchor?: string) => ({
  quote: { exact },
  remark,
  made: Date.UTC(2025, 10, 9, 12),
  ...(anchor ? { anchor } : {}),
})

describe('highlights as Markdown', () => {
  it('are quotations under the title of their note, each with its remark, its day and the way back', () => {
    const notes = [
      {
        slug: 'a-en',
        title: 'A harbour',
        highlights: [one('It is ours', 'Is it?\nAsk.', 's-1'), one('open')],
      },
      { slug: '港口', title: '港口', highlights: [one('开放')] },
    ]
    expect(highlightsMarkdown(notes, 'en', SITE)).toBe(`# [A harbour](https://notes.example/reader/notes/a-en)

> It is ours

Is it?

Ask.

— [Nov 9, 2025](https://notes.example/reader/notes/a-en#s-1)

> open

— [Nov 9, 2025](https://notes.example/reader/notes/a-en)

# [港口](https://notes.example/reader/notes/%E6%B8%AF%E5%8F%A3)

> 开放

— [Nov 9, 2025](https://notes.example/reader/notes/%E6%B8%AF%E5%8F%A3)
`)
  })

  it('are nothing but words, whatever they hold', () => {
    const evil = '[x](javascript:a) <b>*c*</b> `d` # e'
    const text = highlightsMarkdown(
      [{ slug: 'a', title: evil, highlights: [one(evil, `${evil}\n> f`)] }],
      'en',
      SITE,
    )
    const tree = JSON.stringify(fromMarkdown(text))
    expect(tree).not.toMatch(/"type":"(?:html|inlineCode|emphasis)"|"url":"javascript/)
    expect(tree.match(/"type":"blockquote"/g)).toHaveLength(1)
  })
})
