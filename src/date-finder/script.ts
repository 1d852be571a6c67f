/** What a character is to the tokenizer. */
export const SPACE = 0
export const DIGIT = 1
export const LETTER = 2
/** A letter of a script that puts no spaces between words, or (Hangul) joins endings to them. */
export const RUN = 3
export const HANGUL = 4
export const OTHER = 5
/** Shows nothing and parts nothing: marks of direction. */
export const UNSEEN = 6

/** The class of every UTF-16 unit, from Unicode's own properties; made once. */
const CLASSES = new Uint8Array(65_536).fill(OTHER)
/** The value of every digit. */
const DIGITS = new Int8Array(65_536).fill(-1)

for (const [found, pattern] of [
  [LETTER, /[\p{L}\p{M}\p{Cs}]/u],
  [HANGUL, /\p{Script=Hangul}/u],
  [
    RUN,
    /(?=[\p{L}\p{M}\p{Nl}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u,
  ],
  [UNSEEN, /\p{Cf}/u],
  [SPACE, /\s/u],
  [DIGIT, /\p{Nd}/u],
] as const) {
  for (let code = 0; code < 65_536; code += 1) {
    if (!pattern.test(String.fromCharCode(code))) continue
    CLASSES[code] = found
    // The digits of a script stand in tens, from 0 on.
    if (found === DIGIT) DIGITS[code] = ((DIGITS[code - 1] as number) + 1) % 10
  }
}

export function classOf(code: number): number {
  return CLASSES[code] as number
}

/** Whether words of the script are looked up wherever they begin. */
export function isUnspaced(code: number): boolean {
  const found = classOf(code)
  return found === RUN || found === HANGUL
}

/** 0 to 9 for a digit of any script, else -1. */
export function digitOf(code: number): number {
  return DIGITS[code] as number
}

const HAN_DIGITS = '〇一二三四五六七八九'
const HAN_VALUES = new Map<string, number>([
  ...[...HAN_DIGITS].map((c, i): [string, number] => [c, i]),
  ...[...'零壹贰叁肆伍陆柒捌玖'].map((c, i): [string, number] => [c, i]),
  // Written for 〇, which many keyboards lack.
  ['○', 0],
  ['两', 2],
  ['廿', 20],
  ['卅', 30],
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/** Every character of a number in Chinese numerals. */
export const HAN_NUMERALS = [...HAN_VALUES.keys()].join('')

export function isHanNumeral(char: string | undefined): boolean {
  return char !== undefined && HAN_VALUES.has(char)
}

/**
 * The value of a number in Chinese numerals: digit by digit (二〇二五), or with tens and hundreds (二十五).
 * `digits` is how many there are of the first kind, 0 for the second; `rough`: two digits that follow each other are
 * two or three (两三), twenty or thirty (二三十).
 */
export function readHanNumeral(
  text: string,
  numerals: ReadonlyMap<string, number> = HAN_VALUES,
): { value: number; digits: number; rough: boolean } {
  const values = [...text].map((char) => numerals.get(char) as number)
  const pair = values.findIndex(
    (value, i) => value > 0 && value < 10 && (values[i + 1] ?? 0) < 10 && i + 1 < values.length,
  )
  const [less = 0, more = 0] = values.slice(pair)
  const rough = pair >= 0 && more > less && more - less < 3
  if (values.every((value) => value < 10)) {
    return { value: Number(values.join('')), digits: values.length, rough: rough && values.length === 2 }
  }
  let sum = 0
  let last = 0
  for (const value of values) {
    if (value >= 100 || value === 10) {
      sum += (last || 1) * value
      last = 0
    } else if (value > 10) sum += value
    else last = value
  }
  return { value: sum + last, digits: 0, rough }
}

/** Hyphens, dashes and the waves that stand between the ends of a range. */
export function isDash(code: number): boolean {
  return code === 45 || code === 126 || (code >= 0x2010 && code <= 0x2015) || OTHER_DASHES.has(code)
}

const OTHER_DASHES = new Set([0x2212, 0x223c, 0x301c, 0xff5e, 0xff0d])

export function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2018 || code === 0x2019
}

export function isCurrency(code: number): boolean {
  return (
    code === 36 ||
    (code >= 0xa2 && code <= 0xa5) ||
    (code >= 0x20a0 && code <= 0x20cf) ||
    code === 0xff04 ||
    code === 0xffe5
  )
}
