import {
  ARTIFACT_VERSION,
  type SearchBranch,
  type SearchIndex,
  type SearchLeaf,
  type SearchPage,
  type SearchText,
} from '../notes/index.ts'
import { filterTerms, timeTerms, topicsAbove, topicsOf } from './filters.ts'
import { fold, isUnspaced, type Variants } from './fold.ts'
import { isMistypable } from './near.ts'
import { encode, PLACE, posting } from './postings.ts'
import { terms } from './terms.ts'

/** UTF-16 units of a leaf: some 8 KB compressed. */
const LEAF = 16_000
/** No leaf but the last has less. */
const LEAST = 12_000
/** Pages below one branch. */
const BRANCHES = 256

/** What a search needs besides the texts. */
export interface BuiltIndex {
  index: SearchIndex
  pages: SearchPage[]
  /** By their first letter, in order. */
  words: Map<string, string[]>
}

/** A term with its postings as text. */
export type Listed = readonly [term: string, list: string]

/** The terms of a document, each with the best place that it stands in. */
export function termsIn(text: SearchText, continued: boolean, variants: Variants): Map<string, number> {
  const places = new Map<string, number>()
  const take = (place: number) => (term: string) => {
    const before = places.get(term)
    const now = before === PLACE.once && place === PLACE.once ? PLACE.often : place
    if (before === undefined || now > before) places.set(term, now)
  }
  const read = (words: string, place: number) => terms(fold(words, variants), take(place))
  read(text.title, continued ? PLACE.once : PLACE.title)
  for (const { kind, text: words } of text.passages) {
    read(words, kind === 'heading' ? PLACE.heading : PLACE.once)
  }
  const filter = take(PLACE.once)
  if (continued) filter(filterTerms.continued)
  for (const path of topicsOf(text).flatMap(topicsAbove)) filter(filterTerms.topic(path))
  for (const { statements = [] } of text.passages) {
    for (const { from, to } of statements) timeTerms(from, to).forEach(filter)
  }
  if (text.note) filter(filterTerms.language(text.note.language))
  return places
}

/**
 * Gathers which terms stand in which documents, one document at a time: what it keeps is a few bytes for each term of
 * each document, and no text.
 */
export class IndexBuilder {
  private readonly numbers = new Map<string, number>()
  private readonly termOf = new Column()
  private readonly postings = new Column()
  private readonly languages = new Set<string>()
  private documents = 0

  constructor(private readonly variants: Variants) {}

  /** @param continued it goes on with the document before, which has the title already */
  add(text: SearchText, continued = false): void {
    for (const [term, place] of termsIn(text, continued, this.variants)) {
      this.termOf.push(this.numberOf(term))
      this.postings.push(posting(this.documents, place))
    }
    if (text.note) this.languages.add(text.note.language)
    this.documents += 1
  }

  private numberOf(term: string): number {
    let number = this.numbers.get(term)
    if (number === undefined) {
      number = this.numbers.size
      this.numbers.set(term, number)
    }
    return number
  }

  finish(): BuiltIndex {
    const all = [...this.numbers.keys()].sort()
    const pages: SearchPage[] = leavesOf(all, this.listsOf())
    const leaves = pages.length
    pages.push(...branchesOver((pages as SearchLeaf[]).map((leaf) => leaf.terms.split(' ', 1)[0] as string)))
    const words = wordsByInitial(all)
    return {
      index: {
        version: ARTIFACT_VERSION,
        documents: this.documents,
        languages: [...this.languages].sort(),
        variants: this.usedVariants(all),
        initials: [...words.keys()].join(''),
        leaves,
        root: pages.at(-1) as SearchPage,
      },
      pages,
      words,
    }
  }

