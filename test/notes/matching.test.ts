import { describe, expect, it } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'

const compiled = (files: Record<string, string>) =>
  compile({ notes: Object.entries(files).map(([file, raw]) => ({ file, raw })), images: [] }).notes

/** For each reference, the sections it is likely to support, and what speaks for it. */
const likely = (raw: string, file = 'a-en.md', others: Record<string, string> = {}) => {
  const note = compiled({ [file]: raw, ...others }).find(({ slug }) => file.startsWith(slug))
  if (!note) throw new Error('no note came out')
  return {
    sections: note.references.map(({ likely = [] }) => likely.map(({ section }) => section).join()),
    evidence: note.references.map(({ likely = [] }) => likely[0]),
    statements: note.statementList.map(({ text, likely = [] }) => [text, likely]),
  }
}

const TOWN = `---
title: The town
---

## The lock (May 2021)

The lock at Fenwick was rebuilt in 2021. “It leaks no more”, the keeper said.

## The mill (March 2022, Guildhall)

The mill burnt down. It cost 8,450 crowns in 2022.

## The bridge

The ferry was given up in 1990. A bridge of iron took its place in 1991.
`

describe('a source of the list that the text does not cite', () => {
  it('is likely to support the section whose names it shares, in title or address, and says which', () => {
    const { sections, evidence, statements } = likely(`${TOWN}
## Sources

- [Fenwick keeper on repairs](https://news.example/fenwick-lock)
- [A report](https://news.example/iron-bridge-replaces-ferry)
`)
    expect(sections).toEqual(['h-the-lock-may-2021', 'h-the-bridge'])
    expect(evidence[0]?.words).toContain('Fenwick')
    expect(evidence[1]).toMatchObject({ heading: true })
    expect(statements.map(([, numbers]) => numbers)).toEqual([[1], [1], [], [2], [2]])
  })

  it('is likely by a number in another script, and by the day that its address holds', () => {
    const { sections, evidence } = likely(`${TOWN}
## Sources

- [لقاء في القاعة: ٨٤٥٠](https://news.example/2022/03/18/x)
`)
    expect(sections).toEqual(['h-the-mill-march-2022-guildhall'])
    expect(evidence[0]).toMatchObject({ words: ['8,450'], date: true })
  })

  it('is not likely to support anything by the words of the title, or by those that all share', () => {
    const { sections } = likely(`${TOWN}
## Sources

- [The town | Encyclopedia](https://wiki.example/town)
- [History of the town](https://history.example/the-town)
- [Everything](https://news.example/1)
`)
    expect(sections).toEqual(['', '', ''])
  })

  it('is not likely to support two sections alike', () => {
    const { sections } = likely(
      '# N\n\n## One\n\nThe Fenwick mill in 1990.\n\n## Two\n\nThe Fenwick mill in 1991.\n\n## Three\n\nRain in 1992.\n\n## Sources\n\n- [Fenwick mill](https://a.example/)\n- [x](https://b.example/)\n',
    )
    expect(sections[0]).toBe('')
  })

  it('supports what shares its words, not all of a section that was not said on one occasion', () => {
    const { statements } = likely(
      '# N\n\n## Rivers\n\n- The Severn froze in 1963.\n- The Thames was cleaned in 1964.\n\n## Roads\n\nA road in 1965.\n\n## Rails\n\nRails in 1966.\n\n## Sources\n\n- [Frozen Severn, freezing](https://a.example/severn-froze)\n',
    )
    expect(statements.filter(([, numbers]) => numbers?.length).map(([text]) => text)).toEqual([
      'The Severn froze in 1963.',
    ])
  })

  it('takes its turn where the list follows the order of the text', () => {
    const { sections, evidence } = likely(`${TOWN}
## Sources

- [A talk](https://a.example/1)
- [Fenwick keeper on leaks](https://a.example/2)
- [Mill burnt, 8450 crowns](https://a.example/3)
- [Iron bridge for ferry](https://a.example/4)
`)
    expect(sections.map((section) => section?.slice(0, 8))).toEqual([
      'h-the-lo',
      'h-the-lo',
      'h-the-mi',
      'h-the-br',
    ])
    expect(evidence[0]).toMatchObject({ order: true, words: [] })
  })

  it('does not take a turn where the list goes another way', () => {
    const { sections } = likely(`${TOWN}
## Sources

- [A talk](https://a.example/1)
- [Iron bridge for ferry](https://a.example/4)
- [Fenwick keeper on leaks](https://a.example/2)
- [Mill burnt, 8450 crowns](https://a.example/3)
`)
    expect(sections[0]).toBe('')
  })

  it('supports what it stands below by itself', () => {
    const { statements } = likely(
      '## A\n\nRain in 1990.\n\n📎 [查看原文](https://n.example/1)\n\n## B\n\nSnow in 1991.\n\nSource: [Post](https://n.example/2)\n\n## C\n\nWind in 1992.\n',
    )
    expect(statements.map(([, numbers]) => numbers)).toEqual([[1], [2], []])
  })

  it('is not likely where it is cited: an item with its sources below it cites them', () => {
    const [note] = compiled({ 'a.md': '- Rain in 1990\n  - [Post](https://n.example/1)\n- Snow in 1991\n' })
    expect(note?.statementList.map(({ cites, likely: guesses }) => [cites, guesses])).toEqual([
      [[1], undefined],
      [[], undefined],
    ])
  })
})

describe('versions of one note', () => {
  const list = '- [Keeper of Fenwick lock](https://a.example/fenwick)\n- [Mill](https://a.example/2)\n'
  const english = `${TOWN}\n## Sources\n\n${list}`
  const chinese = `---\ntitle: 小镇\n---\n\n## 船闸（2021年5月）\n\n船闸于2021年重建。\n\n## 磨坊\n\n2022年焚毁。\n\n## 桥\n\n1990年停渡。\n\n## 来源\n\n${list}`

  it('help one another: what one tells holds for the same section of the others', () => {
    const { sections, evidence, statements } = likely(chinese, 'a-zh.md', { 'a-en.md': english })
    expect(sections[0]).toBe('h-船闸-2021年5月')
    expect(evidence[0]).toMatchObject({ translation: 'en', words: expect.arrayContaining(['Fenwick']) })
    expect(statements[0]).toEqual(['船闸于2021年重建。', [1]])
  })

  it('do not help where they are not built alike', () => {
    const { sections } = likely(`${chinese}\n## 又一节\n\n1993年。\n`, 'a-zh.md', { 'a-en.md': english })
    expect(sections).toEqual(['', ''])
  })
})

describe('the size of a note', () => {
  it('does not let ten thousand references or sections take longer than a moment', () => {
    const many = (n: number, line: (i: number) => string) =>
      Array.from({ length: n }, (_, i) => line(i)).join('')
    const began = performance.now()
    const raw = `${many(900, (i) => `## S${i}\n\nRain at place${i} in ${1000 + i}.\n\n`)}## Sources\n\n${many(900, (i) => `- [Rain at place${i}](https://a.example/${i})\n`)}`
    likely(raw)
    likely(`Text.\n\n## Sources\n\n${many(10_000, (i) => `- [Rain ${i}](https://a.example/${i})\n`)}`)
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})
