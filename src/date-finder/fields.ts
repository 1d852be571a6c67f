import type { Modifier } from '../calendar/index.ts'
import type { Unit } from './language.ts'

/** What a mention says, before it is known which days are meant. Numbers are 0 where nothing was said. */
export interface Fields {
  /** Astronomical: 0 is 1 BC. Undefined where no year was said. */
  year?: number
  /** An era was said with the year. */
  era: boolean
  /** The year before the first of its era, which the other end of a range is counted from too. */
  reign?: number
  /** Its months were those of the moon. */
  lunar?: boolean
  /** Two digits of a year: its century is the reference's. */
  short?: boolean
  month: number
  /** The calendar of the month and year, where it is not the Gregorian. */
  calendar: string
  day: number
  quarter: number
  half: number
  season: number
  /** The month or decade and the next: 三四月, 七八十年代. */
  pair?: boolean
  /** First year of a decade, or its two digits. */
  decade?: number
  century: number
  weekday: number
  /** The week that the day lies in. */
  weekOf: boolean
  /** The nth week, weekday or day of the period; -1 is the last. */
  nth: number
  /** A week by the number that it has in its year: KW 45. */
  numbered: boolean
  nthUnit: 'fortnight' | 'quarter' | 'month' | 'week' | 'weekday' | 'day' | ''
  /** How many of them. */
  nths: number
  /** A stretch counted from the reference date: last year, 上个月. */
  relative: Unit | ''
  by: number
  /** By so many before, or after where the sentence speaks of the future. */
  either: boolean
  /** So many units ago (negative) or from now, from the longest unit to the shortest. */
  ago?: readonly { count: number; unit: Unit }[]
  /** The past or coming so many units. */
  span?: { count: number; unit: Unit; whole?: true }
  /** The last year of a numeric range: 2024/25. */
  lastYear: number
  /** Of the same year as the one spoken of, or of one `by` years from it. */
  same: boolean
  /** The next behind the one spoken of. */
  following: boolean
  /** "Last March": the nearest before or after the reference date. */
  near?: number
  mod: Modifier | ''
  fiscal: boolean
  guess: boolean
  /** A number alone, which only the other end of a range can explain. */
  bare: number
  /** It is written in Roman numerals, and numbers no day. */
  roman: boolean
  /** A day that its mark says to be one: 3日. */
  marked: boolean
  /** A year that is a number and nothing else. */
  plain: boolean
}

export function noFields(): Fields {
  return {
    era: false,
    month: 0,
    calendar: '',
    day: 0,
    quarter: 0,
    half: 0,
    season: 0,
    century: 0,
    weekday: 0,
    weekOf: false,
    nth: 0,
    numbered: false,
    nthUnit: '',
    nths: 1,
    relative: '',
    by: 0,
    either: false,
    lastYear: 0,
    same: false,
    following: false,
    mod: '',
    fiscal: false,
    guess: false,
    bare: 0,
    roman: false,
    marked: false,
    plain: false,
  }
}

/** A date said at one place: a whole mention, or one end of a range. */
export interface Point {
  start: number
  end: number
  /** Index of the token behind it. */
  next: number
  fields: Fields
}
