import type { Day } from '../calendar/index.ts'
import { type SearchPassage, type Stretch, sentences } from '../notes/index.ts'
import { type Matched, mergeStretches } from './matches.ts'

/** A sentence in which something was found. */
export interface Excerpt {
  text: string
  /** What was found in it. */
  marks: Stretch[]
  /** The statement that it is. */
  statement?: NonNullable<SearchPassage['statements']>[number]
  /** How many parts of the query stand in it. */
  parts: number
}

/** UTF-16 units. */
const LONGEST = 260
/** How much stands before what was found, where a sentence is too long to be shown. */
const LEAD = 60
/** How far around a place its sentence is looked for. */
const AROUND = 600

/**
 * The sentence of a passage that holds most of what is sought.
 * @param within only statements of these days count, where it is given
 */
export function excerptOf(
  passage: SearchPassage,
  matched: Matched,
  language: string,
  within?: (statement: { from: Day; to: Day }) => boolean,
): Excerpt | undefined {
  const statements = passage.statements ?? []
  const looked = within
    ? statements
        .filter(within)
        .flatMap(({ start, end }) =>
          matched.stretches.flatMap((places) => placesIn(places, [start, end]).slice(0, 1)),
        )
    : matched.stretches.flatMap((places) => places.slice(0, 1))
  let best: Excerpt | undefined
  for (const place of looked) {
    const statement = statements.find(({ start, end }) => start <= place[0] && place[1] <= end)
    const sentence: Stretch = statement
      ? [statement.start, statement.end]
      : sentenceAt(passage.text, place, language)
    const inside = matched.stretches.map((places) => placesIn(places, sentence))
    const parts = inside.filter((places) => places.length > 0).length
    if (best && parts <= best.parts) continue
    const shown = clip(passage.text, sentence, mergeStretches(inside))
    best = { ...shown, parts, ...(statement ? { statement } : {}) }
  }
  return best
}

/** Those that lie in a stretch; `places` are in order. */
function placesIn(places: readonly Stretch[], [from, to]: Stretch): Stretch[] {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as Stretch)[0] < from) low = middle + 1
    else high = middle
  }
  const found: Stretch[] = []
  for (let place = places[low]; place && place[0] < to; place = places[++low]) {
    if (place[1] <= to) found.push(place)
  }
  return found
}

function sentenceAt(text: string, [start, end]: Stretch, language: string): Stretch {
  const from = Math.max(0, start - AROUND)
  const near = text.slice(from, end + AROUND)
  const cut = sentences(near, language, [[start - from, end - from]])
  const [first, last] = cut.find(([a, b]) => a <= start - from && end - from <= b) ?? [0, near.length]
  return [from + first, from + last]
}

/** A stretch of a text, cut to what can be shown, beginning shortly before the first mark. */
function clip(
  text: string,
  [from, to]: Stretch,
  marks: readonly Stretch[],
): { text: string; marks: Stretch[] } {
  const [first = [from, from]] = marks
  const long = to - from > LONGEST
  const start = long && first[0] - from > LEAD ? wordBefore(text, first[0] - LEAD) : from
  const end = Math.min(to, start + LONGEST)
  const [before, after] = [start > from ? '…' : '', end < to ? '…' : '']
  const moved = before.length - start
  return {
    text: before + text.slice(start, end).trimEnd() + after,
    marks: marks
      .filter((mark) => mark[0] >= start && mark[1] <= end)
      .map((mark) => [mark[0] + moved, mark[1] + moved]),
  }
}

/** No further on than `at`, and not within a word or a character, if one ends nearby. */
function wordBefore(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  if (space >= at - 20 && space >= 0) return space + 1
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at
}
