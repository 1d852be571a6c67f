/** Something wrong in a note. Data, never an exception: the other notes still come out. */
export interface Problem {
  /** UTF-16 offset into the raw file. */
  readonly offset: number
  /** An `error` costs the reader something; a `warning` is worth a look. */
  readonly severity: 'error' | 'warning'
  /** What is wrong, in one line. */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
}

/** A problem with its place as editors and terminals know it; line and column count from 1. */
export interface PlacedProblem extends Omit<Problem, 'offset'> {
  /** Relative to the folder of notes, with `/`. */
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Line and column, both from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** More of one note are only counted: a broken file may have a problem at every character. */
const MOST = 20

/** Tells each problem's line and column, in the order of the file; the offsets may come in any order. */
export function placeProblems(file: string, raw: string, problems: readonly Problem[]): PlacedProblem[] {
  const places = locate(
    raw,
    problems.map(({ offset }) => offset),
  )
  const placed = problems.map(({ offset: _, ...problem }, i) => ({
    file,
    ...(places[i] as Place),
    ...problem,
  }))
  return fewProblems(placed)
}

/** The problems of one note in their order; of very many, the first ones and how many more there are. */
export function fewProblems(problems: readonly PlacedProblem[]): PlacedProblem[] {
  const inOrder = [...problems].sort((a, b) => a.line - b.line || a.column - b.column)
  const kept = inOrder.slice(0, MOST)
  const last = kept.at(-1)
  const rest = inOrder.slice(MOST)
  if (!last || rest.length === 0) return kept
  const severity = rest.some((problem) => problem.severity === 'error') ? 'error' : 'warning'
  const message = `there are ${rest.length} problems more after this place`
  return [...kept, { ...last, severity, message, hint: 'Mend the ones above and look again.' }]
}

/** Where offsets into a text lie, in the order they are given; goes through the text once. */
export function locate(text: string, offsets: readonly number[]): Place[] {
  const places: Place[] = []
  const rising = [...offsets.keys()].sort((a, b) => (offsets[a] as number) - (offsets[b] as number))
  const lineBreak = /\r\n|\n|\r/g
  let line = 1
  let lineStart = 0
  let next = lineBreak.exec(text)
  for (const i of rising) {
    const offset = offsets[i] as number
    while (next && next.index + next[0].length <= offset) {
      line += 1
      lineStart = next.index + next[0].length
      next = lineBreak.exec(text)
    }
    places[i] = { line, column: offset - lineStart + 1 }
  }
  return places
}

/** `file:line:column: severity: message` and the hint, as compilers print it. */
export function formatProblem({ file, line, column, severity, message, hint }: PlacedProblem): string {
  return `${printable(file)}:${line}:${column}: ${severity}: ${printable(message)}\n    ${printable(hint)}`
}

/** JSON on one line that does nothing to a terminal; it means the same. */
export function printableJson(value: unknown): string {
  const numbered = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value).replace(UNPRINTABLE, (char) => char.replace(/[\s\S]/g, numbered))
}

/** Characters that would move a terminal's cursor, change its colours or turn its text around. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu

/** One line of harmless text: what a terminal would act upon is written as its number. */
function printable(text: string): string {
  return text.replace(UNPRINTABLE, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)
}
