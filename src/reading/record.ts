/** A yes or no with the moment it was last changed: what a merge decides by. Epoch milliseconds. */
export interface Flag {
  readonly on: boolean
  readonly at: number
}

/** Where the reader is: an anchor (statement or section), which outlives type size and edits. */
export interface Place {
  readonly anchor: string
  /** 0..1 of the whole note; for the meter only. */
  readonly progress: number
}

/** What is remembered of one note. */
export interface NoteRecord {
  /** Last opened, epoch milliseconds. */
  readonly opened?: number
  readonly finished?: Flag
  /** Laid aside to be read later. */
  readonly queued?: Flag
  readonly place?: Place & { readonly at: number }
  /** The note's revision when it was last opened. */
  readonly revision?: { readonly value: string; readonly at: number }
  /** By statement id. A star taken away stays as a flag, so that no older copy brings it back. */
  readonly starred: ReadonlyMap<string, Flag>
  /** By statement id: read by itself, or not, whatever the note as a whole is. */
  readonly read: ReadonlyMap<string, Flag>
  /** By the key of a source: those that were followed from this note. */
  readonly followed: ReadonlyMap<string, Flag>
}

export const EMPTY_RECORD: NoteRecord = { starred: new Map(), read: new Map(), followed: new Map() }

/** 2: sources that were followed; 3: statements that were read; 4: what is to be read later. An older record is one that has none. */
export const RECORD_VERSION = 4

/** Bound what a record can grow to: 10,000 read notes of usual size stay near 2 MB. */
const MOST_FLAGS = 500

export type Decoded =
  | { kind: 'record'; record: NoteRecord }
  | { kind: 'newer' }
  /** Nobody's version of a record: to be set aside. */
  | { kind: 'broken' }

/** Reads what {@link encodeRecord} wrote, in this version or an older one. Never throws. */
export function decodeRecord(text: string): Decoded {
  try {
    return readRecord(JSON.parse(text))
  } catch {
    return { kind: 'broken' }
  }
}

/** Reads what {@link writeRecord} made. */
export function readRecord(stored: unknown): Decoded {
  if (!isObject(stored) || typeof stored.v !== 'number') return { kind: 'broken' }
  if (stored.v > RECORD_VERSION) return { kind: 'newer' }
  const { opened, finished, queued, place, revision, starred, read, followed } = stored
  const whole =
    (opened === undefined || isMoment(opened)) &&
    (finished === undefined || isFlag(finished)) &&
    (queued === undefined || isFlag(queued)) &&
    (place === undefined || isPlace(place)) &&
    (revision === undefined || isRevision(revision)) &&
    (starred === undefined || isFlags(starred)) &&
    (read === undefined || isFlags(read)) &&
    (followed === undefined || isFlags(followed))
  if (!whole) return { kind: 'broken' }
  const record: NoteRecord = {
    ...(opened === undefined ? {} : { opened }),
    ...(finished === undefined ? {} : { finished }),
    ...(queued === undefined ? {} : { queued }),
    ...(place === undefined ? {} : { place }),
    ...(revision === undefined ? {} : { revision }),
    starred: new Map(Object.entries(starred ?? {})),
    read: new Map(Object.entries(read ?? {})),
    followed: new Map(Object.entries(followed ?? {})),
  }
  return { kind: 'record', record }
}

export const encodeRecord = (record: NoteRecord): string => JSON.stringify(writeRecord(record))

/** As plain values, for JSON; always in one order, so that two tabs can tell that they know the same. */
export function writeRecord(record: NoteRecord): Record<string, unknown> {
  const { opened, finished, queued, place, revision, starred, read, followed } = record
  return {
    v: RECORD_VERSION,
    opened,
    finished: finished && plain(finished),
    queued: queued && plain(queued),
    place: place && { anchor: place.anchor, progress: place.progress, at: place.at },
    revision: revision && { value: revision.value, at: revision.at },
    starred: starred.size > 0 ? newest(starred) : undefined,
    read: read.size > 0 ? newest(read) : undefined,
    followed: followed.size > 0 ? newest(followed) : undefined,
  }
}

/** The newest changes are kept, always in one order; a tombstone that old has done its work. */
function newest(flags: ReadonlyMap<string, Flag>): Record<string, Flag> {
  const kept = [...flags]
    .sort(([one, a], [other, b]) => Number(b.on) - Number(a.on) || b.at - a.at || (one < other ? -1 : 1))
    .slice(0, MOST_FLAGS)
  return Object.fromEntries(kept.map(([id, flag]) => [id, plain(flag)]))
}

const plain = ({ on, at }: Flag): Flag => ({ on, at })

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The last moment that a `Date` can tell. Beyond, a later move would no longer be later. */
const LAST_MOMENT = 8.64e15

function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LAST_MOMENT
}

function isFlag(value: unknown): value is Flag {
  return isObject(value) && typeof value.on === 'boolean' && isMoment(value.at)
}

function isFlags(value: unknown): value is Record<string, Flag> {
  return isObject(value) && Object.values(value).every(isFlag)
}

function isPlace(value: unknown): value is Place & { at: number } {
  return isObject(value) && typeof value.anchor === 'string' && isMoment(value.progress) && isMoment(value.at)
}

function isRevision(value: unknown): value is { value: string; at: number } {
  return isObject(value) && typeof value.value === 'string' && isMoment(value.at)
}
