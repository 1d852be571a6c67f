import type { Day } from '../calendar/index.ts'
import type { SearchIndex } from '../notes/index.ts'
import { filterTerms, yearSpan } from './filters.ts'
import { isMistypable, nearWords } from './near.ts'
import { documentOf, PLACE, type Postings, placeOf } from './postings.ts'
import type { Part } from './query.ts'
import { type Entries, type SearchSource, termsBetween } from './tree.ts'

/** What a search is narrowed to. */
export interface SearchFilter {
  /** The path of a topic; those below it are meant too. */
  topic?: string | undefined
  /** BCP 47. */
  language?: string | undefined
  from?: Day | undefined
  to?: Day | undefined
}

/** A part with what it was found as. */
export interface SoughtPart extends Part {
  /** The words that were taken for a mistyped one. */
  near?: string[]
  /** How much it tells: the rarer, the more. */
  rarity: number
}

/** A note, or a topic, that may hold what is sought. */
export interface Candidate {
  /** How many parts it may have. */
  met: number
  /** What is to be read of it, in order: of a long note some of its documents. */
  documents: number[]
}

export interface Candidates {
  parts: SoughtPart[]
  /** Those that may have the most parts first; among them, what speaks for each decides. */
  candidates: Candidate[]
}

/** Leaves that are read for one beginning of a word, and for a range of years. */
const MOST_LEAVES = 4

const WEIGHT: Readonly<Record<number, number>> = {
  [PLACE.title]: 4,
  [PLACE.heading]: 2.5,
  [PLACE.often]: 1.4,
  [PLACE.once]: 1,
}
const BEGUN = 0.7
const NEAR = 0.4
/** What may hold a term that is not told of it: its list, or what begins like it, is too long. */
const PERHAPS = 0.1
const NONE: Postings = { list: [], since: 0 }
/** Of the versions of a note, the one in the reader's language comes first. */
const OWN_LANGUAGE = 1.25

/** Documents that are read of one note, beside those that have what no other of it has. */
const MOST_READ = 4

/** For each document how well it holds something, 0 where it does not. */
type Scores = Float32Array

/** @param language the reader's own, BCP 47 */
export async function findCandidates(
  index: SearchIndex,
  source: SearchSource,
  { parts, filter, language }: { parts: readonly Part[]; filter: SearchFilter; language: string },
): Promise<Candidates> {
  const [found, narrowed, own, continued] = await Promise.all([
    Promise.all(parts.map((part) => findPart(index, source, part))),
    narrow(index, source, filter),
    exact(index, source, filterTerms.language(language)),
    exact(index, source, filterTerms.continued),
  ])
  const sought = found.map(({ scores, near }, i): SoughtPart => {
    const holding = scores.reduce((sum, score) => sum + (score > 0 ? 1 : 0), 0)
    const rarity = Math.log(1 + index.documents / Math.max(1, holding))
    return { ...(parts[i] as Part), ...(near ? { near } : {}), rarity }
  })
  const firsts = firstsOf(index.documents, continued)
  const passes = Uint8Array.from(firsts, (_, document) =>
    narrowed.every((passing) => passing[document]) ? 1 : 0,
  )
  const passing = new Uint8Array(index.documents)
  for (const [document, first] of firsts.entries()) if (passes[document]) passing[first] = 1
  /** By the first document of a note. */
  const total = new Float32Array(index.documents)
  const met = new Uint8Array(index.documents)
  /** Which parts each document may have, a bit for each. */
  const holds = new Uint8Array(index.documents)
  for (const [i, { scores }] of found.entries()) {
    const { rarity } = sought[i] as SoughtPart
    const best = nothing(index)
    for (let document = 0; document < scores.length; document += 1) {
      const score = scores[document] as number
      const first = firsts[document] as number
      if (score === 0 || !passing[first]) continue
      holds[document] = (holds[document] as number) | (1 << i)
      best[first] = Math.max(best[first] as number, score)
    }
    for (let first = 0; first < best.length; first += 1) {
      if (best[first] === 0) continue
      total[first] = (total[first] as number) + (best[first] as number) * rarity
      met[first] = (met[first] as number) + 1
    }
  }
  for (const one of own.list) total[documentOf(one)] = (total[documentOf(one)] as number) * OWN_LANGUAGE
  const notes: number[] = []
  for (let first = 0; first < met.length; first += 1) if (met[first]) notes.push(first)
  const byWorth = (a: number, b: number) =>
    (met[b] as number) - (met[a] as number) || (total[b] as number) - (total[a] as number) || b - a
  const candidates = notes.sort(byWorth).map((first): Candidate => {
    let end = first + 1
    while (firsts[end] === first) end += 1
    return { met: met[first] as number, documents: toRead(first, end, holds, passes) }
  })
  return { parts: sought, candidates }
}

