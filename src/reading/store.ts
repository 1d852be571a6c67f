import { merge, moves } from './moves.ts'
import { decodeRecord, EMPTY_RECORD, encodeRecord, type NoteRecord, type Place } from './record.ts'
import type { StoragePort } from './storage.ts'
import { nextVisit } from './visit.ts'

/** What the reader is told once: the storage takes nothing, or a record could not be read. */
export type Trouble = 'full' | 'denied' | 'aside' | 'newer'

export interface ReadingState {
  /** By note slug. */
  readonly notes: ReadonlyMap<string, NoteRecord>
  /** Keys of the sources that were followed, from whatever note. */
  readonly followed: ReadonlySet<string>
  readonly trouble?: Trouble
  /** When the reader was here last, before this visit; epoch milliseconds. */
  readonly lastVisit?: number
}

export interface ReadingStore {
  getState(): ReadingState
  /** The state while a page is rendered to a string: nothing is known of the reader. */
  getServerState(): ReadingState
  subscribe(listener: () => void): () => void
  open(slug: string, revision: string): void
  place(slug: string, place: Place): void
  finish(slug: string, on: boolean): void
  star(slug: string, statement: string, on: boolean): void
  follow(slug: string, source: string): void
  /** One statement of a note, read or not. */
  read(slug: string, statement: string, on: boolean): void
  /** The reader is here: a visit goes on until they have been away for half an hour. */
  visit(): void
  dismissTrouble(): void
  /** Writes what is not yet written. */
  flush(): void
  close(): void
}

export interface ReadingPorts {
  storage: StoragePort
  /** Epoch milliseconds. */
  now: () => number
  /** Runs something a little later; returns how to call it off. */
  later: (run: () => void) => () => void
  /** Keeps several sites of one origin apart. */
  scope: string
}

/** Broken records of one note that are kept. */
const MOST_COPIES = 9

const EMPTY: ReadingState = { notes: new Map(), followed: new Set() }

/**
 * The reading state over a storage. A note is one key, written late as the merge of what is stored and what is
 * known here, so that two tabs never overwrite each other. Nothing is ever cleared: a record that cannot be read
 * is copied aside, a newer version's is left alone.
 */
export function createReadingStore({ storage, now, later, scope }: ReadingPorts): ReadingStore {
  const prefix = `dateline:${scope}:note:`
  const visitKey = `dateline:${scope}:visit`
  const aside = `dateline:${scope}:aside:`
  let state: ReadingState = EMPTY
  let cancel: (() => void) | undefined
  const listeners = new Set<() => void>()
  const unwritten = new Set<string>()
  const untouchable = new Set<string>()

  load()
  const unlisten = attempt(() =>
    storage.onChange((key, value) => {
      const slug = slugOf(key)
      if (slug !== undefined && value !== null) take(slug, value)
    }),
  )

  return {
    getState: () => state,
    getServerState: () => EMPTY,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: (slug, revision) => move(slug, (record) => moves.open(record, revision, now())),
    place: (slug, place) => move(slug, (record) => moves.place(record, place, now())),
    finish: (slug, on) => move(slug, (record) => moves.finish(record, on, now())),
    star: (slug, statement, on) => move(slug, (record) => moves.star(record, statement, on, now())),
    follow: (slug, source) => move(slug, (record) => moves.follow(record, source, now())),
    read: (slug, statement, on) => move(slug, (record) => moves.read(record, statement, on, now())),
    visit: () => {
      const visit = nextVisit(
        attempt(() => storage.get(visitKey)),
        now(),
      )
      if (visit.before !== undefined) publish({ ...state, lastVisit: visit.before })
      attempt(() => storage.set(visitKey, JSON.stringify(visit)))
    },
    dismissTrouble: () => {
      const { trouble: _, ...rest } = state
      publish(rest)
    },
    flush,
    close: () => {
      flush()
      unlisten?.()
      listeners.clear()
    },
  }

  function slugOf(key: string): string | undefined {
    return key.startsWith(prefix) ? key.slice(prefix.length) : undefined
  }

  function load(): void {
    for (const key of attempt(() => storage.keys()) ?? []) {
      const slug = slugOf(key)
      const text = slug === undefined ? null : attempt(() => storage.get(key))
      if (slug !== undefined && typeof text === 'string') take(slug, text)
    }
  }

  /** Joins what is stored to what is known. */
  function take(slug: string, text: string): void {
    const decoded = decodeRecord(text)
    if (decoded.kind === 'record') put(slug, merge(recordOf(slug), decoded.record))
    else if (decoded.kind === 'newer') {
      untouchable.add(slug)
      tell('newer')
    } else {
      // What cannot be kept elsewhere is left where it is.
      const kept = attempt(() => setAside(slug, text))
      if (!kept) untouchable.add(slug)
      if (kept !== undefined) tell('aside')
    }
  }

  /** Copies what is broken under a key of its own. Returns whether the copy is there. */
  function setAside(slug: string, text: string): boolean {
    for (let n = 1; n <= MOST_COPIES; n += 1) {
      const key = `${aside}${slug}${n > 1 ? `.${n}` : ''}`
      const copy = storage.get(key)
      if (copy === null) storage.set(key, text)
      if (copy === null || copy === text) return true
    }
    return false
  }

  function recordOf(slug: string): NoteRecord {
    return state.notes.get(slug) ?? EMPTY_RECORD
  }

  function move(slug: string, change: (record: NoteRecord) => NoteRecord): void {
    put(slug, change(recordOf(slug)))
    unwritten.add(slug)
    cancel ??= later(flush)
  }

  function flush(): void {
    cancel?.()
    cancel = undefined
    for (const slug of unwritten) {
      const stored = attempt(() => storage.get(prefix + slug))
      if (typeof stored === 'string') take(slug, stored)
      if (
        !untouchable.has(slug) &&
        attempt(() => storage.set(prefix + slug, encodeRecord(recordOf(slug))) ?? true) === undefined
      ) {
        // Kept in memory, and tried again with the next move.
        return
      }
      unwritten.delete(slug)
    }
  }

  function put(slug: string, record: NoteRecord): void {
    const news = [...record.followed].filter(([source, { on }]) => on && !state.followed.has(source))
    const followed =
      news.length > 0 ? new Set([...state.followed, ...news.map(([source]) => source)]) : state.followed
    publish({ ...state, notes: new Map(state.notes).set(slug, record), followed })
  }

  function publish(next: ReadingState): void {
    state = next
    for (const listener of listeners) listener()
  }

  function tell(trouble: Trouble): void {
    if (state.trouble !== trouble) publish({ ...state, trouble })
  }

  /** Runs what the storage may refuse; a refusal is told, never thrown. */
  function attempt<T>(run: () => T): T | undefined {
    try {
      return run()
    } catch (error) {
      tell((error as Error | undefined)?.name === 'QuotaExceededError' ? 'full' : 'denied')
      return undefined
    }
  }
}
