import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { formatValue, toEdtf } from '../../calendar/index.ts'
import { noteQuery } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, type Note, paths } from '../../notes/index.ts'
import { useReading } from '../../reading/index.ts'
import { Link } from '../../ui/index.ts'

/** Notes whose stars are shown before the rest is asked for. */
const FEW = 10

/** What the reader has starred, with the way back to it. */
export function StarredStatements({ slugs }: { slugs: readonly string[] }) {
  const messages = useMessages()
  const [shown, setShown] = useState(FEW)
  const found = useQueries({ queries: slugs.slice(0, shown).map(noteQuery) })
  return (
    <section aria-label={messages.starredStatements}>
      <h2>{messages.starredStatements}</h2>
      <ul className="entries">{found.map(({ data }) => data && <Starred key={data.slug} note={data} />)}</ul>
      {shown < slugs.length && (
        <button type="button" onClick={() => setShown(shown + FEW)}>
          {messages.showMore}
        </button>
      )}
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
          <p className="said">
            <Link to={paths.note(note.slug, id)}>{text}</Link>
          </p>
          <p className="of-note">{note.title}</p>
        </div>
      </li>
    ))
}
