import { type DateValue, partsOf } from '../../calendar/index.ts'
import { align, type Pair } from './align.ts'
import type { Block, Fact } from './blocks.ts'
import { figuresIn } from './numbers.ts'

export type Side = 'left' | 'right'

/** A date or number that the other version does not say. */
export interface Disagreement {
  side: Side
  block: Block
  fact: Fact
  /** What the other says in its place. */
  other?: { block: Block; fact: Fact }
}

/** A fact with where it stands. */
interface Placed {
  block: Block
  fact: Fact
  row: number
  /** Number of the pair of sentences in its row. */
  sentence: number
  /** What it agrees with was found, or it is told of already. */
  settled?: true
}

/** Below, numbers are written in words as often as in figures. */
const LEAST_IN_FIGURES = 13

/**
 * What aligned parts say differently. Rather silent than wrong: what may be said in words, more broadly, or elsewhere
 * in the part is no difference, and what stands in one only is told of as a whole.
 * @param rows the pairs of their blocks, by their number
 * @param figures all numbers that the versions have anywhere
 */
export function compareParts(
  blocks: Record<Side, readonly Block[]>,
  rows: readonly Pair[],
  figures: Record<Side, ReadonlySet<number>>,
): Disagreement[] {
  const placed: Record<Side, Placed[]> = { left: [], right: [] }
  const paired = new Set<number>()
  for (const [row, pair] of rows.entries()) {
    const own = { left: blocks.left.slice(...pair.left), right: blocks.right.slice(...pair.right) }
    if (own.left.length > 0 && own.right.length > 0) paired.add(row)
    const { pairs, ...sentences } = alignSentences(own.left, own.right)
    for (const side of ['left', 'right'] as const) {
      for (const block of own[side]) {
        for (const fact of block.facts) {
          const index = sentences[side].findIndex(
            (one) => one.block === block && one.sentence.start <= fact.start && one.sentence.end >= fact.end,
          )
          const sentence = pairs.findIndex((one) => one[side][0] <= index && one[side][1] > index)
          placed[side].push({ block, fact, row, sentence })
        }
      }
    }
  }
  settle(placed.left, placed.right)
  const found = contradictions(placed.left, placed.right)
  for (const side of ['left', 'right'] as const) {
    const other = side === 'left' ? 'right' : 'left'
    const near = new Set(
      rows.flatMap((pair) => blocks[other].slice(...pair[other]).flatMap(({ text }) => figuresIn(text))),
    )
    for (const { fact, block, row, settled } of placed[side]) {
      if (!settled && paired.has(row) && isMissing(fact, placed[other], near, figures[other])) {
        found.push({ side, block, fact })
      }
    }
  }
  return found
}

/** The sentences of a row, and which of them say the same. */
export function alignSentences(left: readonly Block[], right: readonly Block[]) {
  const all = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => block.sentences.map((sentence) => ({ block, sentence })))
  const [a, b] = [all(left), all(right)]
  const pairs = align(
    a.map(({ sentence }) => sentence),
    b.map(({ sentence }) => sentence),
  )
  return { left: a, right: b, pairs }
}

/** Marks what agrees, the nearest first: each settles one other, so that what is left over can be told. */
function settle(left: readonly Placed[], right: readonly Placed[]): void {
  const near = [
    (a: Placed, b: Placed) => a.row === b.row && a.sentence === b.sentence,
    (a: Placed, b: Placed) => a.row === b.row,
    () => true,
  ]
  for (const isNear of near) {
    for (const a of left) {
      if (a.settled) continue
      const b = right.find((one) => !one.settled && isNear(a, one) && agree(a.fact, one.fact))
      if (b) a.settled = b.settled = true
    }
  }
}

/** Left over in the same sentence of both, of one kind, and as many: so much is said differently. */
function contradictions(left: readonly Placed[], right: readonly Placed[]): Disagreement[] {
  const found: Disagreement[] = []
  const there = byKey(right)
  for (const [key, some] of byKey(left)) {
    const others = there.get(key) ?? []
    if (others.length !== some.length) continue
    for (const [i, a] of some.entries()) {
      const b = others[i] as Placed
      if (!contradict(a.fact, b.fact)) continue
      a.settled = b.settled = true
      found.push({ side: 'left', block: a.block, fact: a.fact, other: b })
    }
  }
  return found
}

/** What is left over in each sentence, by its kind. */
function byKey(placed: readonly Placed[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>()
  for (const one of placed) {
    const kind = kindOf(one.fact)
    if (one.settled || one.sentence < 0 || !kind) continue
    const key = `${one.row} ${one.sentence} ${kind}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}

/** What can stand against what; undefined where nothing can be held against it. */
function kindOf({ date, number }: Fact): string | undefined {
  if (date)
    return date.precision === 'range' ? (date.open ? undefined : `range ${grainOf(date)}`) : date.precision
  if (!number || number.inWords || number.named || number.values.length === 0) return undefined
  if (number.kind === 'plain' && number.values.some((value) => value < LEAST_IN_FIGURES && value % 1 === 0)) {
    return undefined
  }
  return number.kind
}

function agree(a: Fact, b: Fact): boolean {
  if (a.date && b.date) {
    if (a.date.open && a.date.open === b.date.open) {
      return a.date.open === 'to' ? a.date.from === b.date.from : a.date.to === b.date.to
    }
    return a.date.from === b.date.from && a.date.to === b.date.to
  }
  const others = b.number?.values ?? []
  return a.number?.values.some((value) => others.includes(value)) ?? false
}

function contradict(a: Fact, b: Fact): boolean {
  if (!a.date || !b.date) return true
  // Of ranges of years, late, mid and early ends are told apart by some languages only.
  if (overlap(a.date, b.date) && !/^range (?:days|months)$/.test(String(kindOf(a)))) return false
  // A year that was implied may have been implied from elsewhere.
  return (a.explicit && b.explicit) || partsOf(a.date.from).year === partsOf(b.date.from).year
}

/** What a range is counted in. */
function grainOf({ from, to }: DateValue): string {
  const [first, next] = [partsOf(from), partsOf(to + 1)]
  if (first.day > 1 || next.day > 1) return 'days'
  return first.month > 1 || next.month > 1 ? 'months' : 'years'
}

function overlap(a: DateValue, b: DateValue): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** Whether the other version surely does not say it. `near`: the figures of its part, `anywhere`: all of it. */
function isMissing(
  fact: Fact,
  others: readonly Placed[],
  near: ReadonlySet<number>,
  anywhere: ReadonlySet<number>,
): boolean {
  const { date, explicit, number } = fact
  if (date) {
    // A decade or a century is told in words as often.
    if (!/^(?:day|month|quarter|half|year)$/.test(date.precision)) return false
    const years = [partsOf(date.from).year, partsOf(date.to).year].flatMap((year) => [
      year,
      1 - year,
      year % 100,
    ])
    const isSaid = others.some((one) => one.fact.date && overlap(date, one.fact.date))
    return explicit === true && date.mod !== 'approx' && !isSaid && !years.some((year) => near.has(year))
  }
  if (!number || kindOf(fact) === undefined || !isTelling(fact)) return false
  return !number.values.some((value) => anywhere.has(value))
}

/** Whether a translator would hardly write it in words: not half, three hundred or a million. */
function isTelling({ number }: Fact): boolean {
  return (
    number?.values.every((value) => {
      const digits = String(value)
        .replace('.', '')
        .replace(/e.*$|0+$/g, '')
        .replace(/^0+/, '')
      return value % 1 !== 0 || digits.length >= (value < 100 && number.kind !== 'percent' ? 3 : 2)
    }) ?? false
  )
}
