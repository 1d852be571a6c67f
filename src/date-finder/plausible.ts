import type { Reference } from '../calendar/index.ts'
import type { Fields } from './fields.ts'
import type { Lexicon } from './lexicon.ts'
import { type Meaning, NONE } from './meaning.ts'
import type { Found } from './ranges.ts'
import { joinedAt } from './reading.ts'
import { yearOf } from './resolve.ts'
import { type Token, WIDE_COMMA } from './token.ts'

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
  /** It, or the month before it, is of the moon. */
  moon: boolean
  /** So many of something stand right behind it. */
  daily: boolean
  /** A number of about as many stands before it: "two or". */
  rough: boolean
  /** No space stands before it. */
  tight: boolean
  han: boolean
  /** A word stands before it after which a number or a name is a date: in, since, from. */
  led: boolean
  lexicon: Lexicon
  /** The year of the reference date. */
  now: number
  /** The sentence speaks of what is to come. */
  future: boolean
}

/** Amounts, versions and names are full of years; May and March are verbs. Each says why something is no date. */
const DOUBTS: readonly ((c: Case) => boolean)[] = [
  // Every Monday, 每年.
  ({ before }) => before?.every === true,
  // "Jeden zweiten Dienstag"
  ({ first, before, twoBefore }) =>
    isWeekdayAlone(first) && before !== undefined && before.ordinal !== NONE && twoBefore?.every === true,
  // "In der zweiten Hälfte", 前半: of anything; 第二季 of a series.
  ({ first, own }) =>
    !holdsYear(first) &&
    own.some(({ unit, part, unsure }) => {
      const of = unit || part
      return unsure && (of === 'half' || of === 'quarter') && first[of] > 0
    }),
  // "Nesta quinta edição"
  ({ first, own, found, text }) =>
    first.near !== undefined &&
    own.some(({ weekday, unsure }) => weekday > 0 && unsure) &&
    goesOn(found, text),
  // "L’Ottocento", but ottocento persone, Ottocento persone
  ({ own, before, found, text }) =>
    own.some(({ century }) => century > 0) &&
    ((own.length === 1 && !before?.of) || !/\p{Lu}/u.test(text.slice(found.start, found.end))),
  // 每月3日
  ({ before, twoBefore }) => before?.mark !== '' && twoBefore?.every === true,
  // A Wednesday: none in particular.
  ({ first, before }) => isWeekdayAlone(first) && before !== undefined && before.number !== NONE,
  // "Los lunes"
  ({ first, before }) => isWeekdayAlone(first) && before?.plural === true,
  // "So" and "Mar" are days only beside a date.
  ({ first, own }) => isWeekdayAlone(first) && own.some(({ weekday, unsure }) => weekday > 0 && unsure),
  // 十来年 are some ten years, not 来年.
  ({ first, tight, han }) => first.relative !== '' && tight && han,
  // 2022年前三个月 are the first three of 2022, not the last three.
  ({ first, before, tight }) =>
    first.span !== undefined && tight && before !== undefined && before.mark !== '',
  // A feast is of any year, unless one is said.
  ({ first, own }) => first.year === undefined && !first.relative && own.some(({ day }) => day > 0),
  // 农历八月十五: by the moon.
  ({ own, moon }) => moon || own.some((meaning) => meaning.moon),
  // A month of another calendar, without its year.
  ({ first }) => first.calendar !== '' && first.year === undefined && first.century === 0,
  // قبل عام is a year ago; before a word that says which year, it is not.
  ({ first, own, after, found, text }) =>
    first.ago !== undefined && own.length === 2 && own[1]?.single === true && !after && goesOn(found, text),
  // نهاية العام, but not of the school year.
  ({ own, after, found, text }) =>
    own.at(-1)?.definite === true && own.length === 2 && !after && goesOn(found, text),
  // "The first half of the match", but 第二季度的
  ({ first, after, found, text }) =>
    (first.half > 0 || first.quarter > 0) &&
    !holdsYear(first) &&
    after?.of === true &&
    !after.behind &&
    text[found.end] === ' ',
  // "In two years" is mostly how long it took, "two years later" mostly counted from something else.
  ({ first, own, future }) => (first.ago !== undefined || first.relative !== '') && isLater(own) && !future,
  ({ first, own, before, after, text, found }) =>
    isAge(first, own, before, after, text.slice(found.start, found.end)),
  ({ found, first, text, counted }) =>
    first.plain && isYearAlone(first) && (counted || isSerial(found, text)),
  // 500年 is mostly how long it took.
  (c) => isEarly(c.first) && !isSaidOfYear(c),
  // "Día 2: llegada", "el día 2 de la cumbre" and "al día 20 llamadas" are of no month.
  ({ own, first, found, text }) =>
    own[0]?.numberedDay === true &&
    first.day > 0 &&
    !first.month &&
    (goesOn(found, text) || /^\p{Lu}/u.test(text.slice(found.start))),
  // "Version 02.2016"
  ({ before, found, text }) =>
    before?.named === true && /^\d\d\.\d{4}$/.test(text.slice(found.start, found.end)),
  // ISO 9001-2015
  ({ found, first, before }) => found.last !== undefined && first.plain && before?.named === true,
  (c) => c.found.last === undefined && c.first.plain && isYearAlone(c.first) && isAmount(c),
  // 1日3回
  ({ first, daily }) => first.day === 1 && !first.month && daily,
  // "Two or three years ago"
  ({ first, rough }) => first.ago !== undefined && rough,
  // "RTX 5090", where no one has been yet
  ({ first, found, text, led, now }) =>
    first.plain &&
    isYearAlone(first) &&
    !led &&
    (first.year as number) > now + 10 &&
    /(?<![\p{L}\p{N}])\p{Lu}{2,6}\s?$/u.test(text.slice(Math.max(0, found.start - 8), found.start)),
  (c) => c.found.last === undefined && isMonthAlone(c.first) && isWord(c),
  // 《昨天的世界》: the title of a book is of no day.
  ({ first, found, text }) =>
    (first.relative !== '' || first.ago !== undefined || first.span !== undefined) &&
    isInTitle(text, found.start),
  // A name: Enero_03
  ({ found, text }) => text[found.end] === '_' || text[found.start - 1] === '_',
  // 2020/23/Sep
  ({ found, text }) => /\d\/\d$/.test(text.slice(Math.max(0, found.start - 2), found.start + 1)),
  // "This may be": the verb.
  ({ first, own, text, found, lexicon }) =>
    first.near === 0 &&
    lexicon.capitals &&
    own.some(({ month, unsure }) => month > 0 && unsure) &&
    !/\s\p{Lu}/u.test(text.slice(found.start, found.end)),
]

