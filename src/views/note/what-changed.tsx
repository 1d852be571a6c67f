import './changed.css'
import { type ComponentType, useId, useState } from 'react'
import { useMessages } from '../../messages/index.ts'
import type { Note } from '../../notes/index.ts'
import type { ChangeList } from './changes/change-list.tsx'

/** The way to what has changed in a note. `before`: what it said; null where that is not kept. */
export function WhatChanged({
  note,
  before,
  onSeen,
}: {
  note: Note
  before: string | null
  onSeen: () => void
}) {
  const { changes, changed } = useMessages()
  const [List, setList] = useState<ComponentType<Parameters<typeof ChangeList>[0]>>()
  const [open, setOpen] = useState(false)
  const id = useId()
  const show = () => {
    setOpen(!open)
    import('./changes/change-list.tsx').then(
      (module) => setList(() => module.ChangeList),
      () => setOpen(false),
    )
  }
  return (
    <section className="changed" aria-label={changed}>
      <p>{changes.note}</p>
      {before === null && <p>{changes.unknown}</p>}
      <p className="ways">
        {before !== null && (
          <button type="button" className="inline" aria-expanded={open} aria-controls={id} onClick={show}>
            {open ? changes.hide : changes.show}
          </button>
        )}
        <button type="button" className="inline" onClick={onSeen}>
          {changes.seen}
        </button>
      </p>
      <div id={id}>{open && List && before !== null && <List note={note} before={before} />}</div>
    </section>
  )
}
