import { foldHan } from './han-variants.ts'
import { entryAt, numeralAt } from './hangul.ts'
import type { Entry, Lexicon } from './lexicon.ts'
import { type Meaning, NONE } from './meaning.ts'
import { NumberReader } from './number-reader.ts'
import { joinNumbers } from './number-words.ts'
import { fold, phraseAt, readRoman } from './phrases.ts'
import { PAD, plainDigits } from './plain-digits.ts'
import {
  classOf,
  DIGIT,
  HANGUL,
  isApostrophe,
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

/** Words before the one that a date is made around. */
const MOST_LEAD = 8
/** Spaces and marks between two of them. */
const MOST_BETWEEN = 6

const COMMAS = new Set([0x2c, 0xff0c, 0x60c, 0x3001, 0x2e41])

/** The year again, by its era or ours, within a date: 1948年（昭和23年）10月, 昭和23（1948）年. */
const SAID_AGAIN = /年?[（(](?<=\d年?.)[一-鿿]{0,2}\d{1,4}年?[）)](?:年|(?=\d{1,2}月))/g

/** The scripts of East Asia, and the planes beyond the first: without them a text needs no straightening, seen at a glance. */
const BEYOND = /[\u2e80-\udbff]/

function straighten(text: string): string {
  const plain = foldHan(plainDigits(text))
  return /[年月]/.test(plain)
    ? plain.replace(SAID_AGAIN, (words) => '年'.padStart(words.length, String.fromCharCode(PAD)))
    : plain
}

/** Cuts a text into the words and numbers that dates are made of; whatever else there is parts them. One pass. */
export function tokenize(text: string, lexicon: Lexicon): Token[] {
  const tokenizer = new Tokenizer(BEYOND.test(text) ? straighten(text) : text, lexicon)
  tokenizer.run()
  return lexicon.hasBigNumbers ? joinNumbers(tokenizer.tokens) : tokenizer.tokens
}

/** Spaces, and marks within a phrase: ca., d’, mid-. */
function isBetween(code: number): boolean {
  return classOf(code) === SPACE || code === 46 || code === 0xb0 || isDash(code) || isApostrophe(code)
}

/** Reads words, marks and scripts without spaces. */
class Tokenizer extends NumberReader {
  run(): void {
    const { text, lexicon } = this
    const { scan } = lexicon
    let at = 0
    while (at < text.length) {
      if (!this.clean) {
        scan.lastIndex = at
        if (!scan.test(text)) return
        const core = scan.lastIndex
        at = lexicon.readsAll && this.classAt(core) === LETTER ? core : this.leadOf(core, at)
      }
      at = this.readMarks(this.readAt(at))
    }
  }

  private readAt(at: number): number {
    const found = this.classAt(at)
    if (found === LETTER) return this.readWord(at)
    if (found === DIGIT) return this.readNumber(at)
    if (found === RUN) return this.readRun(at)
    if (found === HANGUL) return this.readHangul(at)
    const code = this.text.charCodeAt(at)
    if (isApostrophe(code))
      return this.classAt(at + 1) === DIGIT ? this.readNumber(at + 1) : this.readJoined(at)
    return this.skip(at + 1)
  }

  /** Where the known words begin that lead to a place: "in the early" of a year. */
  private leadOf(core: number, from: number): number {
    const { text, lexicon } = this
    let begins = core
    for (let n = 0; n < MOST_LEAD; n += 1) {
      let end = begins
      while (end > from && begins - end < MOST_BETWEEN && isBetween(text.charCodeAt(end - 1))) end -= 1
      if (end > from && lexicon.unspaced.has(text.charAt(end - 1))) {
        begins = end - 1
        continue
      }
      let start = end
      while (start > from && this.classAt(start - 1) === LETTER) start -= 1
      const word = text.slice(start, end)
      if (start === end || !(lexicon.parts.has(fold(word)) || readRoman(word))) break
      begins = start
    }
    return begins
  }

  /** What stands behind a token and may join it to the next. */
  private readMarks(from: number): number {
    const { text } = this
    let at = from
    while (this.clean && at < text.length) {
      const code = text.charCodeAt(at)
      const found = classOf(code)
      if (found === SPACE || found === UNSEEN) {
        // An empty line parts.
        if (code === 10 && text.charCodeAt(at + 1) === 10) this.clean = false
        at += 1
      } else if (COMMAS.has(code)) at = this.push(makeToken(at, at + 1, code > 0x2e00 ? WIDE_COMMA : COMMA))
      else if (code === 47) at = this.push(makeToken(at, at + 1, SLASH))
      else if (isDash(code)) {
        let end = at + 1
        while (end < at + 3 && isDash(text.charCodeAt(end))) end += 1
        at = this.push(makeToken(at, end, DASH))
      } else break
    }
    return at
  }

  /** 's, 'll */
  private readJoined(at: number): number {
    const { text, lexicon } = this
    const phrase = phraseAt(lexicon.words.get(text.slice(at, this.endOf(LETTER, at + 1))), text, at)
    return phrase ? this.push(makeToken(at, at + phrase.length, phrase.entry.meaning)) : this.skip(at + 1)
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
    if (end - at > LONGEST_WORD) return this.skip(end)
    const word = fold(text.slice(at, end))
    const entries = lexicon.words.get(word)
    const phrase = entries && phraseAt(entries, text, at, word.length === end - at ? word : '')
    if (phrase) {
      const { meaning } = phrase.entry
      return this.push(makeToken(at, this.endOfAbbreviation(at + phrase.length, meaning), meaning))
    }
    const roman = readRoman(text.slice(at, end))
    if (roman) {
      const token = numberToken(at, end, roman, 0, true)
      token.goesOn = /^\s\p{Lu}/u.test(text.slice(end, end + 2))
      // "I. Quartal"
      return this.push(token) + (text[end] === '.' && lexicon.ordinal.has('.') ? 1 : 0)
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
    const named = this.isNamed(end) && word !== 'post' && word !== 'pre'
    return this.skip(named ? this.endOfName(end + 1) : next === DIGIT ? this.endOfName(end) : end)
  }

  /** A name joined to a number by a hyphen makes it its own: GPT-4, COVID-19. */
  private isNamed(end: number): boolean {
    return isDash(this.text.charCodeAt(end)) && this.classAt(end + 1) === DIGIT
  }

  /** Past the full stop of "Oct. 3", not past that of a sentence. */
  private endOfAbbreviation(end: number, { short }: Meaning): number {
    return short && /^\.(?:[\s\u00a0]*[\d,]|[\s\u00a0]+\p{Ll}|[-–/:;)])/u.test(this.text.slice(end, end + 4))
      ? end + 1
      : end
  }

  private readRun(at: number): number {
    const { text, lexicon } = this
    const entry = lexicon.runs
      .get(text.charCodeAt(at))
      ?.find((known) => text.startsWith(known.text, at) && !this.isOther(known, at))
    if (entry) return this.push(makeToken(at, at + entry.text.length, entry.meaning))
    if (!isHanNumeral(text[at])) return this.skip(at + 1)
    let end = at + 1
    // 七、八十年代 are 七八十年代.
    const parted = /^(?:三、四|四、五|五、六|六、七|七、八|八、九)十年代/.test(text.slice(at, at + 6))
    if (parted) end += 1
    while (end - at < LONGEST_NUMERAL && end < text.length && isHanNumeral(text[end])) end += 1
    const { value, digits, rough } = readHanNumeral(text.slice(at, end).replace('、', ''))
    const counts = text[at] === '两'
    const token = numberToken(at, end, value, digits)
    token.han = true
    token.counts = counts
    token.rough = rough
    return this.pushNumber(token)
  }

  /** Whether a word that stands here is none here. */
  private isOther(known: Entry, at: number): boolean {
    return this.isVoid(known, at) || this.isTwo(known, at) || this.isAgo(known, at) || this.isPrice(known, at)
  }

  /** 30元月租, but 元月 and 元旦. */
  private isPrice({ text: word, meaning }: Entry, at: number): boolean {
    const before = this.text[at - 1] ?? ''
    return meaning.month > 0 && word[0] === '元' && (/[\p{N}万亿]/u.test(before) || isHanNumeral(before))
  }

  /** 前の is "the last", but "ago" and no more behind 3年. */
  private isAgo({ text: word, meaning }: Entry, at: number): boolean {
    const [number, unit] = this.tokens.slice(-2)
    if (meaning.shift === NONE || number?.value === NONE || unit?.end !== at || number?.end !== unit.start)
      return false
    const ago = this.lexicon.runs.get(word.charCodeAt(0))?.find(({ text }) => text === word[0])?.meaning.ago
    return ago === true && (unit.meaning.unit !== '' || unit.meaning.mark !== '')
  }

  /** 年中 in 2025年中国. */
  private isVoid({ text: word, meaning }: Entry, at: number): boolean {
    const next = this.text[at + word.length]
    const voids = next !== undefined && this.lexicon.afterUnless.includes(next)
    // 70年代初一度
    return meaning.after !== '' && voids && this.text[at - 1] !== '代'
  }

  /** 月初 and 年底 behind a number are its mark, and a word. */
  private isTwo({ text: word, meaning }: Entry, at: number): boolean {
    const before = this.tokens.at(-1)
    if (before?.end !== at || before.value === NONE || word.length < 2 || meaning.after === '') return false
    const mark = this.lexicon.runs.get(word.charCodeAt(0))?.find(({ text }) => text === word[0])
    return (mark?.meaning.mark ?? '') !== ''
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
