import { entryAt, numeralAt } from './hangul.ts'
import type { Entry, Lexicon } from './lexicon.ts'
import { type Meaning, NONE, noMeaning } from './meaning.ts'
import { joinNumbers } from './number-words.ts'
import { matchNumeric } from './numeric.ts'
import { fold, phraseAt, readRoman, WIDEST_GAP } from './phrases.ts'
import { PAD, plainDigits } from './plain-digits.ts'
import {
  classOf,
  DIGIT,
  digitOf,
  HANGUL,
  isCurrency,
  isDash,
  isHanNumeral,
  LETTER,
  OTHER,
  RUN,
  readHanNumeral,
  SPACE,
  UNSEEN,
} from './script.ts'
import {
  COMMA,
  DASH,
  FUTURE,
  makeToken,
  NOTHING,
  numberToken,
  SLASH,
  type Token,
  WIDE_COMMA,
} from './token.ts'

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

/** Each reader takes what begins at a place, and returns the place behind it. */
class Tokenizer {
  readonly tokens: Token[] = []
  /** Whether only spaces came since the last token. */
  private clean = false
  private readonly text: string
  private readonly lexicon: Lexicon

  constructor(text: string, lexicon: Lexicon) {
    this.text = text
    this.lexicon = lexicon
  }

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

  private push(token: Token): number {
    const before = this.tokens.at(-1)
    if (before) {
      const gap = token.start - before.end
      token.joined = this.clean && gap <= WIDEST_GAP
      token.tight = token.joined && gap === 0
    }
    this.tokens.push(token)
    this.clean = true
    return token.end
  }

  private skip(to: number): number {
    this.clean = false
    return to
  }

  private classAt(at: number): number {
    return at < this.text.length ? classOf(this.text.charCodeAt(at)) : SPACE
  }

