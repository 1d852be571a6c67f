import { useEffect, useState } from 'react'
import { bodyPassages, type Note } from '../../notes/index.ts'
import { hasChanged, useReading, useReadingStore } from '../../reading/index.ts'
import { cards } from './late.ts'

/** Who stays that long has seen what a note says; milliseconds. */
const SEEN_AFTER = 1500

/** Says that the note has changed since it was read, until its reader has seen it; else keeps what it says. */
export function ChangedNotice({ note }: { note: Note }) {
  const store = useReadingStore()
  const changed = useReading(({ notes }) => hasChanged(notes.get(note.slug), note.revision))
  /** What the note said; null where that is not kept. */
  const [before, setBefore] = useState<string | null>()
  const there = cards.use()
  useEffect(() => {
    const text = () => textOf(note)
    if (changed) {
      const read = store.textRead(note.slug)
      // Something else than its text may have changed.
      if (read === text()) return store.settle(note.slug, note.revision, read)
      setBefore(read ?? null)
      // Where it cannot be had now, the note is there without.
      cards.fetch().catch(() => undefined)
      return
    }
    const timer = setTimeout(() => store.keepText(note.slug, note.revision, text), SEEN_AFTER)
    return () => clearTimeout(timer)
  }, [changed, note, store])
  if (!changed || before === undefined || !there) return null
  const settle = () => store.settle(note.slug, note.revision, textOf(note))
  return <there.WhatChanged note={note} before={before} onSeen={settle} />
}

/** A passage a line. */
function textOf({ body }: Note): string {
  return bodyPassages(body)
    .map(({ text }) => text)
    .join('\n')
}
