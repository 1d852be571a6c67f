import { useCallback, useRef } from 'react'
import { bodyPassages, type Note } from '../../notes/index.ts'
import { useReadingStore } from '../../reading/index.ts'

/** Letters that nobody reads in less than a second; a Chinese character is as much as three. */
const FASTEST = 40
/** Bounds of what a section takes to be read; seconds. */
const LEAST = 1.5
const MOST = 20

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/**
 * To be told which section the reader is in: one counts as read when they go on from it to the next, having been in it
 * for as long as it takes at least. What the reader has said of it stands.
 */
export function useSectionsRead(note: Note): (section: string | undefined) => void {
  const store = useReadingStore()
  const here = useRef<{ section: string | undefined; since: number }>(undefined)
  /** Seconds in each section. */
  const spent = useRef(new Map<string, number>())
  /** What the one before has left over: two short ones are read without scrolling. */
  const over = useRef(0)
  return useCallback(
    (section) => {
      const last = here.current
      if (last && last.section === section) return
      const now = performance.now() / 1000
      here.current = { section, since: now }
      if (last?.section === undefined) return
      const seconds = (spent.current.get(last.section) ?? 0) + now - last.since + over.current
      spent.current.set(last.section, seconds)
      over.current = 0
      const order = note.sections.map(({ id }) => id)
      const goesOn = section !== undefined && order.indexOf(section) === order.indexOf(last.section) + 1
      const left = seconds - secondsFor(note, last.section)
      if (!goesOn || left < 0) return
      over.current = Math.min(MOST, left)
      const known = store.getState().notes.get(note.slug)?.sections.has(last.section)
      if (!known) store.section(note.slug, last.section, true)
    },
    [note, store],
  )
}

function secondsFor({ body }: Note, id: string): number {
  const text = bodyPassages(body)
    .flatMap((passage) => (passage.section === id ? [passage.text] : []))
    .join(' ')
  const letters = text.length + 2 * (text.match(WIDE)?.length ?? 0)
  return Math.min(MOST, Math.max(LEAST, letters / FASTEST))
}
