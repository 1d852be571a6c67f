/** A day as an integer: days since 1970-01-01 in the proleptic Gregorian calendar. */
export type Day = number

export type Precision =
  | 'day'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'range'

/** TIMEX3's `mod`: which part of the period is meant, or that it is meant roughly. */
export type Modifier = 'start' | 'mid' | 'end' | 'approx'

/** A stretch of days. `from` and `to` are inclusive and hold the whole period, whatever `mod` says. */
export interface DateValue {
  readonly from: Day
  readonly to: Day
  readonly precision: Precision
  readonly mod?: Modifier
  /** The end of a range that the text leaves open: "since 2011" says no `to`; the day here is the reference date. */
  readonly open?: 'from' | 'to'
}
