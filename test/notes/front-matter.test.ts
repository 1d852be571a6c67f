import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/notes/front-matter.ts'

const fields = (raw: string) => Object.fromEntries(readFrontMatter(raw).fields)

describe('front matter', () => {
  it('reads YAML, with the body beginning after the closing line', () => {
    const raw = '---\ntitle: On paper\ntags: [a, b]\ndraft: true\n---\nText'
    const head = readFrontMatter(raw)
    expect(Object.fromEntries(head.fields)).toEqual({ title: 'On paper', tags: ['a', 'b'], draft: true })
    expect(raw.slice(head.bodyStart)).toBe('\nText')
  })

  it('reads TOML, dates included', () => {
    expect(fields('+++\ntitle = "On paper"\ndate = 2025-10-08\n+++\nText')).toEqual({
      title: 'On paper',
      date: '2025-10-08',
    })
  })

  it('keeps its offsets under CRLF and a byte order mark', () => {
    const raw = '\uFEFF---\r\ntitle: On paper\r\ndate: soon\r\n---\r\nText'
    const head = readFrontMatter(raw)
    expect(head.fields.get('title')).toBe('On paper')
    expect(raw.slice(head.placeOf('date'), head.placeOf('date') + 4)).toBe('soon')
    expect(raw.slice(head.bodyStart)).toBe('\r\nText')
  })

  it('keeps an unquoted day as the words that were written', () => {
    expect(fields('---\ndate: 2025-10-08\n---\n').date).toBe('2025-10-08')
  })

  it('does not take a thematic break for front matter', () => {
    const head = readFrontMatter('---\n\nA line between two rules.\n')
    expect(head.bodyStart).toBe(0)
    expect(head.problems).toEqual([])
  })

  it('tells front matter that is never closed, and reads the file as text', () => {
    const head = readFrontMatter('---\ntitle: On paper\n\nText')
    expect(head.bodyStart).toBe(0)
    expect(head.problems).toEqual([
      {
        offset: 0,
        severity: 'error',
        message: 'the front matter that begins here with --- is never closed',
        hint: 'Close it with a line --- before the text begins; until then the whole file is read as text.',
      },
    ])
  })

  it('does not lose the good fields beside a broken one, and tells where it is', () => {
    const raw = '---\ntitle: On paper\nsummary: "open\n---\nText'
    const head = readFrontMatter(raw)
    expect(head.fields.get('title')).toBe('On paper')
    expect(head.problems[0]?.message).toMatch(/^the front matter is not valid YAML: /)
    expect(head.problems[0]?.offset).toBeGreaterThan(raw.indexOf('summary'))
  })

  it('does not let the second of two equal keys win', () => {
    const head = readFrontMatter('---\ntitle: One\ntitle: Two\n---\n')
    expect(head.fields.get('title')).toBe('One')
    expect(head.problems).toHaveLength(1)
  })

  it('does not unfold an alias bomb', () => {
    const lines = Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)
    const head = readFrontMatter(`---\na0: &a0 [x]\n${lines.join('\n')}\n---\n`)
    expect(JSON.stringify([...head.fields]).length).toBeLessThan(10_000)
  })

  it('does not take maps or prototype keys for fields', () => {
    const head = readFrontMatter('---\n__proto__: {polluted: yes}\nauthor: {name: A}\n---\n')
    expect([...head.fields.keys()]).toEqual([])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
