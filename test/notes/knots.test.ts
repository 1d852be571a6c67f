import { describe, expect, it } from 'vitest'
import { findExcess, findKnot, parseMarkdown } from '../../src/notes/index.ts'

describe('a knot', () => {
  it.each([
    ['nested quotes', '>'.repeat(5000)],
    ['nested quotes with spaces', '> '.repeat(5000)],
    ['lists in lists on one line', '- '.repeat(5000)],
    ['numbered lists in lists', '1. '.repeat(5000)],
    ['quotes in lists', '- > '.repeat(5000)],
    ['open brackets', '['.repeat(50_000)],
    ['links in links', `${'[a '.repeat(10_000)}${'](b)'.repeat(10_000)}`],
    ['images in images', `${'![a '.repeat(3000)}${'](b)'.repeat(3000)}`],
    ['links never closed', '[a](<b'.repeat(20_000)],
    ['emphasis opened and never closed', '*a _b '.repeat(5000)],
    ['emphasis opened, then closed', `${'*a '.repeat(5000)}${'a* '.repeat(5000)}`],
    ['strikes', 'a ~b '.repeat(5000)],
    ['instructions never closed', 'a <?'.repeat(20_000)],
    ['declarations never closed', 'a <!A '.repeat(20_000)],
    ['code of every length', Array.from({ length: 1000 }, (_, n) => `${'`'.repeat(n + 1)} `).join('')],
    ['headings', '# a\n'.repeat(100_000)],
    ['underlined headings', 'a\n-\n'.repeat(10_000)],
    ['cells', `|a|b|\n|-|-|\n${'|1|2|\n'.repeat(20_000)}`],
    ['columns', `${'|a'.repeat(30_000)}|\n${'|-'.repeat(30_000)}|\n`],
    ['list items', '- a\n'.repeat(20_000)],
  ])('is found in %s', (_, raw) => {
    expect(findKnot(raw, 0)).toBeDefined()
  })

  it('is found where it begins, behind the front matter', () => {
    expect(findKnot(`---\n---\nText.\n\n${'>'.repeat(200)}`, 7)?.offset).toBe(15)
  })

  it.each([
    ['a long chat', '**A:** It *was* so.\n'.repeat(400)],
    [
      'a long list of sources',
      '1. [Title, with a `name`](https://a.example/some_long_name_(x)) *2020*\n'.repeat(1500),
    ],
    ['a long table', `|a|b|c|\n|-|-|-|\n${'| **1** | [2](https://a.example) | 3 |\n'.repeat(1000)}`],
    ['much code', `\`\`\`html\n${'<a href="*">[x](y)</a> <!-- _ -->\n'.repeat(10_000)}\`\`\`\n`],
    ['rules', `${'-'.repeat(1000)}\n\n${'* '.repeat(60)}\n\n${'='.repeat(1000)}\n`],
    ['rules between paragraphs', 'Text.\n\n---\n\n'.repeat(1500)],
    ['a book', `## Chapter\n\n${'A line of *prose*, said [there](x).\n\n'.repeat(100)}`.repeat(40)],
    ['quotes in quotes', `${'> '.repeat(30)}a\n`.repeat(20)],
    ['lists in lists', Array.from({ length: 40 }, (_, n) => `${'  '.repeat(n)}- a\n`).join('')],
  ])('is not found in %s', (_, raw) => {
    expect(findKnot(raw, 0)).toBeUndefined()
  })
})

describe('an excess', () => {
  it('is found where a tree is deeper than it can be shown', () => {
    const deep = (levels: number) =>
      parseMarkdown(Array.from({ length: levels }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'), 0)
    expect(findExcess(deep(40))).toBeUndefined()
    expect(findExcess(deep(60))?.message).toContain('nested')
  })

  it('is found where a tree has more nodes than can be shown', () => {
    expect(findExcess(parseMarkdown('`a` '.repeat(1000), 0))).toBeUndefined()
    expect(findExcess(parseMarkdown('`a` '.repeat(16_000), 0))?.message).toContain('parts')
  })

  it.each([
    ['letters without an end', 'a'.repeat(200_000)],
    ['code without an end', `    ${'a'.repeat(200_000)}`],
    ['changes of direction', 'aא'.repeat(20_000)],
    ['joining letters', 'ᠠ\u180B'.repeat(20_000)],
    ['stacked syllables', 'က္'.repeat(20_000)],
  ])('is found in %s', (_, raw) => {
    expect(findExcess(parseMarkdown(raw, 0))?.message).toContain('too much text')
  })

  it.each([
    ['a book in Arabic', `${'في عام ٢٠٢٠ كان كل شيء كما ينبغي له أن يكون. '.repeat(20)}\n\n`.repeat(200)],
    ['a book in Thai', `${'ในปี ๒๕๖๓ ทุกอย่างเป็นไปตามที่ควรจะเป็น '.repeat(20)}\n\n`.repeat(200)],
    ['a long chapter in Chinese', '那一年，一切都如所应当。'.repeat(6000)],
    ['a long chapter in English', 'That year everything was as it should be. '.repeat(2000)],
  ])('is not found in %s', (_, raw) => {
    expect(findExcess(parseMarkdown(raw, 0))).toBeUndefined()
  })
})