  /** The postings of each term, each in the order of the documents. */
  private listsOf(): (term: string) => Uint32Array {
    const starts = new Uint32Array(this.numbers.size + 1)
    const termOf = this.termOf.values()
    for (const term of termOf) starts[term + 1] = (starts[term + 1] as number) + 1
    for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] as number) + (starts[i - 1] as number)
    const next = starts.slice()
    const sorted = new Uint32Array(termOf.length)
    const postings = this.postings.values()
    for (let i = 0; i < termOf.length; i += 1) {
      const term = termOf[i] as number
      sorted[next[term] as number] = postings[i] as number
      next[term] = (next[term] as number) + 1
    }
    return (term) => {
      const number = this.numbers.get(term) as number
      return sorted.subarray(starts[number], starts[number + 1])
    }
  }

  /** Those of which the character that is looked for stands in the library. */
  private usedVariants(all: readonly string[]): string {
    const here = new Set<string>()
    for (const term of all) if (isUnspaced(term.charAt(0))) for (const char of term) here.add(char)
    return [...this.variants].flatMap(([from, to]) => (here.has(to) ? [to, from] : [])).join('')
  }
}

function leavesOf(all: readonly string[], listOf: (term: string) => Uint32Array): SearchLeaf[] {
  const leaves: SearchLeaf[] = []
  const cutter = new LeafCutter((leaf) => leaves.push(leaf))
  for (const term of all) cutter.add([term, encode(listOf(term))])
  cutter.close()
  return leaves.length > 0 ? leaves : [{ version: ARTIFACT_VERSION, terms: '', lists: '' }]
}

/** Cuts terms, which come in order, into leaves. */
export class LeafCutter {
  private held: Listed[] = []
  private size = 0

  constructor(private readonly give: (leaf: SearchLeaf) => void) {}

  /**
   * Whether another entry would begin a new leaf. Where there is a choice, the term decides, so that leaves begin with
   * the same terms again soon behind a place where something has changed.
   */
  isFull(entry: Listed): boolean {
    const size = sizeOf(entry)
    if (this.size === 0 || this.size + size > LEAF) return true
    return this.size >= LEAST && chanceOf(entry[0]) < (size * 2) / (LEAF - LEAST)
  }

  add(entry: Listed): void {
    if (this.size > 0 && this.isFull(entry)) this.close()
    this.held.push(entry)
    this.size += sizeOf(entry)
  }

  close(): void {
    if (this.size === 0) return
    const [names, lists] = [this.held.map(([term]) => term), this.held.map(([, list]) => list)]
    this.give({ version: ARTIFACT_VERSION, terms: names.join(' '), lists: lists.join(' ') })
    this.held = []
    this.size = 0
  }
}

/** From 0 to 1, the same for the same words. */
export function chanceOf(term: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < term.length; i += 1) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193)
  // The last digits of similar terms are similar, too.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32
}

function sizeOf([term, list]: Listed): number {
  return term.length + list.length + 2
}

/** The branches above leaves with these first terms, level by level; none above a single leaf. */
export function branchesOver(firsts: readonly string[]): SearchBranch[] {
  const branches: SearchBranch[] = []
  let [first, keys] = [0, firsts]
  while (keys.length > 1) {
    const level = branchesOf(first, keys)
    first = firsts.length + branches.length
    branches.push(...level)
    keys = level.map((branch) => branch.keys[0] as string)
  }
  return branches
}

function branchesOf(first: number, keys: readonly string[]): SearchBranch[] {
  const branches: SearchBranch[] = []
  for (let i = 0; i < keys.length; i += BRANCHES) {
    branches.push({ version: ARTIFACT_VERSION, first: first + i, keys: keys.slice(i, i + BRANCHES) })
  }
  return branches
}

function wordsByInitial(all: readonly string[]): Map<string, string[]> {
  const words = new Map<string, string[]>()
  for (const term of all.filter(isMistypable)) {
    const initial = String.fromCodePoint(term.codePointAt(0) as number)
    const list = words.get(initial)
    if (list) list.push(term)
    else words.set(initial, [term])
  }
  return words
}

/** Whole numbers in a row that grows. */
class Column {
  private held = new Uint32Array(1024)
  private length = 0

  push(value: number): void {
    if (this.length === this.held.length) {
      const larger = new Uint32Array(this.length * 2)
      larger.set(this.held)
      this.held = larger
    }
    this.held[this.length] = value
    this.length += 1
  }

  values(): Uint32Array {
    return this.held.subarray(0, this.length)
  }
}
