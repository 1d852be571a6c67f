import { entryAt, numeralAt } from './hangul.ts'
import type { Entry, Lexicon } from './lexicon.ts'
import { type Meaning, NONE } from './meaning.ts'
import { NumberReader } from './number-reader.ts'
import { joinNumbers } from './number-words.ts'
import { fold, phraseAt, readRoman } from './phrases.ts'
import { plainDigits } from './plain-digits.ts'
import {
  classOf,
  DIGIT,
  HANGUL,
  isDash,
  isHanNumeral,
  LETTER,
  RUN,
  readHanNumeral,
  SPACE,
  UNSEEN,
} from './script.ts'
import { COMMA, DASH, FUTURE, makeToken, numberToken, SLASH, type Token, WIDE_COMMA } from './token.ts'

/** Longer runs of digits and numerals name no date. */
const LONGEST_NUMERAL = 12
const LONGEST_WORD = 24

const COMMAS = new Set([0x2c, 0xff0c, 0x60c, 0x3001, 0x2e41])

/** Cuts a text into the words and numbers that dates are made of; whatever else there is parts them. One pass. */
export function tokenize(text: string, lexicon: Lexicon): Token[] {
  const tokenizer = new Tokenizer(plainDigits(text), lexicon)
  tokenizer.run()
  return lexicon.hasBigNumbers ? joinNumbers(tokenizer.tokens) : tokenizer.tokens
}

/** Reads words, marks and scripts without spaces. */
class Tokenizer extends NumberReader {
  run(): void {
    const { text } = this
    let at = 0
    while (at < text.length) {
      const code = text.charCodeAt(at)
      const found = classOf(code)
      if (found === SPACE || found === UNSEEN) {
        // An empty line parts.
        if (code === 10 && text.charCodeAt(at + 1) === 10) this.clean = false
        at += 1
      } else if (found === LETTER) at = this.readWord(at)
      else if (found === DIGIT) at = this.readNumber(at, false)
      else if (found === RUN) at = this.readRun(at)
      else if (found === HANGUL) at = this.readHangul(at)
      else at = this.readMark(at, code)
    }
  }

  private readMark(at: number, code: number): number {
    const { text, clean } = this
    if (COMMAS.has(code)) {
      if (!clean) return this.skip(at + 1)
      return this.push(makeToken(at, at + 1, code > 0x2e00 ? WIDE_COMMA : COMMA))
    }
    if (code === 47) return clean ? this.push(makeToken(at, at + 1, SLASH)) : this.skip(at + 1)
    if (isDash(code)) {
      let end = at + 1
      while (end < at + 3 && isDash(text.charCodeAt(end))) end += 1
      return clean ? this.push(makeToken(at, end, DASH)) : this.skip(end)
    }
    if (code === 39 || code === 0x2018 || code === 0x2019) {
      if (
        this.classAt(at - 1) !== LETTER &&
        /^(?:\d\d(?![\d\p{L}])|\d0s(?!\p{L}))/u.test(text.slice(at + 1, at + 5))
      ) {
        return this.readNumber(at, true)
      }
      const phrase = clean ? phraseAt(this.lexicon.words.get(text.slice(at, at + 2)), text, at) : undefined
      if (phrase) return this.push(makeToken(at, at + phrase.length, phrase.entry.meaning))
    }
    return this.skip(at + 1)
  }

