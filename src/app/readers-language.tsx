import { type ReactNode, startTransition, useEffect, useState, useSyncExternalStore } from 'react'
import { type Interface, loadInterface } from '../messages/index.ts'
import type { ReadingStore } from '../reading/index.ts'

/** The languages that a reader wants, best first: as chosen, else as the browser says. */
export function wantedLanguages(chosen: string): readonly string[] {
  return chosen ? [chosen, ...navigator.languages] : navigator.languages
}

/**
 * A page is taken over as it was rendered, whatever language its frame speaks; then it speaks the reader's.
 * `onSpeak` is called before a language is spoken, `onAlive` once all parts of the page can hear the reader.
 */
export function ReadersLanguage({
  first,
  reading,
  onSpeak,
  onAlive,
  children,
}: {
  first: Interface
  reading: ReadingStore
  onSpeak: (language: Interface) => void
  onAlive: () => void
  children: (language: Interface) => ReactNode
}) {
  const [spoken, setSpoken] = useState(first)
  // Nothing is rendered by it: it need not wait until the page is taken over.
  const choice = () => reading.getState().settings.language
  const chosen = useSyncExternalStore(reading.subscribe, choice, choice)
  useEffect(() => {
    let wanted = true
    loadInterface(wantedLanguages(chosen)).then(
      (found) => {
        if (!wanted) return
        onSpeak(found)
        // What is there stays until what the other language shows has come.
        startTransition(() => setSpoken(found))
      },
      // It cannot be had now: what is spoken goes on being spoken.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [chosen, onSpeak])
  useEffect(onAlive, [onAlive])
  return children(spoken)
}
