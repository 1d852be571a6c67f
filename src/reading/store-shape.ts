import type { Archive, DecodedArchive, Plan } from './archive.ts'
import type { Highlight } from './highlight.ts'
import type { NoteRecord, Place } from './record.ts'
import type { Settings } from './settings.ts'
import type { StoragePort } from './storage.ts'

/** What the reader is told, each once: the storage takes nothing, or a record could not be read. */
export type Trouble = 'full' | 'denied' | 'aside' | 'newer'

export interface ReadingState {
  /** By note slug. */
  readonly notes: ReadonlyMap<string, NoteRecord>
  /** Keys of the sources that were followed, from whatever note. */
  readonly followed: ReadonlySet<string>
  readonly settings: Settings
  /** Whether all was cleared, and can come back. */
  readonly cleared: boolean
  readonly trouble?: Trouble
  /** When the reader was here last, before this visit; epoch milliseconds. */
  readonly lastVisit?: number
}

export type Weighed =
  /** What a file would do; `carryOut` does it. */
  | { kind: 'plan'; plan: Plan; unreadable: number; carryOut: () => void }
  | { kind: Exclude<DecodedArchive['kind'], 'archive'> }

export interface ReadingStore {
  getState(): ReadingState
  /** The state while a page is rendered to a string: nothing is known of the reader. */
  getServerState(): ReadingState
  subscribe(listener: () => void): () => void
  open(slug: string, revision: string): void
  /** Keeps what the note says for as long as there is room, where this revision is the one that the reader knows. */
  keepText(slug: string, revision: string, text: () => string): void
  /** What the note said in the revision that the reader knows, where that is kept. */
  textRead(slug: string): string | undefined
  /** The reader knows this revision from now on. */
  settle(slug: string, revision: string, text: string): void
  place(slug: string, place: Place): void
  finish(slug: string, on: boolean): void
  /** To be read later. */
  queue(slug: string, on: boolean): void
  star(slug: string, statement: string, on: boolean): void
  follow(slug: string, source: string): void
  /** One statement of a note, read or not. */
  read(slug: string, statement: string, on: boolean): void
  /** One section of a note, read or not. */
  section(slug: string, section: string, on: boolean): void
  /** Makes or changes a highlight, by its id; takes it away where none is given. */
  highlight(slug: string, id: string, highlight: Highlight | undefined): void
  choose<K extends keyof Settings>(name: K, value: Settings[K]): void
  /** All that is remembered now; epoch milliseconds. */
  whole(): Archive & { now: number }
  /** Joins it to what is here, as two tabs are. */
  bring(archive: Archive): void
  /** Forgets the notes, not the settings. */
  clear(): void
  /** Brings back what was cleared, beside what was read since. */
  undoClear(): void
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
