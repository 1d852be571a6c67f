import { useEffect, useMemo, useState } from 'react'
import { withWords } from '../../messages/index.ts'
import type { Note } from '../../notes/index.ts'
import { useReading } from '../../reading/index.ts'
import type { Shown, shownHighlights } from './highlights/shown.tsx'

const NOTHING: Shown = { painted: undefined, remarks: null }

/** The highlights of a note where it is only read. Their code comes where there are any. */
export function useShownHighlights(note: Note): Shown {
  const kept = useReading(({ notes }) => notes.get(note.slug)?.highlights)
  const some = [...(kept?.values() ?? [])].some(({ highlight }) => highlight)
  const [show, setShow] = useState<typeof shownHighlights>()
  useEffect(() => {
    if (!some) return
    withWords(() => import('./highlights/shown.tsx')).then(
      ({ shownHighlights }) => setShow(() => shownHighlights),
      // It cannot be had now: the text is there without.
      () => undefined,
    )
  }, [some])
  return useMemo(() => (kept && some && show ? show(note, kept) : NOTHING), [note, kept, some, show])
}
