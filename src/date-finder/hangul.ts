import type { Entry, Lexicon } from './lexicon.ts'
import { classOf, HANGUL, readHanNumeral } from './script.ts'
import { numberToken, type Token } from './token.ts'

/** Longer words are none that a date is made of. */
const LONGEST = 24

/**
 * The entry that begins at a place of a word of Korean, the longest that leaves nothing unknown of the word: other
 * entries, an ending or nothing. 말 is an end of, 말레이시아 is none.
 * @param marks a number stands right before it: 년, 월 and 일 mark that, whatever follows
 */
export function entryAt(text: string, at: number, lexicon: Lexicon, marks: boolean): Entry | undefined {
  return lexicon.runs
    .get(text.charCodeAt(at))
    ?.find(
      ({ text: word, meaning }) =>
        text.startsWith(word, at) && ((marks && meaning.mark) || isKnown(text, at + word.length, lexicon)),
    )
}

/** Whether the rest of a word is known. */
function isKnown(text: string, from: number, lexicon: Lexicon): boolean {
  let end = from
  while (classOf(text.charCodeAt(end)) === HANGUL) {
    if (end - from > LONGEST) return false
    end += 1
  }
  let at = from
  while (at < end && !lexicon.endings.has(text.slice(at, end))) {
    const next = startAt(text, at, lexicon)
    if (!next) return false
    at += next.text.length
  }
  return true
}

function startAt(text: string, at: number, { runs }: Lexicon): Entry | undefined {
  return runs.get(text.charCodeAt(at))?.find((known) => text.startsWith(known.text, at))
}

/** Numerals, and behind them what they number: 이십 of 이십일, 이십일 of 이십일일. */
export function numeralAt(text: string, at: number, lexicon: Lexicon): Token | undefined {
  let stop = at
  while (stop < at + LONGEST && lexicon.numerals.has(text[stop] as string)) stop += 1
  for (; stop > at; stop -= 1) {
    // 삼 년 is written apart too.
    const apart = text[stop] === ' '
    const { text: word = '', meaning } = startAt(text, apart ? stop + 1 : stop, lexicon) ?? {}
    if (!meaning?.mark && (apart || !meaning?.unit || word.length < 2)) continue
    const { value, digits } = readHanNumeral(text.slice(at, stop), lexicon.numerals)
    // 천년 is how long it took.
    if (value % 1000 === 0) return undefined
    return { ...numberToken(at, stop, value, digits), han: true }
  }
  return undefined
}
