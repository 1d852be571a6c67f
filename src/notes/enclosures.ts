/** A stretch of text, UTF-16, end exclusive. */
export type Stretch = readonly [start: number, end: number]

/** By what opens them: what closes quotations and brackets. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '《': '》',
  '"': '"',
  '(': ')',
  '（': '）',
  '[': ']',
  '【': '】',
}
const OPENS = /[“„«»‹「『《"(（[【]/g
const BRACKETS = '(（[【'
/** Marks that open only where a word begins: they look the same when they close. */
const AMBIGUOUS = '"»'
/** What opens and is not closed within this many UTF-16 units was never closed: cuts count again. */
const LONGEST = 400

/** The quotations and brackets of a text that open and close, outermost only. */
export function enclosures(text: string): Stretch[] {
  const found: Stretch[] = []
  let behind = 0
  for (const { 0: open, index } of text.matchAll(OPENS)) {
    if (index < behind || (AMBIGUOUS.includes(open) && !opensWord(text, index))) continue
    const end = closeOf(text, index, PAIRS[open] as string)
    if (end === undefined) continue
    found.push([index, end])
    behind = end
  }
  return found
}

/** Behind the mark that closes what opens at `start`; nested ones of the same kind are counted. */
function closeOf(text: string, start: number, close: string): number | undefined {
  const open = text[start] as string
  const last = Math.min(text.length, start + LONGEST)
  let depth = 1
  for (let i = start + 1; i < last; i += 1) {
    const char = text[i] as string
    if (close.includes(char)) depth -= 1
    else if (char === open) depth += 1
    if (depth === 0) return i + 1
  }
  return undefined
}

function opensWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' '
  return (/[\s(（[「『“—–:：、，,。]/u.test(before) || UNSPACED.test(before)) && /\S/.test(text[at + 1] ?? '')
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Whether a stretch holds words in quotation marks, not a mere term: what somebody said. */
export function quotes(text: string): boolean {
  return enclosures(text).some(([start, end]) => {
    const words = text.slice(start + 1, end - 1).trim()
    const isQuotation = !BRACKETS.includes(text[start] as string)
    return isQuotation && (UNSPACED.test(words) ? words.length >= 8 : words.split(/\s+/, 3).length === 3)
  })
}
