import type { Stretch } from '../enclosures.ts'

/** What is set beside its translation: a block, a sentence. */
export interface Unit {
  /** What only stands beside its like. */
  kind: string
  /** Of its text, UTF-16 units. */
  length: number
  /** What a translation would have as well: dates, numbers, names, addresses. */
  terms: ReadonlySet<string>
}

/** What says the same: stretches of indices, one of which may be empty. */
export interface Pair {
  left: Stretch
  right: Stretch
}

/** What speaks for `p` units from `i` on, on the left, being the same as `q` from `j` on, on the right. */
export type Score = (i: number, p: number, j: number, q: number) => number

/** How two sequences are compared: from where to where, and what a unit without a counterpart costs. */
export interface Comparison extends Pair {
  score: Score
  gap: (side: 'left' | 'right', index: number) => number
}

/** Where one version has one paragraph, the other may have some. */
const SHAPES = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
] as const

/** What it costs to leave one unit without a counterpart. */
export const GAP = 0.5
/** What it costs to take several as one, for each beyond the first. */
const MERGE = 0.5
/** UTF-16 units: short ones vary more. */
const SMOOTH = 25
/** A term in more units of a side tells nothing. */
const MOST_HOLDERS = 40
/** How far what says the same may lie apart, beside how many more units one side has. */
const BAND = 100
/** Steps of one comparison; beyond them the order alone counts. */
const MOST_CELLS = 3_000_000

/** Aligns two sequences of units, both in their order, so that what stands in one only shifts nothing after it. */
export function align(left: readonly Unit[], right: readonly Unit[]): Pair[] {
  const all = { left: [0, left.length], right: [0, right.length] } as const
  return best({ ...all, score: scorer(left, right), gap: () => GAP }).pairs
}

/** The best alignment there is (dynamic programming, within a band), and what speaks for it. */
export function best({ left, right, score, gap }: Comparison): { total: number; pairs: Pair[] } {
  const [n, m] = [left[1] - left[0], right[1] - right[0]]
  const reach = BAND + Math.abs(n - m)
  const width = Math.min(m, 2 * reach) + 1
  if (n * width > MOST_CELLS) return { total: 0, pairs: inOrder(left, right) }
  const totals = new Float64Array((n + 1) * width).fill(-Infinity)
  const steps = new Uint8Array((n + 1) * width)
  /** Where the band begins in a row. */
  const begin = (i: number) => Math.max(0, Math.min(m + 1 - width, Math.round((i * m) / (n || 1)) - reach))
  const begins = Int32Array.from({ length: n + 1 }, (_, i) => begin(i))
  const totalAt = (i: number, j: number) => {
    const column = j - (begins[i] as number)
    return column >= 0 && column < width ? (totals[i * width + column] as number) : -Infinity
  }
  for (let i = 0; i <= n; i += 1) {
    for (let column = 0; column < width; column += 1) {
      const j = column + (begins[i] as number)
      let top = i === 0 && j === 0 ? 0 : -Infinity
      let taken = 0
      const consider = (p: number, q: number, gain: number, step: number) => {
        const total = totalAt(i - p, j - q) + gain
        if (total > top) [top, taken] = [total, step]
      }
      for (const [step, [p, q]] of SHAPES.entries()) {
        if (i >= p && j >= q) consider(p, q, score(left[0] + i - p, p, right[0] + j - q, q), step)
      }
      if (i > 0) consider(1, 0, -gap('left', left[0] + i - 1), SHAPES.length)
      if (j > 0) consider(0, 1, -gap('right', right[0] + j - 1), SHAPES.length + 1)
      totals[i * width + column] = top
      steps[i * width + column] = taken
    }
  }
  const pairs: Pair[] = []
  for (let [i, j] = [n, m]; i > 0 || j > 0; ) {
    const step = steps[i * width + j - (begins[i] as number)] as number
    const [p, q] = SHAPES[step] ?? (step === SHAPES.length ? [1, 0] : [0, 1])
    pairs.push({ left: [left[0] + i - p, left[0] + i], right: [right[0] + j - q, right[0] + j] })
    i -= p
    j -= q
  }
  return { total: totalAt(n, m), pairs: pairs.reverse() }
}

/** Judges units by the terms that they share, their lengths and their kinds. */
export function scorer(left: readonly Unit[], right: readonly Unit[]): Score {
  const { shared, weights } = compareTerms(left, right)
  const total = (units: readonly Unit[]) => units.reduce((sum, { length }) => sum + length, 0)
  const ratio = (total(right) + SMOOTH) / (total(left) + SMOOTH)
  const sums = {
    lengthLeft: sumsOf(left.map(({ length }) => length)),
    lengthRight: sumsOf(right.map(({ length }) => length)),
    left: sumsOf(weights.left),
    right: sumsOf(weights.right),
  }
  return (i, p, j, q) => {
    let common = 0
    let alike = true
    for (let a = i; a < i + p; a += 1) {
      for (let b = j; b < j + q; b += 1) {
        common += shared[a]?.get(b) ?? 0
        alike &&= left[a]?.kind === right[b]?.kind
      }
    }
    const all = within(sums.left, i, p) + within(sums.right, j, q)
    // Nothing to share speaks neither for nor against; much to share, and nothing shared, against.
    const evidence = all < 1e-9 ? 0 : Math.min(1, all) * ((4 * common) / all - 0.7)
    const [here, there] = [within(sums.lengthLeft, i, p), within(sums.lengthRight, j, q)]
    const lengths = Math.abs(Math.log((here * ratio + SMOOTH) / (there + SMOOTH)))
    return (alike ? 0.4 : -0.5) + evidence - lengths - MERGE * (p + q - 2)
  }
}

/** Sums up to each number, so that any stretch is a difference of two. */
function sumsOf(numbers: readonly number[]): Float64Array {
  const sums = new Float64Array(numbers.length + 1)
  for (const [i, number] of numbers.entries()) sums[i + 1] = (sums[i] as number) + number
  return sums
}

function within(sums: Float64Array, from: number, count: number): number {
  return (sums[from + count] as number) - (sums[from] as number)
}

/** How much the terms weigh that two units share, and all that each could share with the other side. */
function compareTerms(left: readonly Unit[], right: readonly Unit[]) {
  const there = holders(right)
  const shared = left.map(() => new Map<number, number>())
  const weights = { left: left.map(() => 0), right: right.map(() => 0) }
  for (const [term, here] of holders(left)) {
    const others = there.get(term)
    if (!others || Math.max(here.length, others.length) > MOST_HOLDERS) continue
    const weight = 1 / Math.sqrt(here.length * others.length)
    for (const b of others) weights.right[b] = (weights.right[b] as number) + weight
    for (const a of here) {
      weights.left[a] = (weights.left[a] as number) + weight
      const row = shared[a] as Map<number, number>
      for (const b of others) row.set(b, (row.get(b) ?? 0) + weight)
    }
  }
  return { shared, weights }
}

function holders(units: readonly Unit[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [i, { terms }] of units.entries()) {
    for (const term of terms) {
      const known = found.get(term)
      if (known) known.push(i)
      else found.set(term, [i])
    }
  }
  return found
}

function inOrder(left: Stretch, right: Stretch): Pair[] {
  const at = ([from, to]: Stretch, i: number): Stretch => [Math.min(from + i, to), Math.min(from + i + 1, to)]
  const count = Math.max(left[1] - left[0], right[1] - right[0])
  return Array.from({ length: count }, (_, i) => ({ left: at(left, i), right: at(right, i) }))
}
