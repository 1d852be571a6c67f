import type { Fields } from './fields.ts'
import { type Meaning, NONE } from './meaning.ts'
import type { Found } from './ranges.ts'
import { joinedAt } from './reading.ts'
import type { Token } from './token.ts'

/** What looks like a date, where it stands. */
interface Case {
  found: Found
  first: Fields
  text: string
  /** What the mention's own words mean. */
  own: readonly Meaning[]
  /** The word right before it. */
  before: Meaning | undefined
  /** The word before that. */
  twoBefore: Meaning | undefined
  after: Meaning | undefined
  /** No space stands before it. */
  tight: boolean
  han: boolean
  /** A word stands before it after which a number or a name is a date: in, since, from. */
  led: boolean
  /** The sentence speaks of what is to come. */
  future: boolean
}

/** Amounts, versions and names are full of years; May and March are verbs. Each says why something is no date. */
const DOUBTS: readonly ((c: Case) => boolean)[] = [
  // Every Monday, 每年.
  ({ before }) => before?.every === true,
  // 每月3日
  ({ before, twoBefore }) => before?.mark !== '' && twoBefore?.every === true,
  // A Wednesday: none in particular.
  ({ first, before }) => isWeekdayAlone(first) && before !== undefined && before.number !== NONE,
  // "So" and "Mar" are days only beside a date.
  ({ first, own }) => isWeekdayAlone(first) && own.some(({ weekday, unsure }) => weekday > 0 && unsure),
  // 十来年 are some ten years, not 来年.
  ({ first, tight, han }) => first.relative !== '' && tight && han,
  // 2022年前三个月 are the first three of 2022, not the last three.
  ({ first, before, tight }) =>
    first.span !== undefined && tight && before !== undefined && before.mark !== '',
  // A feast is of any year, unless one is said.
  ({ first, own }) => first.year === undefined && !first.relative && own.some(({ day }) => day > 0),
  // "In two years" is mostly how long it took.
  ({ first, own, future }) => first.ago !== undefined && own[0]?.henceBefore === true && own[0].in && !future,
  ({ first, own, before, text, found }) => isAge(first, own, before, text.slice(found.start, found.end)),
  ({ found, first, text, after }) =>
    first.plain && isYearAlone(first) && (after?.counted === true || isSerial(found, text)),
  (c) => c.found.last === undefined && c.first.plain && isYearAlone(c.first) && isAmount(c),
  (c) => c.found.last === undefined && isMonthAlone(c.first) && isWord(c),
]

export function isPlausible(
  found: Found,
  text: string,
  tokens: readonly Token[],
  k: number,
  future: boolean,
): boolean {
  const token = tokens[k] as Token
  const before = token.joined ? tokens[k - 1]?.meaning : undefined
  const { in: preposition = false, to = false, between = false, before: part = '' } = before ?? {}
  const context: Case = {
    found,
    first: found.first,
    text,
    own: tokens.slice(k, found.next).map(({ meaning }) => meaning),
    before,
    twoBefore: before && tokens[k - 1]?.joined ? tokens[k - 2]?.meaning : undefined,
    after: joinedAt(tokens, found.next)?.meaning,
    tight: token.tight,
    han: token.tight && tokens[k - 1]?.han === true,
    led: preposition || to || between || part !== '',
    future,
  }
  return !DOUBTS.some((doubts) => doubts(context))
}

/** A weekday and nothing else: of which week, only the reference date can tell. */
export function isWeekdayAlone({ day, month, year, relative, near, nth, weekday }: Fields): boolean {
  return weekday > 0 && !day && !month && year === undefined && !relative && near === undefined && !nth
}

function isYearAlone({
  month,
  day,
  quarter,
  half,
  season,
  mod,
  fiscal,
  century,
  decade,
  nth,
}: Fields): boolean {
  return (
    !month &&
    !day &&
    !quarter &&
    !half &&
    !season &&
    (!mod || mod === 'approx') &&
    !fiscal &&
    !century &&
    decade === undefined &&
    !nth
  )
}

function isMonthAlone({ month, day, year, relative, near, mod, same, nth, calendar }: Fields): boolean {
  return (
    month > 0 &&
    !day &&
    year === undefined &&
    !relative &&
    near === undefined &&
    !mod &&
    !same &&
    !nth &&
    !calendar
  )
}

/** "Her mid-twenties", "forties": a decade in words has an article, and no middle. */
function isAge(
  { decade, century }: Fields,
  own: readonly Meaning[],
  before: Meaning | undefined,
  words: string,
): boolean {
  if (decade === undefined || decade >= 100 || century || /\d/.test(words)) return false
  if (own.at(-1)?.decade !== decade) return false
  return own[0]?.before === 'mid' || (own[0]?.before === '' && !before?.of)
}

/** 82-2100, +86 2010-2015-86, $2000–2500, 2000-2500%. */
function isSerial({ start, end, first, last }: Found, text: string): boolean {
  const latest = last && last !== 'now' ? (last.year ?? 0) : (first.year ?? 0)
  return (
    latest > 2199 ||
    /(?:\p{N}[-–]|[$€£¥]\s?)$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^(?:-\d|\s?[%％])/.test(text.slice(end, end + 2))
  )
}

/** A number of four digits that counts something, or is part of a name. */
function isAmount({ first, found, text, before, after, led }: Case): boolean {
  const year = first.year as number
  if (before?.named && !led) return true
  if (after?.counted || after?.unit) return true
  if (led) return false
  if (year < 1400) return true
  // "2000 people", "1500 calories"
  const next = text.slice(found.end, found.end + 24)
  return /^ (?!(?:is|was|has|as|its|this|does|s)\b)[a-z]+(?:s|ren|men)\b/.test(next)
}

/** The name of a month that is a word too: "may", "march", "sept". */
function isWord({ found, text, own, led }: Case): boolean {
  if (!own.some(({ month, unsure }) => month > 0 && unsure)) return false
  // A table's cell may hold nothing else.
  const around = `${text.slice(Math.max(0, found.start - 4), found.start)}${text.slice(found.end, found.end + 4)}`
  if (found.start < 4 && text.length - found.end < 4 && !/[\p{L}\p{N}]/u.test(around)) return false
  const words = text.slice(found.start, found.end)
  return !led || !/^\p{Lu}/u.test(words) || words.length < 3
}
