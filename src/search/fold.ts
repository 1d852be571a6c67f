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
/** What is one character with the one before it: the voice marks of kana, vowels and ends of Hangul. */
const COMPLETES = /^[\u3099\u309a\u1161-\u1175\u11a8-\u11c2]$/
/** Scripts that do not set words apart, and Korean, whose words run together. */
const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]$/u

const folded = new Map<string, string>()
const unspaced = new Map<string, boolean>()

/** Whether a character, folded, belongs to a script in which any two characters may be looked for. */
export function isUnspaced(char: string): boolean {
  let known = unspaced.get(char)
  if (known === undefined) {
    known = UNSPACED.test(char)
    unspaced.set(char, known)
  }
  return known
}

/**
 * A text as it is compared: words of small plain letters and digits with single spaces between. Width, case, accents
 * and kinds of digits are gone, Han characters replaced by their `variants`, punctuation is a space. A space between
 * Han and Latin is only typography, and left out: `开源 AI` is `开源ai`.
 * @param at is filled with the offset in `text` that each unit of the result comes from, and the end
 */
export function fold(text: string, variants: Variants, at?: number[]): string {
  let result = ''
  let last = ''
  /** Where the gap began that the next character comes after; whether it holds more than blanks. */
  let gap = -1
  let hard = false
  let offset = 0
  for (const char of text) {
    for (const one of foldChar(char)) {
      if (one === ' ') {
        if (gap < 0) gap = offset
        hard ||= !BLANK.test(char)
        continue
      }
      const whole = gap < 0 && last && COMPLETES.test(one) ? (last + one).normalize('NFC') : ''
      if (whole && whole.length === last.length) {
        result = result.slice(0, -last.length) + whole
        last = whole
        continue
      }
      const plain = variants.get(one) ?? one
      if (gap >= 0 && last && (hard || isUnspaced(last) === isUnspaced(plain))) {
        result += ' '
        at?.push(gap)
      }
      gap = -1
      hard = false
      result += plain
      if (at) for (let i = 0; i < plain.length; i += 1) at.push(offset)
      last = plain
    }
    offset += char.length
  }
  at?.push(gap < 0 ? offset : gap)
  return result
}

/** The characters that one stands for; a space for what is none of a word. Remembered: there are only so many. */
function foldChar(char: string): string {
  let known = folded.get(char)
  if (known === undefined) {
    known = ''
    const parts = char.normalize('NFKC').toLowerCase().normalize('NFD').replace(MARKS, '').normalize('NFC')
    for (const one of parts) {
      if (!UNSEEN.test(one))
        known += DIGIT.test(one) ? digit(one) : WORD.test(one) ? (PLAIN[one] ?? one) : ' '
    }
    folded.set(char, known)
  }
  return known
}

/** The digits of a script stand in a row of ten, from 0 on. */
function digit(char: string): string {
  const code = char.codePointAt(0) as number
  let zero = code
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}
