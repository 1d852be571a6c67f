import { isUnspaced } from './fold.ts'

/** Words of letters: a number has too many neighbours, and so has a short word. */
const MISTYPABLE = /^[\p{L}\p{M}]{4,}$/u
const LONG = 8
const MOST_NEAR = 12

export function isMistypable(word: string): boolean {
  return MISTYPABLE.test(word) && !isUnspaced(word.charAt(0))
}

/**
 * The words that a mistyped one may have been meant for, nearest first: one slip away, or two in a long word, counting
 * swapped letters as one; a word that only begins so comes last. Its first letter has to be right.
 */
export function nearWords(typed: string, words: readonly string[]): string[] {
  const most = typed.length < LONG ? 1 : 2
  return words
    .flatMap((word) => {
      const far = slips(typed, word, most)
      return far <= most + 0.5 ? [{ word, far }] : []
    })
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_NEAR)
    .map(({ word }) => word)
}

/** Slips between two words; half a slip more where `word` goes on. More than `most` is not counted out. */
function slips(typed: string, word: string, most: number): number {
  if (word.length < typed.length - most) return Number.POSITIVE_INFINITY
  let before: number[] = []
  let last = Array.from({ length: typed.length + 1 }, (_, i) => i)
  let begun = Number.POSITIVE_INFINITY
  for (let j = 1; j <= word.length; j += 1) {
    const row = [j]
    let least = j
    for (let i = 1; i <= typed.length; i += 1) {
      const same = typed[i - 1] === word[j - 1]
      let cost = Math.min(
        (last[i - 1] as number) + (same ? 0 : 1),
        (last[i] as number) + 1,
        (row[i - 1] as number) + 1,
      )
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) {
        cost = Math.min(cost, (before[i - 2] as number) + 1)
      }
      row.push(cost)
      least = Math.min(least, cost)
    }
    begun = Math.min(begun, row[typed.length] as number)
    before = last
    last = row
    if (least > most) return begun + 0.5
  }
  return Math.min(last[typed.length] as number, begun + 0.5)
}