/** For each document the first of its note: a long note is several. */
function firstsOf(documents: number, { list }: Postings): Uint32Array {
  const firsts = Uint32Array.from({ length: documents }, (_, document) => document)
  for (const one of list) {
    const document = documentOf(one)
    firsts[document] = firsts[document - 1] ?? document
  }
  return firsts
}

/** Of the documents of a note, enough to show all that it has, those that pass the filters before others. */
function toRead(from: number, to: number, holds: Uint8Array, passes: Uint8Array): number[] {
  if (to - from === 1) return [from]
  const holding = Array.from({ length: to - from }, (_, i) => from + i).filter((document) => holds[document])
  const worth = (document: number) => (passes[document] as number) * 8 + bits(holds[document] as number)
  const inOrder = holding.sort((a, b) => worth(b) - worth(a))
  let seen = 0
  const chosen = inOrder.filter((document, i) => {
    const isNew = ((holds[document] as number) & ~seen) !== 0
    seen |= holds[document] as number
    return isNew || i < MOST_READ
  })
  return chosen.sort((a, b) => a - b)
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1
  return count
}

/** The documents that may hold a part: all that do, and some that do not, which their text tells. */
async function findPart(
  index: SearchIndex,
  source: SearchSource,
  part: Part,
): Promise<{ scores: Scores; near?: string[] }> {
  const [scores = nothing(index), ...more] = await Promise.all(
    part.terms.map(({ term, open }) => scoresOf(index, source, term, open)),
  )
  for (const others of more) {
    for (let i = 0; i < scores.length; i += 1) scores[i] = Math.min(scores[i] as number, others[i] as number)
  }
  if (part.shape !== 'word' || !isMistypable(part.text) || scores.some((score) => score > 0))
    return { scores }
  const near = nearWords(part.text, await wordsLike(index, source, part.text))
  if (near.length === 0) return { scores }
  for (const word of near) keepBest(scores, await exact(index, source, word), NEAR)
  return { scores, near }
}

function nothing(index: SearchIndex): Scores {
  return new Float32Array(index.documents)
}

async function scoresOf(
  index: SearchIndex,
  source: SearchSource,
  term: string,
  open: boolean,
): Promise<Scores> {
  const scores = nothing(index)
  if (!open) return keepBest(scores, await exact(index, source, term), 1)
  const { entries, whole } = await startingWith(index, source, term, MOST_LEAVES)
  for (const [found, postings] of entries) keepBest(scores, postings, found === term ? 1 : BEGUN)
  // Any document may have one of the words that were not read.
  return whole ? scores : scores.map((score) => score || PERHAPS)
}

function keepBest(scores: Scores, { list, since }: Postings, weight: number): Scores {
  for (let document = 0; document < since; document += 1) {
    if (scores[document] === 0) scores[document] = PERHAPS
  }
  for (const one of list) {
    const score = (WEIGHT[placeOf(one)] as number) * weight
    if (score > (scores[documentOf(one)] as number)) scores[documentOf(one)] = score
  }
  return scores
}

async function exact(index: SearchIndex, source: SearchSource, term: string): Promise<Postings> {
  const { entries } = await termsBetween(index, source, term, `${term}\0`, 1)
  return entries[0]?.[1] ?? NONE
}

function startingWith(
  index: SearchIndex,
  source: SearchSource,
  beginning: string,
  mostLeaves: number,
): Promise<Entries> {
  return termsBetween(index, source, beginning, `${beginning}\uffff`, mostLeaves)
}

async function wordsLike(index: SearchIndex, source: SearchSource, word: string): Promise<string[]> {
  const initial = String.fromCodePoint(word.codePointAt(0) as number)
  if (!index.initials.includes(initial)) return []
  if (!index.whole) return (await source.words(initial)).words.split(' ')
  const { entries } = await startingWith(index, source, initial, index.leaves)
  return entries.map(([term]) => term).filter(isMistypable)
}

/** For each filter that is set, the documents that pass it. */
async function narrow(
  index: SearchIndex,
  source: SearchSource,
  { topic, language, from, to }: SearchFilter,
): Promise<Uint8Array[]> {
  const terms = [
    ...(topic ? [filterTerms.topic(topic)] : []),
    ...(language ? [filterTerms.language(language)] : []),
  ]
  const passing = (all: readonly Postings[]) => {
    const documents = new Uint8Array(index.documents)
    for (const { list, since } of all) {
      documents.fill(1, 0, since)
      for (const one of list) documents[documentOf(one)] = 1
    }
    return documents
  }
  const sets = await Promise.all(terms.map(async (term) => passing([await exact(index, source, term)])))
  if (from === undefined && to === undefined) return sets
  const years = await termsBetween(index, source, ...yearSpan(from, to), MOST_LEAVES)
  // Of too many years to read, the texts themselves tell.
  if (!years.whole) return sets
  const long = await exact(index, source, filterTerms.longTime)
  return [...sets, passing([long, ...years.entries.map(([, postings]) => postings)])]
}
