import type { Fields } from './fields.ts'
import type { Lexicon } from './lexicon.ts'
import type { Meaning } from './meaning.ts'
import type { Found } from './ranges.ts'

/** What looks like a date, where it stands. */
export interface Case {
  found: Found
  first: Fields
  text: string
  /** What the mention's own words mean. */
  own: readonly Meaning[]
  /** The word right before it. */
  before: Meaning | undefined
  /** The word before that. */
  twoBefore: Meaning | undefined
  after: Meaning | undefined
  /** What stands behind it is counted by it, or by the other end of what is no range of years: 1500 to 2000 people. */
  counted: boolean
  /** It, or the month before it, is of the moon. */
  moon: boolean
  /** So many of something stand right behind it. */
  daily: boolean
  /** A number of about as many stands before it: "two or". */
  rough: boolean
  /** No space stands before it. */
  tight: boolean
  han: boolean
  /** A word stands before it after which a number or a name is a date: in, since, from. */
  led: boolean
  lexicon: Lexicon
  /** The year of the nearest date before it that holds one. */
  told: number
  /** A day or month was said before it. */
  monthly: boolean
  /** The year of the reference date. */
  now: number
  /** The sentence speaks of what is to come. */
  future: boolean
}

/** Whether a word follows at once. */
export function goesOn({ end }: Found, text: string): boolean {
  return /^\s\p{L}/u.test(text.slice(end, end + 2))
}
