/** Words of a note that the reader has marked, told by the selectors of the W3C's Web Annotation model. */
export interface Highlight {
  /** A TextQuoteSelector: the words, and what stands before and after them. */
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string }
  /** A TextPositionSelector: offsets into the text of the note's body, UTF-16, end exclusive. */
  readonly position: { readonly start: number; readonly end: number }
  /** The statement or section that they begin in. */
  readonly anchor?: string
  /** What the reader says of it; may be empty. */
  readonly remark: string
  /** When it was made; epoch milliseconds. */
  readonly made: number
}

/** A highlight with the moment of its last change; without one it was taken away, and no older copy brings it back. */
export interface KeptHighlight {
  readonly at: number
  readonly highlight?: Highlight
}

/** UTF-16 units: of the words of one highlight, of what stands around them, and of a remark. */
export const LONGEST_HIGHLIGHT = 2000
export const CONTEXT = 32
export const LONGEST_REMARK = 2000
/** Highlights that a reader can make in one note. */
export const MOST_HIGHLIGHTS = 200

/** A record keeps more: what two browsers have made apart comes together in it. */
const MOST_KEPT = 500

const LONGEST_ANCHOR = 1000

/** The highlights of a note that are there, in the order of its text. */
export function highlightsOf(kept: ReadonlyMap<string, KeptHighlight>): [id: string, highlight: Highlight][] {
  return [...kept]
    .flatMap(([id, { highlight }]): [string, Highlight][] => (highlight ? [[id, highlight]] : []))
    .sort(([one, a], [other, b]) => a.position.start - b.position.start || (one < other ? -1 : 1))
}

/** As plain values, for JSON, always in one order; those that are there before those that were, the newest first. */
export function writeHighlights(kept: ReadonlyMap<string, KeptHighlight>): Record<string, unknown> {
  const entries = [...kept]
    .sort(
      ([one, a], [other, b]) =>
        Number(b.highlight !== undefined) - Number(a.highlight !== undefined) ||
        b.at - a.at ||
        (one < other ? -1 : 1),
    )
    .slice(0, MOST_KEPT)
  return Object.fromEntries(entries.map(([id, one]) => [id, plain(one)]))
}

function plain({ at, highlight }: KeptHighlight): Record<string, unknown> {
  if (!highlight) return { at }
  const { quote, position, anchor, remark, made } = highlight
  return {
    at,
    made,
    quote: { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
    position: { start: position.start, end: position.end },
    anchor,
    remark: remark || undefined,
  }
}

/** Reads what {@link writeHighlights} made of one; undefined where it is none. */
export function readHighlight(
  stored: unknown,
  isMoment: (value: unknown) => value is number,
): KeptHighlight | undefined {
  const { at, made, quote, position, anchor, remark } = fieldsOf(stored)
  if (!isMoment(at)) return undefined
  if (made === undefined && quote === undefined && position === undefined) return { at }
  const { exact, prefix = '', suffix = '' } = fieldsOf(quote)
  const { start, end } = fieldsOf(position)
  const whole =
    isMoment(made) &&
    isText(exact, LONGEST_HIGHLIGHT) &&
    exact !== '' &&
    isText(prefix, LONGEST_HIGHLIGHT) &&
    isText(suffix, LONGEST_HIGHLIGHT) &&
    isOffset(start) &&
    isOffset(end) &&
    start < end &&
    (anchor === undefined || isText(anchor, LONGEST_ANCHOR)) &&
    (remark === undefined || isText(remark, LONGEST_REMARK))
  if (!whole) return undefined
  const highlight: Highlight = {
    quote: { exact, prefix, suffix },
    position: { start, end },
    ...(anchor === undefined ? {} : { anchor }),
    remark: remark ?? '',
    made,
  }
  return { at, highlight }
}

/** Of two changes of one highlight the later; of one moment always the same, whichever comes first. */
export function laterHighlight(a: KeptHighlight | undefined, b: KeptHighlight): KeptHighlight {
  if (!a) return b
  if (a.at !== b.at) return a.at > b.at ? a : b
  return JSON.stringify(plain(a)) >= JSON.stringify(plain(b)) ? a : b
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
