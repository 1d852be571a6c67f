import type { Fields } from './fields.ts'
import type { Found } from './ranges.ts'
import { type Case, goesOn } from './standing.ts'

/** A year of three digits, without an era. */
export function isEarly(first: Fields): boolean {
  const { year = 0, era, calendar } = first
  return year >= 100 && year < 1000 && !era && !calendar && isYearAlone(first)
}

/** A number and 年, or its like, that stands where a year does and no length of time: from 960年 to 1279年, 卒于907年, "907年，". */
export function isSaidOfYear(said: Case): boolean {
  const { found, first, own, before, tight, led, counted, text, told } = said
  const year = first.year as number
  const { start, end, last } = found
  if (last === 'now') return true
  // "Around 476 it closed", "in 309 or 310", (301)
  if (own.length < 3 && !last && !own.some(({ unit, mark }) => unit || mark)) {
    const ends = /^(?:[.,;:](?!\d)|$)/.test(text.slice(end, end + 2))
    const isBracketed = text[start - 1] === '(' && text[end] === ')'
    const behind = text.slice(end, end + 24)
    const counts = counted || /^ \p{Lu}/u.test(behind) || said.lexicon.counts(behind)
    return (
      !counts && (own[0]?.before === 'approx' || isBracketed || (led && (ends || said.after?.and === true)))
    )
  }
  // Lengths are round: 300年至500年.
  const round = year % 10 === 0
  if (last) return !round || (last.year ?? 0) % 10 > 0
  // "The year 800"
  if (own.some(({ unit, mark }) => unit === 'year' && !mark)) return true
  if (!own.some(({ mark }) => mark === 'year') || counted) return false
  if (before?.dating || (led && !tight && !before?.to)) return true
  if (!led && !/(?:^|[。；;！？、，\n|(（]) ?$/u.test(text.slice(Math.max(0, start - 2), start))) return false
  const after = text.slice(end, end + 2)
  // 605年开渠，610年通江
  const among = !led && year % 50 > 0 && Math.abs(told - year) < 300
  if (/^(?![的历歷])\p{Script=Han}/u.test(after)) return among || (!round && start === 0)
  return /^(?:[:：]|\s\p{L})/u.test(after) || ((among || !round) && /^[，,)）]/.test(after))
}

/** 1 : 2000, 82-2100, +86 2010-2015-86, 2014/13/22, $2000–2500, 2000-2500%. */
export function isSerial({ start, end, first, last }: Found, text: string): boolean {
  const latest = last && last !== 'now' ? (last.year ?? 0) : (first.year ?? 0)
  return (
    latest > 2199 ||
    /(?:\p{N}[-–]|\d : |(?<!\d)\d\d?\/|[$€£¥]\s?)$/u.test(text.slice(Math.max(0, start - 4), start)) ||
    // 2024/1689 is of a law, 2024/2025 of two years.
    Number(/^\/(\d{4})(?!\d)/.exec(text.slice(end, end + 6))?.[1] ?? latest) < latest ||
    // 870 1936
    /(?<!\d)(?:\d{3}|\d{5,6})\s$/.test(text.slice(Math.max(0, start - 8), start)) ||
    // 2025 0811 is a telephone's.
    /^(?:-\d| [03-9]\d{3}(?!\d)|\/-?\d{1,3}(?!\d)|\s?[%％€£$¥₽](?!\s?\d))/.test(text.slice(end, end + 6))
  )
}

/** A number of four digits that counts something, or is part of a name. */
export function isAmount({
  first,
  found,
  found: { start, end },
  text,
  own,
  before,
  twoBefore,
  after,
  led,
  lexicon,
  now,
  told: near,
}: Case): boolean {
  const year = first.year as number
  if ((before?.named || (before?.of && twoBefore?.named)) && !led) return true
  if (after?.unit) return true
  // In words it is mostly said of things: one in a thousand.
  const spelled = !/[\p{N}\p{Script=Han}]/u.test(text.slice(found.start, found.end))
  if (spelled && (!led || year % 100 === 0)) return true
  const behind = text.slice(end, end + 24)
  const counts = lexicon.counts(behind)
  const ofOurTime = year > 1899 && year % 100 > 0 && year < now + 11
  const names = ofOurTime && lexicon.names(text.slice(Math.max(0, found.start - 12), found.start))
  // "In 2000 schools"
  if (led) return counts && year % 100 === 0
  // "1336: founded", at the head of a line
  const heads = start === 0 && own.length === 1 && /^\s?[:：–—]/.test(text.slice(end, end + 2))
  // نحو 780م, (780م); (1243) where older times are told of
  const bracketed = text[start - 1] === '('
  const told =
    (first.era && own[0]?.before === 'approx') ||
    (bracketed && (first.era || (near < 1700 && text[end] === ')')))
  if (year < 1400) return !heads && !told
  // "The 1402, a bus"
  if (
    /(?<![a-z])the $/i.test(text.slice(Math.max(0, start - 5), start)) &&
    /^(?:[,.;)]|$)/.test(text.slice(end, end + 1))
  )
    return true
  if ((year % 100 === 0 ? ARABIC : TANWIN).test(behind) && !after) return true
  // 突破2000，
  if (year % 100 === 0 && own.length === 1 && isBehindHan(text, start)) return true
  if (lexicon.postpositional && own.length === 1 && !after && goesOn(found, text)) return true
  // "1500 calories", but "2024 results" and "the 1929 crisis"
  return counts && !(year % 100 > 0 && (before?.of || names))
}

/** 2000 زائر, 2048 رمزًا: round numbers count nouns, and so do all before a noun with this ending. */
const ARABIC = /^ [\u0620-\u064a]/
const TANWIN = /^ [\u0620-\u064a]{2,12}(?:\u064b\u0627|\u0627\u064b)(?![\u0620-\u064a])/

function isBehindHan(text: string, at: number): boolean {
  return /\p{Script=Han}\s?$/u.test(text.slice(Math.max(0, at - 2), at))
}

export function isYearAlone({
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
