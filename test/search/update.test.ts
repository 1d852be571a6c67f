import { expect, it } from 'vitest'
import { readVariants } from '../../src/compiler/variants.ts'
import { ARTIFACT_VERSION, type SearchLeaf, type SearchText } from '../../src/notes/index.ts'
import { type Change, IndexBuilder, type UpdatedIndex, updateIndex } from '../../src/search/index.ts'
import { chance, generateTexts } from '../bench/library.ts'

const variants = readVariants()
const MOST = 1_000_000

function build(texts: readonly SearchText[]) {
  const builder = new IndexBuilder(variants)
  for (const text of texts) builder.add(text)
  return builder.finish()
}

type Built = ReturnType<typeof build>

function update(before: Built, changes: readonly Change[], texts: readonly SearchText[], most = MOST) {
  const languages = [...new Set(texts.flatMap(({ note }) => note?.language ?? []))].sort()
  const words = (initial: string) => [...(before.words.get(initial) ?? [])]
  const page = (n: number) => before.pages[n] as SearchLeaf
  return updateIndex(
    { index: before.index, page, words, most },
    changes,
    { documents: texts.length, languages },
    variants,
  )
}

/** All of an index after an update: what has not changed comes from the one before. */
function whole(before: Built, { index, pages, words }: UpdatedIndex): Built {
  const all = new Map(before.words)
  for (const [initial, list] of words) all.set(initial, list)
  return {
    index,
    pages: pages.map((page) => (typeof page === 'number' ? before.pages[page] : page) as SearchLeaf),
    words: new Map([...all].filter(([, list]) => list.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

const indexed = (text: SearchText) => ({ text, continued: false })

it('is, after any changes, the index that is built of the texts as they are', () => {
  const random = chance(3)
  const below = (most: number) => Math.floor(random() * most)
  const spare = generateTexts(90)
  let texts = spare.splice(0, 40)
  let before = build(texts)
  expect(before.index.leaves).toBeGreaterThan(5)
  for (let step = 0; step < 6; step += 1) {
    const next = [...texts]
    for (let n = 1 + below(3); n > 0; n -= 1) {
      const place = below(next.length)
      const old = next[place] as SearchText
      const kind = below(4)
      if (kind === 0) next.push(spare.pop() as SearchText)
      else if (kind === 1) next[place] = spare.pop() as SearchText
      else if (kind === 2)
        next[place] = { ...old, title: '𠮷野家 naïve zebra颱', passages: old.passages.slice(1) }
      else
        next[place] = {
          ...old,
          passages: [
            ...old.passages,
            { kind: 'text', text: `One more ${step} 臺灣 quagga${'x'.repeat(step)}` },
          ],
        }
    }
    const changes = next.flatMap((text, document): Change[] => {
      const was = texts[document]
      return was === text ? [] : [{ document, before: was && indexed(was), after: indexed(text) }]
    })
    const updated = update(before, changes, next)
    const wanted = build(next)
    // A character beyond the first plane may be more than it can tell: then it says so.
    if (updated) expect(whole(before, updated)).toEqual(wanted)
    else expect(JSON.stringify(changes)).toContain('𠮷')
    texts = next
    before = wanted
  }
})

it('is that index also where the first entry of a leaf goes, or becomes longer', () => {
  const random = chance(5)
  const word = () => Array.from({ length: 5 }, () => 'aeiklmnorstu'[Math.floor(random() * 12)]).join('')
  const textOf = (words: readonly string[]): SearchText => ({
    version: ARTIFACT_VERSION,
    title: 'T',
    passages: [{ kind: 'text', text: words.join(' ') }],
  })
  const words = Array.from({ length: 40 }, () => Array.from({ length: 300 }, word))
  const texts = words.map(textOf)
  const before = build(texts)
  const firsts = before.pages
    .slice(1, before.index.leaves)
    .map((page) => (page as SearchLeaf).terms.split(' ')[0])
  expect(firsts.length).toBeGreaterThan(5)
  for (const first of firsts as string[]) {
    const without = words.map((some) => some.filter((one) => one !== first))
    const more = words.map((some, i) => (i % 5 === 0 ? [...some, first] : some))
    for (const next of [without, more]) {
      const changes = next.flatMap((some, document): Change[] => {
        if (some.join() === words[document]?.join()) return []
        const was = texts[document] as SearchText
        return [{ document, before: indexed(was), after: indexed(textOf(some)) }]
      })
      const now = next.map(textOf)
      const updated = update(before, changes, now)
      expect(updated && whole(before, updated), first).toEqual(build(now))
    }
  }
})

it('leaves most of an index as it is where little has changed', () => {
  const texts = generateTexts(40)
  const before = build(texts)
  const old = texts[7] as SearchText
  const now = { ...old, passages: [...old.passages, { kind: 'text' as const, text: 'One more quagga.' }] }
  const updated = update(
    before,
    [{ document: 7, before: indexed(old), after: indexed(now) }],
    texts.with(7, now),
  )
  const made = updated?.pages.filter((page) => typeof page !== 'number') ?? []
  expect(made.length).toBeLessThan(before.pages.length / 2)
  expect([...(updated?.words.keys() ?? [])].sort()).toEqual(['m', 'q'])
})

it('does not guess what stands behind a list that was cut', () => {
  const texts = generateTexts(3)
  const before = build(texts)
  const [gone] = texts as [SearchText]
  const none = { ...gone, passages: [] }
  const changes = [{ document: 0, before: indexed(gone), after: indexed(none) }]
  expect(update(before, changes, texts.with(0, none), 1)).toBeUndefined()
})
