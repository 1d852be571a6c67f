import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatValue, toEdtf } from '../../calendar/index.ts'
import { noteQuery } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, type Note, type NoteHead, paths } from '../../notes/index.ts'
import { useReading } from '../../reading/index.ts'

/** What the reader has starred, with the way back to it. */
export function StarredStatements({ notes }: { notes: readonly NoteHead[] }) {
  const messages = useMessages()
  const found = useQueries({ queries: notes.map(({ slug }) => noteQuery(slug)) })
  return (
    <section aria-label={messages.starredStatements}>
      <h2>{messages.starredStatements}</h2>
      <ul className="entries">{found.map(({ data }) => data && <Starred key={data.slug} note={data} />)}</ul>
    </section>
  )
}

function Starred({ note }: { note: Note }) {
  const language = useLanguage()
  const starred = useReading(({ notes }) => notes.get(note.slug)?.starred)
  return note.statementList
    .filter(({ id }) => starred?.get(id)?.on)
    .map(({ id, at, text }) => (
      <li key={id}>
        <p className="entry-when">
          <time dateTime={toEdtf(at)}>{formatValue(at, language)}</time>
        </p>
        <div lang={note.language} dir={direction(note.language)}>
          <p>
            <Link to={paths.note(note.slug, id)}>{text}</Link>
          </p>
        </div>
      </li>
    ))
}
