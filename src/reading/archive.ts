import { merge, since } from './moves.ts'
import { EMPTY_RECORD, FLAGS, isObject, type NoteRecord, readRecord, writeRecord } from './record.ts'
import { type Chosen, mergeSettings, readSettings, writeSettings } from './settings.ts'
import type { ReadingStore, Weighed } from './store-shape.ts'

/**
 * What is remembered, as one file: a JSON object with `dateline: "reading"`, its `version`, the moment it was `written`
 * (epoch milliseconds), `notes` (a record by slug) and `settings`, both as they are stored. README.md describes it.
 */
export interface Archive {
  readonly notes: ReadonlyMap<string, NoteRecord>
  readonly chosen: Chosen
}

export type DecodedArchive =
  /** `unreadable`: how many of its entries are nobody's, not whole, or of a newer version. */
  | { kind: 'archive'; archive: Archive; unreadable: number }
  | { kind: 'newer' }
  | { kind: 'broken' }
  | { kind: 'large' }

const ARCHIVE_VERSION = 1

/** All that is remembered, as the text of a file. */
export function takeOut(store: ReadingStore): string {
  const { now, ...whole } = store.whole()
  return encodeArchive(whole, now)
}

/** What bringing in the text of such a file would do. */
export function weigh(store: ReadingStore, text: string): Weighed {
  const decoded = decodeArchive(text)
  if (decoded.kind !== 'archive') return decoded
  const { archive, unreadable } = decoded
  return {
    kind: 'plan',
    plan: planOf(store.whole(), archive),
    unreadable,
    carryOut: () => store.bring(archive),
  }
}

/** Bound what a file may bring: 10,000 notes of usual size are 2 MB. UTF-16 units. */
const LONGEST = 20_000_000
const MOST_NOTES = 50_000
const LONGEST_SLUG = 300

function encodeArchive({ notes, chosen }: Archive, written: number): string {
  const records = Object.fromEntries([...notes].map(([slug, record]) => [slug, writeRecord(record)]))
  const head = { dateline: 'reading', version: ARCHIVE_VERSION, written }
  return `${JSON.stringify({ ...head, settings: writeSettings(chosen), notes: records }, null, 1)}\n`
}

/** Reads a file that {@link encodeArchive} wrote, whatever it holds. Never throws. */
function decodeArchive(text: string): DecodedArchive {
  if (text.length > LONGEST) return { kind: 'large' }
  let file: unknown
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { kind: 'broken' }
  }
  if (!isObject(file) || file.dateline !== 'reading') return { kind: 'broken' }
  if (typeof file.version !== 'number' || file.version < 1) return { kind: 'broken' }
  if (file.version > ARCHIVE_VERSION) return { kind: 'newer' }
  if (!isObject(file.notes)) return { kind: 'broken' }
  const entries = Object.entries(file.notes)
  if (entries.length > MOST_NOTES) return { kind: 'large' }
  const notes = new Map<string, NoteRecord>()
  let unreadable = 0
  for (const [slug, stored] of entries) {
    const read = slug.length <= LONGEST_SLUG ? readRecord(stored) : undefined
    if (read?.kind !== 'record') unreadable += 1
    if (read && read.kind !== 'newer' && (read.kind === 'record' || isWorth(read.record)))
      notes.set(slug, read.record)
  }
  const settings = file.settings === undefined ? undefined : readSettings(file.settings)
  if (settings && settings.kind !== 'settings') unreadable += 1
  const chosen = settings && settings.kind !== 'newer' ? settings.chosen : {}
  return { kind: 'archive', archive: { notes, chosen }, unreadable }
}

/** Whether anything could be read of it. */
const isWorth = (record: NoteRecord): boolean => since(record, Number.NEGATIVE_INFINITY) !== undefined

/** What an archive would do to what is known; each a number. */
export interface Plan {
  /** Notes in it. */
  notes: number
  /** Notes that were not opened here. */
  fresh: number
  /** Stars that it brings, and takes away: both later than what is here. */
  starred: number
  unstarred: number
  /** Notes that it marks read, or unread. */
  finished: number
  /** Notes that it lays aside to be read later, or takes off that list. */
  queued: number
  /** Highlights that it brings, changes or takes away. */
  highlights: number
  /** Notes that were read on elsewhere. */
  places: number
  settings: number
  /** Notes of which something is later here, and stays. */
  kept: number
}

function planOf(known: Archive, archive: Archive): Plan {
  const plan = {
    fresh: 0,
    starred: 0,
    unstarred: 0,
    finished: 0,
    queued: 0,
    highlights: 0,
    places: 0,
    kept: 0,
  }
  for (const [slug, record] of archive.notes) {
    const here = known.notes.get(slug) ?? EMPTY_RECORD
    const then = merge(here, record)
    if (!known.notes.has(slug)) plan.fresh += 1
    else if (then.place?.at !== here.place?.at) plan.places += 1
    if ((then.queued?.on ?? false) !== (here.queued?.on ?? false)) plan.queued += 1
    if ((then.finished?.on ?? false) !== (here.finished?.on ?? false)) plan.finished += 1
    for (const [id, { on }] of then.starred) {
      const before = here.starred.get(id)?.on ?? false
      if (on && !before) plan.starred += 1
      if (!on && before) plan.unstarred += 1
    }
    for (const [id, { highlight }] of then.highlights)
      if (!isSame(highlight, here.highlights.get(id)?.highlight)) plan.highlights += 1
    if (isLater(here, record)) plan.kept += 1
  }
  const chosen = mergeSettings(known.chosen, archive.chosen)
  const names = Object.keys(chosen) as (keyof Chosen)[]
  const changed = names.filter((name) => chosen[name]?.value !== known.chosen[name]?.value)
  return { notes: archive.notes.size, ...plan, settings: changed.length }
}

/** Both were made by the same program, their fields in one order. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Whether something of a record was done after the same of the other. */
function isLater(a: NoteRecord, b: NoteRecord): boolean {
  const changes = [...FLAGS, 'highlights'] as const
  return (
    (a.place?.at ?? 0) > (b.place?.at ?? 0) ||
    (a.finished?.at ?? 0) > (b.finished?.at ?? 0) ||
    (a.queued?.at ?? 0) > (b.queued?.at ?? 0) ||
    changes.some((name) => [...a[name]].some(([id, { at }]) => at > (b[name].get(id)?.at ?? 0)))
  )
}

/** How much is remembered. */
export function tally(notes: ReadonlyMap<string, NoteRecord>): {
  notes: number
  starred: number
  highlights: number
} {
  let starred = 0
  let highlights = 0
  for (const record of notes.values()) {
    for (const { on } of record.starred.values()) if (on) starred += 1
    for (const { highlight } of record.highlights.values()) if (highlight) highlights += 1
  }
  return { notes: notes.size, starred, highlights }
}
