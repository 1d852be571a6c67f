import type { Stretch } from '../enclosures.ts'
import { best, GAP, type Pair, scorer } from './align.ts'
import type { Part } from './blocks.ts'

/** Comparisons of blocks; of longer notes the parts are compared as wholes. */
const MOST_COMPARED = 1_000_000

/**
 * Aligns parts by how well their blocks can be aligned, so that a part that is missing, merged or without its heading
 * shifts nothing of what follows. For each pair of parts, the pairs of their blocks, by their number among all of
 * their side.
 */
export function alignParts(left: readonly Part[], right: readonly Part[]): Pair[][] {
  const blocks = { left: left.flatMap((part) => part.blocks), right: right.flatMap((part) => part.blocks) }
  const begins = { left: beginsOf(left), right: beginsOf(right) }
  const within = (side: 'left' | 'right', [from, to]: Stretch): Stretch => [
    begins[side][from] as number,
    begins[side][to] as number,
  ]
  const score = scorer(blocks.left, blocks.right)
  const align = (pair: Pair) =>
    best({ left: within('left', pair.left), right: within('right', pair.right), score, gap: () => GAP })
  const { pairs } = best({
    left: [0, left.length],
    right: [0, right.length],
    score:
      blocks.left.length * blocks.right.length > MOST_COMPARED
        ? scorer(left, right)
        : (i, p, j, q) => align({ left: [i, i + p], right: [j, j + q] }).total,
    // What is missing as a whole is likelier than as many blocks, each by itself.
    gap: (side, i) => {
      const [from, to] = within(side, [i, i + 1])
      return GAP * Math.sqrt(to - from)
    },
  })
  return pairs.map((pair) => align(pair).pairs)
}

/** The number of the first block of each part, and that behind the last of all. */
function beginsOf(parts: readonly Part[]): number[] {
  const begins = [0]
  for (const { blocks } of parts) begins.push((begins.at(-1) as number) + blocks.length)
  return begins
}
