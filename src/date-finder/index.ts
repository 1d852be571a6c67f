import { type DateValue, type Guess, type Mention, partsOf, type Reference } from '../calendar/index.ts'
import { MINGUO } from './eras.ts'
import type { Fields } from './fields.ts'
import { languageOf } from './languages/index.ts'
import { buildLexicon, type Lexicon } from './lexicon.ts'
import { monthBefore, nextOfList } from './lists.ts'
import { ALONE, NONE, WITH_MORE } from './meaning.ts'
import { markAside, nearOf, tell } from './nearest.ts'
import { isAfterPlural } from './numbered-parts.ts'
import { isPlausible, isWeekdayAlone, type Surroundings } from './plausible.ts'
import { type Found, readFound } from './ranges.ts'
import { type Expected, finest, joinedAt } from './reading.ts'
import { type Context, type Resolved, resolve, yearOf } from './resolve.ts'
import type { Token } from './token.ts'
import { tokenize } from './tokenize.ts'

/**
 * Finds the dates that a text says, in the order of the text. Linear in the length of the text.
 * @param language BCP 47
 */
export function findDates(text: string, language: string, reference: Reference): Mention[] {
  const lexicon = lexiconOf(language)
  const tokens = tokenize(text, lexicon)
  const mentions: Mention[] = []
  const search: Search = { text, tokens, lexicon, reference, told: { now: false }, said: 0, later: undefined }
  let k = 0
  while (k < tokens.length) {
    const expected = mayBeEarly(search, tokens, k) ? 'year' : ''
    const read =
      readLater(search, k) ?? (expected || mayBegin(tokens, k) ? readMention(search, k, expected) : undefined)
    if (read) {
      const mention = read.mention && markAside(read.mention, text, isSince(tokens, k))
      search.later = laterOf(read, tokens)
      if (mention && isBracketed(mentions.at(-1), mention, text)) mentions.pop()
      if (mention && !isBracketed(mention, mentions.at(-1), text)) mentions.push(mention)
      if (mention) {
        tell(search.told, mention, reference)
        search.said = mention.end
      }
    }
    k = read?.next ?? k + 1
  }
  return mentions
}

/** A text in the course of being searched. */
interface Search extends Surroundings {
  /** Where the next of a list of centuries, decades or days may stand; the month of the days. */
  later: { at: number; expected: Expected; from: number; month: number } | undefined
}

interface Read {
  /** Missing where the words are those of a date that no calendar has: 30 February. */
  mention: Mention | undefined
  next: number
  expected: Expected
  month: number
}

/** The next of a list of centuries, decades or days, which comes later in time too. */
function readLater(search: Search, k: number): Read | undefined {
  const { later, tokens } = search
  if (later?.at !== k) return undefined
  const { expected, month, from } = later
  if (month && isOfOther(tokens, k)) return undefined
  const read = readMention(search, k, expected, month)
  return (read?.mention?.value?.from ?? from) > from ? read : undefined
}

/** "March 3 and 4 companies": what stands behind the number may be counted by it. */
function isOfOther(tokens: readonly Token[], k: number): boolean {
  return tokens[k]?.goesOn === true && !tokens[k + 1]?.joined
}

function laterOf({ mention, next, expected, month }: Read, tokens: readonly Token[]): Search['later'] {
  const isListed = expected === 'century' || expected === 'decade' || month > 0
  // "In the 5th century BC, and the first coin"
  if (!mention?.value || !isListed || mention.value.from < OUR_ERA) return undefined
  return { at: nextOfList(tokens, next), expected, from: mention.value.from, month }
}

/** A number of three digits, or "about" before it, where the text speaks of the first thousand years. */
function mayBeEarly({ told, reference }: Search, tokens: readonly Token[], k: number): boolean {
  const { digits, meaning } = tokens[k] as Token
  if (digits !== 3 && (meaning.before !== 'approx' || joinedAt(tokens, k + 1)?.digits !== 3)) return false
  const value = told.near?.value ?? reference.anchors?.[0]?.value
  return value !== undefined && value.to >= OUR_ERA && value.to < FIRST_THOUSAND
}

