import { type KeptHighlight, readHighlight, writeHighlights } from './highlight.ts'

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
  /** The note's revision that the reader knows: when it was first opened, or what has changed since was seen. */
  readonly revision?: { readonly value: string; readonly at: number }
  /** By statement id. A star taken away stays as a flag, so that no older copy brings it back. */
  readonly starred: ReadonlyMap<string, Flag>
  /** By statement id: read by itself, or not, whatever the note as a whole is. */
  readonly read: ReadonlyMap<string, Flag>
  /** By the key of a source: those that were followed from this note. */
  readonly followed: ReadonlyMap<string, Flag>
  /** By section id: read by itself, or not, whatever the note as a whole is. */
  readonly sections: ReadonlyMap<string, Flag>
  /** By an id of their own. */
  readonly highlights: ReadonlyMap<string, KeptHighlight>
}

export const EMPTY_RECORD: NoteRecord = {
  starred: new Map(),
  read: new Map(),
  followed: new Map(),
  sections: new Map(),
  highlights: new Map(),
}

/**
 * 2: sources that were followed; 3: statements that were read; 4: what is to be read later; 5: highlights, and sections
 * that were read. An older record is one that has none.
 */
export const RECORD_VERSION = 5

/** What a record has flags for, by names. */
export const FLAGS = ['starred', 'read', 'followed', 'sections'] as const

/** Bound what a record can grow to: 10,000 read notes of usual size stay near 2 MB. */
const MOST_FLAGS = 500

/** Longer than the name of any statement, section or source. UTF-16 units. */
const LONGEST_NAME = 1000

export type Decoded =
  | { kind: 'record'; record: NoteRecord }
  | { kind: 'newer' }
  /** Not a record, or not all of it: to be set aside. `record`: what of it can be read. */
  | { kind: 'broken'; record: NoteRecord }

/** Reads what {@link encodeRecord} wrote, in this version or an older one. Never throws. */
export function decodeRecord(text: string): Decoded {
  try {
    return readRecord(JSON.parse(text))
  } catch {
    return { kind: 'broken', record: EMPTY_RECORD }
  }
}

/** Reads what {@link writeRecord} made. */
export function readRecord(stored: unknown): Decoded {
  if (!isObject(stored)) return { kind: 'broken', record: EMPTY_RECORD }
  const { v, opened, finished, queued, place, revision, starred, read, followed, sections, highlights } =
    stored
  if (typeof v === 'number' && v > RECORD_VERSION) return { kind: 'newer' }
  let whole = Number.isInteger(v) && (v as number) > 0
  const field = <K extends string, T>(name: K, value: unknown, is: (value: unknown) => value is T) => {
    const fits = value !== undefined && is(value)
    whole &&= fits || value === undefined
    return (fits ? { [name]: value } : {}) as { [k in K]?: T }
  }
  const named = <T>(values: unknown, of: (value: unknown) => T | undefined): Map<string, T> => {
    if (values === undefined) return new Map()
    const entries = Object.entries(isObject(values) ? values : {})
    const fit = entries.flatMap(([name, value]): [string, T][] => {
      const one = name.length <= LONGEST_NAME ? of(value) : undefined
      return one === undefined ? [] : [[name, one]]
    })
    whole &&= isObject(values) && fit.length === entries.length
    return new Map(fit)
  }
  const flag = (value: unknown) => (isFlag(value) ? value : undefined)
  const record: NoteRecord = {
    ...field('opened', opened, isMoment),
    ...field('finished', finished, isFlag),
    ...field('queued', queued, isFlag),
    ...field('place', place, isPlace),
    ...field('revision', revision, isRevision),
    starred: named(starred, flag),
    read: named(read, flag),
    followed: named(followed, flag),
    sections: named(sections, flag),
    highlights: named(highlights, (value) => readHighlight(value, isMoment)),
  }
  return { kind: whole ? 'record' : 'broken', record }
}

export const encodeRecord = (record: NoteRecord): string => JSON.stringify(writeRecord(record))

/** As plain values, for JSON; always in one order, so that two tabs can tell that they know the same. */
export function writeRecord(record: NoteRecord): Record<string, unknown> {
  const { opened, finished, queued, place, revision, starred, read, followed, sections, highlights } = record
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
    sections: sections.size > 0 ? newest(sections) : undefined,
    highlights: highlights.size > 0 ? writeHighlights(highlights) : undefined,
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

/** Well before the last moment that a `Date` can tell, so that there is always a later one. */
const LAST_MOMENT = 8e15

export function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LAST_MOMENT
}

function isFlag(value: unknown): value is Flag {
  return isObject(value) && typeof value.on === 'boolean' && isMoment(value.at)
}

function isPlace(value: unknown): value is Place & { at: number } {
  if (!isObject(value)) return false
  const { anchor, progress, at } = value
  const share = typeof progress === 'number' && progress >= 0 && progress <= 1
  return share && typeof anchor === 'string' && anchor.length <= LONGEST_NAME && isMoment(at)
}

function isRevision(value: unknown): value is { value: string; at: number } {
  if (!isObject(value)) return false
  return typeof value.value === 'string' && value.value.length <= LONGEST_NAME && isMoment(value.at)
}
