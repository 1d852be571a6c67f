import type { Fields } from './fields.ts'
import type { Lexicon } from './lexicon.ts'
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
  /** What stands behind it is counted by it, or by the other end of what is no range of years: 1500 to 2000 people. */
  counted: boolean
  /** No space stands before it. */
  tight: boolean
  han: boolean
  /** A word stands before it after which a number or a name is a date: in, since, from. */
  led: boolean
  /** The sentence speaks of what is to come. */
  future: boolean
  counts: Lexicon['counts']
}

/** Amounts, versions and names are full of years; May and March are verbs. Each says why something is no date. */
const DOUBTS: readonly ((c: Case) => boolean)[] = [
  // Every Monday, 每年.
  ({ before }) => before?.every === true,
  // "Jeden zweiten Dienstag"
  ({ first, before, twoBefore }) =>
    isWeekdayAlone(first) && before !== undefined && before.ordinal !== NONE && twoBefore?.every === true,
  // "In der zweiten Hälfte": of anything.
  ({ first, own }) => isHalfAlone(first) && own.some(({ unit, unsure }) => unit === 'half' && unsure),
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
  // "In two years" is mostly how long it took, "two years later" mostly counted from something else.
  ({ first, own, future }) =>
    (first.ago !== undefined || first.relative !== '') && isDuration(own) && !future,
  ({ first, own, before, text, found }) => isAge(first, own, before, text.slice(found.start, found.end)),
  ({ found, first, text, counted }) =>
    first.plain && isYearAlone(first) && (counted || isSerial(found, text)),
  // ISO 9001-2015
  ({ found, first, before }) => found.last !== undefined && first.plain && before?.named === true,
  (c) => c.found.last === undefined && c.first.plain && isYearAlone(c.first) && isAmount(c),
  (c) => c.found.last === undefined && isMonthAlone(c.first) && isWord(c),
]

export function isPlausible(
  found: Found,
  text: string,
  tokens: readonly Token[],
  k: number,
  future: boolean,
  counts: Lexicon['counts'],
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
    counted:
      isCounting(tokens, found.next) || (isJoint(tokens, found.next) && isCounting(tokens, found.next + 2)),
    tight: token.tight,
    han: token.tight && tokens[k - 1]?.han === true,
    led: preposition || to || between || part !== '',
    future,
    counts,
  }
  return !DOUBTS.some((doubts) => doubts(context))
}

function isCounting(tokens: readonly Token[], k: number): boolean {
  return joinedAt(tokens, k)?.meaning.counted === true
}

function isJoint(tokens: readonly Token[], k: number): boolean {
  const joint = joinedAt(tokens, k)?.meaning
  return (joint?.to || joint?.dash || joint?.and) === true && (joinedAt(tokens, k + 1)?.digits ?? 0) > 0
}

function isHalfAlone({ half, year, relative, near, same, century, decade }: Fields): boolean {
  return (
    half > 0 &&
    year === undefined &&
    !relative &&
    near === undefined &&
    !same &&
    !century &&
    decade === undefined
  )
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

function isDuration(own: readonly Meaning[]): boolean {
  const [first, last] = [own[0], own.at(-1)]
  return (first?.henceBefore === true && first.in) || (last?.hence === true && last.in)
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
  return (own[0]?.before === 'mid' && !own[1]?.of) || (own[0]?.before === '' && !before?.of)
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
function isAmount({ first, found, text, before, after, led, counts }: Case): boolean {
  const year = first.year as number
  if (before?.named && !led) return true
  if (after?.unit) return true
  if (led) return false
  if (year < 1400) return true
  // "2000 people", "1500 calories"
  return counts(text.slice(found.end, found.end + 24))
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
