import { fold, isUnspaced, type Variants } from './fold.ts'
import { LONGEST_WORD, terms } from './terms.ts'

/** UTF-16 units of what is typed; the rest is left out. */
export const LONGEST_QUERY = 200
const MOST_PARTS = 8
/** Terms that are looked up for all parts together. */
const MOST_TERMS = 12

/**
 * A part of a query, all of which have to be met. A `word` begins a word; a `run`, with characters of a script without
 * spaces, stands anywhere; a `phrase`, quoted or with punctuation in it, stands between words.
 */
export interface Part {
  shape: 'word' | 'run' | 'phrase'
  /** Folded. */
  text: string
  /** Its last word may go on. */
  open: boolean
  /** What a document has to have to hold the part; a term that may go on is `open`. */
  terms: { term: string; open: boolean }[]
}

/** What is quoted, a quotation still open at the end, or all up to a space. */
const PARTS =
  /"([^"]*)("?)|[“„]([^“”„]*)(”?)|«([^«»]*)(»?)|「([^「」]*)(」?)|『([^『』]*)(』?)|[^\s"“„«「『]+/g

/** The parts of what somebody typed; none where there is no letter and no digit in it. */
export function parseQuery(query: string, variants: Variants): Part[] {
  const typed = [...query.slice(0, LONGEST_QUERY).normalize('NFC').matchAll(PARTS)].slice(0, MOST_PARTS)
  const most = Math.max(2, Math.floor(MOST_TERMS / typed.length))
  const parts = typed.flatMap(([whole, ...quoted]): Part[] => {
    const inner = quoted.findIndex((one) => one !== undefined)
    const text = fold(inner < 0 ? whole : (quoted[inner] as string), variants)
    if (!text) return []
    const open = inner < 0 || !quoted[inner + 1]
    const hasUnspaced = [...text].some(isUnspaced)
    const shape = text.includes(' ') || (inner >= 0 && !hasUnspaced) ? 'phrase' : hasUnspaced ? 'run' : 'word'
    return [{ shape, text, open, terms: termsOf(shape, text, open, most) }]
  })
  return parts.filter(({ text }, i) => parts.findIndex((one) => one.text === text) === i)
}

function termsOf(shape: Part['shape'], text: string, open: boolean, most: number): Part['terms'] {
  if (shape === 'word') return [{ term: text.slice(0, LONGEST_WORD), open }]
  const found: string[] = []
  terms(text, (term) => found.push(term))
  if (found.length === 1) return found.map((term) => ({ term, open: open || isUnspaced(term) }))
  // Of a run, the words at its ends are only parts of words, and its last character may be followed by others.
  const last = found.at(-1)
  const sure = found.filter(
    (term, i) =>
      (shape === 'phrase' || pairs(term)) && !(i === found.length - 1 && (open || [...term].length === 1)),
  )
  const telling = [...new Set(sure)].filter((term) => [...term].length > 1)
  const chosen = telling.length > 0 ? telling : [...new Set(sure)]
  const step = Math.max(1, chosen.length / most)
  const spread = Array.from({ length: Math.min(most, chosen.length) }, (_, i) => chosen[Math.floor(i * step)])
  const sought = spread.map((term) => ({ term: term as string, open: false }))
  return sought.length > 0 ? sought : [{ term: last as string, open: true }]
}

function pairs(term: string): boolean {
  return [...term].length === 2 && [...term].some(isUnspaced)
}
