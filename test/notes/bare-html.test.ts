import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'

const compiled = (raw: string) => {
  const { notes } = compile({ notes: [{ file: 'a-en.md', raw }], images: [] })
  const [note] = notes
  if (!note) throw new Error('no note came out')
  return note
}
const body = (raw: string) => compiled(raw).body.filter((one) => one !== '\n')
const paragraph = (raw: string) => body(raw)[0]

describe('bare HTML', () => {
  it('breaks lines and sets phrases', () => {
    expect(paragraph('H<sub>2</sub>O<br>and<br/>x<sup>n</sup> <kbd>*K*</kbd>')).toEqual([
      'p',
      null,
      ...[
        'H',
        ['sub', null, '2'],
        'O',
        ['br', null],
        '\n',
        'and',
        ['br', null],
        '\n',
        'x',
        ['sup', null, 'n'],
        ' ',
      ],
      ['kbd', null, ['em', null, 'K']],
    ])
  })

  it('folds details away, with dates and links in them', () => {
    const note = compiled(
      '<details>\n<summary>More of 2020</summary>\n\nIt began in **2021**.\n\n</details>\n',
    )
    expect(JSON.stringify(note.body)).toMatch(/\["details",null,.*\["summary",null,.*\["p",null,.*\["strong"/)
    expect(note.statementList.map(({ text }) => text)).toEqual(['More of 2020', 'It began in 2021.'])
  })

  it('keeps the places of dates in and behind it', () => {
    const raw =
      '<details>\n<summary>More of 2020</summary>\n\nH<sub>2</sub><br>in March 2021.\n\n</details>\n'
    const text = JSON.stringify(compiled(raw).body)
    expect(text).toContain('>2020<'.slice(1, -1))
    expect(text).toMatch(/\["time",\{"dateTime":"2021-03"[^\]]*"March 2021"\]/)
  })

  it('does not show comments', () => {
    expect(JSON.stringify(body('A <!-- hidden --> b.\n\n<!-- hidden\n\ntoo -->\n\nC.'))).not.toContain(
      'hidden',
    )
  })

  it.each([
    '<sub class="x">a</sub>',
    '<sub>a',
    '</sub>a',
    '<sub>a</kbd>',
    '<b>a</b>',
    '<style>a</style>',
    '<script>a</script>',
    '<iframe src="a"></iframe>',
    '<img src=x onerror=a>',
    '<svg/onload=a>',
    '<br onclick="a">',
    '<a href="https://a.example">a</a>',
    '<!-- a --><script>a</script>',
    '<!--> <script>a</script> -->',
  ])('does not let %s become anything but text', (html) => {
    const texts: string[] = []
    const tags: string[] = []
    const collect = (one: unknown): void => {
      if (typeof one === 'string') texts.push(one)
      else if (Array.isArray(one)) {
        tags.push(one[0] as string)
        for (const child of one.slice(2)) collect(child)
      }
    }
    for (const one of [...body(html), ...body(`x ${html}`)]) collect(one)
    expect(new Set(tags)).toEqual(new Set(['p']))
    expect(texts.join('')).toContain(html.replace(/^<!-- a -->/, ''))
  })

  it('does not open in one block and close in another', () => {
    expect(JSON.stringify(body('<details>\n\n> a\n>\n> </details>'))).not.toContain('["details"')
    expect(JSON.stringify(body('A <kbd>b\n\nc</kbd>'))).not.toContain('["kbd"')
  })
})