/** Where a date stands. */
export interface Surroundings {
  text: string
  tokens: readonly Token[]
  lexicon: Lexicon
  reference: Reference
}

export function isPlausible(found: Found, around: Surroundings, k: number, future: boolean): boolean {
  const { text, tokens, lexicon, reference } = around
  const token = tokens[k] as Token
  const before = token.joined ? tokens[k - 1]?.meaning : undefined
  const { in: preposition = false, to = false, between = false, before: part = '' } = before ?? {}
  const twoBefore = before && tokens[k - 1]?.joined ? tokens[k - 2]?.meaning : undefined
  const after = joinedAt(tokens, found.next)?.meaning
  const context: Case = {
    found,
    first: found.first,
    text,
    own: tokens.slice(k, found.next).map(({ meaning }) => meaning),
    before,
    twoBefore,
    after,
    counted:
      isCounting(tokens, found.next) || (isJoint(tokens, found.next) && isCounting(tokens, found.next + 2)),
    moon: tokens.slice(Math.max(0, k - 3), k).some(({ meaning }) => meaning.moon),
    rough: isRough(tokens, k),
    daily:
      tokens[found.next]?.tight === true &&
      (tokens[found.next]?.digits ?? 0) > 0 &&
      isCounting(tokens, found.next + 1),
    tight: token.tight,
    han: token.tight && tokens[k - 1]?.han === true,
    led:
      (preposition && !before?.behind) ||
      (after?.in === true && after.behind) ||
      to ||
      between ||
      part !== '' ||
      (before?.and === true && (twoBefore?.month ?? 0) > 0),
    lexicon,
    now: yearOf(reference.date),
    future,
  }
  return !DOUBTS.some((doubts) => doubts(context))
}

/** "Two or" before "three years ago", 两到 before 三年前. */
function isRough(tokens: readonly Token[], k: number): boolean {
  const [number, joint, token] = [tokens[k - 2], tokens[k - 1], tokens[k]]
  if (!number || !joint?.joined || !token?.joined) return false
  const { and, to, dash } = joint.meaning
  const between = countOf(token) - countOf(number)
  return (and || to || dash || joint.meaning === WIDE_COMMA) && between > 0 && between < 4
}

const countOf = ({ value, meaning }: Token) => Math.max(value, meaning.number)

function isCounting(tokens: readonly Token[], k: number): boolean {
  return joinedAt(tokens, k)?.meaning.counted === true
}

function isJoint(tokens: readonly Token[], k: number): boolean {
  const joint = joinedAt(tokens, k)?.meaning
  return (joint?.to || joint?.dash || joint?.and) === true && (joinedAt(tokens, k + 1)?.digits ?? 0) > 0
}

/** A weekday and nothing else: of which week, only the reference date can tell. */
export function isWeekdayAlone({ day, month, year, relative, near, nth, weekday }: Fields): boolean {
  return weekday > 0 && !day && !month && year === undefined && !relative && near === undefined && !nth
}

