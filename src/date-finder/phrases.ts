import { foldHan } from './han-variants.ts'
import type { Entry } from './lexicon.ts'
import { classOf, DIGIT, LETTER, SPACE, UNSEEN } from './script.ts'

/** Spaces between two words that still belong together. */
export const WIDEST_GAP = 3

/** Small letters, and one form where a script writes a letter in several. */
export function fold(text: string): string {
  const small = text.toLowerCase()
  // Nothing to fold in Latin, Greek and Cyrillic.
  if (small.charCodeAt(0) < 0x590) return small
  return (
    foldHan(small)
      .replace(/[أإ]/g, 'ا')
      .replace(/ى/g, 'ي')
      .replace(/ة/g, 'ه')
      // Devanagari: the moon over a vowel is written as a dot, and the dot below a letter often left out.
      .replace(/\u0901/g, '\u0902')
      .replace(/[\u0958-\u095f]/g, (letter) => letter.normalize('NFD').charAt(0))
      .replace(/[\u200c-\u200f\u064b-\u0652\u0640\u093c]/g, '')
  )
}

/**
 * The first of the phrases, the longest coming first, that stands at a place; and how long it is there.
 * @param word the whole word there, where nothing in it is unsaid
 */
export function phraseAt(
  entries: readonly Entry[] | undefined,
  text: string,
  at: number,
  word = '',
): { length: number; entry: Entry } | undefined {
  for (const entry of entries ?? []) {
    // The word itself, as most phrases are.
    if (entry.text === word) return { length: word.length, entry }
    if (word !== '' && !mayGoOn(entry.text, text, word.length, at)) continue
    const length = matchPhrase(entry.text, text, at)
    if (length > 0) return { length, entry }
  }
  return undefined
}

/** Whether a phrase and a text may have the same letter behind their first word and one space. */
function mayGoOn(phrase: string, text: string, length: number, at: number): boolean {
  if (phrase.charCodeAt(length) !== 32) return true
  if (text.charCodeAt(at + length) !== 32) return classOf(text.charCodeAt(at + length)) === SPACE
  const [said, written] = [phrase.charCodeAt(length + 1), text.charCodeAt(at + length + 1)]
  return ((said ^ written) & ~32) === 0 || written > 127 || written === 32
}

/** Marks that a word may have or not: of direction, of vowels in Arabic, below letters in Devanagari. */
function isUnsaid(code: number): boolean {
  if (classOf(code) === UNSEEN || code === 0x93c) return true
  return code >= 0x640 && code <= 0x652 && (code === 0x640 || code >= 0x64b)
}

/** How many characters of the text the phrase takes at a place, its spaces being of any kind; 0 where it is not. */
function matchPhrase(phrase: string, text: string, start: number): number {
  let at = start
  for (let i = 0; i < phrase.length; i += 1) {
    while (isUnsaid(text.charCodeAt(at))) at += 1
    const code = phrase.charCodeAt(i)
    if (code === 32) {
      const from = at
      while (at - from < WIDEST_GAP && classOf(text.charCodeAt(at)) === SPACE) at += 1
      if (at === from) return 0
    } else if (code >= 0xd800 && code < 0xdc00) {
      // Letters beyond the first plane have two units, and case.
      if (fold(text.slice(at, at + 2)) !== phrase.slice(i, i + 2)) return 0
      at += 2
      i += 1
    } else if (text.charCodeAt(at) === code || fold(text[at] ?? '') === phrase[i]) at += 1
    else return 0
  }
  while (isUnsaid(text.charCodeAt(at))) at += 1
  // A word ends where its letters do.
  const last = classOf(phrase.charCodeAt(phrase.length - 1))
  const next = classOf(text.charCodeAt(at))
  return (last === LETTER || last === DIGIT) && next === last ? 0 : at - start
}

const ROMAN = /^(?=[IVX])(X{0,2})(IX|IV|V?I{0,3})(?:e|er|ème|ᵉ|ᵉʳ)?$/
const UNITS: Readonly<Record<string, number>> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
  VI: 6,
  VII: 7,
  VIII: 8,
  IX: 9,
}

/** 1 to 29 as centuries are numbered; 0 for what is none. */
export function readRoman(text: string): number {
  const code = text.charCodeAt(0)
  if (code !== 73 && code !== 86 && code !== 88) return 0
  const match = ROMAN.exec(text)
  return match ? (match[1] as string).length * 10 + (UNITS[match[2] as string] ?? 0) : 0
}