  private readWord(at: number): number {
    const { text, lexicon } = this
    let end = at + 1
    let next = LETTER
    while (end < text.length) {
      next = classOf(text.charCodeAt(end))
      if (next !== LETTER && next !== UNSEEN) break
      end += 1
    }
    // Most words are none of ours: told by their first letter and their length, before they are looked up.
    if (next !== DIGIT && !lexicon.mayHold(text.charCodeAt(at), end - at) && !isDash(text.charCodeAt(end)))
      return this.skip(end)
    if (end - at > LONGEST_WORD) return this.skip(end)
    const word = fold(text.slice(at, end))
    const entries = lexicon.words.get(word)
    const phrase = entries && phraseAt(entries, text, at)
    if (phrase) {
      const { meaning } = phrase.entry
      return this.push(makeToken(at, this.endOfAbbreviation(at + phrase.length, meaning), meaning))
    }
    // Q3, H1: a letter or two, then the number.
    if (
      next === DIGIT &&
      end - at <= 2 &&
      this.classAt(end + 1) !== DIGIT &&
      this.classAt(end + 1) !== LETTER
    ) {
      const known = lexicon.words.get(word + text[end])?.[0]
      if (known) return this.push(makeToken(at, end + 1, known.meaning))
    }
    const roman = readRoman(text.slice(at, end))
    if (roman) {
      return this.push(numberToken(at, end, roman, 0, true))
    }
    for (const prefix of lexicon.prefixes) {
      if (!word.startsWith(prefix) || word.length < prefix.length + 2) continue
      const start = at + prefix.length
      const rest = phraseAt(lexicon.words.get(word.slice(prefix.length)), text, start)
      if (!rest) continue
      // و joins what is two.
      const joint = lexicon.words.get(prefix[0] as string)?.[0]
      if (joint?.meaning.and) this.push(makeToken(at, at + 1, joint.meaning))
      return this.push(makeToken(start, start + rest.length, rest.entry.meaning))
    }
    if (lexicon.futureEndings.some((ending) => word.endsWith(ending)))
      return this.push(makeToken(at, end, FUTURE))
    // A name joined to a number by a hyphen makes it its own: GPT-4, COVID-19.
    const named =
      isDash(text.charCodeAt(end)) && this.classAt(end + 1) === DIGIT && word !== 'post' && word !== 'pre'
    return this.skip(named ? this.endOfName(end + 1) : next === DIGIT ? this.endOfName(end) : end)
  }

  /** Past the full stop of "Oct. 3", not past that of a sentence. */
  private endOfAbbreviation(end: number, { short }: Meaning): number {
    return short && /^\.(?:[\s\u00a0]*[\d,]|[\s\u00a0]+\p{Ll}|[-–])/u.test(this.text.slice(end, end + 4))
      ? end + 1
      : end
  }

  private readRun(at: number): number {
    const { text, lexicon } = this
    const entry = lexicon.runs
      .get(text.charCodeAt(at))
      ?.find((known) => text.startsWith(known.text, at) && !this.isVoid(known, at))
    if (entry) return this.push(makeToken(at, at + entry.text.length, entry.meaning))
    if (!isHanNumeral(text.charCodeAt(at))) return this.skip(at + 1)
    let end = at + 1
    while (end - at < LONGEST_NUMERAL && end < text.length && isHanNumeral(text.charCodeAt(end))) end += 1
    const { value, digits } = readHanNumeral(text.slice(at, end))
    const counts = text[at] === '两' || text[at] === '兩'
    const token = numberToken(at, end, value, digits)
    token.han = true
    token.counts = counts
    return this.pushNumber(token)
  }

  /** 年中 in 2025年中国. */
  private isVoid({ text: word, meaning }: Entry, at: number): boolean {
    const next = this.text[at + word.length]
    return meaning.after !== '' && next !== undefined && this.lexicon.afterUnless.includes(next)
  }

  /** Words of Korean carry endings: known parts from the front on, as far as they go. */
  private readHangul(at: number): number {
    const { text, lexicon } = this
    const end = this.endOf(HANGUL, at)
    let from = at
    while (from < end) {
      const before = this.tokens.at(-1)
      const entry = entryAt(text, from, lexicon, before?.end === from && before.value !== NONE)
      // 이 is a word and a digit too.
      const numeral = entry && entry.text.length > 1 ? undefined : numeralAt(text, from, lexicon)
      if (numeral) from = this.push(numeral)
      else if (entry) from = this.push(makeToken(from, from + entry.text.length, entry.meaning))
      else return this.skip(end)
    }
    return from
  }
}
