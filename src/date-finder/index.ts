import {
  type DateValue,
  dayOf,
  daysInMonth,
  type ImpliedBy,
  type Mention,
  type Modifier,
  months,
  parseIso,
  partsOf,
  type Reference,
  years,
} from '../calendar/index.ts'
import type { LanguageTable } from './language.ts'
import { en } from './languages/en.ts'
import { zh } from './languages/zh.ts'

interface Scanner {
  table: LanguageTable
  patterns: RegExp[]
}

const scanners = new Map<LanguageTable, Scanner>()

function scannerOf(table: LanguageTable): Scanner {
  let scanner = scanners.get(table)
  if (!scanner) {
    const edge = table === en ? '(?<![\\p{L}\\p{N}_$€£¥.])' : '(?<![\\d.$€£¥])'
    const close = table === en ? '(?![\\p{L}\\p{N}_%])' : ''
    scanner = {
      table,
      patterns: table.patterns.map((source) => new RegExp(`${edge}(?:${source})${close}`, 'giu')),
    }
    scanners.set(table, scanner)
  }
  return scanner
}

type Parts = Record<string, string | undefined>

/**
 * Finds the dates that a text says, in the order of the text.
 * @param language BCP 47
 */
export function findDates(text: string, language: string, reference: Reference): Mention[] {
  const tables = language.startsWith('en') ? [en, zh] : [zh, en]
  const found: { start: number; end: number; parts: Parts; table: LanguageTable }[] = []
  for (const { table, patterns } of tables.map(scannerOf)) {
    for (const pattern of patterns) {
      for (const match of text.matchAll(pattern)) {
        const start = match.index
        const end = start + match[0].length
        if (found.some((other) => other.start < end && start < other.end)) continue
        found.push({ start, end, parts: match.groups as Parts, table })
      }
    }
  }
  found.sort((a, b) => a.start - b.start)
  const mentions: Mention[] = []
  for (const { start, end, parts, table } of found) {
    const resolved = resolve(parts, table, mentions, text.slice(0, start), reference)
    if (resolved) mentions.push({ start, end, text: text.slice(start, end), ...resolved })
  }
  return mentions
}

type Resolved = Pick<Mention, 'value' | 'basis' | 'impliedBy'>

function resolve(
  parts: Parts,
  table: LanguageTable,
  earlier: readonly Mention[],
  before: string,
  reference: Reference,
): Resolved | undefined {
  const relative = resolveRelative(parts, reference)
  if (relative) return relative
  const mod: Modifier | undefined = parts.start ? 'start' : parts.mid ? 'mid' : parts.end ? 'end' : undefined
  const withMod = (value: DateValue | undefined) => value && (mod ? { ...value, mod } : value)
  if (parts.iso) {
    const day = parseIso(parts.iso)
    return day === undefined
      ? undefined
      : { basis: 'explicit', value: { from: day, to: day, precision: 'day' } }
  }
  if (parts.bc) {
    const year = 1 - Number(parts.bc)
    const last = parts.bc2 ? 1 - Number(parts.bc2) : year
    return { basis: 'explicit', value: years(year, last - year + 1, last === year ? 'year' : 'range') }
  }
  if (parts.decade)
    return { basis: 'explicit', value: withMod(years(Number(parts.decade), 10, 'decade')) as DateValue }
  if (parts.century) {
    const first = (Number(parts.century) - 1) * 100
    if (parts.decade2)
      return { basis: 'explicit', value: years(first + Number(parts.decade2) * 10, 10, 'decade') }
    return { basis: 'explicit', value: withMod(years(first + 1, 100, 'century')) as DateValue }
  }
  const year = parts.year ? Number(parts.year) : undefined
  const implied = year === undefined ? impliedYear(parts, table, earlier, before, reference) : undefined
  const value = withMod(calendarValue(parts, table, year ?? implied?.year))
  if (year !== undefined) return value ? { basis: 'explicit', value } : undefined
  return { basis: 'context', ...(value ? { value } : {}), ...(implied ? { impliedBy: implied.by } : {}) }
}

function calendarValue(parts: Parts, table: LanguageTable, year: number | undefined): DateValue | undefined {
  if (year === undefined) return undefined
  const month = monthOf(parts.month, table)
  if (parts.quarter)
    return months(
      year,
      (('一二三四'.indexOf(parts.quarter) + 1 || Number(parts.quarter)) - 1) * 3 + 1,
      3,
      'quarter',
    )
  if (parts.half1) return months(year, 1, 6, 'half')
  if (parts.half2) return months(year, 7, 6, 'half')
  const season = ['spring', 'summer', 'autumn', 'winter'].findIndex((name) => parts[name])
  if (season >= 0) return months(year, 3 + season * 3, 3, 'season')
  if (!month)
    return parts.year2
      ? years(year, Math.max(1, Number(parts.year2) - year + 1), 'range')
      : years(year, 1, 'year')
  const month2 = monthOf(parts.month2, table)
  if (!parts.day)
    return month2
      ? { ...months(year, month, (Number(parts.year2 ?? year) - year) * 12 + month2 - month + 1, 'range') }
      : months(year, month, 1, 'month')
  const day = Number(parts.day)
  if (day > daysInMonth(year, month)) return undefined
  const from = dayOf(year, month, day)
  const to = parts.day2 ? dayOf(year, month2 ?? month, Number(parts.day2)) : from
  return to < from ? undefined : { from, to, precision: to === from ? 'day' : 'range' }
}

function monthOf(written: string | undefined, table: LanguageTable): number | undefined {
  return written === undefined
    ? undefined
    : (table.months.get(written.slice(0, 3).toLowerCase()) ?? (Number(written) || undefined))
}

function impliedYear(
  parts: Parts,
  table: LanguageTable,
  earlier: readonly Mention[],
  before: string,
  reference: Reference,
): { year: number; by: ImpliedBy } | undefined {
  const near = earlier.findLast(({ basis, value }) => basis !== 'relative' && value)
  if (near?.value) {
    const between = before.slice(near.end)
    return { year: partsOf(near.value.from).year, by: /[.。！？!?]/.test(between) ? 'paragraph' : 'sentence' }
  }
  const [anchor] = reference.anchors ?? []
  if (anchor) return { year: partsOf(anchor.value.from).year, by: anchor.by }
  if (reference.date === undefined) return undefined
  const { year, month } = partsOf(reference.date)
  return { year: (monthOf(parts.month, table) ?? 0) > month + 2 ? year - 1 : year, by: 'note' }
}

function resolveRelative(parts: Parts, { date }: Reference): Resolved | undefined {
  const yearShift = parts.lastYear
    ? -1
    : parts.thisYear
      ? 0
      : parts.nextYear
        ? 1
        : parts.yearBeforeLast
          ? -2
          : undefined
  const monthShift = parts.lastMonth ? -1 : parts.thisMonth ? 0 : undefined
  if (yearShift === undefined && monthShift === undefined) return undefined
  if (date === undefined) return { basis: 'relative' }
  const { year, month } = partsOf(date)
  const value =
    yearShift === undefined
      ? months(year, month + (monthShift as number), 1, 'month')
      : years(year + yearShift, 1, 'year')
  return { basis: 'relative', impliedBy: 'note', value }
}
