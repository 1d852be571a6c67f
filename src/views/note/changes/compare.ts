import { diffArrays } from 'diff'
import type { BodyPassage } from '../../../notes/index.ts'

/** A piece of a sentence that has changed. */
export interface Piece {
  kind: 'same' | 'added' | 'taken'
  text: string
}

/** Sentences that have changed, came or went; `section` is where they stand, or stood. */
export interface Change {
  section: string | undefined
  pieces: Piece[]
}

/** Of what two versions of a sentence must have in common, by length, to be told as one. */
const ALIKE = 0.4
/** Longer than any sentence that somebody compares word by word; UTF-16 units. */
const LONGEST = 5000
/** Milliseconds: what takes longer to compare is another text. */
const PATIENCE = 500

type Run<T> = { kind: 'same'; after: T[] } | { kind: 'other'; before: T[]; after: T[] }

/**
 * What has changed between two versions of a note, in the order of the later: first by passages, then by sentences,
 * then by words. `before`: the passages of the earlier, a line each.
 */
export function compare(before: string, after: readonly BodyPassage[], language: string): Change[] {
  const changes: Change[] = []
  let at = 0
  for (const run of runsOf(
    before.split('\n'),
    after.map(({ text }) => text),
  )) {
    const section = (after[at] ?? after.at(-1))?.section
    at += run.after.length
    if (run.kind === 'same') continue
    for (const part of runsOf(run.before.flatMap(sentencesOf), run.after.flatMap(sentencesOf)))
      if (part.kind === 'other') changes.push(...changesIn(part.before, part.after, section, language))
  }
  return changes
}

function changesIn(
  before: readonly string[],
  after: readonly string[],
  section: string | undefined,
  language: string,
): Change[] {
  const [old, now] = [joined(before), joined(after)]
  const apart = [
    ...(old ? [{ section, pieces: [{ kind: 'taken', text: old }] satisfies Piece[] }] : []),
    ...(now ? [{ section, pieces: [{ kind: 'added', text: now }] satisfies Piece[] }] : []),
  ]
  if (!old || !now || old.length + now.length > LONGEST) return apart
  const pieces = piecesOf(old, now, language)
  const same = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0)
  return same >= ALIKE * Math.min(old.length, now.length) ? [{ section, pieces }] : apart
}

function piecesOf(before: string, after: string, language: string): Piece[] {
  const pieces: Piece[] = []
  for (const run of runsOf(wordsOf(before, language), wordsOf(after, language))) {
    if (run.kind === 'same') pieces.push({ kind: 'same', text: run.after.join('') })
    else {
      if (run.before.length > 0) pieces.push({ kind: 'taken', text: run.before.join('') })
      if (run.after.length > 0) pieces.push({ kind: 'added', text: run.after.join('') })
    }
  }
  return pieces
}

/** What is the same and what is not, by turns. */
function runsOf<T>(before: readonly T[], after: readonly T[]): Run<T>[] {
  const parts = diffArrays([...before], [...after], { timeout: PATIENCE })
  if (!parts) return [{ kind: 'other', before: [...before], after: [...after] }]
  const runs: Run<T>[] = []
  for (const { value, added, removed } of parts) {
    const last = runs.at(-1)
    if (!added && !removed) runs.push({ kind: 'same', after: value })
    else if (last?.kind === 'other') last[added ? 'after' : 'before'].push(...value)
    else runs.push({ kind: 'other', before: added ? [] : [...value], after: added ? [...value] : [] })
  }
  return runs
}

/** For the eye alone: what is cut in two here is only shown in two pieces. */
function sentencesOf(passage: string): string[] {
  return passage
    .split(/(?<=[。！？؟।][”’"」』）)]?)(?=[^”’"」』）)])|(?<=[.!?…]["”’)]?)\s+(?=[\p{Lu}\p{Lo}"“(])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

/** Sentences one after the other, with a blank where their script has one. */
function joined(sentences: readonly string[]): string {
  return sentences.reduce(
    (text, next) => text + (/[。！？]["”’」』）)]?$/.test(text) || !text ? '' : ' ') + next,
    '',
  )
}

function wordsOf(text: string, language: string): string[] {
  // Some browsers have no segmenter: then each character of a script without blanks is a word.
  if (typeof Intl.Segmenter === 'undefined')
    return (
      text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+|\s+|./gu) ?? []
    )
  return Array.from(
    new Intl.Segmenter(language, { granularity: 'word' }).segment(text),
    ({ segment }) => segment,
  )
}
