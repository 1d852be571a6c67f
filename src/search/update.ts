import {
  ARTIFACT_VERSION,
  type SearchBranch,
  type SearchIndex,
  type SearchLeaf,
  type SearchPage,
  type SearchText,
} from '../notes/index.ts'
import { branchesOver, LeafCutter, type Listed, termsIn } from './build.ts'
import { isUnspaced, type Variants } from './fold.ts'
import { isMistypable } from './near.ts'
import { decode, documentOf, encode, posting } from './postings.ts'

/** A document as it is found; `continued` as for the `IndexBuilder`. */
export interface Indexed {
  text: SearchText
  continued: boolean
}

/** What a document was and is; it has the number that it had. */
export interface Change {
  document: number
  before?: Indexed | undefined
  after?: Indexed | undefined
}

/** An index that was built before. */
export interface BuiltBefore {
  index: SearchIndex
  page: (number: number) => SearchPage
  /** The words that begin with a letter, in order; not more than `most`. */
  words: (initial: string) => string[]
  most: number
}

export interface UpdatedIndex {
  index: SearchIndex
  /** By their new numbers: a page, or the number that it had. */
  pages: (SearchPage | number)[]
  /** Of the letters whose words have changed. */
  words: Map<string, string[]>
}

interface TermChange {
  gone: Set<number>
  come: number[]
}

/**
 * The index as `IndexBuilder` would build it after some documents have changed; undefined where only that can tell.
 * Of the pages, those are read that hold a term which has come or gone, and some beside them.
 */
export function updateIndex(
  before: BuiltBefore,
  changes: readonly Change[],
  facts: Pick<SearchIndex, 'documents' | 'languages'>,
  variants: Variants,
): UpdatedIndex | undefined {
  const { index } = before
  if (index.whole) return undefined
  const changed = termChanges(changes, variants)
  const keys = leafKeys(before)
  const perLeaf = keys.map((): string[] => [])
  for (const term of [...changed.keys()].sort()) perLeaf[Math.max(0, above(keys, term) - 1)]?.push(term)
  const come: string[] = []
  const left: string[] = []
  const leaves = recut()
  if (!leaves) return undefined
  const words = updateWords(before, come, left)
  if (!words) return undefined
  const firsts = leaves.map((leaf) => (typeof leaf === 'number' ? (keys[leaf] as string) : firstOf(leaf)))
  const used = usedVariants()
  if (used === undefined) return undefined
  const branches = branchesOver(firsts)
  const last = branches.at(-1)
  const initials = new Set(index.initials)
  for (const [initial, list] of words) {
    if (list.length > 0) initials.add(initial)
    else initials.delete(initial)
  }
  return {
    index: {
      version: ARTIFACT_VERSION,
      documents: facts.documents,
      languages: facts.languages,
      variants: used,
      initials: [...initials].sort().join(''),
      leaves: leaves.length,
      root: last ?? leafAt(0),
    },
    pages: [...leaves, ...branches],
    words,
  }

  /** The leaves in order: what was cut anew, and the numbers of those that stay as they were. */
  function recut(): (SearchLeaf | number)[] | undefined {
    const out: (SearchLeaf | number)[] = []
    const cutter = new LeafCutter((leaf) => out.push(leaf))
    for (let k = 0; k < keys.length; ) {
      // With what a leaf ends depends on the entry behind it, too.
      if (perLeaf[k]?.length === 0 && !beginsAnew(k + 1)) {
        out.push(k)
        k += 1
        continue
      }
      // From here on, until a leaf begins again where one did before.
      do {
        const entries = merged(k)
        if (!entries) return undefined
        for (const entry of entries) cutter.add(entry)
        k += 1
      } while (k < keys.length && !(perLeaf[k]?.length === 0 && cutter.isFull(firstEntry(k))))
      cutter.close()
    }
    return out
  }

  /** Whether the first entry of a leaf has changed. */
  function beginsAnew(k: number): boolean {
    return k < keys.length && perLeaf[k]?.[0] === keys[k]
  }

  function merged(k: number): Listed[] | undefined {
    const { terms, lists } = before.page(k) as SearchLeaf
    const held = new Map<string, string>()
    const names = terms.split(' ')
    for (const [i, list] of lists.split(' ').entries()) held.set(names[i] as string, list)
    for (const term of perLeaf[k] ?? []) {
      const list = held.get(term)
      const next = changeList(list, changed.get(term) as TermChange)
      if (next === undefined) return undefined
      if (list === undefined) come.push(term)
      if (next === '') {
        held.delete(term)
        left.push(term)
      } else held.set(term, next)
    }
    return [...held].sort(([a], [b]) => (a < b ? -1 : 1))
  }

  function firstEntry(k: number): Listed {
    const { terms, lists } = before.page(k) as SearchLeaf
    return [terms.split(' ', 1)[0] as string, lists.split(' ', 1)[0] as string]
  }

  function leafAt(i: number): SearchLeaf {
    const leaf = (leaves as (SearchLeaf | number)[])[i] as SearchLeaf | number
    return typeof leaf === 'number' ? (before.page(leaf) as SearchLeaf) : leaf
  }

  /** A character of a text begins a term of its own: it is there as long as one begins with it. */
  function usedVariants(): string | undefined {
    const targets = new Set(variants.values())
    const touched = [...come, ...left].filter((term) => isUnspaced(term.charAt(0)))
    const asked = new Set(touched.flatMap((term) => [...term]).filter((char) => targets.has(char)))
    if ([...asked].some((char) => char.length > 1)) return undefined
    if (asked.size === 0) return index.variants
    const here = new Set([...index.variants].filter((_, i) => i % 2 === 0))
    for (const char of asked) {
      if (isBegun(char)) here.add(char)
      else here.delete(char)
    }
    return [...variants].flatMap(([from, to]) => (here.has(to) ? [to, from] : [])).join('')
  }

  function isBegun(char: string): boolean {
    const next = above(firsts, char)
    const holds = (i: number) =>
      leafAt(i)
        .terms.split(' ')
        .some((term) => term.startsWith(char))
    return (next > 0 && holds(next - 1)) || (firsts[next]?.startsWith(char) ?? false)
  }
}

