import { isUnspaced } from './fold.ts'

/** UTF-16 units; of a longer word its beginning is looked for. */
export const LONGEST_WORD = 40

/**
 * What a folded text is found by: its words; every two characters beside each other of which one is of a script
 * without spaces, `5年` and `i时` as well as `开源`; and such a character that nothing follows. Each is the beginning of
 * what is looked for, so that one character finds all pairs that it begins.
 */
export function terms(folded: string, take: (term: string) => void): void {
  let word = ''
  /** The character before, '' after a space; and whether it is of a script without spaces. */
  let last = ''
  let lastUnspaced = false
  for (const char of folded) {
    const space = char === ' '
    const unspaced = !space && isUnspaced(char)
    if (word && (space || unspaced)) {
      take(word)
      word = ''
    }
    if (lastUnspaced && space) take(last)
    else if (last && !space && (unspaced || lastUnspaced)) take(last + char)
    if (!space && !unspaced && word.length < LONGEST_WORD) word += char
    last = space ? '' : char
    lastUnspaced = unspaced
  }
  if (word) take(word)
  if (lastUnspaced) take(last)
}
