import type { Body, Note } from '../artifacts.ts'
import { alignParts } from './align-parts.ts'
import { type Block, type Fact, type Part, partsOf } from './blocks.ts'
import { alignSentences, compareParts, type Disagreement, type Side } from './compare.ts'
import { type Differing, markBody } from './mark-body.ts'
import { figuresIn } from './numbers.ts'

/** Blocks that say the same; one side is empty where the other version has nothing of it. */
export interface Row {
  left: Body[]
  right: Body[]
  /** Where each of them begins in the text of its note, as `bodyText` tells it. */
  at: Readonly<Record<Side, readonly number[]>>
  /** Begins a passage that stands on one side only: its number among the differences. */
  difference?: number
}

/** Something that the versions do not have in common, in the order of the text. */
export interface Difference {
  /** Where it stands; a date or number that the other has otherwise stands on both. */
  side: Side
  kind: 'date' | 'number' | 'passage'
  /** What each says, in its own words; a passage says so itself. */
  left?: string
  right?: string
}

export interface SideBySide {
  rows: Row[]
  /** Shown by the `mark`s whose `data-differs` is its number. */
  differences: Difference[]
  /** Anchors of statements that say the same, by side and anchor: `left s-1` to those on the right. */
  counterparts: ReadonlyMap<string, readonly string[]>
}

/** Two versions of a note in rows: aligned by section, block and statement, what differs marked. Pure. */
export function sideBySide(left: Note, right: Note): SideBySide {
  const parts = { left: partsOf(left), right: partsOf(right) }
  const blocks = { left: blocksOf(parts.left), right: blocksOf(parts.right) }
  const figures = { left: figuresOf(blocks.left), right: figuresOf(blocks.right) }
  const counterparts = new Map<string, string[]>()
  const aligned: { left: Block[]; right: Block[] }[] = []
  const disagreements: Disagreement[] = []
  for (const rows of alignParts(parts.left, parts.right)) {
    disagreements.push(...compareParts(blocks, rows, figures))
    for (const row of rows) {
      const [a, b] = [blocks.left.slice(...row.left), blocks.right.slice(...row.right)]
      aligned.push({ left: a, right: b })
      pairStatements(a, b, counterparts)
    }
  }
  return { ...toRows(aligned, disagreements), counterparts }
}

function blocksOf(parts: readonly Part[]): Block[] {
  return parts.flatMap(({ blocks }) => blocks)
}

function figuresOf(blocks: readonly Block[]): ReadonlySet<number> {
  return new Set(
    blocks.flatMap(({ text, facts }) => [
      ...figuresIn(text),
      ...facts.flatMap(({ number }) => number?.values ?? []),
    ]),
  )
}

function pairStatements(a: readonly Block[], b: readonly Block[], counterparts: Map<string, string[]>): void {
  const { left, right, pairs } = alignSentences(a, b)
  for (const pair of pairs) {
    const here = left.slice(...pair.left).flatMap(({ sentence }) => sentence.id ?? [])
    const there = right.slice(...pair.right).flatMap(({ sentence }) => sentence.id ?? [])
    for (const id of here) counterparts.set(`left ${id}`, there)
    for (const id of there) counterparts.set(`right ${id}`, here)
  }
}

/** Numbers the differences in the order of the rows, and marks them in their blocks. */
function toRows(
  aligned: readonly { left: Block[]; right: Block[] }[],
  disagreements: readonly Disagreement[],
): { rows: Row[]; differences: Difference[] } {
  const differences: Difference[] = []
  const marks = new Map<Block, Differing[]>()
  const mark = (block: Block, { start, end }: { start: number; end: number }) => {
    marks.set(block, [
      ...(marks.get(block) ?? []),
      { stretch: [start, end], difference: differences.length - 1 },
    ])
  }
  const of = new Map<Block, Disagreement[]>()
  for (const one of disagreements) of.set(one.block, [...(of.get(one.block) ?? []), one])
  const bodies = (blocks: readonly Block[]) =>
    blocks.map((block) => {
      const own = marks.get(block)?.sort((x, y) => x.stretch[0] - y.stretch[0])
      return own ? markBody(block.body, own) : block.body
    })
  let only: Side | undefined
  const rows = aligned.map(({ left, right }): Row => {
    const alone = right.length === 0 ? 'left' : left.length === 0 ? 'right' : undefined
    const begins = alone !== undefined && alone !== only
    only = alone
    if (begins) differences.push({ side: alone, kind: 'passage' })
    const difference = begins ? { difference: differences.length - 1 } : {}
    const told = [...left, ...right].flatMap((block) =>
      (of.get(block) ?? []).sort((x, y) => x.fact.start - y.fact.start),
    )
    for (const { side, block, fact, other } of told) {
      const difference: Difference = {
        side,
        kind: fact.date ? 'date' : 'number',
        [side]: wordsOf(block, fact),
      }
      if (other) difference.right = wordsOf(other.block, other.fact)
      differences.push(difference)
      mark(block, fact)
      if (other) mark(other.block, other.fact)
    }
    const at = { left: left.map((block) => block.at), right: right.map((block) => block.at) }
    return { left: bodies(left), right: bodies(right), at, ...difference }
  })
  return { rows, differences }
}

function wordsOf({ text }: Block, { start, end }: Fact): string {
  return text.slice(start, end)
}
