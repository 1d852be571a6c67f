import { type DateValue, type Day, type Mention, partsOf, type Reference, years } from '../calendar/index.ts'
import type { Fields } from './fields.ts'
import type { Found } from './ranges.ts'
import type { Context } from './resolve.ts'

/** What the dates so far say of the year of one that has none. */
export interface Told {
  /** The nearest that holds its year. */
  near?: Mention
  /** The nearest of these that lies in one month, which days by themselves take from it. */
  monthly?: Mention
  /** The nearest behind "since" or in brackets: not what the text tells of, but by the way. */
  aside?: Mention
  /** The nearest that is counted from the reference date. */
  counted?: Mention
  /** It has spoken of the days around the reference date: another year holds for its own sentence alone. */
  now: boolean
}

export function tell(told: Told, mention: Mention, { date }: Reference): void {
  const { basis, impliedBy, value } = mention
  if (saysYear(mention)) {
    if (mention.aside) told.aside = mention
    else {
      told.near = mention
      if (isOfOneMonth(value)) told.monthly = mention
    }
  }
  if (isCounted(mention, date) && !mention.aside) told.counted = mention
  const near = value !== undefined && NEAR.has(value.precision)
  told.now ||= basis === 'context' ? impliedBy === 'note' : told.counted === mention && near
}

/** What is said behind "since" or in brackets is said by the way, unless it is counted from the note's own date. */
export function markAside(mention: Mention, text: string, since: boolean): Mention {
  const aside =
    (since && !(mention.basis === 'context' && mention.impliedBy === 'note')) ||
    // 2024年3月期 is of the books.
    text[mention.end] === '期' ||
    isInBrackets(text, mention.start)
  return aside ? { ...mention, aside } : mention
}

const LONGEST_ASIDE = 80

function isInBrackets(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_ASIDE), at)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

const isOfOneMonth = (value: DateValue | undefined) => value !== undefined && value.to - value.from < 31

/** The nearest date before a place that says of which year it is; and, of a day by itself, of which month. */
function tellingOf(
  told: Told,
  text: string,
  start: number,
  hasDate: boolean,
  ofDay: boolean,
): Mention | undefined {
  const near = ofDay ? told.monthly : told.near
  const aside = ofDay && !isOfOneMonth(told.aside?.value) ? undefined : told.aside
  if (!aside || (near && near.start > aside.start)) return near
  const between = text.slice(aside.end, start)
  const inBrackets = isInBrackets(text, aside.start)
  // "Since 1919 (the law of October 17)"
  if (inBrackets ? isInBrackets(text, start) || !between.includes(')') : /^\s?\([^()]*$/.test(between))
    return aside
  return near ?? (inBrackets || !hasDate ? aside : undefined)
}

/** Whether dates without a year may take it from this one. */
function saysYear({ basis, value, fiscal }: Mention): boolean {
  return basis !== 'relative' && value !== undefined && !fiscal && isOfOneYear(value)
}

/** No century or decade, and no stretch of years, says which year is meant. */
const isOfOneYear = ({ from, to }: DateValue) => to - from < 400

const isOfFewYears = ({ from, to }: DateValue) => to - from < 3000

/** Yesterday, next month, last year: behind these a text speaks of its own time. "Today" is mostly nowadays. */
function isCounted({ basis, value, guess }: Mention, date: Day | undefined): boolean {
  const today = value?.from === date && value?.to === date
  return basis === 'relative' && value !== undefined && !guess && !today && isOfFewYears(value)
}

/** Those that say of a whole text that it speaks of its own time; last year and the past years say it of a sentence. */
const NEAR: ReadonlySet<DateValue['precision']> = new Set(['day', 'month', 'season', 'quarter', 'half'])

/** A day or month of long ago is told as if it were then: who says "yesterday" there, says it of that time. */
function isTale({ from, precision }: DateValue, date: Day | undefined): boolean {
  return (precision === 'day' || precision === 'month') && date !== undefined && date - from > LONG_AGO
}

const LONG_AGO = 3 * 365

/** A whole year, 去年6月 before 7月, and 来月18日 before 19日. */
function says({ from, precision }: DateValue, date: Day | undefined, { day, month }: Fields): boolean {
  if (precision === 'year' || precision === 'range') return precision === 'year'
  return (
    (day > 0 && !month) || (date !== undefined && (from > date || partsOf(from).year !== partsOf(date).year))
  )
}

/** The same day by another calendar, and the year of both. */
const BRACKETED = /^ \([^()\n]{3,30}\) (\d{4})(?!\d)/

/** "Ley 39/2022, de 30 de diciembre": the year that a law is numbered by. */
const OF_LAW = /\/((?:19|20)\d\d)\)?,? d[ei]l? $/

/** What parts a date from the sentence of the one before; what is quoted is another's. */
const APART = /[.。！？!?؟।»”]/

/** The nearest earlier date that holds its year, in the text itself, else around it. */
export function nearOf(
  told: Told,
  { date, anchors }: Reference,
  text: string,
  { start, end }: Found,
  fields: Fields,
): Context['near'] {
  if ((fields.year !== undefined && !fields.short) || fields.relative === 'year') return undefined
  // "25 октября (7 ноября) 1917 года"
  const behind = fields.day && fields.month ? BRACKETED.exec(text.slice(end, end + 44))?.[1] : undefined
  const numbered = fields.day && fields.month && OF_LAW.exec(text.slice(Math.max(0, start - 12), start))?.[1]
  const said = behind ?? numbered
  if (said) return { value: years(Number(said), 1, 'year'), by: 'sentence' }
  const { counted, now } = told
  const ofDay = fields.day > 0 && !fields.month
  const near = tellingOf(told, text, start, date !== undefined, ofDay)
  const isApart = (mention: Mention) => APART.test(text.slice(mention.end, start))
  const recent = counted && !(near && near.start > counted.start) ? counted : undefined
  const beside = recent !== undefined && !isApart(recent)
  // 先月15日に出た。16日に着いた。
  if (ofDay && recent?.value && isOfOneMonth(recent.value) && fields.day >= partsOf(recent.value.from).day)
    return { value: recent.value, by: beside ? 'sentence' : 'paragraph' }
  // "Last year it was in May": what a later sentence says is of the reference date again.
  if (beside && recent.value && says(recent.value, date, fields))
    return { value: recent.value, by: 'sentence' }
  const own = now || beside || recent?.value?.precision === 'year'
  if (near?.value && !beside) {
    const apart = isApart(near)
    if (!own || isTale(near.value, date) || !(apart || recent))
      return { value: near.value, by: apart ? 'paragraph' : 'sentence' }
  }
  // A dateline says when all of it was said; earlier paragraphs and the title do not.
  const anchor = anchors?.find(
    ({ value, by }) =>
      isOfOneYear(value) &&
      (!ofDay || isOfOneMonth(value)) &&
      (!own || by === 'heading' || (!near && !beside && value.precision === 'day' && isTale(value, date))),
  )
  return anchor && { value: anchor.value, by: anchor.by }
}
