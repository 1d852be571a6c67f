import { Cursor } from './cursor.ts'
import { ALONE, noMeaning } from './meaning.ts'
import { matchNumeric } from './numeric.ts'
import { fold } from './phrases.ts'
import { PAD } from './plain-digits.ts'
import { DIGIT, digitOf, isApostrophe, isCurrency, LETTER, OTHER, SPACE } from './script.ts'
import { makeToken, NOTHING, numberToken, type Token } from './token.ts'

/** 3Q 2024, 1H25, and 1T 2025, 2S24 where these are quarters and halves. */
const PART = /^(?:[1-4][QT]|[12][HS])(?: ?\d{4}|\d\d)(?!\d)/

/** Reads numbers in digits, with what is joined to them. */
export class NumberReader extends Cursor {
  protected readNumber(first: number): number {
    const { text, lexicon } = this
    const apostrophe = this.isShortYear(first)
    const start = apostrophe ? first - 1 : first
    const last = this.endOf(DIGIT, first)
    const digits = last - first
    let end = last
    while (text.charCodeAt(end) === PAD) end += 1
    if (this.isStuck(start) || digits > 8) return this.skip(this.endOfName(end))
    const led = this.clean && this.announces(this.tokens.length - 1)
    const numeric = apostrophe ? undefined : matchNumeric(text, start, lexicon, led)
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
    const half =
      next === 47 && digits < 3 ? /^\/(\d\d?)(?!\d)( \p{L})?/u.exec(text.slice(end, end + 5)) : null
    // "21/22 August"
    if (half && !(half[2] && Number(half[1]) === value + 1)) return this.skip(this.endOfName(end))
    // A time of day, a ratio, an address; a share, a price.
    if (next === 58 && /^:(?:\p{Nd}|[\da-f]{0,4}:)/iu.test(text.slice(end, end + 6)))
      return this.skip(this.endOfName(end))
    // "1.º de mayo", "1.er trimestre"
    const raised =
      next === 46 ? /^\.([ºª]|\p{Ll}{2})(?!\p{L})/u.exec(text.slice(end, end + 4))?.[1] : undefined
    if (raised && lexicon.ordinal.has(raised) && digits < 3)
      return this.push(numberToken(token.start, end + 1 + raised.length, value, digits, true))
    // "1° maggio"
    if (next === 0xb0 && value === 1 && lexicon.ordinal.has('°'))
      return this.push(numberToken(token.start, end + 1, value, digits, true))
    // 12%, 30 €, "2000+ users"
    if (next === 37 || next === 43 || next === 0xff05 || next === 0x66a || isCurrency(next))
      return this.skip(end + 1)
    if (next === 46 || next === 44 || next === 0x66b) {
      // 1.5 and 1,234; a list has a space behind its comma.
      if (this.classAt(end + 1) === DIGIT) return this.readDecimal(token)
      // "3. März": the full stop belongs to the number.
      // "El 27. Nada más": a sentence ends.
      const dotted =
        next === 46 &&
        (digits <= 2 || lexicon.dottedYears) &&
        (lexicon.capitals || !/^\.\s\p{Lu}/u.test(text.slice(end, end + 3)))
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

  /** '08, '90s */
  private isShortYear(at: number): boolean {
    return (
      isApostrophe(this.text.charCodeAt(at - 1)) &&
      (at < 2 || this.classAt(at - 2) !== LETTER) &&
      /^(?:\d\d(?=[年년]|[^\d\p{L}]|$)|\d0s(?!\p{L}))/u.test(this.text.slice(at, at + 4))
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
    // "Long March 12A"
    if (
      stop === token.end + 1 &&
      /\p{Lu}/u.test(text[token.end] as string) &&
      !/[TQHS年]/.test(text[token.end] as string)
    )
      return this.skip(stop)
    const part = PART.test(text.slice(token.start, token.start + 7))
    const named = lexicon.words.get(part ? suffix : '')?.find((entry) => entry.text === suffix + token.value)
    if (named) return this.push({ ...makeToken(token.start, stop, named.meaning), digits: token.digits })
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
    return this.push(makeToken(start, end, { ...noMeaning(), opens: ALONE, decade: value }))
  }

  /** 第 before a number makes it an ordinal. */
  protected pushNumber(token: Token): number {
    const before = this.tokens.at(-1)
    if (!before?.meaning.nth || !this.clean || token.start - before.end > 1) return this.push(token)
    this.tokens.pop()
    this.clean = before.joined
    token.start = before.start
    token.ordinal = true
    return this.push(token)
  }
}