  private endOf(found: number, from: number): number {
    let end = from
    while (end < this.text.length && classOf(this.text.charCodeAt(end)) === found) end += 1
    return end
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

  private readNumber(start: number, apostrophe: boolean): number {
    const { text, lexicon } = this
    const first = apostrophe ? start + 1 : start
    const last = this.endOf(DIGIT, first)
    const digits = last - first
    let end = last
    while (text.charCodeAt(end) === PAD) end += 1
    if (this.isStuck(start) || digits > 8) return this.skip(this.endOfName(end))
    const led = this.clean && this.announces(this.tokens.length - 1)
    const numeric = apostrophe ? undefined : matchNumeric(text, start, lexicon.order, led)
    if (numeric) {
      const token = makeToken(start, numeric.end, NOTHING)
      token.numeric = numeric.value
      return this.push(token)
    }
    let value = 0
    for (let i = first; i < last; i += 1) value = value * 10 + digitOf(text.charCodeAt(i))
    const token = numberToken(start, end, value, digits)
    token.apostrophe = apostrophe
    const suffix = lexicon.suffixes.find((known) => this.isSuffix(known, end))
    if (suffix) token.end = end + suffix.length
    if (lexicon.calendar === 'buddhist' && value > 2400) token.value -= 543
    const next = text.charCodeAt(token.end)
    const after = this.classAt(token.end)
    token.goesOn = after === SPACE && this.classAt(token.end + 1) === LETTER
    if (suffix) return this.pushNumber(token)
    if (after === LETTER) return this.readSuffixed(token)
    if (after !== OTHER) return this.pushNumber(token)
    // "3/4"
    if (next === 47 && digits < 3 && /^\/\d\d?(?!\d)/.test(text.slice(end, end + 4)))
      return this.skip(this.endOfName(end))
    // A time of day, a ratio; a share, a price.
    if (next === 58 && this.classAt(end + 1) === DIGIT) return this.skip(this.endOfName(end))
    // "1° maggio"
    if (next === 0xb0 && value === 1 && lexicon.ordinal.has('°'))
      return this.push(numberToken(token.start, end + 1, value, digits, true))
    if (next === 37 || next === 0xff05 || next === 0x66a || isCurrency(next)) return this.skip(end + 1)
    if (next === 46 || next === 44 || next === 0x66b) {
      // 1.5 and 1,234; a list has a space behind its comma.
      if (this.classAt(end + 1) === DIGIT) return this.readDecimal(token)
      // "3. März": the full stop belongs to the number.
      const dotted = next === 46 && (digits <= 2 || lexicon.dottedYears)
      if (dotted && digits <= 2) token.ordinal = lexicon.ordinal.has('.')
      return dotted ? this.pushNumber(token) + 1 : this.pushNumber(token)
    }
    return this.readHyphened(token)
  }

  /** Whether a word that announces a day comes last, or one that joins it to such a day: "on 11/5, 11/6 or 11/7". */
  private announces(k: number): boolean {
    const { on = false, weekday = 0, to, and, comma, dash } = this.tokens[k]?.meaning ?? {}
    return (
      on ||
      weekday > 0 ||
      ((to || and || comma || dash) === true && this.tokens[k - 1]?.numeric?.day !== undefined)
    )
  }

  /** Whether a known ending is joined to a number, and no more than it. */
  private isSuffix(suffix: string, at: number): boolean {
    const end = at + suffix.length
    return (
      this.text.slice(at, end).toLowerCase() === suffix &&
      this.classAt(end) !== LETTER &&
      this.classAt(end) !== DIGIT
    )
  }

  private readDecimal(token: Token): number {
    const whole = /^\p{Nd}{1,3}[.,٫]\p{Nd}{1,2}(?![\p{Nd}]|[.,]\p{Nd})/u.exec(
      this.text.slice(token.start, token.start + 20),
    )?.[0]
    if (!whole) return this.skip(this.endOfName(token.end))
    const digits = [...whole].map((char) =>
      digitOf(char.charCodeAt(0)) >= 0 ? digitOf(char.charCodeAt(0)) : '.',
    )
    return this.push(numberToken(token.start, token.start + whole.length, Number(digits.join('')), 0))
  }

  /** Letters right behind a number: 3rd, 1990s, 14april; 5G and 8GB are names and amounts. */
  private readSuffixed(token: Token): number {
    const { text, lexicon } = this
    const stop = this.endOf(LETTER, token.end)
    const suffix = fold(text.slice(token.end, stop))
    if (lexicon.ordinal.has(suffix) && token.digits <= 2)
      return this.pushNumber(numberToken(token.start, stop, token.value, token.digits, true))
    if (lexicon.tens.has(suffix) && token.value % 10 === 0) return this.pushDecade(token, stop)
    if (lexicon.words.has(suffix) || lexicon.words.has(suffix + (text[stop] ?? '')))
      return this.pushNumber(token)
    return this.skip(this.endOfName(stop))
  }

  /** 1990-е, 20-го, the 1990's */
  private readHyphened(token: Token): number {
    const { text, lexicon } = this
    const suffix = /^[-'’]\p{L}{1,3}(?![\p{L}\p{N}])/u.exec(text.slice(token.end, token.end + 6))?.[0]
    if (suffix && lexicon.tens.has(suffix) && token.value % 10 === 0 && token.digits > 1) {
      return this.pushDecade(token, token.end + suffix.length)
    }
    const ordinal = suffix !== undefined && lexicon.ordinal.has(suffix)
    return this.pushNumber(
      ordinal ? numberToken(token.start, token.end + suffix.length, token.value, token.digits, true) : token,
    )
  }

  private pushDecade({ start, value }: Token, end: number): number {
    return this.push(makeToken(start, end, { ...noMeaning(), decade: value }))
  }

  /** 第 before a number makes it an ordinal. */
  private pushNumber(token: Token): number {
    const before = this.tokens.at(-1)
    if (!before?.meaning.nth || !this.clean || token.start - before.end > 1) return this.push(token)
    this.tokens.pop()
    this.clean = before.joined
    token.start = before.start
    token.ordinal = true
    return this.push(token)
  }

  /** Behind the letters, digits and marks of a name or a number with parts. */
  private endOfName(from: number): number {
    let end = from
    while (end < this.text.length && /[\p{L}\p{N}:/.-]/u.test(this.text[end] as string)) {
      const found = this.classAt(end)
      if (found === RUN || found === HANGUL) break
      end += 1
    }
    return end
  }

  /** Whether what stands right before a number makes it no date: $2000, v2024, #19, 1.2. */
  private isStuck(at: number): boolean {
    if (at === 0 || this.tokens.at(-1)?.end === at) return false
    const before = this.text.charCodeAt(at - 1)
    const found = classOf(before)
    // "§ 1924"
    if (found === SPACE && at > 1) return '№§'.includes(this.text[at - 2] as string)
    if (found === LETTER || found === DIGIT) return true
    if (found !== OTHER) return false
    if (before === 45 || before === 46 || before === 47 || before === 58)
      return this.classAt(at - 2) !== SPACE
    return isCurrency(before) || '#@_+\\^№§&'.includes(this.text[at - 1] as string)
  }
}
