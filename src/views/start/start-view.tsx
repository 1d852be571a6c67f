import './start.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { formatDay, toIso } from '../../calendar/index.ts'
import { libraryQuery, type Versions, versionsOf } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, type Library, type NoteHead, paths } from '../../notes/index.ts'
import { type NoteRecord, statusOf, useReading } from '../../reading/index.ts'
import { GoOn } from './go-on.tsx'
import { StarredStatements } from './starred-statements.tsx'

/** How many unread notes stand on the desk before the rest is asked for. */
const FEW = 8

/** The desk: what was being read, what is unread, what was starred. */
export function StartView() {
  const messages = useMessages()
  const language = useLanguage()
  const { data: library } = useSuspenseQuery(libraryQuery)
  const reading = useReading(({ notes }) => notes)
  const versions = useMemo(() => versionsOf(library.notes, language), [library.notes, language])
  const current = lastRead(library, reading)
  const unread = versions.filter(
    (group) =>
      !group.some(({ slug }) => slug === current?.slug) &&
      statusOf(
        reading,
        group.map(({ slug }) => slug),
      ) !== 'finished',
  )
  const starred = library.notes.filter(({ slug }) =>
    [...(reading.get(slug)?.starred.values() ?? [])].some(({ on }) => on),
  )
  return (
    <div className="page start-page">
      <title>Dateline</title>
      <h1 tabIndex={-1}>{library.notes.length === 0 ? messages.emptyLibrary : messages.libraryTitle}</h1>
      {library.notes.length === 0 ? (
        <p>{messages.emptyLibraryLead}</p>
      ) : (
        <p className="lead">
          {messages.noteCount(versions.length)} ·{' '}
          <Link to={paths.timeline()}>
            {messages.statementCount(versions.reduce((sum, [note]) => sum + note.statements, 0))}
          </Link>{' '}
          · <Link to={paths.sources}>{messages.sourceCount(library.sources)}</Link>
        </p>
      )}
      {current && <GoOn note={current} />}
      {library.notes.length > 0 && <Unread notes={unread} alone={!current} />}
      {starred.length > 0 && <StarredStatements notes={starred} />}
    </div>
  )
}

/** The note that was opened last, unless it was read to its end. */
function lastRead(library: Library, reading: ReadonlyMap<string, NoteRecord>): NoteHead | undefined {
  let last: NoteHead | undefined
  let when = 0
  for (const note of library.notes) {
    const record = reading.get(note.slug)
    if (!record?.opened || record.opened <= when || record.finished?.on) continue
    last = note
    when = record.opened
  }
  return last
}

function Unread({ notes, alone }: { notes: readonly Versions[]; alone: boolean }) {
  const messages = useMessages()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  if (notes.length === 0 && !alone) return null
  const shown = all ? notes : notes.slice(0, FEW)
  return (
    <section aria-label={messages.unread}>
      <h2>{messages.unread}</h2>
      {notes.length === 0 && <p>{messages.allRead}</p>}
      <ul className="entries">
        {shown.map(([note]) => (
          <li key={note.group}>
            <p className="entry-when">
              {note.date !== undefined && (
                <time dateTime={toIso(note.date)}>{formatDay(note.date, language)}</time>
              )}
              <span>{messages.minutes(note.minutes)}</span>
            </p>
            <div lang={note.language} dir={direction(note.language)}>
              <h3>
                <Link to={paths.note(note.slug)}>{note.title}</Link>
              </h3>
              {note.summary && <p>{note.summary}</p>}
            </div>
          </li>
        ))}
      </ul>
      {shown.length < notes.length && (
        <button type="button" onClick={() => setAll(true)}>
          {messages.showAll(notes.length - shown.length)}
        </button>
      )}
    </section>
  )
}
