import { describe, expect, it } from 'vitest'
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
    '## 📚 References & Further Reading',
    '## 9. 参考资源 (References)',
    '## Recent updates and sources',
    '### Fonti',
    '## Источники',
    '**参考リンク**',
    '参考資料：',
  ])('are the list under “%s”', (heading) => {
    expect(gather(`Text.\n\n${heading}\n\n${LINKS}`)).toMatchObject({ titles: ['One', 'Two'], lists: 1 })
  })

  it('are a trailing run of links without a heading', () => {
    expect(gather(`Text.\n\n${LINKS}`)).toMatchObject({ titles: ['One', 'Two'], lists: 1 })
  })

  it.each([
    [
      'with two spaces at the end of each',
      'Text.\n\n[One](https://one.example/)  \n[Two](https://two.example/)\n',
    ],
    ['without', 'Text.\n\n[One](https://one.example/)\n[Two](https://two.example/)\n\n---\n'],
    [
      'below a line that names them',
      'Text.\n\nSources:\n[One](https://one.example/)\n[Two](https://two.example/)\n',
    ],
  ])('are the lines of links at the end, %s', (_, raw) => {
    const tree = parseMarkdown(raw, 0)
    expect(gatherReferences(tree).references.map(({ title }) => title)).toEqual(['One', 'Two'])
    const breaks = JSON.stringify(tree.children[1]).match(/"type":"break"/g)
    expect(breaks?.length).toBeGreaterThan(0)
  })

  it.each([
    [
      'below a heading',
      'So [1].\n\n## References\n\n[1] Reuters: Oil up, https://r.example/1\n[2] BBC: Oil down (https://b.example/2)\n',
    ],
    [
      'in lines of their own',
      'So [1].\n\n## References\n\n[1] Reuters: Oil up. <https://r.example/1>\n\n[2] BBC: Oil down https://b.example/2\n',
    ],
    [
      'at the end',
      'So [1].\n\n[1] Reuters: Oil up, https://r.example/1\n[2] BBC: Oil down, https://b.example/2\n',
    ],
  ])('are lines that the note numbers itself, with the words beside the address, %s', (_, raw) => {
    const tree = parseMarkdown(raw, 0)
    const { references, cited } = gatherReferences(tree)
    expect(references.map(({ title }) => title.replace(/\.$/, ''))).toEqual([
      'Reuters: Oil up',
      'BBC: Oil down',
    ])
    expect([...cited]).toEqual([1])
  })

  it.each([
    ['[1]', [1]],
    ['[2, 3]', [2, 3]],
    ['[1–3]', [1, 2, 3]],
    ['[9]', []],
    ['[2020]', []],
    ['a[1] = 2; no list', [1]],
  ])('are cited by %s where their list has numbers', (mark, numbers) => {
    const list = '1. [A](https://a.example/)\n2. [B](https://b.example/)\n3. [C](https://c.example/)\n'
    const cited = (raw: string) => [...gatherReferences(parseMarkdown(raw, 0)).cited]
    expect(cited(`In 1990 ${mark} so.\n\n## Sources\n\n${list}`)).toEqual(numbers)
    // Where two lists begin at one, or none has numbers, a number says nothing.
    expect(cited(`${mark}\n\n## Sources\n\n${list}\nText.\n\n${list.replaceAll('example', 'test')}`)).toEqual(
      [],
    )
    expect(cited(`${mark}\n\n## Sources\n\n${list.replace(/\d\./g, '-')}`)).toEqual([])
  })

  it('keep the places of their dates in the file where lines are parted', () => {
    const raw = '## Sources\n\n[1] A, https://a.example/ (1990)\n[2] B of May 2001, https://b.example/\n'
    const tree = parseMarkdown(raw, 0)
    gatherReferences(tree)
    const [, block] = tree.children
    const texts = block?.type === 'paragraph' ? block.children.filter((node) => node.type === 'text') : []
    for (const { value, position } of texts) {
      expect(raw.slice(position?.start.offset, position?.end.offset).trimEnd()).toBe(value.trimEnd())
    }
    expect(texts.map(({ value }) => value.trim())).toContain('[2] B of May 2001,')
  })

  it('are the rows of a table below their heading', () => {
    expect(
      gather('## Sources\n\n| what | where |\n|---|---|\n| One | https://one.example/ |\n').titles,
    ).toEqual(['One'])
  })

  it('are the addresses that the note defines, called what the definition says', () => {
    const raw =
      'So ([Post][1]).\n\n[1]: https://one.example/ "The whole title"\n[2]: https://two.example/a-b\n'
    expect(gather(raw)).toMatchObject({
      titles: ['The whole title', 'two.example/a-b'],
      urls: ['https://one.example/', 'https://two.example/a-b'],
    })
  })

  it('are not the addresses of its images', () => {
    expect(gather('![A map][m]\n\n[m]: https://maps.example/m.png').urls).toEqual([])
  })

  it('are not what a heading speaks of that only begins like the name of a list', () => {
    expect(gather(`## Sources of income\n\nText.\n\n${LINKS}\nText.`).lists).toBe(0)
    expect(gather('## Links\n\n- [A note](a.md)\n- [Another](b.md)\n').lists).toBe(0)
  })

  it('keep the better of two titles, and are never called “Watch”, 查看原文 or a bare host', () => {
    expect(
      gather('[Watch](https://v.example/w) and [The film of the day](https://v.example/w)').titles,
    ).toEqual(['The film of the day'])
    expect(gather('[查看原文](https://n.example/a) [n.example](https://n.example/b)').titles).toEqual([
      'n.example/a',
      'n.example/b',
    ])
    expect(gather('## Sources\n\n- A long report: [PDF](https://n.example/r.pdf)\n').titles).toEqual([
      'A long report',
    ])
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
    expect(urls).toEqual(['https://two.example/a?utm_source=x', 'https://one.example/'])
    expect(titles).toEqual(['The paper', 'one'])
  })

  it('number footnotes as readers see them numbered, and no link in the text like one of them', () => {
    const { titles } = gather(
      'A [mill pond](https://one.example).[^late] Then.[^early]\n\n[^unused]: Third\n[^early]: Second\n[^late]: First',
    )
    expect(titles).toEqual(['First', 'Second', 'Third', 'mill pond'])
  })

  it('keep an entry that has no address', () => {
    expect(gather('## Sources\n\n- A book, 1901\n').titles).toEqual(['A book, 1901'])
  })

  it.each(['- the glacier\n- a spring below the hill\n', '1. Rain\n2. Snow\n'])(
    'are not a list that only stands below such a heading, and a problem tells where: %j',
    (list) => {
      const { references, lists, problems } = gatherReferences(
        parseMarkdown(`# Rivers\n\n## Sources\n\n${list}\nText.`, 0),
      )
      expect([references.length, lists.size]).toEqual([0, 0])
      expect(problems).toMatchObject([{ offset: 22, severity: 'warning' }])
    },
  )

  it.each([
    '- A book, 1901\n',
    '- “Rivers and rain”, a talk\n',
    '- 《河流》\n',
    '- *Rivers of the north*\n',
    '- Rain\n- Snow, https://snow.example/\n',
  ])('are a list of works without addresses all the same: %j', (list) => {
    const { lists, problems } = gatherReferences(parseMarkdown(`## Sources\n\n${list}`, 0))
    expect([lists.size, problems]).toEqual([1, []])
  })

  it('are not what is defined with an address that leads nowhere, and a problem tells where', () => {
    const raw = 'So ([a][1]).\n\n[1]: javascript:x\n[2]: https://u:p@b.example/\n[3]: other.md\n'
    const { references, problems } = gatherReferences(parseMarkdown(raw, 0))
    expect(references).toEqual([])
    // What the text uses is told where it is used.
    expect(problems.map(({ offset }) => raw.slice(offset, offset + 4))).toEqual(['[2]:'])
  })

  it('do not hold what may not be followed', () => {
    expect(gather('[x](javascript:alert) [y](file:///etc/passwd) [z](other.md)').urls).toEqual([])
  })
})
