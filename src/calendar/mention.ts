import type { DateValue } from './date-value.ts'

/** How the value is known (TIMEX3): said in full, completed from the text around it, or counted from a date. */
export type Basis = 'explicit' | 'context' | 'relative'

/** What completed a mention that does not hold its own year, in the order in which they are tried. */
export type ImpliedBy = 'range' | 'sentence' | 'paragraph' | 'heading' | 'section' | 'title' | 'note'

export type Guess = 'order' | 'week'

/** A date said in prose. `start` and `end` are UTF-16 offsets into the text it was found in, end exclusive. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Absent where the year cannot be had: such a mention is undated, never guessed. */
  readonly value?: DateValue
  readonly basis: Basis
  readonly impliedBy?: ImpliedBy
  /** What is only likely: the order of day and month in 03/04/2025, the week of a weekday by itself. */
  readonly guess?: Guess
  /** Said by the way, behind "since" or in brackets: no date for what the text goes on to tell. */
  readonly aside?: true
  /** A fiscal year: its value is the calendar year of the same number. */
  readonly fiscal?: true
}

/** A date outside the text, by which a mention without a year can be completed. */
export interface Anchor {
  readonly value: DateValue
  readonly by: ImpliedBy
}

/** What the text around gives to a search: the note's own date, and earlier dates, the nearest first. */
export interface Reference {
  readonly date?: number
  readonly anchors?: readonly Anchor[]
}
