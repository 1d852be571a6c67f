import { digitValue } from '../../calendar/index.ts'

/** A number in prose. */
export interface ProseNumber {
  start: number
  end: number
  /** All that it may be: 1.700 is two numbers, and `5 M` may be five millions. */
  values: readonly number[]
  kind: 'plain' | 'percent' | 'scaled'
  /** Read from words: enough to agree with, too little to accuse. */
  inWords?: true
  /** It may be part of a name or a version: likewise. */
  named?: true
}

const RUN = /\p{Nd}+(?:[.,٫٬'’\u00a0\u202f\u2009 ]\p{Nd}+)*/gu
const HAN = /[〇零一二三四五六七八九十百千万萬亿億兆两兩]+/gu
const PERCENT =
  /^[\s\u00a0\u202f-]*(?:[%％٪]|per\s?cent|percentage|prozent|pour\s?cent|por\s?cient|por\s?cent|per\s?cento|процент|प्रतिशत|फ़?ीसदी|パーセント|퍼센트|(?:ب|في )ال?(?:مئة|مائة)|个百分点|個百分點|ポイント)/iu
/** Between the two ends of a range, or the members of a short list. */
const BETWEEN = /^\s*(?:[-–—~～〜、至到]|to|and|or|bis|und|à|et|a|y|o|e|से|إلى|و|или|и|から)\s*$/u

/** Numbers of a text: digits of any script with the scale behind them, and Chinese ones in words. */
export function numbersIn(text: string, language: string): ProseNumber[] {
  const found: ProseNumber[] = []
  for (const match of text.matchAll(RUN)) {
    for (const [offset, written] of grouped(match[0], language)) {
      found.push(readNumber(text, match.index + offset, written, language))
    }
  }
  for (const [i, number] of found.entries()) leanOn(number, found[i + 1], text)
  if (/^(?:zh|ja)/.test(language)) {
    for (const { 0: words, index } of text.matchAll(HAN)) {
      if (/\p{Nd}$/u.test(text.slice(Math.max(0, index - 1), index))) continue
      const value = hanValue(words)
      const values = text[index + words.length] === '成' ? [value, value * 10] : [value]
      found.push({ start: index, end: index + words.length, values, kind: 'plain', inWords: true })
    }
  }
  return sums(found).sort((a, b) => a.start - b.start)
}

/** A blank between digits parts thousands only where groups of three say so. */
function grouped(run: string, language: string): [offset: number, written: string][] {
  const blank = /^(?:fr|ru|uk|es|pt|pl|cs|sv|fi|de)(?:-|$)/.test(language)
    ? /[\u00a0\u202f\u2009 ]/
    : /[\u00a0\u202f\u2009]/
  const parts: [number, string][] = []
  let offset = 0
  for (const part of run.split(/(?<=[\u00a0\u202f\u2009 ])/)) {
    const last = parts.at(-1)
    const isGroup = /^\p{Nd}{3}(?!\p{Nd})/u.test(part) && last && blank.test(last[1].slice(-1))
    if (isGroup && /^\p{Nd}{1,3}(?:[\s\u202f]\p{Nd}{3})*\s$/u.test(last[1])) last[1] += part
    else parts.push([offset, part])
    offset += part.length
  }
  return parts.map(([at, part]) => [at, part.trimEnd()])
}

function readNumber(text: string, start: number, written: string, language: string): ProseNumber {
  const values = valuesOf(written)
  const behind = text.slice(start + written.length, start + written.length + 40)
  const before = text.slice(Math.max(0, start - 2), start)
  const end = start + written.length
  const [percent] = PERCENT.exec(behind) ?? []
  if (percent) return { start, end: end + percent.length, values, kind: 'percent' }
  const scale = readScale(behind, language)
  // GPT-4, H100, #6 and 19.2.1 are names.
  const named = values.length === 0 || /(?:\p{Script=Latin}[-‑]?|[#.\d/_]-?)$/u.test(before)
  if (scale) {
    const scaled = scale.by.flatMap((by) => values.map((value) => exact(value * by)))
    return { start, end: end + scale.length, values: scaled, kind: 'scaled', ...(named ? { named } : {}) }
  }
  return {
    start,
    end,
    values,
    kind: 'plain',
    ...(named || /^-?\p{Script=Latin}/u.test(behind) ? { named: true } : {}),
  }
}

/** Without what binary fractions add: 33.4 billion is 334 times a hundred million. */
function exact(value: number): number {
  return Number(value.toPrecision(12))
}

/** What digits with marks between them may mean; nothing for a version. */
function valuesOf(written: string): number[] {
  const plain = written
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) as number)))
    .replace(/[\s\u202f'’٬]/g, '')
    .replace('٫', '.')
  const marks = plain.replace(/\d/g, '')
  const groups = /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(plain)
  if (marks === '') return [Number(plain)]
  if (/^([.,])\1+$/.test(marks)) return groups ? [Number(plain.replace(/[.,]/g, ''))] : []
  if (marks.length === 1) {
    const decimal = Number(plain.replace(',', '.'))
    return groups ? [Number(plain.replace(/[.,]/, '')), decimal] : [decimal]
  }
  const last = marks.at(-1) as string
  if (marks.indexOf(last) < marks.length - 1) return []
  const [whole = '', part = ''] = plain.split(last)
  return [Number(`${whole.replace(/[.,]/g, '')}.${part}`)]
}

interface Scale {
  by: readonly number[]
  /** UTF-16 units from the end of the digits. */
  length: number
}

/** The scale behind digits, of one word or some: `million`, `mil millones`, `千亿`. */
function readScale(behind: string, language: string): Scale | undefined {
  const words = scaleWords(language)
  let by: readonly number[] = [1]
  let length = 0
  for (let rest = behind, i = 0; i < 3; i += 1) {
    const [gap = ''] = /^[\s\u00a0\u202f-]?/u.exec(rest) ?? []
    const [word = ''] = /^(?:\p{Script=Han}|[\p{L}\p{M}]+)/u.exec(rest.slice(gap.length)) ?? []
    const found = words.get(word) ?? (word.length > 2 ? words.get(folded(word)) : undefined)
    if (!word || !found) break
    by = by.flatMap((one) => found.map((other) => one * other))
    length += gap.length + word.length
    rest = rest.slice(gap.length + word.length)
  }
  return length > 0 ? { by, length } : undefined
}

/** What neither the compact numbers of `Intl` say, nor any one language of its own. */
const SCALES: readonly (readonly [words: string, value: number])[] = [
  ['百 hundred सौ', 1e2],
  ['千 thousand thousands', 1e3],
  ['万 萬', 1e4],
  ['lakh lakhs', 1e5],
  ['mio mn million millions मिलियन ملايين', 1e6],
  ['crore crores', 1e7],
  ['亿 億', 1e8],
  ['bn mrd billion billions बिलियन بليون مليارات', 1e9],
  ['tn trn trillion trillions ट्रिलियन', 1e12],
  ['兆', 1e12],
]
/** A single letter is a unit as often as a scale: then the number alone counts as well. */
const LETTERS: readonly (readonly [letter: string, value: number])[] = [
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
  ['B', 1e9],
  ['T', 1e12],
]

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

function scaleWords(language: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(language)
  if (known) return known
  const table = new Map<string, readonly number[]>(LETTERS.map(([letter, value]) => [letter, [1, value]]))
  // English words stand in texts of every language; what a language means by its own goes before.
  for (const [words, value] of SCALES) for (const word of words.split(' ')) table.set(folded(word), [value])
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(language, {
      notation: 'compact',
      compactDisplay,
      numberingSystem: 'latn',
    })
    for (let exponent = 3; exponent <= 13; exponent += 1) {
      for (const n of [1, 2, 3, 5, 11]) {
        const parts = format.formatToParts(n * 10 ** exponent)
        const digits = parts.filter(({ type }) => type === 'integer').map(({ value }) => value)
        const word = parts.find(({ type }) => type === 'compact')?.value.replace(/[.\s\u00a0\u202f॰]/g, '')
        const value = (n * 10 ** exponent) / Number(digits.join(''))
        if (!word || !Number.isInteger(Math.log10(value))) continue
        if (word.length > 2 || /\p{Script=Han}/u.test(word)) table.set(folded(word), [value])
        else table.set(word, [...new Set([...(table.get(word) ?? [1]), value])])
      }
    }
  }
  tables.set(language, table)
  return table
}

/** Without case, accents and the dot below of Devanagari. */
function folded(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u093c\u064b-\u0652]/g, '')
    .normalize('NFC')
}

