import {
  between,
  type Day,
  type DayRange,
  firstDayOf,
  LEVELS,
  type Level,
  type Mention,
  parseRange,
  periodOf,
  type TypedRange,
  toRange,
} from '../../calendar/index.ts'
import { openWord } from './open-words.ts'

/** A longer text is no range, and not worth a search. */
const LONGEST = 200

/** `partly`: the text says more than the range, which may be what was meant. */
export interface ReadRange extends TypedRange {
  readonly partly?: true
}

/** The languages that the date finder has words of; it finds Chinese and the English months in any. */
const LANGUAGES = ['en', 'zh-Hans', 'ja', 'es', 'fr', 'de', 'pt', 'it', 'ru', 'ko', 'ar', 'hi']

/**
 * Reads a range as one types it: EDTF (`2025-09..2025-10`, `..2010`), else words of the reader's language, else those
 * of any language that dates are found in (`last year`, `1990s`, 去年). The finder is loaded when it is first needed.
 * @param language BCP 47
 * @param today what relative words count from
 */
export async function readRange(
  text: string,
  language: string,
  today: Day | undefined,
): Promise<ReadRange | undefined> {
  if (text.length > LONGEST) return undefined
  return parseRange(text) ?? (await readWords(text, language, today))
}

async function readWords(
  text: string,
  language: string,
  today: Day | undefined,
): Promise<ReadRange | undefined> {
  const { findDates } = await import('../../date-finder/index.ts')
  const plain = text.normalize('NFKC').replace(/\.\.+/g, ' – ').trim()
  const reference = today === undefined ? {} : { date: today }
  let best: Mention[] = []
  for (const one of [language, ...LANGUAGES]) {
    const mentions = findDates(plain, one, reference).filter(({ value }) => value)
    if (lengthOf(mentions) > lengthOf(best)) best = mentions
  }
  const [first, last = first, ...more] = best
  if (!first?.value || !last?.value || more.length > 0) return undefined
  const [before, after] = [plain.slice(0, first.start), plain.slice(last.end)]
  const open = first === last && first.value.precision !== 'range' ? openWord(before, after) : undefined
  switch (open) {
    case 'since':
      return toRange(first.value.from, undefined)
    case 'until':
      return toRange(undefined, first.value.to)
    case 'after':
      return toRange(first.value.to + 1, undefined)
    case 'before':
      return toRange(undefined, first.value.from - 1)
  }
  // Where most of the text is no date, what would be left out may be what was meant.
  const rest = letters(before + after)
  if (rest > letters(plain.slice(first.start, last.end))) return undefined
  const range = between(first.value, last.value)
  const amid = first === last ? '' : plain.slice(first.end, last.start)
  return rest + letters(amid) === 0 ? range : { ...range, partly: true }
}

function lengthOf(mentions: readonly Mention[]): number {
  return mentions.reduce((sum, { start, end }) => sum + end - start, 0)
}

function letters(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length
}

/**
 * For a range outside of all that there is: the nearest period that is not, of the range's own breadth (a month for a
 * month, a year where an end is open). Undefined where the range meets the extent.
 */
export function nearestWithin({ from, to }: DayRange, extent: { from: Day; to: Day }): DayRange | undefined {
  const beyond = from !== undefined && from > extent.to
  if (!beyond && !(to !== undefined && to < extent.from)) return undefined
  const level =
    from === undefined || to === undefined
      ? 'year'
      : (LEVELS.find((one) => wholePeriod(one, from).to <= to) ?? 'day')
  return wholePeriod(level, beyond ? extent.to : extent.from)
}

function wholePeriod(level: Level, day: Day): { from: Day; to: Day } {
  const period = periodOf(level, day)
  return { from: firstDayOf(level, period), to: firstDayOf(level, period + 1) - 1 }
}
