import { isUnspaced } from './fold.ts'

/** UTF-16 units; of a longer word its beginning is looked for. */
export const LONGEST_WORD = 40

/**
 * What a folded text is found by: its words; every two characters beside each other of which one is of a script
 * without spaces, `5年` and `i时` as well as `开源`; and such a character that nothing follows. Each is the beginning of
 * what is looked for, so that one character finds all pairs that it begins.
 */
export function terms(folded: string, take: (term: string) => void): void {
  /** Where the word began that is being read. */
  let word = -1
  /** Where the character before began; -1 after a space. */
  let last = -1
  let lastUnspaced = false
  let at = 0
  const close = () => {
    if (word >= 0) take(folded.slice(word, Math.min(at, word + LONGEST_WORD)))
    word = -1
  }
  while (at < folded.length) {
    const unit = folded.charCodeAt(at)
    const size = unit >= 0xd800 && unit <= 0xdbff ? 2 : 1
    const space = unit === 0x20
    const unspaced = !space && isUnspaced(size === 1 ? (folded[at] as string) : folded.slice(at, at + 2))
    if (space || unspaced) close()
    else if (word < 0) word = at
    if (space) {
      if (lastUnspaced) take(folded.slice(last, at))
    } else if (last >= 0 && (unspaced || lastUnspaced)) take(folded.slice(last, at + size))
    last = space ? -1 : at
    lastUnspaced = unspaced
    at += size
  }
  close()
  if (lastUnspaced) take(folded.slice(last))
}
