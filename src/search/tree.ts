import type { SearchIndex, SearchLeaf, SearchPage, SearchText, SearchWords } from '../notes/index.ts'
import { decode, type Postings } from './postings.ts'

/** Where the rest of an index comes from; each is asked for when it is needed, and may be asked for again. */
export interface SearchSource {
  page: (number: number) => Promise<SearchPage>
  text: (number: number) => Promise<SearchText>
  words: (initial: string) => Promise<SearchWords>
}

export type Entry = readonly [term: string, postings: Postings]

/** A leaf, taken apart as far as it was asked for. */
interface OpenLeaf {
  terms: string[]
  lists: string[]
  entries: (Entry | undefined)[]
}

const open = new WeakMap<SearchLeaf, OpenLeaf>()

/** Terms in order; `whole` where no leaf was left out. */
export interface Entries {
  entries: Entry[]
  whole: boolean
}

/**
 * The terms of an index from one (inclusive) to another (exclusive).
 * @param mostLeaves what is further on is left out
 */
export async function termsBetween(
  index: SearchIndex,
  source: SearchSource,
  from: string,
  to: string,
  mostLeaves: number,
): Promise<Entries> {
  const entries: Entry[] = []
  let number = await leafOf(index, source, from)
  for (let left = mostLeaves; left > 0 && number < index.leaves; left -= 1) {
    const leaf = openLeaf((await pageAt(index, source, number)) as SearchLeaf)
    let i = firstFrom(leaf.terms, from)
    for (; i < leaf.terms.length && (leaf.terms[i] as string) < to; i += 1) entries.push(entryAt(leaf, i))
    if (i < leaf.terms.length) return { entries, whole: true }
    number += 1
  }
  return { entries, whole: number >= index.leaves }
}

function pageAt(index: SearchIndex, source: SearchSource, number: number): Promise<SearchPage> | SearchPage {
  return index.whole?.pages[number] ?? source.page(number)
}

/** The number of the leaf that a term stands in, if it is there. */
async function leafOf(index: SearchIndex, source: SearchSource, term: string): Promise<number> {
  let [page, number] = [index.root, 0]
  while ('keys' in page) {
    number = page.first + Math.max(0, firstFrom(page.keys, `${term}\0`) - 1)
    if (number < index.leaves) break
    page = await pageAt(index, source, number)
  }
  return number
}

/** The place of the first that is not before `term`. */
function firstFrom(sorted: readonly string[], term: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) < term) low = middle + 1
    else high = middle
  }
  return low
}

function openLeaf(leaf: SearchLeaf): OpenLeaf {
  let known = open.get(leaf)
  if (!known) {
    known = { terms: leaf.terms.split(' '), lists: leaf.lists.split(' '), entries: [] }
    if (leaf.terms === '') known.terms = []
    open.set(leaf, known)
  }
  return known
}

function entryAt(leaf: OpenLeaf, i: number): Entry {
  leaf.entries[i] ??= [leaf.terms[i] as string, decode(leaf.lists[i] ?? '')]
  return leaf.entries[i]
}
