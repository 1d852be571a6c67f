import { digitValue } from '../calendar/index.ts'

/** Han characters that are looked for as another one: traditional by simplified. */
export type Variants = ReadonlyMap<string, string>

/** Letters that no normal form takes apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  // Arabic as it is typed: the end of a word, and Persian keyboards.
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ٱ: 'ا',
  // Hindi writes either.
  '\u0901': '\u0902',
}

/** Accents, vowel signs of Arabic and Hebrew, the dot below of Hindi; but й is a letter of its own, and so is が. */
const MARKS =
  /[\u0300-\u0305\u0307-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u093c]|(?<!и)\u0306/g
/** What is not seen: joiners, directions, variation selectors, the stretched Arabic line. */
const UNSEEN = /^(?:[\p{Cf}\u0640]|\p{Variation_Selector})$/u
const WORD = /^[\p{L}\p{M}\p{N}]$/u
const DIGIT = /^\p{Nd}$/u
const BLANK = /^\s$/
/** What names are written with behind their letters: C++, C#, F#, C++17, Disney+. */
const SIGNS = /[+＋]{2}(?![\p{L}+＋#＃])|[+＋#＃](?![\p{L}\p{N}+＋#＃])/uy
const MAY_BE_SIGNED = /^\p{Script=Latin}$/u
/** Scripts that do not set words apart, and Korean, whose words run together. */
const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]$/u

/** What is known of each UTF-16 unit: 0 nothing yet, 1 spaced, 2 unspaced. */
const spacing = new Uint8Array(0x10000)

/** Whether a character, folded, belongs to a script in which any two characters may be looked for. */
export function isUnspaced(char: string): boolean {
  if (char.length > 1) return UNSPACED.test(char)
  const unit = char.charCodeAt(0)
  if (spacing[unit] === 0) spacing[unit] = UNSPACED.test(char) ? 2 : 1
  return spacing[unit] === 2
}

/**
 * A text as it is compared: words of small plain letters and digits with single spaces between. Width, case, accents
 * and kinds of digits are gone, Han characters replaced by their `variants`, punctuation is a space. A space between
 * Han and Latin is only typography, and left out: `开源 AI` is `开源ai`. The signs of `C++` and `C#` belong to them.
 * @param at is filled with the offset in `text` that each unit of the result comes from, and the end
 */
export function fold(text: string, variants: Variants, at?: number[]): string {
  const known = knownOf(variants)
  let result = ''
  /** Not in the result yet: the next may complete it. */
  let last = ''
  /** Where the gap began that the next character comes after; whether it holds more than blanks. */
  let gap = -1
  let hard = false
  for (let offset = 0; offset < text.length; ) {
    const code = text.codePointAt(offset) as number
    const signs = code in SIGN && gap < 0 && MAY_BE_SIGNED.test(last) ? signsAt(text, offset) : ''
    if (signs) {
      result += last + signs.slice(1)
      last = signs.slice(-1)
      if (at) for (let i = 0; i < signs.length; i += 1) at.push(offset + i)
      offset += signs.length
      continue
    }
    const plain = known[code] ?? foldChar(known, code, variants)
    for (let i = 0; i < plain.length; ) {
      const one = plain.length === 1 ? plain : String.fromCodePoint(plain.codePointAt(i) as number)
      i += one.length
      if (one === ' ') {
        if (gap < 0) gap = offset
        hard ||= !BLANK.test(String.fromCodePoint(code))
        continue
      }
      const whole = gap < 0 && completes(one) ? (last + one).normalize('NFC') : ''
      if (whole && whole.length === last.length) {
        last = whole
        continue
      }
      result += last
      if (gap >= 0 && last && (hard || isUnspaced(last) === isUnspaced(one))) {
        result += ' '
        at?.push(gap)
      }
      gap = -1
      hard = false
      if (at) for (let unit = 0; unit < one.length; unit += 1) at.push(offset)
      last = one
    }
    offset += code > 0xffff ? 2 : 1
  }
  at?.push(gap < 0 ? text.length : gap)
  return result + last
}

const SIGN: Readonly<Record<number, string>> = { 43: '+', 35: '#', 65291: '+', 65283: '#' }

/** The signs of a name that stand there, in their plain form. */
function signsAt(text: string, offset: number): string {
  SIGNS.lastIndex = offset
  const [signs = ''] = SIGNS.exec(text) ?? []
  return [...signs].map((sign) => SIGN[sign.charCodeAt(0)]).join('')
}

/** What characters were found to stand for, by their code: there are only so many. */
type Known = (string | undefined)[]

const tables = new WeakMap<Variants, Known>()

function knownOf(variants: Variants): Known {
  let known = tables.get(variants)
  if (!known) {
    // Of full length from the start: a list with gaps is looked up slowly.
    known = new Array<string | undefined>(0x10000).fill(undefined)
    tables.set(variants, known)
  }
  return known
}

/** The characters that one stands for; a space for what is none of a word. */
function foldChar(known: Known, code: number, variants: Variants): string {
  let plain = ''
  const char = String.fromCodePoint(code)
  const parts = char.normalize('NFKC').toLowerCase().normalize('NFD').replace(MARKS, '').normalize('NFC')
  for (const one of parts) {
    if (UNSEEN.test(one)) continue
    const letter = DIGIT.test(one)
      ? String(digitValue(one.codePointAt(0) as number))
      : WORD.test(one)
        ? (PLAIN[one] ?? one)
        : ' '
    for (const each of letter) plain += variants.get(each) ?? each
  }
  if (code < 0x10000) known[code] = plain
  return plain
}

/** Whether it is one character with the one before it: the voice marks of kana, vowels and ends of Hangul. */
function completes(char: string): boolean {
  const code = char.charCodeAt(0)
  if (code < 0x1161 || code > 0x309a) return false
  return code <= 0x1175 || (code >= 0x11a8 && code <= 0x11c2) || code >= 0x3099
}
