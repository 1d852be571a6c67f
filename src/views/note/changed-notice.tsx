import { type ComponentType, useEffect, useId, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import { bodyPassages, type Note } from '../../notes/index.ts'
import { hasChanged, useReading, useReadingStore } from '../../reading/index.ts'
import type { ChangeList } from './changes/change-list.tsx'

/** Who stays that long has seen what a note says; milliseconds. */
const SEEN_AFTER = 1500

/** Says that the note has changed since it was read, and shows what; until its reader has seen it. */
export function ChangedNotice({ note }: { note: Note }) {
  const { changes } = useMessages()
  const store = useReadingStore()
  const changed = useReading(({ notes }) => hasChanged(notes.get(note.slug), note.revision))
  const [List, setList] = useState<ComponentType<Parameters<typeof ChangeList>[0]>>()
  const [open, setOpen] = useState(false)
  /** What the note said; null where that is not kept. */
  const [before, setBefore] = useState<string | null>()
  const id = useId()
  useEffect(() => {
    const text = () => textOf(note)
    if (changed) {
      const read = store.textRead(note.slug)
      // Something else than its text may have changed.
      if (read === text()) store.settle(note.slug, note.revision, read)
      else setBefore(read ?? null)
      return
    }
    const timer = setTimeout(() => store.keepText(note.slug, note.revision, text), SEEN_AFTER)
    return () => clearTimeout(timer)
  }, [changed, note, store])
  if (!changed || before === undefined) return null
  const show = () => {
    setOpen(!open)
    import('./changes/change-list.tsx').then(
      (module) => setList(() => module.ChangeList),
      () => setOpen(false),
    )
  }
  return (
    <section className="changed" aria-label={changes.word}>
      <p>{changes.note}</p>
      {before === null && <p>{changes.unknown}</p>}
      <p className="ways">
        {before !== null && (
          <button type="button" className="inline" aria-expanded={open} aria-controls={id} onClick={show}>
            {open ? changes.hide : changes.show}
          </button>
        )}
        <button
          type="button"
          className="inline"
          onClick={() => store.settle(note.slug, note.revision, textOf(note))}
        >
          {changes.seen}
        </button>
      </p>
      <div id={id}>{open && List && before !== null && <List note={note} before={before} />}</div>
    </section>
  )
}

/** A passage a line. */
function textOf({ body }: Note): string {
  return bodyPassages(body)
    .map(({ text }) => text)
    .join('\n')
}