function holdsYear({ year, relative, near, century, decade }: Fields): boolean {
  return year !== undefined || relative !== '' || near !== undefined || century !== 0 || decade !== undefined
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

/** A year of three digits, without an era. */
function isEarly(first: Fields): boolean {
  const { year = 0, era, calendar } = first
  return year >= 100 && year < 1000 && !era && !calendar && isYearAlone(first)
}

/** A number and 年, or its like, that stands where a year does and no length of time: from 960年 to 1279年, 卒于907年, "907年，". */
function isSaidOfYear({ found, first, own, before, tight, led, counted, text }: Case): boolean {
  const year = first.year as number
  const { start, end, last } = found
  if (last === 'now') return true
  // Lengths are round: 300年至500年.
  const round = year % 10 === 0
  if (last) return !round || (last.year ?? 0) % 10 > 0
  // "The year 800"
  if (own.some(({ unit, mark }) => unit === 'year' && !mark)) return true
  if (!own.some(({ mark }) => mark === 'year') || counted) return false
  if (before?.dating || (led && !tight)) return true
  if (!led && !/(?:^|[。；;！？、，\n|(（]) ?$/u.test(text.slice(Math.max(0, start - 2), start))) return false
  const after = text.slice(end, end + 2)
  return /^(?:[:：]|\s\p{L})/u.test(after) || (!round && /^[，,)）]/.test(after))
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

function isLater(own: readonly Meaning[]): boolean {
  const lead = own[0]
  return lead?.henceBefore ? lead.in : own.at(-1)?.later === true
}

/** Longer titles are none. */
const LONGEST_TITLE = 40

function isInTitle(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_TITLE), at)
  return (
    before.lastIndexOf('《') > before.lastIndexOf('》') || before.lastIndexOf('『') > before.lastIndexOf('』')
  )
}

/** Whether a word follows at once. */
function goesOn({ end }: Found, text: string): boolean {
  return /^\s\p{L}/u.test(text.slice(end, end + 2))
}

/** "Her mid-twenties", "forties": a decade in words has an article, and no middle. */
function isAge(
  { decade, century }: Fields,
  own: readonly Meaning[],
  before: Meaning | undefined,
  after: Meaning | undefined,
  words: string,
): boolean {
  if (decade === undefined || decade >= 100 || century || /^['’‘]\d/.test(words)) return false
  if (own.at(-1)?.decade !== decade) return false
  if (after?.counted) return true
  // "His early thirties", but "the early thirties" and "mid-1930s" are of a century.
  if (own[0]?.before) return !own[1]?.of && (own[0].before === 'mid' || !before?.of)
  return !before?.of
}

/** 82-2100, +86 2010-2015-86, 2014/13/22, $2000–2500, 2000-2500%. */
function isSerial({ start, end, first, last }: Found, text: string): boolean {
  const latest = last && last !== 'now' ? (last.year ?? 0) : (first.year ?? 0)
  return (
    latest > 2199 ||
    /(?:\p{N}[-–]|(?<!\d)\d\d?\/|[$€£¥]\s?)$/u.test(text.slice(Math.max(0, start - 4), start)) ||
    /^(?:-\d|\/-?\d{1,3}(?!\d)|\s?[%％€£$¥₽](?!\s?\d))/.test(text.slice(end, end + 6))
  )
}

/** A number of four digits that counts something, or is part of a name. */
function isAmount({ first, found, text, own, before, after, led, lexicon, now }: Case): boolean {
  const year = first.year as number
  if (before?.named && !led) return true
  if (after?.unit) return true
  // In words it is mostly said of things: one in a thousand.
  const spelled = !/[\p{N}\p{Script=Han}]/u.test(text.slice(found.start, found.end))
  if (spelled && (!led || year % 100 === 0)) return true
  const counts = lexicon.counts(text.slice(found.end, found.end + 24))
  const ofOurTime = year > now - 46 && year < now + 11
  const names = ofOurTime && lexicon.names(text.slice(Math.max(0, found.start - 12), found.start))
  // "In 2000 schools"
  if (led) return counts && year % 100 === 0
  if (year < 1400) return true
  if (lexicon.postpositional && own.length === 1 && !after && goesOn(found, text)) return true
  // "1500 calories", but "2024 results" and "the 1929 crisis"
  return counts && !(year % 100 > 0 && (before?.of || names))
}

/** The name of a month that is a word too: "may", "march", "sept". */
function isWord({ found, text, own, led, lexicon }: Case): boolean {
  if (!own.some(({ month, unsure }) => month > 0 && unsure)) return false
  // "The month of March"
  if (own.some(({ unit }) => unit === 'month')) return false
  // A table's cell may hold nothing else.
  const around = `${text.slice(Math.max(0, found.start - 4), found.start)}${text.slice(found.end, found.end + 4)}`
  if (found.start < 4 && text.length - found.end < 4 && !/[\p{L}\p{N}]/u.test(around)) return false
  const words = text.slice(found.start, found.end)
  const shy = lexicon.capitals || own.some(({ month, short }) => month > 0 && short)
  return !led || words.length < 3 || (shy && /^\p{Ll}/u.test(words))
}
