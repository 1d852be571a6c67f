import { createKeeper } from './keeper.ts'
import { merge, moves } from './moves.ts'
import { decodeRecord, EMPTY_RECORD, encodeRecord, type NoteRecord, type Place } from './record.ts'
import {
  type Chosen,
  DEFAULTS,
  decodeSettings,
  encodeSettings,
  mergeSettings,
  type Settings,
  settingsOf,
} from './settings.ts'
import type { StoragePort } from './storage.ts'
import { nextVisit } from './visit.ts'

/** What the reader is told once: the storage takes nothing, or a record could not be read. */
export type Trouble = 'full' | 'denied' | 'aside' | 'newer'

export interface ReadingState {
  /** By note slug. */
  readonly notes: ReadonlyMap<string, NoteRecord>
  /** Keys of the sources that were followed, from whatever note. */
  readonly followed: ReadonlySet<string>
  readonly settings: Settings
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
  choose<K extends keyof Settings>(name: K, value: Settings[K]): void
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

const EMPTY: ReadingState = { notes: new Map(), followed: new Set(), settings: DEFAULTS }

/** The names of what is kept; a note's is this and its slug. */
const NOTE = 'note:'
const SETTINGS = 'settings'
const VISIT = 'visit'

/**
 * The reading state over a storage. A note is one key, written late as the merge of what is stored and what is
 * known here, so that two tabs never overwrite each other. Nothing is ever cleared: a record that cannot be read
 * is copied aside, a newer version's is left alone.
 */
export function createReadingStore({ storage, now, later, scope }: ReadingPorts): ReadingStore {
  const keeper = createKeeper(storage, scope, tell)
  let state: ReadingState = EMPTY
  let chosen: Chosen = {}
  let cancel: (() => void) | undefined
  const listeners = new Set<() => void>()
  const unwritten = new Set<string>()
  const untouchable = new Set<string>()

  load()
  const unlisten = keeper.onChange((name, text) => {
    if (text !== null) hear(name, text)
  })

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
    choose: (name, value) => {
      // A clock may go backwards; a later choice may not lose to an earlier one.
      const at = Math.max(now(), (chosen[name]?.at ?? 0) + 1)
      takeSettings(mergeSettings(chosen, { [name]: { value, at } }))
      writeSettings()
    },
    visit: () => {
      const visit = nextVisit(keeper.read(VISIT), now())
      if (visit.before !== undefined) publish({ ...state, lastVisit: visit.before })
      keeper.write(VISIT, JSON.stringify(visit))
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

  function load(): void {
    for (const name of keeper.names()) {
      const text = name === SETTINGS || name.startsWith(NOTE) ? keeper.read(name) : undefined
      if (text !== undefined) hear(name, text)
    }
  }

  function hear(name: string, text: string): void {
    if (name.startsWith(NOTE)) take(name.slice(NOTE.length), text)
    else if (name === SETTINGS) hearSettings(text)
  }

  /** Joins what is stored to what is known. */
  function take(slug: string, text: string): void {
    const decoded = decodeRecord(text)
    if (decoded.kind === 'record') put(slug, merge(recordOf(slug), decoded.record))
    else refuse(NOTE + slug, slug, text, decoded.kind)
  }

  function hearSettings(text: string): void {
    const decoded = decodeSettings(text)
    if (decoded.kind === 'settings') takeSettings(mergeSettings(chosen, decoded.chosen))
    // No slug has a dot.
    else refuse(SETTINGS, '.settings', text, decoded.kind)
  }

  /** What cannot be read: of a newer version it is left alone, else copied aside under the name `copy`. */
  function refuse(name: string, copy: string, text: string, kind: 'newer' | 'broken'): void {
    if (kind === 'newer') {
      untouchable.add(name)
      tell('newer')
      return
    }
    // What cannot be kept elsewhere is left where it is.
    const kept = keeper.setAside(copy, text)
    if (!kept) untouchable.add(name)
    if (kept !== undefined) tell('aside')
  }

  function takeSettings(next: Chosen): void {
    chosen = next
    publish({ ...state, settings: settingsOf(chosen) })
  }

  function writeSettings(): void {
    const stored = keeper.read(SETTINGS)
    if (stored !== undefined) hearSettings(stored)
    if (!untouchable.has(SETTINGS)) keeper.write(SETTINGS, encodeSettings(chosen))
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
      const name = NOTE + slug
      const stored = keeper.read(name)
      if (stored !== undefined) take(slug, stored)
      // Kept in memory, and tried again with the next move.
      if (!untouchable.has(name) && !keeper.write(name, encodeRecord(recordOf(slug)))) return
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
}
