/** Where a term stands in a document, the most telling first: it weighs what it is found at. */
export const PLACE = { title: 3, heading: 2, often: 1, once: 0 } as const

/** A document and the best place in it, in one number: a list of them is in the order of the documents. */
export const posting = (document: number, place: number): number => document * 4 + place
export const documentOf = (one: number): number => Math.floor(one / 4)
export const placeOf = (one: number): number => one % 4

/** What JSON writes as it is: no quotation mark, no backslash, and no space, which stands between lists. */
const DIGITS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((char) => char !== '"' && char !== '\\')
  .join('')
const BASE = DIGITS.length / 2
const VALUES = new Uint8Array(128)
for (let i = 0; i < DIGITS.length; i += 1) VALUES[DIGITS.charCodeAt(i)] = i

/**
 * Postings, in order, as text: each the step from the one before, in digits of 46, the smallest first; a digit that
 * others follow is of the second half of the alphabet. Most steps are one character, and pack well. Of a very long list
 * only the end is kept, behind a mark.
 */
export function encode(all: ArrayLike<number>): string {
  const first = Math.max(0, all.length - MOST_LISTED)
  // Nearly all lists are of a few documents: anything but adding to a text takes longer to begin.
  let text = first > 0 ? CUT : ''
  let last = 0
  for (let i = first; i < all.length; i += 1) {
    const one = all[i] as number
    let step = (documentOf(one) - last) * 4 + placeOf(one)
    last = documentOf(one)
    for (; step >= BASE; step = Math.floor(step / BASE)) text += DIGITS[BASE + (step % BASE)]
    text += DIGITS[step]
  }
  return text
}

/** A list has no more, so that it does not grow with the library for ever. */
export const MOST_LISTED = 16_000
const CUT = '\u007f'

/** The documents that hold a term. */
export interface Postings {
  list: number[]
  /** Any document before it may hold the term as well. */
  since: number
}

/** The postings of {@link encode}. */
export function decode(text: string): Postings {
  const cut = text.startsWith(CUT)
  const list = decodeSteps(cut ? text.slice(1) : text)
  return { list, since: cut ? documentOf(list[0] as number) : 0 }
}

function decodeSteps(text: string): number[] {
  const postings: number[] = []
  let document = 0
  let step = 0
  let unit = 1
  for (let i = 0; i < text.length; i += 1) {
    const digit = VALUES[text.charCodeAt(i)] as number
    step += (digit % BASE) * unit
    unit *= BASE
    if (digit >= BASE) continue
    document += documentOf(step)
    postings.push(posting(document, placeOf(step)))
    step = 0
    unit = 1
  }
  return postings
}
