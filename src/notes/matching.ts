import type { Day } from '../calendar/index.ts'
import type { Evidence, Reference } from './artifacts.ts'
import type { Passage, Unit } from './passages.ts'
import { addressWords, type Term, type Terms, termsOf } from './terms.ts'

/** That a source of the note's list supports a passage which does not cite it, and why. */
export interface Match {
  /** Of the reference. */
  number: number
  /** Index of the passage. */
  passage: number
  /** Ids of the statements that it is likely to support. */
  statements: string[]
  /** 0 to 1. */
  confidence: number
  evidence: Evidence
}

/** Below, nothing is claimed. */
export const LEAST_CONFIDENCE = 0.5

/** A word that more passages share tells none from another. */
const MOST_PASSAGES = 24
/** Days that a report may come after what it reports of. */
const LATEST_REPORT = 31
const MOST_WORDS = 6
/** Statements that one source is put to. */
const MOST_SUPPORTED = 200
/** A longer list is an index, and each of its sources would be compared with every passage. */
const MOST_REFERENCES = 1000

interface Score {
  passage: number
  total: number
  heading: boolean
  date: boolean
  shared: { term: Term; key: string; worth: number }[]
}

/**
 * Finds, for each source of the note's list that the text does not cite, the one passage that it is likely to
 * support. Time and memory grow with the size of the note: what many passages share is not looked at.
 */
export function matchSources(
  title: string,
  references: readonly Reference[],
  cited: ReadonlySet<number>,
  passages: readonly Passage[],
): Match[] {
  const placed = passages.flatMap(({ below }, passage) =>
    below.flatMap(({ numbers, statements }) =>
      numbers.map((number): Match => {
        return { number, passage, statements, confidence: 0.9, evidence: { words: [], place: true } }
      }),
    ),
  )
  const done = new Set([...cited, ...placed.map(({ number }) => number)])
  const listed = references.filter(({ kind, number }) => kind !== 'link' && !done.has(number))
  if (passages.length < 2 || listed.length > MOST_REFERENCES) return placed
  const index = indexOf(title, references, passages)
  const found = inOrder(
    listed,
    listed.map((reference) => matchOf(reference, passages, index)),
    passages,
  )
  return [...placed, ...found.filter((match) => match !== undefined)]
}

interface Index {
  terms: Terms[]
  headings: Terms[]
  /** Passages that hold a term. */
  holding: Map<string, number[]>
  /** What the whole note, or its whole list, is about: it tells no passage from another. */
  general: ReadonlySet<string>
  /** Of units that were looked at one by one. */
  ofUnits: Map<Unit, Terms>
}

function indexOf(title: string, references: readonly Reference[], passages: readonly Passage[]): Index {
  const terms = passages.map(({ heading, units }) =>
    termsOf([heading, ...units.map(({ text }) => text)].join('\n')),
  )
  const holding = new Map<string, number[]>()
  for (const [i, ofPassage] of terms.entries()) {
    for (const key of ofPassage.keys()) {
      const known = holding.get(key)
      if (known) known.push(i)
      else holding.set(key, [i])
    }
  }
  const [first, ...rest] = passages
  const leadsAll = first?.leads && rest.every(({ level }) => level > first.level)
  const general = new Set(termsOf(leadsAll ? `${title}\n${first.heading}` : title).keys())
  const named = new Map<string, number>()
  for (const reference of references) {
    for (const key of termsOfReference(reference).keys()) named.set(key, (named.get(key) ?? 0) + 1)
  }
  for (const [key, count] of named) if (count > 2 && count > references.length * 0.65) general.add(key)
  return {
    terms,
    headings: passages.map(({ heading }) => termsOf(heading)),
    holding,
    general,
    ofUnits: new Map(),
  }
}

function matchOf(reference: Reference, passages: readonly Passage[], index: Index): Match | undefined {
  const scores = scoresOf(reference, passages, index)
  const [best, second] = [...scores.values()].sort((a, b) => b.total - a.total || a.passage - b.passage)
  if (!best) return undefined
  const confidence = confidenceOf(best, second?.total ?? 0)
  if (confidence < LEAST_CONFIDENCE) return undefined
  const passage = passages[best.passage] as Passage
  return {
    number: reference.number,
    passage: best.passage,
    statements: supported(passage, best, index).slice(0, MOST_SUPPORTED),
    confidence,
    evidence: {
      words: sharedWords(best),
      ...(best.heading ? { heading: true } : {}),
      ...(best.date ? { date: true } : {}),
    },
  }
}

function scoresOf(reference: Reference, passages: readonly Passage[], index: Index) {
  const { terms, headings, holding, general } = index
  const scores = new Map<number, Score>()
  const scoreOf = (passage: number): Score => {
    const score = scores.get(passage) ?? { passage, total: 0, heading: false, date: false, shared: [] }
    scores.set(passage, score)
    return score
  }
  const rarity = (held: number) => Math.log(passages.length / held) / Math.log(passages.length)
  for (const [key, { weight, index: place }] of termsOfReference(reference)) {
    if (general.has(key)) continue
    const held = holding.get(key) ?? []
    if (held.length > MOST_PASSAGES) continue
    for (const passage of held) {
      const term = terms[passage]?.get(key) as Term
      const inHeading = headings[passage]?.has(key) ?? false
      const worth =
        weight * rarity(held.length) * (inHeading ? 2 : 1) * Math.min(1.5, 1 + 0.125 * (term.count - 1))
      const score = scoreOf(passage)
      score.total += worth
      score.heading ||= inHeading && worth > 0.5
      score.shared.push({ term: { ...term, index: place }, key, worth })
    }
  }
  for (const passage of namesakes(reference, index)) {
    const score = scoreOf(passage)
    score.total += 2
    score.heading = true
  }
  const { date } = reference
  const when =
    date === undefined ? [] : [...passages.keys()].filter((i) => agrees(passages[i] as Passage, date))
  for (const passage of when) {
    const score = scoreOf(passage)
    score.total += 1.5 * rarity(when.length)
    score.date = true
  }
  return scores
}

