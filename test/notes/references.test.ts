import { describe, expect, it } from 'vitest'
import { parseIso } from '../../src/calendar/index.ts'
import { dateInAddress, normaliseAddress, safeAddress } from '../../src/notes/addresses.ts'
import { parseMarkdown } from '../../src/notes/markdown.ts'
import { gatherReferences } from '../../src/notes/references.ts'

const gather = (raw: string) => {
  const { references, lists } = gatherReferences(parseMarkdown(raw, 0))
  return {
    titles: references.map(({ title }) => title),
    urls: references.map(({ url }) => url),
    lists: lists.size,
  }
}

const LINKS = '- [One](https://one.example/)\n- [Two](https://two.example/)\n'

describe('the references of a note', () => {
  it.each([
    '## References',
    '# Key Citations:',
    '### 参考资料',
    '## 參考資料',
    '## 参考文献',
    '## Fuentes',
    '## Références',
    '## Quellen',
    '## المراجع',
    '## संदर्भ',
    'References:',
    '## 3. Sources',
  ])('are the list under “%s”', (heading) => {
    expect(gather(`Text.\n\n${heading}\n\n${LINKS}`)).toMatchObject({ titles: ['One', 'Two'], lists: 1 })
  })

  it('are a trailing run of links without a heading', () => {
    expect(gather(`Text.\n\n${LINKS}`)).toMatchObject({ titles: ['One', 'Two'], lists: 1 })
  })

  it('are not a trailing run of links to other notes', () => {
    expect(gather('Text.\n\n- [One](one.md)\n- [Two](two.md)\n').lists).toBe(0)
  })

  it('are not looked for in a list of links amid the text', () => {
    expect(gather(`${LINKS}\nAnd on it goes.`).lists).toBe(0)
  })

  it('end with the section that lists them', () => {
    expect(gather(`## Sources\n\n${LINKS}\n## After\n\n- no source\n`)).toMatchObject({ lists: 1 })
  })

  it('hold footnotes and links in the text, each address once', () => {
    const { titles, urls } = gather(
      'See [one](https://one.example).[^1]\n\n[^1]: The paper, https://two.example/a?utm_source=x\n\nAgain [it](https://one.example/#part).',
    )
    expect(urls).toEqual(['https://one.example/', 'https://two.example/a?utm_source=x'])
    expect(titles).toEqual(['one', 'The paper'])
  })

  it('keep an entry that has no address', () => {
    expect(gather('## Sources\n\n- A book, 1901\n').titles).toEqual(['A book, 1901'])
  })

  it('do not hold what may not be followed', () => {
    expect(gather('[x](javascript:alert) [y](file:///etc/passwd) [z](other.md)').urls).toEqual([])
  })
})

describe('an address', () => {
  it.each([
    ['https://A.example:443/b/', 'https://a.example/b'],
    ['http://a.example/b?utm_source=x&id=1&fbclid=y', 'https://a.example/b?id=1'],
    ['https://a.example/b#part', 'https://a.example/b'],
  ])('%s is the same source as %s', (one, other) => {
    expect(normaliseAddress(one)).toBe(normaliseAddress(other))
  })

  it('of another page is another source', () => {
    expect(normaliseAddress('https://a.example/b?id=1')).not.toBe(
      normaliseAddress('https://a.example/b?id=2'),
    )
  })

  it.each([
    ['https://a.example/2025/10/09/x', '2025-10-09'],
    ['https://a.example/news/202510092039/x', '2025-10-09'],
    ['https://x.com/a/status/1904438237554515976', '2025-03-25'],
  ])('%s holds the day %s', (address, iso) => {
    expect(dateInAddress(address)).toBe(parseIso(iso))
  })

  it.each([
    'https://a.example/article/3314070/x',
    'https://a.example/2025/13/40/',
    'https://a.example/20259999/',
  ])('%s holds no day', (address) => {
    expect(dateInAddress(address)).toBeUndefined()
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '/relative',
    'ftp://a.example',
    'https://',
    'java\tscript:x',
  ])('%j is not safe', (address) => {
    expect(safeAddress(address)).toBeUndefined()
  })
})
