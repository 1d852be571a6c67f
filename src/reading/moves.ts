import { type Highlight, type KeptHighlight, laterHighlight } from './highlight.ts'
import { FLAGS, type Flag, type NoteRecord, type Place } from './record.ts'

/** What a reader does with a note. Pure: a record and a moment in, a record out. */
export const moves = {
  open: (record: NoteRecord, revision: string, now: number): NoteRecord => ({
    ...record,
    opened: Math.max(record.opened ?? 0, now),
    revision: record.revision ?? { value: revision, at: now },
  }),
  /** The reader knows what has changed up to this revision. */
  settle: (record: NoteRecord, revision: string, now: number): NoteRecord => ({
    ...record,
    revision: { value: revision, at: after(record.revision?.at, now) },
  }),
  place: (record: NoteRecord, place: Place, now: number): NoteRecord => ({
    ...record,
    place: { ...place, at: after(record.place?.at, now) },
  }),
  finish: (record: NoteRecord, on: boolean, now: number): NoteRecord => ({
    ...record,
    finished: { on, at: after(record.finished?.at, now) },
  }),
  /** Laid aside to be read later. */
  queue: (record: NoteRecord, on: boolean, now: number): NoteRecord => ({
    ...record,
    queued: { on, at: after(record.queued?.at, now) },
  }),
  star: (record: NoteRecord, statement: string, on: boolean, now: number): NoteRecord => ({
    ...record,
    starred: flagged(record.starred, statement, on, now),
  }),
  /** One statement of the note. */
  read: (record: NoteRecord, statement: string, on: boolean, now: number): NoteRecord => ({
    ...record,
    read: flagged(record.read, statement, on, now),
  }),
  follow: (record: NoteRecord, source: string, now: number): NoteRecord => ({
    ...record,
    followed: flagged(record.followed, source, true, now),
  }),
  /** One section of the note. */
  section: (record: NoteRecord, section: string, on: boolean, now: number): NoteRecord => ({
    ...record,
    sections: flagged(record.sections, section, on, now),
  }),
  /** Makes or changes a highlight; takes it away where there is none to be. */
  highlight: (record: NoteRecord, id: string, highlight: Highlight | undefined, now: number): NoteRecord => {
    const at = after(record.highlights.get(id)?.at, now)
    const kept = { at, ...(highlight ? { highlight } : {}) }
    return { ...record, highlights: new Map(record.highlights).set(id, kept) }
  },
}

function flagged(flags: ReadonlyMap<string, Flag>, id: string, on: boolean, now: number): Map<string, Flag> {
  return new Map(flags).set(id, { on, at: after(flags.get(id)?.at, now) })
}

/** A clock may go backwards; a later move may not lose to an earlier one. */
function after(last: number | undefined, now: number): number {
  return last === undefined ? now : Math.max(now, last + 1)
}

/**
 * Joins two histories of one note, field by field: the later change counts. Commutative, associative and
 * idempotent, so that tabs and imports may meet in any order.
 */
export function merge(a: NoteRecord, b: NoteRecord): NoteRecord {
  const opened = Math.max(a.opened ?? -Infinity, b.opened ?? -Infinity)
  const finished = laterFlag(a.finished, b.finished)
  const queued = laterFlag(a.queued, b.queued)
  const place = later(
    a.place,
    b.place,
    (one, other) =>
      one.anchor > other.anchor || (one.anchor === other.anchor && one.progress >= other.progress),
  )
  const revision = later(a.revision, b.revision, (one, other) => one.value >= other.value)
  return {
    ...(opened === -Infinity ? {} : { opened }),
    ...(finished ? { finished } : {}),
    ...(queued ? { queued } : {}),
    ...(place ? { place } : {}),
    ...(revision ? { revision } : {}),
    ...eachFlags((name) => mergeFlags(a[name], b[name])),
    highlights: mergeHighlights(a.highlights, b.highlights),
  }
}

/** What of a record came after a moment; undefined where that is nothing. */
export function since(record: NoteRecord, moment: number): NoteRecord | undefined {
  const after = <T extends { at: number }>(field: T | undefined) =>
    field && field.at > moment ? field : undefined
  const those = <T extends { at: number }>(all: ReadonlyMap<string, T>) =>
    new Map([...all].filter(([, { at }]) => at > moment))
  const { opened, finished, queued, place, revision } = record
  const [done, aside, where, which] = [after(finished), after(queued), after(place), after(revision)]
  const fields = {
    ...(opened !== undefined && opened > moment ? { opened } : {}),
    ...(done ? { finished: done } : {}),
    ...(aside ? { queued: aside } : {}),
    ...(where ? { place: where } : {}),
    ...(which ? { revision: which } : {}),
  }
  const maps = { ...eachFlags((name) => those(record[name])), highlights: those(record.highlights) }
  const size = Object.values(maps).reduce((sum, map) => sum + map.size, Object.keys(fields).length)
  return size > 0 ? { ...fields, ...maps } : undefined
}

/** When the last thing of a record was done. */
export function lastOf(record: NoteRecord): number {
  const { opened, finished, queued, place, revision, highlights } = record
  let last = opened ?? 0
  for (const field of [finished, queued, place, revision]) last = Math.max(last, field?.at ?? 0)
  for (const changes of [...FLAGS.map((name) => record[name]), highlights])
    for (const { at } of changes.values()) last = Math.max(last, at)
  return last
}

function eachFlags(
  make: (name: (typeof FLAGS)[number]) => ReadonlyMap<string, Flag>,
): Pick<NoteRecord, (typeof FLAGS)[number]> {
  return {
    starred: make('starred'),
    read: make('read'),
    followed: make('followed'),
    sections: make('sections'),
  }
}

function mergeHighlights(
  a: ReadonlyMap<string, KeptHighlight>,
  b: ReadonlyMap<string, KeptHighlight>,
): ReadonlyMap<string, KeptHighlight> {
  const merged = new Map(a)
  for (const [id, kept] of b) merged.set(id, laterHighlight(merged.get(id), kept))
  return merged
}

function mergeFlags(a: NoteRecord['starred'], b: NoteRecord['starred']): NoteRecord['starred'] {
  const merged = new Map(a)
  for (const [id, flag] of b) merged.set(id, laterFlag(merged.get(id), flag) as Flag)
  return merged
}

function laterFlag(a: Flag | undefined, b: Flag | undefined): Flag | undefined {
  return later(a, b, (one) => one.on)
}

/** `wins` decides between two changes of the same moment, whichever comes first. */
function later<T extends { at: number }>(
  a: T | undefined,
  b: T | undefined,
  wins: (one: T, other: T) => boolean,
): T | undefined {
  if (!a || !b) return a ?? b
  if (a.at !== b.at) return a.at > b.at ? a : b
  return wins(a, b) ? a : b
}
