import type { Stretch } from '../notes/index.ts'
import type { SoughtPart } from './candidates.ts'
import { fold, isUnspaced, type Variants } from './fold.ts'

/** A text with where each part of a query stands in it. */
export interface Matched {
  /** For each part, its stretches of the text as it is written. */
  stretches: Stretch[][]
  /** How many parts are there. */
  parts: number
}

const compared = new WeakMap<object, { folded: string; at: number[] }>()

/**
 * Looks for every part of a query in a text.
 * @param owner what has the text, and no other: as one types, the same texts are looked through again and again
 */
export function matchText(
  owner: object,
  text: string,
  parts: readonly SoughtPart[],
  variants: Variants,
): Matched {
  let known = compared.get(owner)
  if (!known) {
    const at: number[] = []
    known = { folded: fold(text, variants, at), at }
    compared.set(owner, known)
  }
  const { folded, at } = known
  const stretches = parts.map((part) => placesOf(part, folded).map((place) => written(text, place, at)))
  return { stretches, parts: stretches.filter((places) => places.length > 0).length }
}

/** The stretches of all parts, in order, those that overlap as one. */
export function mergeStretches(stretches: readonly (readonly Stretch[])[]): Stretch[] {
  const merged: [number, number][] = []
  for (const [start, end] of stretches.flat().sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

function placesOf({ shape, text, open, near }: SoughtPart, folded: string): Stretch[] {
  const found: Stretch[] = []
  for (const sought of near ?? [text]) {
    for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1)) {
      const end = at + sought.length
      if (shape === 'run' || (begins(folded, at) && ((open && !near) || stops(folded, end))))
        found.push([at, end])
    }
  }
  return near ? found.sort((a, b) => a[0] - b[0]) : found
}

/** Whether a word, or anything at all in a script without spaces, begins there. */
function begins(folded: string, at: number): boolean {
  return at === 0 || isEdge(folded, at - 1) || isEdge(folded, at)
}

function stops(folded: string, end: number): boolean {
  return end >= folded.length || isEdge(folded, end - 1) || isEdge(folded, end)
}

function isEdge(folded: string, at: number): boolean {
  const char = charAround(folded, at)
  return char === ' ' || isUnspaced(char)
}

/** The whole character that the unit belongs to. */
function charAround(folded: string, at: number): string {
  const code = folded.charCodeAt(at)
  const start = code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
  return String.fromCodePoint(folded.codePointAt(start) ?? 0x20)
}

/** Where a stretch of the folded text is written, without the blanks behind it. */
function written(text: string, [from, to]: Stretch, at: readonly number[]): Stretch {
  const start = at[from] as number
  let end = to
  // Part of what one character stands for is all of it.
  while (end < at.length - 1 && at[end] === at[end - 1]) end += 1
  const stop = at[end] as number
  return [start, start + text.slice(start, stop).trimEnd().length]
}
