import type { Day } from '../calendar/index.ts'
import type { SearchIndex } from '../notes/index.ts'
import { filterTerms, yearSpan } from './filters.ts'
import { isMistypable, nearWords } from './near.ts'
import { documentOf, PLACE, placeOf } from './postings.ts'
import type { Part } from './query.ts'
import { type Entry, type SearchSource, termsBetween } from './tree.ts'

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

/** Documents that may hold what is sought, with what speaks for each; a higher one is better. */
export interface Candidates {
  parts: SoughtPart[]
  /** Best first. */
  documents: number[]
  /** How many of the parts each of them has. */
  met: number
  /** No document has all parts as they were typed: these have some of them, or words like them. */
  near: boolean
}

/** Leaves that are read for one beginning of a word, and for a range of years. */
const MOST_LEAVES = 4

const WEIGHT: Record<number, number> = {
  [PLACE.title]: 4,
  [PLACE.heading]: 2.5,
  [PLACE.often]: 1.4,
  [PLACE.once]: 1,
}
const BEGUN = 0.7
const NEAR = 0.4
/** Of the versions of a note, the one in the reader's language comes first. */
const OWN_LANGUAGE = 1.25

type Scores = Map<number, number>

/** @param language the reader's own, BCP 47 */
export async function findCandidates(
  index: SearchIndex,
  source: SearchSource,
  { parts, filter, language }: { parts: readonly Part[]; filter: SearchFilter; language: string },
): Promise<Candidates> {
  const [found, narrowed, own] = await Promise.all([
    Promise.all(parts.map((part) => findPart(index, source, part))),
    narrow(index, source, filter),
    exact(index, source, filterTerms.language(language)),
  ])
  const rarities = found.map(({ scores }) => Math.log(1 + index.documents / Math.max(1, scores.size)))
  const met = new Map<number, { parts: number; score: number }>()
  for (const [i, { scores }] of found.entries()) {
    for (const [document, score] of scores) {
      const before = met.get(document) ?? { parts: 0, score: 0 }
      before.parts += 1
      before.score += score * (rarities[i] as number)
      met.set(document, before)
    }
  }
  for (const one of own) {
    const at = met.get(documentOf(one))
    if (at) at.score *= OWN_LANGUAGE
  }
  const all = [...met].filter(([document]) => narrowed.every((documents) => documents.has(document)))
  const most = all.reduce((best, [, at]) => Math.max(best, at.parts), 0)
  const documents = all
    .filter(([, at]) => at.parts === most)
    .sort(([a, one], [b, other]) => other.score - one.score || b - a)
    .map(([document]) => document)
  return {
    parts: found.map(({ near }, i) => ({
      ...(parts[i] as Part),
      ...(near ? { near } : {}),
      rarity: rarities[i] as number,
    })),
    documents,
    met: most,
    near: documents.length > 0 && (most < parts.length || found.some(({ near }) => near)),
  }
}

/** The documents that may hold a part: all that do, and some that do not, which their text tells. */
async function findPart(
  index: SearchIndex,
  source: SearchSource,
  part: Part,
): Promise<{ scores: Scores; near?: string[] }> {
  const lists = await Promise.all(
    part.terms.map(({ term, open }) =>
      open ? begun(index, source, term) : exactScores(index, source, term),
    ),
  )
  const [first = new Map(), ...more] = lists.sort((a, b) => a.size - b.size)
  const scores: Scores = new Map()
  for (const [document, score] of first) {
    const others = more.map((list) => list.get(document))
    if (others.every((other) => other !== undefined)) {
      scores.set(
        document,
        others.reduce((least: number, other) => Math.min(least, other as number), score),
      )
    }
  }
  if (scores.size > 0 || part.shape !== 'word' || !isMistypable(part.text)) return { scores }
  const near = nearWords(part.text, await wordsLike(index, source, part.text))
  if (near.length === 0) return { scores }
  for (const word of near) {
    for (const one of await exact(index, source, word)) keepBest(scores, one, NEAR)
  }
  return { scores, near }
}

async function exact(index: SearchIndex, source: SearchSource, term: string): Promise<number[]> {
  const [entry] = await termsBetween(index, source, term, `${term}\0`, 1)
  return entry?.[1] ?? []
}

async function exactScores(index: SearchIndex, source: SearchSource, term: string): Promise<Scores> {
  const scores: Scores = new Map()
  for (const one of await exact(index, source, term)) keepBest(scores, one, 1)
  return scores
}

async function begun(index: SearchIndex, source: SearchSource, beginning: string): Promise<Scores> {
  const scores: Scores = new Map()
  for (const [term, postings] of await startingWith(index, source, beginning, MOST_LEAVES)) {
    const weight = term === beginning ? 1 : BEGUN
    for (const one of postings) keepBest(scores, one, weight)
  }
  return scores
}

function keepBest(scores: Scores, one: number, weight: number): void {
  const score = (WEIGHT[placeOf(one)] as number) * weight
  const before = scores.get(documentOf(one))
  if (before === undefined || before < score) scores.set(documentOf(one), score)
}

function startingWith(
  index: SearchIndex,
  source: SearchSource,
  beginning: string,
  mostLeaves: number,
): Promise<Entry[]> {
  return termsBetween(index, source, beginning, `${beginning}\uffff`, mostLeaves)
}

async function wordsLike(index: SearchIndex, source: SearchSource, word: string): Promise<string[]> {
  const initial = String.fromCodePoint(word.codePointAt(0) as number)
  if (!index.initials.includes(initial)) return []
  if (!index.whole) return (await source.words(initial)).words.split(' ')
  return (await startingWith(index, source, initial, index.leaves)).map(([term]) => term).filter(isMistypable)
}

/** For each filter that is set, the documents that pass it. */
async function narrow(
  index: SearchIndex,
  source: SearchSource,
  { topic, language, from, to }: SearchFilter,
): Promise<Set<number>[]> {
  const terms = [
    ...(topic ? [filterTerms.topic(topic)] : []),
    ...(language ? [filterTerms.language(language)] : []),
  ]
  const sets = await Promise.all(terms.map(async (term) => setOf(await exact(index, source, term))))
  if (from === undefined && to === undefined) return sets
  const years = await termsBetween(index, source, ...yearSpan(from, to), MOST_LEAVES)
  const long = await exact(index, source, filterTerms.longTime)
  return [...sets, setOf([long, ...years.map(([, postings]) => postings)].flat())]
}

function setOf(postings: readonly number[]): Set<number> {
  return new Set(postings.map(documentOf))
}
