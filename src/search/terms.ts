import { isUnspaced } from './fold.ts'

/** UTF-16 units; of a longer word its beginning is looked for. */
export const LONGEST_WORD = 40

/**
 * What a folded text is found by: its words; every two characters beside each other of which one is of a script
 * without spaces, `5年` and `i时` as well as `开源`; and such a character that nothing follows. Each is the beginning of
 * what is looked for, so that one character finds all pairs that it begins. Two words beside each other are a term,
 * too, one of {@link PAIRS}: they lead to phrases, and their text tells whether it is these two.
 */
export function terms(folded: string, take: (term: string) => void): void {
  /** Where the word began that is being read. */
  let word = -1
  /** Where the character before began; -1 after a space. */
  let last = -1
  let lastUnspaced = false
  let at = 0
  /** The word before, where only a space stands between. */
  let before = ''
  const close = (space: boolean) => {
    if (word >= 0) {
      const whole = folded.slice(word, Math.min(at, word + LONGEST_WORD))
      take(whole)
      if (before) take(pairOf(before, whole))
      before = space ? whole : ''
    } else before = ''
    word = -1
  }
  while (at < folded.length) {
    const unit = folded.charCodeAt(at)
    const size = unit >= 0xd800 && unit <= 0xdbff ? 2 : 1
    const space = unit === 0x20
    const unspaced = !space && isUnspaced(size === 1 ? (folded[at] as string) : folded.slice(at, at + 2))
    if (space || unspaced) close(space)
    else if (word < 0) word = at
    if (space) {
      if (lastUnspaced) take(folded.slice(last, at))
    } else if (last >= 0 && (unspaced || lastUnspaced)) take(folded.slice(last, at + size))
    last = space ? -1 : at
    lastUnspaced = unspaced
    at += size
  }
  close(false)
  if (lastUnspaced) take(folded.slice(last))
}

/** Many enough that few pairs of a note share one, few enough to be kept. */
const PAIRS = 2 ** 18

/** The term of two words beside each other; no word begins like it. */
function pairOf(one: string, other: string): string {
  let hash = 0x811c9dc5
  const both = `${one} ${other}`
  for (let i = 0; i < both.length; i += 1) hash = Math.imul(hash ^ both.charCodeAt(i), 0x01000193)
  return `~${((hash ^ (hash >>> 15)) & (PAIRS - 1)).toString(36)}`
}
