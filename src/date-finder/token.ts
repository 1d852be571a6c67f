import { type Meaning, NONE, noMeaning } from './meaning.ts'

/** A date written in numbers only: 2025-10-03, 3.4.2025, 2024/25. */
export interface Numeric {
  /** Missing in 22/04. */
  year: number | undefined
  month: number
  day: number
  /** The last year of `2024/25`. */
  lastYear: number
  /** Day and month could change places. */
  guess: boolean
  /** The year has two digits. */
  short: boolean
}

/** A word, phrase or number of a text that may belong to a date. Offsets are UTF-16, end exclusive. */
export interface Token {
  start: number
  end: number
  meaning: Meaning
  /** Only spaces stand between it and the token before. */
  joined: boolean
  /** No space either. */
  tight: boolean
  /** The value of a number, NONE for words. */
  value: number
  /** How many digits it is written with; 0 for numbers in words and those with tens and hundreds. */
  digits: number
  ordinal: boolean
  /** '08 */
  apostrophe: boolean
  /** Written in Chinese numerals. */
  han: boolean
  /** 两, which counts and names no day or month. */
  counts: boolean
  /** 两三: no number, but about so many. */
  rough: boolean
  /** A number behind which another word stands at once. */
  goesOn: boolean
  numeric: Numeric | undefined
}

export const NOTHING = noMeaning()
export const COMMA: Meaning = { ...noMeaning(), comma: true }
/** ，、 part what they stand between. */
export const WIDE_COMMA: Meaning = { ...noMeaning(), comma: true }
export const DASH: Meaning = { ...noMeaning(), dash: true }
export const FUTURE: Meaning = { ...noMeaning(), future: true }
export const SLASH: Meaning = { ...noMeaning(), slash: true }

export function makeToken(start: number, end: number, meaning: Meaning): Token {
  // Every token has the same shape, which keeps reading them fast.
  return {
    start,
    end,
    meaning,
    joined: false,
    tight: false,
    value: NONE,
    digits: 0,
    ordinal: false,
    apostrophe: false,
    han: false,
    counts: false,
    rough: false,
    goesOn: false,
    numeric: undefined,
  }
}

export function numberToken(
  start: number,
  end: number,
  value: number,
  digits: number,
  ordinal = false,
): Token {
  const token = makeToken(start, end, NOTHING)
  token.value = value
  token.digits = digits
  token.ordinal = ordinal
  return token
}
