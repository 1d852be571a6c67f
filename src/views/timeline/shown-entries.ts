import { type Day, parseRange } from '../../calendar/index.ts'
import { versionsOf } from '../../library/index.ts'
import type { NoteHead, Timeline, TimelineEntry } from '../../notes/index.ts'

/** What the address asks for. */
export interface Filter {
  from?: Day
  to?: Day
  /** Path of a topic; the topics below it are meant too. */
  topic?: string
}

/** Reads the filter from the address; what cannot be read there is left out. */
export function readFilter(params: URLSearchParams): Filter {
  const from = parseRange(params.get('from') ?? '')?.from
  const to = parseRange(params.get('to') ?? '')?.to
  const topic = params.get('topic')
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(topic ? { topic } : {}),
  }
}

/** A statement with the note that it stands in. */
export interface Placed {
  entry: TimelineEntry
  note: NoteHead
}

/** Every statement once: of a translated note, those of one version, the reader's own language first. */
export function placeEntries({ notes, entries }: Timeline, language: string): Placed[] {
  const shown = new Map(versionsOf(notes, language).map(([note]) => [note.slug, note]))
  return entries.flatMap((entry) => {
    const note = shown.get(entry.note)
    return note ? [{ entry, note }] : []
  })
}

export function inTopic(note: NoteHead, topic: string | undefined): boolean {
  return topic === undefined || note.topics.some((path) => path === topic || path.startsWith(`${topic}/`))
}

/** Whether any day of the statement's time falls into the filter. */
export function inRange({ at }: TimelineEntry, { from = -Infinity, to = Infinity }: Filter): boolean {
  return at.to >= from && at.from <= to
}