/** `30–40 million`: the first may be so many millions, or so many per cent, too. */
function leanOn(number: ProseNumber, next: ProseNumber | undefined, text: string): void {
  if (!next || number.kind !== 'plain' || next.kind === 'plain') return
  if (!BETWEEN.test(text.slice(number.end, next.start))) return
  if (next.kind === 'percent') number.kind = 'percent'
  const [written] = numbersWithoutScale(text.slice(next.start, next.end))
  const by = written ? next.values.map((value) => value / written) : []
  number.values = [
    ...number.values,
    ...number.values.flatMap((value) => by.map((factor) => exact(value * factor))),
  ]
}

function numbersWithoutScale(words: string): number[] {
  return valuesOf(/^\p{Nd}+(?:[.,٫٬]\p{Nd}+)*/u.exec(words)?.[0] ?? '')
}

/** `1亿3000万` is one number. */
function sums(numbers: readonly ProseNumber[]): ProseNumber[] {
  const whole: ProseNumber[] = []
  for (const number of numbers) {
    const last = whole.at(-1)
    const goesOn =
      last?.kind === 'scaled' &&
      last.end === number.start &&
      !number.inWords &&
      (number.values[0] ?? 0) < (last.values[0] ?? 0)
    if (!goesOn) whole.push(number)
    else {
      last.values = last.values.flatMap((value) => number.values.map((other) => exact(value + other)))
      last.end = number.end
    }
  }
  return whole
}

