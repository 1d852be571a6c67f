import type { DateValue, Day, Level } from '../calendar/index.ts'
import { dayOf, partsOf, toIso } from '../calendar/index.ts'
import type { Evidence, Provenance, Statement } from './artifacts.ts'

/**
 * By what statements stand in time: `told` at their most telling date, once; `said` at the dateline above them;
 * `about` at each time they speak of.
 */
export const AXES = ['told', 'said', 'about'] as const
export type Axis = (typeof AXES)[number]

/** A source of a statement, as shown beside it. */
export interface EntrySource {
  /** Its number in the note. */
  number: number
  title: string
  url?: string
  site?: string
  /** Publication day, as read from the address. */
  date?: Day
  /** Not cited by the statement, but matched to it, and by what. */
  likely?: Evidence
}

/** What an entry tells of its note. */
export interface EntryNote {
  slug: string
  group: string
  title: string
  /** BCP 47. */
  language: string
  date?: Day
  topics: string[]
  provenance?: Provenance
}

/** A statement away from its note, at one of its places in time; `at` is missing where its date has no year. */
export interface Entry extends Pick<Statement, 'id' | 'text' | 'mentions' | 'section' | 'said'> {
  at?: DateValue
  note: EntryNote
  /** Title of its section. */
  heading?: string
  sources: EntrySource[]
}

/** `timeline/…/N.json`: entries that follow one another, with the notes and sources they name by their number here. */
export interface Tile {
  version: number
  notes: EntryNote[]
  sources: EntrySource[]
  entries: (Omit<Entry, 'note' | 'sources'> & { note: number; sources: number[] })[]
}

/** The entries of a tile, each with its note and its sources. */
export function entriesOf({ entries, notes, sources }: Tile): Entry[] {
  return entries.map((entry) => ({
    ...entry,
    note: notes[entry.note] as Entry['note'],
    sources: entry.sources.map((n) => sources[n] as Entry['sources'][number]),
  }))
}

/** What the entries of one kind have in common: all that can be counted without reading them. */
export interface Kind {
  topics: string[]
  language: string
  sourced: boolean
}

/** How wide a time is: within a day, a month, a year, or wider. */
export const BREADTHS = ['day', 'month', 'year', 'wide'] as const
export type Breadth = (typeof BREADTHS)[number]

/** By breadth: periods with the number of entries that begin in them, each period as its distance from the last. */
export type Runs = Partial<Record<Breadth, number[]>>

/**
 * A tile as the overview knows it. `step`: the first day that an entry begins on, as the distance from that of the
 * tile before; then, as days from there, the last day that one begins on, and the last that one goes on to.
 * `kinds`: bit `k % 30` for each kind in it.
 */
export type TileRow = readonly [step: number, count: number, kinds: number, last: number, reach: number]

/** The kinds that a row tells, as its bits. */
export function kindBits(kinds: Iterable<number>): number {
  let bits = 0
  for (const kind of kinds) bits |= 1 << (kind % 30)
  return bits
}

/** `timeline/…/overview.json`: what can be known of a timeline of any size in some ten kilobytes. */
export interface Overview {
  version: number
  /** Of entries, which begin within `extent`. */
  count: number
  extent?: { from: Day; to: Day }
  kinds: Kind[]
  /** Whether the kinds tell all topics of their notes; else only the uppermost, or none. */
  topics: 'all' | 'roots' | 'none'
  /** The finest level that is counted here; see {@link Days} for finer ones. */
  level: Level
  /** For each kind, periods of `level`. */
  runs: Runs[]
  tiles: TileRow[]
  /** Statements that have no place on this axis. */
  without: number
  /** Numbers of entries in the tiles of what has no year. */
  undated: number[]
}

/** `timeline/…/days-YEAR.json`: the runs of one year by days, where the overview counts more coarsely. */
export interface Days {
  version: number
  runs: Runs[]
}

/** More places would say nothing more. */
const MOST_PLACES = 8

/** Tells a place of a statement from its others: about 1850 is not 1850. */
export function placeKey({ from, to, mod }: DateValue): string {
  return [toIso(from), toIso(to), ...(mod ? [mod] : [])].join('~')
}

/** The times at which a statement stands on an axis. */
export function placesOf({ at, said, mentions }: Pick<Statement, 'at' | 'said' | 'mentions'>, axis: Axis) {
  if (axis === 'told') return [at]
  if (axis === 'said') return said ? [said] : []
  const places = new Map<string, DateValue>()
  for (const { value, guess } of mentions) {
    if (value && guess !== 'week') places.set(placeKey(value), value)
  }
  return [...places.values()].slice(0, MOST_PLACES)
}

export function breadthOf({ from, to }: DateValue): Breadth {
  if (from === to) return 'day'
  const { year, month } = partsOf(from)
  if (to < dayOf(year, month + 1, 1)) return 'month'
  return to < dayOf(year + 1, 1, 1) ? 'year' : 'wide'
}

/** Where a time stands on the list: under a century or decade, or under a year, and there under a month. */
export interface ListHead {
  precision: 'century' | 'decade' | 'year'
  /** Astronomical, the first of the century or decade. */
  year: number
  /** 0 for what is wider than a month. */
  month: number
}

export function headOf(value: DateValue): ListHead {
  const { year, month } = partsOf(value.from)
  const { precision } = value
  if (precision === 'century' || precision === 'decade') return { precision, year, month: 0 }
  const breadth = breadthOf(value)
  return { precision: 'year', year, month: breadth === 'day' || breadth === 'month' ? month : 0 }
}

const HEADS = ['century', 'decade', 'year']

/** Orders times as the list does: by year, the wide at the head of it, then by month, the broad at the head of it. */
export function compareTimes(a: DateValue, b: DateValue): number {
  const [one, other] = [headOf(a), headOf(b)]
  return (
    one.year - other.year ||
    HEADS.indexOf(one.precision) - HEADS.indexOf(other.precision) ||
    one.month - other.month ||
    (one.month === 0 ? BREADTHS.indexOf(breadthOf(b)) - BREADTHS.indexOf(breadthOf(a)) : 0) ||
    a.from - b.from ||
    b.to - a.to
  )
}

/** The edition for a reader: in their language, else in a close one, else in English, else the first. */
export function pickEdition(editions: readonly string[], language: string): string {
  const base = (tag: string) => tag.split('-', 1)[0]
  return (
    editions.find((edition) => edition === language) ??
    editions.find((edition) => base(edition) === base(language)) ??
    editions.find((edition) => base(edition) === 'en') ??
    editions[0] ??
    'all'
  )
}

/** Which of the versions of a note stands in an edition. */
export function versionIn<T extends { language: string }>(versions: readonly T[], edition: string): T {
  if (versions.length === 1) return versions[0] as T
  const picked = pickEdition(
    versions.map(({ language }) => language),
    edition,
  )
  return versions.find(({ language }) => language === picked) ?? (versions[0] as T)
}
