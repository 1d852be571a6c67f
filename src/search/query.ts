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
  /"([^"]*)("?)|„([^“”„]*)([“”]?)|[“”]([^“”„]*)(”?)|«([^«»]*)(»?)|「([^「」]*)(」?)|『([^『』]*)(』?)|[^\s"“”„«「『]+/g

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

/** Of a run, words at its ends may be parts of words; of an open phrase, so may the last. */
function termsOf(shape: Part['shape'], text: string, open: boolean, most: number): Part['terms'] {
  if (shape === 'word') return [{ term: text.slice(0, LONGEST_WORD), open }]
  const found: string[] = []
  const last = text.slice(text.lastIndexOf(' ') + 1)
  const goesOn = shape === 'phrase' && open && ![...last].some(isUnspaced)
  terms(goesOn ? text.slice(0, -last.length).trimEnd() : text, (term) => found.push(term))
  // The last character of all may be followed by others.
  const sure = found.filter((term, i) => (shape === 'phrase' || isPair(term)) && !(i > 0 && isLast(term, i)))
  const [only, ...more] = sure
  if (only !== undefined && more.length === 0 && !isPair(only) && isUnspaced(only))
    return [{ term: only, open: true }]
  if (only === undefined) return [{ term: last.slice(0, LONGEST_WORD), open: true }]
  // Those that tell most come first: two of a kind beside each other.
  const chosen = [...new Set([...sure.filter(isPair), ...sure.filter((term) => !isPair(term))])]
  const step = Math.max(1, sure.filter(isPair).length / most)
  const spread = Array.from({ length: Math.min(most, chosen.length) }, (_, i) => chosen[Math.floor(i * step)])
  return [...new Set(spread)].flatMap((term) => (term === undefined ? [] : [{ term, open: false }]))

  function isLast(term: string, i: number): boolean {
    return i === found.length - 1 && isUnspaced(term)
  }
}

function isPair(term: string): boolean {
  if (term.startsWith('~')) return true
  const chars = [...term]
  return chars.length === 2 && chars.some(isUnspaced)
}