const HAN_DIGITS = new Map([...'〇一二三四五六七八九'].map((digit, i) => [digit, i]))
for (const [other, value] of [
  ['零', 0],
  ['两', 2],
  ['兩', 2],
] as const)
  HAN_DIGITS.set(other, value)
const HAN_UNITS = new Map([
  ['十', 10],
  ['百', 1e2],
  ['千', 1e3],
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
  ['兆', 1e12],
])

/** 三百二十 is 320, 千亿 is 1e11, and 二〇二五 is 2025. */
function hanValue(words: string): number {
  let [sum, section, digits] = [0, 0, '']
  for (const character of words) {
    const digit = HAN_DIGITS.get(character)
    if (digit !== undefined) {
      digits += digit
      continue
    }
    const unit = HAN_UNITS.get(character) as number
    const count = digits === '' ? undefined : Number(digits)
    digits = ''
    if (unit < 1e4) section += (count ?? 1) * unit
    else {
      const here = section + (count ?? 0)
      // 万亿 is ten thousand times a hundred million; 一亿三千万 goes on after it.
      sum = sum < unit ? (sum + here || 1) * unit : sum + (here || 1) * unit
      section = 0
    }
  }
  return sum + section + Number(digits)
}

/** All that the figures of a text may mean by themselves, wherever they stand. */
export function figuresIn(text: string): number[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run }) => [
    ...valuesOf(run.trim()),
    ...[...run.matchAll(/\p{Nd}+/gu)].flatMap(({ 0: digits }) => valuesOf(digits)),
  ])
}
