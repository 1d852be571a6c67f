import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { noteQuery } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import type { NoteRecord } from '../../reading/index.ts'
import { NoteEntry } from './note-entry.tsx'

/** Notes that are shown before the rest is asked for. */
const FEW = 10

type Records = ReadonlyMap<string, NoteRecord>

/** The notes that the reader has laid aside to read later and not read since, the last one first. */
export function ToReadLater({ records }: { records: Records }) {
  const { toReadLater } = useMessages()
  const slugs = [...records]
    .filter(([, { queued, finished }]) => queued?.on && !(finished?.on && finished.at > queued.at))
    .sort(([, a], [, b]) => (b.queued?.at ?? 0) - (a.queued?.at ?? 0))
    .map(([slug]) => slug)
  if (slugs.length === 0) return null
  return (
    <section aria-label={toReadLater}>
      <h2>{toReadLater}</h2>
      <Notes slugs={slugs} records={records} />
    </section>
  )
}

/** What was opened and when, the last one first; shown when it is asked for. */
export function History({ records }: { records: Records }) {
  const { history } = useMessages()
  const [open, setOpen] = useState(false)
  const opened = [...records].filter(([, record]) => record.opened !== undefined)
  if (opened.length === 0) return null
  const slugs = opened.sort(([, a], [, b]) => (b.opened ?? 0) - (a.opened ?? 0)).map(([slug]) => slug)
  return (
    <details className="history" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{history}</summary>
      {open && <Notes slugs={slugs} records={records} />}
    </details>
  )
}

function Notes({ slugs, records }: { slugs: readonly string[]; records: Records }) {
  const messages = useMessages()
  const language = useLanguage()
  const [shown, setShown] = useState(FEW)
  const found = useQueries({ queries: slugs.slice(0, shown).map(noteQuery) })
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', numberingSystem: 'latn' })
  return (
    <>
      <ul className="entries">
        {found.map(({ data: note }) => {
          const opened = note && records.get(note.slug)?.opened
          return (
            note && (
              <NoteEntry
                key={note.slug}
                note={note}
                when={
                  opened !== undefined && (
                    <time dateTime={new Date(opened).toISOString()}>{days.format(opened)}</time>
                  )
                }
              />
            )
          )
        })}
      </ul>
      {shown < slugs.length && (
        <button type="button" onClick={() => setShown(shown + FEW)}>
          {messages.showMore}
        </button>
      )}
    </>
  )
}
