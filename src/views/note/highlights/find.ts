import search from 'approx-string-match'
import type { Highlight } from '../../../reading/index.ts'

/** A stretch of the text of a note; UTF-16, end exclusive. */
export interface Stretch {
  start: number
  end: number
}

/** How far from where they stood words are looked for that are not there as they were; UTF-16 units. */
const REACH = 20_000
/** Which share of the words may be other ones. */
const MOST_ERRORS = 0.3
/** How like what stood around them must be what stands around them now, 0 to 1. */
const ALIKE = 0.3
/** Letters of words that are telling by themselves, wherever they stand; a Chinese character tells as much as three. */
const TELLING = 30
/** Places that are weighed of words that stand everywhere. */
const MOST_PLACES = 500

/**
 * Where the words of a highlight stand in a text that may have been edited since: as they were, else where they are the
 * same among what was around them, else where they are nearly the same. Undefined where that would be a guess.
 */
export function findHighlight({ quote, position }: Highlight, text: string): Stretch | undefined {
  const { exact } = quote
  const { start } = position
  const likenessAt = (one: Stretch) => likeness(quote, text, one)
  if (text.startsWith(exact, start)) {
    const there = { start, end: start + exact.length }
    if (likenessAt(there) === 1) return there
  }
  const enough = isTelling(exact) ? 0 : ALIKE
  const same = best(placesOf(exact, text), (one) => likenessAt(one) - nearness(one, start))
  if (same && (likenessAt(same) >= enough || same.start === start)) return same
  const from = Math.max(0, start - REACH)
  const near = search(text.slice(from, position.end + REACH), exact, Math.floor(exact.length * MOST_ERRORS))
  const nearly = best(
    near.map((match): Stretch => ({ start: from + match.start, end: from + match.end })),
    (one) => likenessAt(one) - nearness(one, start),
  )
  return nearly && nearly.end > nearly.start && likenessAt(nearly) >= enough ? nearly : undefined
}

function placesOf(words: string, text: string): Stretch[] {
  const places: Stretch[] = []
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(words, at + 1))
    places.push({ start: at, end: at + words.length })
  return places
}

function best(places: readonly Stretch[], worth: (place: Stretch) => number): Stretch | undefined {
  let first: Stretch | undefined
  for (const place of places) if (!first || worth(place) > worth(first)) first = place
  return first
}

/** Of two places with the same around them, the nearer: less than any likeness weighs. */
function nearness({ start }: Stretch, before: number): number {
  return Math.abs(start - before) / 1e9
}

function isTelling(words: string): boolean {
  const wide =
    words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  return words.length + 2 * wide >= TELLING
}

/** How like what stands around a place is what stood around the words: 0 to 1. */
function likeness({ prefix, suffix }: Highlight['quote'], text: string, { start, end }: Stretch): number {
  const before = alike(prefix, text.slice(Math.max(0, start - prefix.length), start))
  const after = alike(suffix, text.slice(end, end + suffix.length))
  return (before + after) / 2
}

/** The share of pairs of characters that two texts have in common. */
function alike(a: string, b: string): number {
  if (a === b) return 1
  const pairs = new Map<string, number>()
  for (let i = 0; i < a.length - 1; i += 1) {
    const pair = a.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let common = 0
  for (let i = 0; i < b.length - 1; i += 1) {
    const left = pairs.get(b.slice(i, i + 2)) ?? 0
    if (left === 0) continue
    pairs.set(b.slice(i, i + 2), left - 1)
    common += 1
  }
  const all = a.length + b.length - 2
  return all > 0 ? (2 * common) / all : 0
}