/** The mention that begins at a token; the first end of a range by itself, where the two make none. */
function readMention(search: Search, k: number, expected: Expected = '', ofMonth = 0): Read | undefined {
  const { text, tokens } = search
  for (let found = readFound(tokens, k, expected, ofMonth); found; found = found.alone) {
    if (search.lexicon.minguo) for (const fields of [found.first, found.last]) takeMinguo(fields, search)
    if (isNamedRange(found, tokens, k))
      return { mention: undefined, next: found.next, expected: '', month: 0 }
    const future = found.first.year === undefined && speaksOfFuture(text, found.start, tokens, found.next)
    if (!isPlausible(found, search, k, future)) continue
    const mention = toMention(found, search, k, future)
    if (!mention && (found.last || !found.first.day)) continue
    const end = found.last && found.last !== 'now' ? found.last : found.first
    const month = monthBefore(tokens, found.next, end)
    return {
      mention,
      next: afterWeekday(tokens, found.next),
      expected: finest(end),
      month,
    }
  }
  return undefined
}

/** ISO 9001-2015, boxes 1936 to 1940. */
function isNamedRange({ first, last }: Found, tokens: readonly Token[], k: number): boolean {
  return (
    last !== undefined && first.plain && tokens[k]?.joined === true && tokens[k - 1]?.meaning.named === true
  )
}

/** 113年8月 and 102年底 are of our time where years are counted from 1912. */
function takeMinguo(fields: Fields | 'now' | undefined, { reference }: Search): void {
  if (!fields || fields === 'now' || fields.year === undefined || fields.era || fields.calendar) return
  const { month, quarter, half, mod } = fields
  const dated = month || quarter || half || (mod && mod !== 'approx')
  if (dated && fields.year > 99 && fields.year < yearOf(reference.date) - MINGUO + 10) fields.year += MINGUO
}

/** The first day of the year 1. */
const OUR_ERA = -719_162
const FIRST_THOUSAND = OUR_ERA + 365_242

const lexicons = new Map<string, Lexicon>()

function lexiconOf(language: string): Lexicon {
  let lexicon = lexicons.get(language)
  if (!lexicon) {
    const { own, others } = languageOf(language)
    lexicon = buildLexicon(own, others)
    lexicons.set(language, lexicon)
  }
  return lexicon
}

/** Most words begin none; the others and short numbers do so with another word, years and numeric dates by themselves. */
function mayBegin(tokens: readonly Token[], k: number): boolean {
  const { value, digits, ordinal, apostrophe, numeric, meaning } = tokens[k] as Token
  if (meaning.opens === ALONE || digits === 4 || apostrophe || numeric !== undefined) return true
  if (ordinal && digits > 0) return true
  if (tokens[k + 1]?.joined) return meaning.opens === WITH_MORE || value !== NONE
  if (digits === 0 || digits > 2 || !tokens[k]?.joined) return false
  return tokens[k - 1]?.meaning.the === true || isAfterPlural(tokens, k)
}

/** The weekday beside a date is no mention of its own. */
function afterWeekday(tokens: readonly Token[], k: number): number {
  let at = k
  const comma = joinedAt(tokens, at)?.meaning.comma === true
  if (comma) at += 1
  const link = joinedAt(tokens, at)?.meaning
  // "15 мая, в среду"
  if (link?.of || (comma && link?.in && !link.weekday)) at += 1
  const isNumbered = (joinedAt(tokens, at + 1)?.digits ?? 0) > 0
  return joinedAt(tokens, at)?.meaning.weekday && !isNumbered ? at + 1 : k
}

