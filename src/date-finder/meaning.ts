import type { Modifier } from '../calendar/index.ts'
import type { Unit } from './language.ts'

/** All that one word or phrase may mean; the grammar takes what fits where it stands. */
export interface Meaning {
  /** Whether it can begin a date. */
  opens: typeof NEVER | typeof WITH_MORE | typeof ALONE
  number: number
  /** "One" that is a day too. */
  firstDay: boolean
  /** A number of a hundred and more; 100 and 1000 multiply. */
  big: number
  ordinal: number
  month: number
  /** Of a feast; its month is `month`. */
  day: number
  /** A month's name that is not one by itself: an abbreviation, or an ordinary word too. */
  unsure: boolean
  /** An abbreviation, which a full stop may follow. */
  short: boolean
  /** A calendar other than the Gregorian whose month it is. */
  calendar: string
  weekday: number
  season: number
  unit: Unit | ''
  plural: boolean
  /** One of it, without a number. */
  single: boolean
  lately: boolean
  /** The one spoken of, without an article. */
  definite: boolean
  amount: number
  mark: 'year' | 'month' | 'day' | ''
  /** Between a week and the day that names it. */
  begins: boolean
  /** The first or the last so many, behind what they are of. */
  leading: boolean
  trailing: boolean
  /** A stretch counted from the reference date: its unit, and by how many. */
  relative: Unit | ''
  by: number
  /** Before or after, as the sentence says. */
  either: boolean
  shift: number
  shiftAfter: number
  whole: number
  same: boolean
  /** A year counted from the one spoken of: by how many. */
  spoken: number
  before: Modifier | ''
  after: Modifier | ''
  ago: boolean
  hence: boolean
  later: boolean
  agoBefore: boolean
  henceBefore: boolean
  half: boolean
  era: number
  fiscal: boolean
  part: 'quarter' | 'half' | ''
  partNumber: number
  decade: number
  century: number
  tens: number
  /** Years in the plural, before tens. */
  years: boolean
  last: boolean
  nth: boolean
  to: boolean
  between: boolean
  betweenAfter: boolean
  and: boolean
  now: boolean
  untilNow: boolean
  of: boolean
  apart: boolean
  every: boolean
  in: boolean
  behind: boolean
  dating: boolean
  since: boolean
  the: boolean
  following: boolean
  numberedDay: boolean
  numberedWeek: boolean
  counted: boolean
  none: boolean
  named: boolean
  moon: boolean
  future: boolean
  comma: boolean
  dash: boolean
  slash: boolean
  on: boolean
}

export const NEVER = 0
export const WITH_MORE = 1
export const ALONE = 2

/** `era` of years that are counted backwards. */
export const BACKWARDS = -1
/** No number, no shift, no era. */
export const NONE = -99

/** A meaning of nothing yet; every one has the same shape, which keeps reading them fast. */
export function noMeaning(): Meaning {
  return {
    opens: NEVER,
    number: NONE,
    firstDay: false,
    big: 0,
    ordinal: NONE,
    month: 0,
    day: 0,
    unsure: false,
    short: false,
    calendar: '',
    weekday: 0,
    season: 0,
    unit: '',
    plural: false,
    single: false,
    lately: false,
    definite: false,
    amount: 1,
    mark: '',
    begins: false,
    leading: false,
    trailing: false,
    relative: '',
    by: 0,
    either: false,
    shift: NONE,
    shiftAfter: NONE,
    whole: NONE,
    same: false,
    spoken: NONE,
    before: '',
    after: '',
    ago: false,
    hence: false,
    later: false,
    agoBefore: false,
    henceBefore: false,
    half: false,
    era: NONE,
    fiscal: false,
    part: '',
    partNumber: 0,
    decade: NONE,
    century: 0,
    tens: NONE,
    years: false,
    last: false,
    nth: false,
    to: false,
    between: false,
    betweenAfter: false,
    and: false,
    now: false,
    untilNow: false,
    of: false,
    apart: false,
    every: false,
    in: false,
    behind: false,
    dating: false,
    since: false,
    the: false,
    following: false,
    numberedDay: false,
    numberedWeek: false,
    counted: false,
    none: false,
    named: false,
    moon: false,
    future: false,
    comma: false,
    dash: false,
    slash: false,
    on: false,
  }
}
