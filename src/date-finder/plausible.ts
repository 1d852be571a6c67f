import type { Reference } from '../calendar/index.ts'
import { isAmount, isEarly, isSaidOfYear, isSerial, isYearAlone } from './doubtful-years.ts'
import type { Fields } from './fields.ts'
import type { Lexicon } from './lexicon.ts'
import { type Meaning, NONE } from './meaning.ts'
import type { Told } from './nearest.ts'
import type { Found } from './ranges.ts'
import { joinedAt } from './reading.ts'
import { yearOf } from './resolve.ts'
import { type Case, goesOn } from './standing.ts'
import { type Token, WIDE_COMMA } from './token.ts'

/** Amounts, versions and names are full of years; May and March are verbs. Each says why something is no date. */
const DOUBTS: readonly ((c: Case) => boolean)[] = [
  // Every Monday, 每年.
  ({ before }) => before?.every === true,
  // "Jeden zweiten Dienstag"
  ({ first, before, twoBefore }) =>
    isWeekdayAlone(first) && before !== undefined && before.ordinal !== NONE && twoBefore?.every === true,
  // "In der zweiten Hälfte", 前半: of anything; 第二季 of a series, but 第二季毛利率.
  ({ first, own, found, text }) =>
    !holdsYear(first) &&
    own.some(({ unit, part, unsure }) => {
      const of = unit || part
      return unsure && (of === 'half' || of === 'quarter') && first[of] > 0
    }) &&
    !/^的?(?:[营營毛净淨财財获獲盈销銷]|[业業][绩績]|收入|出[货貨]|GDP)/u.test(
      text.slice(found.end, found.end + 6),
    ),
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
    own.at(-1)?.definite === true &&
    own.at(-1)?.unit !== '' &&
    own.length === 2 &&
    own[0]?.before !== '' &&
    !after &&
    goesOn(found, text),
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
  // "En los ochenta países"
  ({ first, own, found, text }) =>
    own.length === 1 &&
    first.decade !== undefined &&
    own[0]?.decade === NONE &&
    /^ (?:que|o \d|\p{Ll}{2,20}s)(?!\p{L})/u.test(text.slice(found.end, found.end + 22)),
  ({ found, first, text, counted }) =>
    first.plain && isYearAlone(first) && ((counted && !isMarkedRange(found)) || isSerial(found, text)),
  // 500年 is mostly how long it took.
  (c) => isEarly(c.first) && !isSaidOfYear(c),
  // "Día 2: llegada", "el día 2 de la cumbre" and "al día 20 llamadas" are of no month.
  ({ own, first, found, text }) =>
    own[0]?.numberedDay === true &&
    first.day > 0 &&
    !first.month &&
    (goesOn(found, text) || /^\p{Lu}/u.test(text.slice(found.start))),
  // "El 27" is a day of the month spoken of, if one is.
  ({ first, own, found, before, monthly, text, lexicon }) =>
    before?.the === true &&
    own.length === 1 &&
    first.day > 0 &&
    !first.month &&
    (!monthly || (lexicon.capitals ? OF_NOUN : OF_AMOUNT).test(text.slice(found.end, found.end + 3))),
  // "On the 28th floor"
  ({ own, first, found, text }) => own.length === 1 && first.day > 0 && !first.month && goesOn(found, text),
  // "Version 02.2016", "Ley 3/2018", "Az. 2024/19"
  ({ before, found, text }) =>
    before?.named === true && /^\d{1,4}[./]\d{1,4}$/.test(text.slice(found.start, found.end)),
  // Build 20251104
  ({ before, found, text }) => before?.named === true && /^\d{8}$/.test(text.slice(found.start, found.end)),
  // "Saturday, 1 to 5 p.m."
  ({ first, counted }) => first.weekday > 0 && first.day > 0 && !first.month && counted,
  (c) => c.found.last === undefined && c.first.plain && isYearAlone(c.first) && isAmount(c),
  // 1日3回, 1日あたり
  ({ first, daily, after }) => first.day === 1 && !first.month && (daily || after?.after === 'approx'),
  // "GTX 580s", but "the 580s"
  ({ first, own, before }) =>
    own.length === 1 && (first.decade ?? 0) >= 100 && (first.decade ?? 0) < 1000 && !before?.of,
  // 3日で終わる, 週3日
  ({ first, found, text, before }) =>
    first.marked && first.day < 11 && !first.month && (text[found.end] === 'で' || before?.unit === 'week'),
  // 期限为15日、30日和6个月
  ({ first, found, text }) =>
    first.marked &&
    !first.month &&
    /(?:期[限间間]?|[少最不][于於超長长]|[满滿共整]|(?<!到)了)[为為]?(?:\d{1,2}日、){0,3}$/.test(
      text.slice(Math.max(0, found.start - 12), found.start),
    ),
  // 1 जून से आठ दिन पहले: before the day that is said.
  ({ first, before, lexicon }) => first.ago !== undefined && before?.to === true && lexicon.postpositional,
  // "Two or three years ago"
  ({ first, rough }) => first.ago !== undefined && rough,
  // 2、3日
  ({ first, rough }) => first.day > 0 && first.day < 11 && !first.month && !first.relative && rough,
  // "RTX 5090", where no one has been yet, "TC 1800"
  ({ first, found, text, led, now }) =>
    found.last === undefined &&
    first.plain &&
    isYearAlone(first) &&
    !led &&
    ((first.year as number) > now + 10 || (first.year as number) % 100 === 0) &&
    /(?<![\p{L}\p{N}])\p{Lu}{2,6}\s?$/u.test(text.slice(Math.max(0, found.start - 8), found.start)),
  (c) => c.found.last === undefined && isMonthAlone(c.first) && (isWord(c) || isSurname(c)),
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

const OF_AMOUNT = /^\s?[%€$°]/
/** "Zum 10. Mal" */
const OF_NOUN = /^(?:\s?[%€$°]|\. \p{Lu})/u

/** Where a date stands. */
export interface Surroundings {
  text: string
  tokens: readonly Token[]
  lexicon: Lexicon
  reference: Reference
  /** Where the last mention ends. */
  said: number
  told: Told
}

export function isPlausible(found: Found, around: Surroundings, k: number, future: boolean): boolean {
  const { text, tokens, lexicon, reference } = around
  const token = tokens[k] as Token
  const before = token.joined ? tokens[k - 1]?.meaning : undefined
  const { in: preposition = false, to = false, between = false, before: part = '' } = before ?? {}
  const twoBefore = before && tokens[k - 1]?.joined ? tokens[k - 2]?.meaning : undefined
  const after = joinedAt(tokens, found.next)?.meaning
  const own = tokens.slice(k, found.next).map(({ meaning }) => meaning)
  const context: Case = {
    found,
    first: found.first,
    text,
    own,
    before,
    twoBefore,
    after,
    counted:
      isCounting(tokens, found.next) ||
      (isJoint(tokens, found.next) &&
        (isCounting(tokens, found.next + 2) || isBeyondYears(tokens[found.next + 1]))),
    moon: tokens.slice(Math.max(0, k - 3), k).some(({ meaning }) => meaning.moon),
    rough: isRough(tokens, k) && tokens[k - 2]?.end !== around.said,
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
      isAround(own[0]) ||
      (before?.and === true && (twoBefore?.month ?? 0) > 0),
    lexicon,
    monthly: around.told.monthly !== undefined || around.told.counted?.value?.precision === 'month',
    told: yearOf(around.told.near?.value?.from ?? 0),
    now: yearOf(reference.date),
    future,
  }
  return !DOUBTS.some((doubts) => doubts(context))
}

/** "Um 1145", "vers 1928": a preposition that belongs to its year. */
const isAround = (lead: Meaning | undefined) => lead?.before === 'approx' && lead.in && !lead.behind

/** 2000-2010年间 is no count of anything. */
function isMarkedRange({ last }: Found): boolean {
  return last !== undefined && last !== 'now' && !last.plain && !last.bare
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

/** From 2000 to 8000. */
function isBeyondYears(token: Token | undefined): boolean {
  return token !== undefined && token.digits === 4 && token.value > 2999
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

/** "Her mid-twenties", "forties": a decade in words has an article, and no middle. */
function isAge(
  { decade, century }: Fields,
  own: readonly Meaning[],
  before: Meaning | undefined,
  after: Meaning | undefined,
  words: string,
): boolean {
  if (decade === undefined || decade >= 100 || century || /['’‘]\d/.test(words)) return false
  if (own.at(-1)?.decade !== decade) return false
  if (after?.counted) return true
  // التسعينيات: with its article in it.
  if (own.at(-1)?.definite) return false
  // "His early thirties", but "the early thirties" and "mid-1930s" are of a century.
  if (own[0]?.before) return !own[1]?.of && (own[0].before === 'mid' || !before?.of)
  return !before?.of
}

/** "Julio Abril", "Mme Mai", "Beat März", "Mai & Co.": a month with a capital behind or before a name. */
function isSurname({ found, text, led, lexicon, before: word }: Case): boolean {
  const { start, end } = found
  if (!/^\p{Lu}\p{Ll}/u.test(text.slice(start, start + 2))) return false
  if (/^ & \p{Lu}/u.test(text.slice(end, end + 4))) return true
  if (led) return false
  if (/^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3))) return true
  // "The September figures"
  if (word?.of || word?.same) return false
  const before = /(?<!\p{L})(\p{L})(?:\p{L}{0,2}\.|\p{L}{0,22}) $/u.exec(
    text.slice(Math.max(0, start - 24), start),
  )?.[1]
  // Where months have no capitals, this one has it from a name.
  return before !== undefined && (!lexicon.capitals || /\p{Lu}/u.test(before))
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
