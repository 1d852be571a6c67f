/** A stretch of text, UTF-16, end exclusive. */
export type Stretch = readonly [start: number, end: number]

/** Words whose full stop ends no sentence; single letters and months are known without the list. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof st jr sr vs etc inc ltd co corp no nos vol ed eds fig al gen gov sen rep rev hon ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec approx ca cf dept est ' +
    'sra dra ud uds pág núm av ' +
    'bzw ca evtl ggf inkl nr str usw vgl mio mrd abs bd hrsg jh jhd janv févr avr juil déc mme mlle'
  ).split(' '),
)

const OPENING = '“「『《（«‹„'
const CLOSING = '”」』》）»›“'
/** A quotation longer than this was probably never closed: cuts count again. */
const LONGEST_QUOTATION = 400

/**
 * Cuts prose into sentences. Never inside one of `whole` (mentions, links), inside a quotation, or after an
 * abbreviation. Each stretch is trimmed; together they hold every word.
 */
export function sentences(text: string, language: string, whole: readonly Stretch[]): Stretch[] {
  const cuts: number[] = []
  const quoted = quotations(text)
  let w = 0
  let q = 0
  const held = [...whole].sort((a, b) => a[0] - b[0])
  for (const index of boundaries(text, language)) {
    while (w < held.length && (held[w]?.[1] ?? 0) <= index) w += 1
    while (q < quoted.length && (quoted[q]?.[1] ?? 0) <= index) q += 1
    const inWhole = (held[w]?.[0] ?? text.length) < index
    const inQuotation = (quoted[q]?.[0] ?? text.length) < index
    if (!inWhole && !inQuotation && endsSentence(text, index)) cuts.push(index)
  }
  const stretches: Stretch[] = []
  let start = 0
  for (const cut of [...cuts, text.length]) {
    const stretch = trim(text, start, cut)
    if (stretch[1] > stretch[0]) stretches.push(stretch)
    start = cut
  }
  return stretches
}

/** The segmenter's time grows with the square of the text: it is given windows of this many UTF-16 units. */
const WINDOW = 2000
/** This close to its end a window does not know how the text goes on. */
const MARGIN = 200

/** Where sentences may begin; a window begins where the last sentence of the one before does. */
function* boundaries(text: string, language: string): Generator<number> {
  for (let from = 0; from < text.length; ) {
    const part = text.slice(from, from + WINDOW)
    const trusted = from + WINDOW < text.length ? WINDOW - MARGIN : part.length
    let last = 0
    for (const { index } of segmenter(language).segment(part)) {
      if (index > trusted) break
      if (index > 0) yield from + index
      last = index
    }
    from += last || trusted
  }
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string): Intl.Segmenter {
  let found = segmenters.get(language)
  if (!found) {
    found = new Intl.Segmenter(language, { granularity: 'sentence' })
    segmenters.set(language, found)
  }
  return found
}

/** Whether the cut that the segmenter proposes is one: not after an abbreviation, not before a small letter. */
function endsSentence(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 24), index)
  // A soft line break is a space, not an end.
  if (/\n\s*$/.test(before) && !/[.!?…。！？।؟”"』」)）:：][ \t]*\n\s*$/.test(before)) return false
  const word = /(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}]+)\.\s*$/u.exec(before)?.[1]
  if (word && (word.length === 1 || ABBREVIATIONS.has(word.toLowerCase()))) return false
  if (/\.\s*$/.test(before) && /^\p{Ll}/u.test(text.slice(index, index + 2))) return false
  // "3. März": an ordinal number.
  return !/(?:^|[\s(])\d{1,2}\.\s$/.test(before)
}

/** The quotations of a text that open and close, outermost only. */
function quotations(text: string): Stretch[] {
  const found: Stretch[] = []
  let open = -1
  let close = ''
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] as string
    if (open >= 0 && i - open > LONGEST_QUOTATION) open = -1
    if (open >= 0) {
      if (char !== close) continue
      found.push([open, i + 1])
      open = -1
    } else if (OPENING.includes(char)) {
      open = i
      close = CLOSING[OPENING.indexOf(char)] as string
    }
  }
  return found
}

/** Whether a stretch holds words in quotation marks, not a mere term: what somebody said. */
export function quotes(text: string): boolean {
  return /[“「『«„"](?=[^”」』»“"]{8})[^”」』»“"]{8,400}[”」』»“"]/.test(text)
}

function trim(text: string, start: number, end: number): Stretch {
  let from = start
  let to = end
  while (from < to && /\s/.test(text[from] as string)) from += 1
  while (to > from && /\s/.test(text[to - 1] as string)) to -= 1
  return [from, to]
}