function termChanges(changes: readonly Change[], variants: Variants): Map<string, TermChange> {
  const changed = new Map<string, TermChange>()
  const changeOf = (term: string) => {
    const known = changed.get(term) ?? { gone: new Set(), come: [] }
    changed.set(term, known)
    return known
  }
  for (const { document, before, after } of changes) {
    const was = before ? termsIn(before.text, before.continued, variants) : new Map<string, number>()
    const is = after ? termsIn(after.text, after.continued, variants) : new Map<string, number>()
    for (const [term, place] of was) if (is.get(term) !== place) changeOf(term).gone.add(document)
    for (const [term, place] of is) {
      if (was.get(term) !== place) changeOf(term).come.push(posting(document, place))
    }
  }
  return changed
}

/** The list of a term after a change, empty where none is left; undefined where the old one is not whole. */
function changeList(list: string | undefined, { gone, come }: TermChange): string | undefined {
  const { list: known, since } = list === undefined ? { list: [], since: 0 } : decode(list)
  if (since > 0) return undefined
  const kept = gone.size > 0 ? known.filter((one) => !gone.has(documentOf(one))) : known
  return encode([...kept, ...come].sort((a, b) => a - b))
}

function updateWords(
  { words, most }: BuiltBefore,
  come: readonly string[],
  left: readonly string[],
): Map<string, string[]> | undefined {
  const updated = new Map<string, string[]>()
  const initialOf = (term: string) => String.fromCodePoint(term.codePointAt(0) as number)
  const listOf = (term: string) => {
    const initial = initialOf(term)
    const list = updated.get(initial) ?? words(initial)
    updated.set(initial, list)
    return list
  }
  for (const term of left.filter(isMistypable)) {
    const list = listOf(term)
    // What stands behind the last of them is not known.
    if (list.length >= most) return undefined
    const at = list.indexOf(term)
    if (at >= 0) list.splice(at, 1)
  }
  for (const term of come.filter(isMistypable)) {
    const list = listOf(term)
    list.splice(above(list, term), 0, term)
  }
  return updated
}

/** The first term of each leaf. */
function leafKeys({ index, page }: BuiltBefore): string[] {
  if (!('keys' in index.root)) return [firstOf(index.root)]
  let level: SearchBranch[] = [index.root]
  while ((level[0] as SearchBranch).first >= index.leaves) {
    level = level.flatMap(({ first, keys }) => keys.map((_, i) => page(first + i) as SearchBranch))
  }
  return level.flatMap(({ keys }) => keys)
}

function firstOf({ terms }: SearchLeaf): string {
  return terms.split(' ', 1)[0] as string
}

/** The place of the first that is behind `term`. */
function above(sorted: readonly string[], term: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) <= term) low = middle + 1
    else high = middle
  }
  return low
}
