import { useState } from 'react'
import { formatDay, toIso } from '../../calendar/index.ts'
import type { Versions } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { hasChanged, type NoteRecord } from '../../reading/index.ts'
import { NoteEntry } from './note-entry.tsx'

/** How many stand there before the rest is asked for. */
const FEW = 5

/** The notes that have changed since they were read, each in the version that was. */
export function ChangedNotes({
  versions,
  records,
}: {
  versions: readonly Versions[]
  records: ReadonlyMap<string, NoteRecord>
}) {
  const messages = useMessages()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const changed = versions.flatMap(
    (group) => group.find(({ slug, revision }) => hasChanged(records.get(slug), revision)) ?? [],
  )
  if (changed.length === 0) return null
  return (
    <section aria-label={messages.changes.list}>
      <h2>{messages.changes.list}</h2>
      <ul className="entries">
        {changed.slice(0, all ? undefined : FEW).map((note) => (
          <NoteEntry
            key={note.slug}
            note={note}
            when={
              note.date !== undefined && (
                <time dateTime={toIso(note.date)}>{formatDay(note.date, language)}</time>
              )
            }
          />
        ))}
      </ul>
      {!all && changed.length > FEW && (
        <button type="button" onClick={() => setAll(true)}>
          {messages.showAll(changed.length - FEW)}
        </button>
      )}
    </section>
  )
}
