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

/** Tells each problem's line and column; the offsets may come in any order. */
export function placeProblems(file: string, raw: string, problems: readonly Problem[]): PlacedProblem[] {
  return [...problems]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, ...problem }) => {
      const before = raw.slice(0, offset)
      const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
      return { file, line: before.split(/\r\n|\n|\r/).length, column: offset - lineStart + 1, ...problem }
    })
}

/** `file:line:column: severity: message` and the hint, as compilers print it. */
export function formatProblem({ file, line, column, severity, message, hint }: PlacedProblem): string {
  return `${file}:${line}:${column}: ${severity}: ${message}\n    ${hint}`
}
