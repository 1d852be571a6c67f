import { type Basis, type DateValue, type Guess, type ImpliedBy, toIso } from '../../calendar/index.ts'
import { paths } from '../../notes/index.ts'

/** A date mark that the reader has activated. */
export interface Chosen {
  /** Missing where the year cannot be had. */
  value: DateValue | undefined
  /** How the value is known. */
  known: Basis | ImpliedBy
  guess: Guess | undefined
  fiscal: boolean
  statement: string | undefined
  mark: HTMLElement
}

/** Where a date stands on the timeline. */
export function timelinePath({ from, to }: DateValue): string {
  return paths.timeline({ from: toIso(from), to: toIso(to) })
}