/** A weekday beside its date, one of the two in brackets: no mention of its own. */
function isBracketed(weekday: Mention | undefined, date: Mention | undefined, text: string): boolean {
  if (weekday?.guess !== 'week' || date?.value?.precision !== 'day' || date.guess === 'week') return false
  const [first, second] = weekday.start < date.start ? [weekday, date] : [date, weekday]
  return /^\s?[(（[]$/.test(text.slice(first.end, second.start))
}

function isSince(tokens: readonly Token[], k: number): boolean {
  return tokens[k]?.joined === true && tokens[k - 1]?.meaning.since === true
}

function toMention(found: Found, search: Search, k: number, future: boolean): Mention | undefined {
  const { start, end, first, last } = found
  const { text, reference, told } = search
  first.weekday ||= first.day > 0 && first.month > 0 ? bracketedWeekday(text.slice(end, end + 6)) : 0
  const near = nearOf(told, reference, text, found, first)
  const since = found.last === undefined && isSince(search.tokens, k)
  const context: Context = { date: reference.date, near, future, since }
  const from = resolve(first, context)
  if (!from) return undefined
  const resolved =
    last === undefined
      ? from
      : last === 'now'
        ? openRange(from, context)
        : rangeOf(from, first, last, context)
  if (!resolved) return undefined
  const { value } = resolved
  const about = value && !value.mod && ABOUT.test(text.slice(Math.max(0, start - 3), start))
  const guess = guessOf(first) ?? (last && last !== 'now' ? guessOf(last) : undefined)
  return {
    start,
    end,
    text: text.slice(start, end),
    ...resolved,
    ...(about ? { value: { ...value, mod: 'approx' as const } } : {}),
    ...(guess ? { guess } : {}),
    ...(first.fiscal ? { fiscal: true as const } : {}),
  }
}

/** 4月12日（六）, 11/3(月・祝): from Monday on; 0 for none. */
function bracketedWeekday(behind: string): number {
  const char = /^\s?[(（](?:[周週]|星期)?([一二三四五六日月火水木金土])[)）・曜]/u.exec(behind)?.[1]
  return char ? ('一二三四五六日月火水木金土'.indexOf(char) % 7) + 1 : 0
}

/** ~1600 */
const ABOUT = /(?:^|[\s(（])[~≈]\s?$/

function guessOf(fields: Fields): Guess | undefined {
  return fields.guess ? 'order' : isWeekdayAlone(fields) ? 'week' : undefined
}

function openRange(from: Resolved, { date }: Context): Resolved {
  if (!from.value) return from
  const to = Math.max(from.value.to, date ?? from.value.to)
  return { ...from, value: { from: from.value.from, to, precision: 'range', open: 'to' } }
}

function rangeOf(from: Resolved, first: Fields, last: Fields, context: Context): Resolved | undefined {
  // "Winter 2010–11"
  if (first.season === 4 && !last.month && !last.season && last.year === (first.year ?? 0) + 1) return from
  const to = resolve(last, {
    ...context,
    // "From Monday to Friday": of the same week or the next.
    ...(from.value && isWeekdayAlone(last) ? { date: from.value.to } : {}),
    near:
      from.value && last.year === undefined && !last.relative
        ? { value: from.value, by: 'range' }
        : context.near,
  })
  if (!to) return undefined
  if (!from.value || !to.value) return { basis: from.basis }
  let value: DateValue = { from: from.value.from, to: to.value.to, precision: 'range' }
  // December to February: the second end lies in the next year.
  if (value.to < value.from && last.year === undefined && last.month) {
    const { year } = partsOf(from.value.from)
    const next = resolve({ ...last, year: year + 1, relative: '' }, context)
    if (next?.value) value = { ...value, to: next.value.to }
  }
  if (value.to < value.from) return undefined
  if (first.mod === 'approx') value = { ...value, mod: 'approx' }
  const basis =
    first.year !== undefined || from.basis === 'explicit'
      ? from.basis
      : to.basis === 'explicit'
        ? 'explicit'
        : from.basis
  return { basis, ...(from.impliedBy ? { impliedBy: from.impliedBy } : {}), value }
}

/** Farther from the date, what a sentence says of the future is said of something else. */
const FUTURE_WITHIN = 60

/** Whether the words of the sentence just before or after say that the date is to come. */
function speaksOfFuture(text: string, start: number, tokens: readonly Token[], next: number): boolean {
  for (let k = next - 1; k >= 0 && k > next - 12; k -= 1) {
    const token = tokens[k] as Token
    if (token.start < start - FUTURE_WITHIN || SENTENCE_END.test(text.slice(token.end, start))) break
    if (token.meaning.future) return true
  }
  const end = (tokens[next - 1] as Token).end
  for (let k = next; k < tokens.length && k < next + 12; k += 1) {
    const token = tokens[k] as Token
    if (token.start > end + FUTURE_WITHIN || SENTENCE_END.test(text.slice(end, token.start))) break
    if (token.meaning.future) return true
  }
  return false
}

const SENTENCE_END = /[.。！？!?؟।;؛]\s|[。！？।；]/
