import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import type { Note } from '../../notes/index.ts'
import { hasReadSection, useReading, useReadingStore } from '../../reading/index.ts'
import { useSectionsRead } from './use-sections-read.ts'
import { useWhereabouts, type Whereabouts } from './whereabouts.ts'

/** How long the end of a note stays in sight before it counts as read; milliseconds. */
const READ_AFTER = 1500

/**
 * Remembers that the note was opened, where the reader is and that its end was reached, and brings the reader back
 * to where they stopped. `isWhole`: all of the text is there; before, nothing is known of its end.
 */
export function useReadingProgress(
  note: Note,
  text: RefObject<HTMLElement | null>,
  end: RefObject<HTMLElement | null>,
  isWhole: boolean,
) {
  const store = useReadingStore()
  const { hash } = useLocation()
  const navigation = useNavigationType()
  const [section, setSection] = useState<string>()
  const [resumed, setResumed] = useState(false)
  const finished = useReading(({ notes }) => notes.get(note.slug)?.finished?.on ?? false)
  /** The reader has said whether the note is read: the end of it says no more. */
  const decided = useRef(false)
  const arrival = useRef({ hash, navigation })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a note is entered once
  useEffect(() => {
    decided.current = false
    const known = store.getState().notes.get(note.slug)
    store.open(note.slug, note.revision)
    setResumed(false)
    const { hash: target, navigation: kind } = arrival.current
    const restored = kind === 'POP' && scrollY > 0
    const place = known?.place
    if (target || restored || !place || place.progress < 0.02 || (known?.finished?.on && kind !== 'POP'))
      return
    const anchor = document.getElementById(place.anchor)
    if (!anchor) return
    anchor.scrollIntoView({ block: 'start' })
    setResumed(true)
  }, [note.slug])

  const enterSection = useSectionsRead(note)
  const onMove = useCallback(
    ({ anchor, progress, section: current }: Whereabouts) => {
      setSection(current)
      enterSection(current)
      if (!isWhole) return
      const known = store.getState().notes.get(note.slug)?.place
      if (known?.anchor !== anchor || Math.abs(known.progress - progress) > 0.01) {
        store.place(note.slug, { anchor, progress })
      }
    },
    [store, note.slug, enterSection, isWhole],
  )
  useWhereabouts(text, note.slug, onMove)

  useEffect(() => {
    const sign = end.current
    if (!isWhole || !sign || typeof IntersectionObserver === 'undefined') return
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new IntersectionObserver(([entry]) => {
      clearTimeout(timer)
      if (!entry?.isIntersecting || decided.current) return
      timer = setTimeout(() => {
        if (!decided.current) store.finish(note.slug, true)
      }, READ_AFTER)
    })
    observer.observe(sign)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [store, note.slug, end, isWhole])

  // Who reads on has seen where they are.
  useEffect(() => {
    if (!resumed) return
    const start = scrollY
    const moved = () => {
      if (Math.abs(scrollY - start) > innerHeight / 2) setResumed(false)
    }
    addEventListener('scroll', moved, { passive: true })
    return () => removeEventListener('scroll', moved)
  }, [resumed])

  const toggleFinished = useCallback(() => {
    decided.current = true
    store.finish(note.slug, !(store.getState().notes.get(note.slug)?.finished?.on ?? false))
  }, [store, note.slug])

  /** The section that the reader is in, read or not; says what it is then. */
  const toggleSection = useCallback(() => {
    if (section === undefined) return undefined
    const on = !hasReadSection(store.getState().notes.get(note.slug), section)
    store.section(note.slug, section, on)
    return { section, on }
  }, [store, note.slug, section])

  return {
    toggleSection,
    section,
    finished,
    resumed,
    toggleFinished,
    dismissResumed: () => setResumed(false),
  }
}
