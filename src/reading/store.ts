import type { Archive } from './archive.ts'
import { createChooser, SETTINGS } from './chooser.ts'
import { BACKUP, CLEARED, createClearance } from './clearance.ts'
import { createKeeper } from './keeper.ts'
import { lastOf, merge, moves, since } from './moves.ts'
import { decodeRecord, EMPTY_RECORD, encodeRecord, type NoteRecord } from './record.ts'
import { DEFAULTS, settingsOf } from './settings.ts'
import type { ReadingPorts, ReadingState, ReadingStore, Trouble } from './store-shape.ts'
import { createTexts } from './texts.ts'
import { nextVisit } from './visit.ts'

const EMPTY: ReadingState = { notes: new Map(), followed: new Set(), settings: DEFAULTS, cleared: false }

/** The names of what is kept; a note's is this and its slug, a broken one's copy's the other and its slug. */
const NOTE = 'note:'
const ASIDE = 'aside:'
const VISIT = 'visit'

/**
 * The reading state over a storage. A note is one key, written late as the merge of what is stored and what is
 * known here, so that two tabs never overwrite each other. Nothing is ever cleared but by the reader: a record that
 * cannot be read is copied aside, a newer version's is left alone.
 */
export function createReadingStore({ storage, now, later, scope }: ReadingPorts): ReadingStore {
  const texts = createTexts(createKeeper(storage, scope, () => undefined))
  const keeper = createKeeper(storage, scope, tell, texts.makeRoom)
  const clearance = createClearance(keeper)
  let state: ReadingState = EMPTY
  /** While much changes at once, what will be told of it in the end. */
  let draft: Map<string, NoteRecord> | undefined
  let cancel: (() => void) | undefined
  const listeners = new Set<() => void>()
  const unwritten = new Set<string>()
  const untouchable = new Set<string>()
  const told = new Set<Trouble>()
  /** What is to be told once the reader has taken note of what was told before. */
  const untold: Trouble[] = []
  const chooser = createChooser(
    keeper,
    now,
    (chosen) => publish({ ...state, settings: settingsOf(chosen) }),
    // No slug has a dot.
    (text, kind) => refuse('.settings', text, kind),
  )

  load()
  const unlisten = keeper.onChange(hearOther)

  return {
    getState: () => state,
    getServerState: () => EMPTY,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: (slug, revision) => move(slug, (record) => moves.open(record, revision, moment())),
    keepText: (slug, revision, text) => {
      if (recordOf(slug).revision?.value !== revision || texts.of(slug, revision) !== undefined) return
      texts.keep(slug, { revision, at: now(), text: text() })
    },
    textRead: (slug) => {
      const { revision } = recordOf(slug)
      return revision && texts.of(slug, revision.value)
    },
    settle: (slug, revision, text) => {
      texts.keep(slug, { revision, at: now(), text })
      move(slug, (record) => moves.settle(record, revision, moment()))
    },
    place: (slug, place) => move(slug, (record) => moves.place(record, place, moment())),
    finish: (slug, on) => move(slug, (record) => moves.finish(record, on, moment())),
    queue: (slug, on) => move(slug, (record) => moves.queue(record, on, moment())),
    star: (slug, statement, on) => move(slug, (record) => moves.star(record, statement, on, moment())),
    follow: (slug, source) => move(slug, (record) => moves.follow(record, source, moment())),
    read: (slug, statement, on) => move(slug, (record) => moves.read(record, statement, on, moment())),
    section: (slug, section, on) => move(slug, (record) => moves.section(record, section, on, moment())),
    highlight: (slug, id, highlight) =>
      move(slug, (record) => moves.highlight(record, id, highlight, moment())),
    choose: chooser.choose,
    whole: () => ({ notes: state.notes, chosen: chooser.chosen(), now: now() }),
    bring,
    clear,
    undoClear,
    visit: () => {
      const visit = nextVisit(keeper.read(VISIT), now())
      if (visit.before !== undefined) publish({ ...state, lastVisit: visit.before })
      keeper.write(VISIT, JSON.stringify(visit))
      if (!clearance.isOver(now())) return
      clearance.dropBackup()
      clearance.end()
      publish({ ...state, cleared: false })
    },
    dismissTrouble: () => {
      const { trouble: _, ...rest } = state
      const next = untold.shift()
      publish(next ? { ...rest, trouble: next } : rest)
    },
    flush,
    close: () => {
      flush()
      unlisten?.()
      listeners.clear()
    },
  }

  /** After all that was cleared, whatever the clock says. */
  function moment(): number {
    return Math.max(now(), clearance.until() + 1)
  }

  function load(): void {
    hearBackup(keeper.read(BACKUP))
    clearance.hear(keeper.read(CLEARED))
    // Nobody clears tomorrow what cannot come back today.
    if (!clearance.backup() && clearance.isAhead(now)) clearance.end()
    const settings = keeper.read(SETTINGS)
    if (typeof settings === 'string') chooser.hear(settings)
    atOnce(() => {
      for (const name of keeper.names()) {
        const text = name.startsWith(NOTE) ? keeper.read(name) : undefined
        if (typeof text === 'string') take(name.slice(NOTE.length), text)
      }
    })
  }

  function hearOther(name: string, text: string | null): void {
    if (name === CLEARED) hearCleared(text)
    else if (name === BACKUP) hearBackup(text)
    else if (text === null) return
    else if (name === SETTINGS) chooser.hearOther(text)
    else if (name.startsWith(NOTE)) {
      const slug = name.slice(NOTE.length)
      // It may have been written by a tab that did not yet know what this one has written.
      take(slug, text)
      if (knowsMore(slug, text)) write(slug)
    }
  }

  function hearCleared(text: string | null): void {
    if (!clearance.hear(text)) return
    if (text === null) load()
    else forget()
  }

  function hearBackup(text: string | null | undefined): void {
    clearance.hearBackup(text)
    if (text && !clearance.backup() && refuse('.cleared', text, 'broken')) keeper.remove(BACKUP)
    if (state.cleared !== (clearance.backup() !== undefined)) publish({ ...state, cleared: !state.cleared })
  }

  /** Lets go of what was done before the clearing. */
  function forget(): void {
    atOnce((notes) => {
      for (const [slug, record] of notes) {
        const left = since(record, clearance.until())
        if (left) notes.set(slug, left)
        else notes.delete(slug)
      }
    })
  }

  /** Joins what is stored to what is known. */
  function take(slug: string, text: string): void {
    const decoded = decodeRecord(text)
    const refused = decoded.kind !== 'record'
    const free = !refused || refuse(slug, text, decoded.kind)
    if (!free) untouchable.add(slug)
    if (decoded.kind === 'newer') return
    const record = since(decoded.record, clearance.until())
    if (record) put(slug, merge(recordOf(slug), record))
    if (!free) return
    // What of it could be read goes on in its place.
    if (refused && has(slug)) write(slug)
    // Nothing of it could be read, or a tab that had not heard of the clearing wrote it.
    else if (!has(slug) && (refused || clearance.backup() || keeper.setAside(slug, text)))
      keeper.remove(NOTE + slug)
  }

  function knowsMore(slug: string, text: string): boolean {
    const decoded = decodeRecord(text)
    if (decoded.kind !== 'record') return false
    return has(slug) && encodeRecord(recordOf(slug)) !== encodeRecord(decoded.record)
  }

  /**
   * What cannot be read: of a newer version it is left alone, else copied aside under the name `copy`. Returns whether
   * it may be written over.
   */
  function refuse(copy: string, text: string, kind: 'newer' | 'broken'): boolean {
    const kept = kind === 'broken' && keeper.setAside(copy, text)
    if (kept !== undefined) tell(kind === 'newer' ? 'newer' : 'aside')
    // What cannot be kept elsewhere is left where it is.
    return kept === true
  }

  function bring({ notes, chosen }: Archive): void {
    // What is older than the clearing is wanted again.
    clearance.end()
    atOnce(() => {
      for (const [slug, record] of notes) {
        put(slug, merge(recordOf(slug), record))
        unwritten.add(slug)
      }
    })
    chooser.bring(chosen)
    flush()
  }

  function clear(): void {
    flush()
    const entries = Object.fromEntries(
      [...state.notes].map(([slug, record]) => [NOTE + slug, encodeRecord(record)]),
    )
    const until = [...state.notes.values()].reduce((last, record) => Math.max(last, lastOf(record)), now())
    clearance.begin(until)
    for (const name of keeper.names().filter((one) => one.startsWith(NOTE) || one.startsWith(ASIDE))) {
      const text = keeper.read(name)
      if (typeof text !== 'string') continue
      entries[name] = text
      keeper.remove(name)
    }
    texts.forget()
    clearance.keep(entries, now())
    unwritten.clear()
    untouchable.clear()
    publish({ ...state, notes: new Map(), followed: new Set(), cleared: true })
  }

  function undoClear(): void {
    const entries = Object.entries(clearance.backup()?.entries ?? {})
    clearance.end()
    atOnce(() => {
      for (const [name, text] of entries) {
        if (keeper.read(name) === null) keeper.write(name, text)
        if (!name.startsWith(NOTE)) continue
        take(name.slice(NOTE.length), text)
        unwritten.add(name.slice(NOTE.length))
      }
    })
    clearance.dropBackup()
    flush()
    publish({ ...state, cleared: false })
  }

  function has(slug: string): boolean {
    return (draft ?? state.notes).has(slug)
  }

  function recordOf(slug: string): NoteRecord {
    return (draft ?? state.notes).get(slug) ?? EMPTY_RECORD
  }

  function move(slug: string, change: (record: NoteRecord) => NoteRecord): void {
    put(slug, change(recordOf(slug)))
    write(slug)
  }

  function write(slug: string): void {
    unwritten.add(slug)
    cancel ??= later(flush)
  }

  function flush(): void {
    cancel?.()
    cancel = undefined
    if (unwritten.size === 0) return
    const cleared = keeper.read(CLEARED)
    if (cleared !== undefined) hearCleared(cleared)
    for (const slug of unwritten) {
      const stored = keeper.read(NOTE + slug)
      // What may be there and cannot be read is not written over.
      if (stored === undefined) continue
      if (stored !== null) take(slug, stored)
      // Kept in memory, and tried again with the next move.
      if (has(slug) && !untouchable.has(slug) && !keeper.write(NOTE + slug, encodeRecord(recordOf(slug))))
        return
      unwritten.delete(slug)
    }
  }

  function put(slug: string, record: NoteRecord): void {
    if (draft) {
      draft.set(slug, record)
      return
    }
    const news = [...record.followed].filter(([source, { on }]) => on && !state.followed.has(source))
    const followed =
      news.length > 0 ? new Set([...state.followed, ...news.map(([source]) => source)]) : state.followed
    publish({ ...state, notes: new Map(state.notes).set(slug, record), followed })
  }

  /** Changes many notes, and tells of them once. */
  function atOnce(change: (notes: Map<string, NoteRecord>) => void): void {
    draft = new Map(state.notes)
    const notes = draft
    change(notes)
    draft = undefined
    const followed = new Set<string>()
    for (const record of notes.values())
      for (const [source, { on }] of record.followed) if (on) followed.add(source)
    publish({ ...state, notes, followed })
  }

  function publish(next: ReadingState): void {
    state = next
    for (const listener of listeners) listener()
  }

  function tell(trouble: Trouble): void {
    if (told.has(trouble)) return
    told.add(trouble)
    if (state.trouble) untold.push(trouble)
    else publish({ ...state, trouble })
  }
}
