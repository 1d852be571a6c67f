import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { formatDay } from '../../calendar/index.ts'
import { libraryQuery, versionsOf } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, paths } from '../../notes/index.ts'
import { statusOf, useReading } from '../../reading/index.ts'
import { Notice } from '../../ui/index.ts'
import { type Shelf, shelve } from './shelf.ts'
import { TopicHead } from './sidebar.tsx'

/** The page of one topic: its notes with their summaries, the topics below it, and its place on the timeline. */
export function TopicView() {
  const messages = useMessages()
  const language = useLanguage()
  const path = useParams()['*'] ?? ''
  const { data: library } = useSuspenseQuery(libraryQuery)
  const reading = useReading(({ notes }) => notes)
  const shelf = find(shelve(library.topics, versionsOf(library.notes, language)).shelves, path)
  if (!shelf) {
    return (
      <Notice title={messages.notFound} lead={messages.notFoundLead}>
        <Link to={paths.start}>{messages.toStart}</Link>
      </Notice>
    )
  }
  return (
    <div className="page topic-page">
      <title>{shelf.name}</title>
      <h1 tabIndex={-1} dir="auto">
        {shelf.name}
      </h1>
      <p className="lead">
        {messages.noteCount(shelf.all.length)} ·{' '}
        <Link to={paths.timeline({ topic: path })}>{messages.onTimeline}</Link>
      </p>
      {shelf.shelves.length > 0 && (
        <ul className="subtopics">
          {shelf.shelves.map((below) => (
            <li key={below.path}>
              <TopicHead shelf={below} />
            </li>
          ))}
        </ul>
      )}
      <ul className="entries">
        {shelf.all.map((versions) => {
          const [note] = versions
          const status = statusOf(
            reading,
            versions.map(({ slug }) => slug),
          )
          return (
            <li key={note.group}>
              <p className="entry-when">
                {note.date !== undefined && <time>{formatDay(note.date, language)}</time>}
                <span className="status" data-status={status}>
                  {messages[status]}
                </span>
              </p>
              <div lang={note.language} dir={direction(note.language)}>
                <h2>
                  <Link to={paths.note(note.slug)}>{note.title}</Link>
                </h2>
                {note.summary && <p>{note.summary}</p>}
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function find(shelves: readonly Shelf[], path: string): Shelf | undefined {
  for (const shelf of shelves) {
    const found = shelf.path === path ? shelf : find(shelf.shelves, path)
    if (found) return found
  }
  return undefined
}