/** The passages, at most a few, whose heading says all that the title of the source says. */
function namesakes(reference: Reference, { headings, general, holding }: Index): number[] {
  const main = [...termsOf(partTitle(reference.title).main).keys()].filter((key) => !general.has(key))
  const [first] = main
  if (!first || main.length < 2) return []
  const held = (holding.get(first) ?? []).filter((i) => main.every((key) => headings[i]?.has(key)))
  return held.length > 2 ? [] : held
}

/** A title, and who published it: what stands after the last bar or dash. */
function partTitle(title: string): { main: string; publisher: string } {
  const [, main = title, publisher = ''] = /^(.{4,}?)\s+[|–—-]\s+([^|–—]{1,40})$/su.exec(title) ?? []
  return { main, publisher }
}

/** Of title and address. Who published it, named at the end of a title, tells little of what it says. */
function termsOfReference({ title, url }: Reference): Map<string, Term> {
  const { main, publisher } = partTitle(title)
  const terms = new Map<string, Term>()
  const take = (found: Terms, share: number) => {
    for (const [key, term] of found) {
      const weight = Math.max(term.weight * share, terms.get(key)?.weight ?? 0)
      terms.set(key, { ...term, weight })
    }
  }
  take(termsOf(publisher), 0.4)
  if (url) take(termsOf(addressWords(url)), 0.8)
  take(termsOf(main), 1)
  return terms
}

function agrees({ dateline }: Passage, date: Day): boolean {
  return (
    dateline !== undefined && date >= dateline.value.from - 1 && date <= dateline.value.to + LATEST_REPORT
  )
}

/** Two rare words, or one in the heading, and a clear lead over the next passage. */
function confidenceOf({ total, shared, date }: Score, second: number): number {
  const kinds = shared.filter(({ worth }) => worth > 0.3).length + (date ? 1 : 0)
  if (kinds < 2 && total < 1.6) return 0
  const lead = (total - second) / total
  return Math.min(1, total / 3) * Math.min(1, 0.4 + lead)
}

/** What was said on one occasion shares its sources; elsewhere, what shares the words. */
function supported(
  { units, dateline, leads }: Passage,
  { shared, heading }: Score,
  { ofUnits }: Index,
): string[] {
  if ((dateline || heading) && !leads) return units.flatMap(({ statements }) => statements)
  const keys = new Set(shared.filter(({ worth }) => worth > 0.3).map(({ key }) => key))
  return units.flatMap((unit) => {
    if (unit.statements.length === 0) return []
    const own = ofUnits.get(unit) ?? termsOf(unit.text)
    ofUnits.set(unit, own)
    return [...keys].some((key) => own.has(key)) ? unit.statements : []
  })
}

/** As the passage has them; pairs of characters that follow one another as the word that they are. */
function sharedWords({ shared }: Score): string[] {
  const words: { text: string; worth: number; end: number }[] = []
  for (const { term, worth } of [...shared].sort((a, b) => a.term.index - b.term.index)) {
    const last = words.at(-1)
    if (
      last?.end === term.index - 1 &&
      [...term.words].length === 2 &&
      last.text.endsWith(term.words[0] as string)
    ) {
      last.text += [...term.words][1]
      last.worth += worth
      last.end = term.index
    } else words.push({ text: term.words, worth, end: term.index })
  }
  return words
    .filter(({ worth }) => worth > 0.2)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_WORDS)
    .map(({ text }) => text)
}

/**
 * Where at least three sources of a list follow the order of the text without exception, one between two that support
 * the same passage, or before the first of all, supports that.
 */
function inOrder(
  listed: readonly Reference[],
  found: readonly (Match | undefined)[],
  passages: readonly Passage[],
): (Match | undefined)[] {
  const known = found.filter((match) => match !== undefined)
  const rising = known.every(({ passage }, i) => i === 0 || passage >= (known[i - 1] as Match).passage)
  if (!rising || new Set(known.map(({ passage }) => passage)).size < 3) return [...found]
  const first = passages.findIndex(({ leads, heading }) => heading !== '' && !leads)
  return found.map((match, i) => {
    if (match) return match
    const before = found.slice(0, i).findLast((one) => one)?.passage ?? first
    const after = found.slice(i + 1).find((one) => one)
    if (after?.passage !== before) return undefined
    const passage = passages[before] as Passage
    return {
      number: (listed[i] as Reference).number,
      passage: before,
      statements: passage.units.flatMap(({ statements }) => statements).slice(0, MOST_SUPPORTED),
      confidence: LEAST_CONFIDENCE,
      evidence: { words: [], order: true },
    }
  })
}
