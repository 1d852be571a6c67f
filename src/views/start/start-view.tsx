import '../../ui/pages.css'
import './start.css'
import { keepPreviousData, useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { formatDay, toIso } from '../../calendar/index.ts'
import { libraryQuery, newestQuery, overviewQuery, type Versions, versionsOf } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { type Library, paths, pickEdition } from '../../notes/index.ts'
import { type NoteRecord, statusOf, useReading } from '../../reading/index.ts'
import { Facts, Link } from '../../ui/index.ts'
import { ChangedNotes } from './changed-notes.tsx'
import { GoOn } from './go-on.tsx'
import { Highlights } from './highlights.tsx'
import { NoteEntry } from './note-entry.tsx'
import { History, ToReadLater } from './remembered-notes.tsx'
import { StarredStatements } from './starred-statements.tsx'
import { TimePicture } from './time-picture.tsx'

/** How many unread notes stand on the desk before the rest is asked for. */
const FEW = 8

/** The desk: what was being read, what is unread, what was starred. */
export function StartView() {
  const messages = useMessages()
  const language = useLanguage()
  const { data: library } = useSuspenseInfiniteQuery(libraryQuery)
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(newestQuery)
  const reading = useReading(({ notes }) => notes)
  const { count, statements, sources, editions } = library.pages[0] as Library
  const { data: overview } = useQuery({
    ...overviewQuery({ edition: pickEdition(editions, language), axis: 'told' }),
    // The picture of another edition is nearly the same, and keeps the place.
    placeholderData: keepPreviousData,
  })
  const versions = useMemo(
    () =>
      versionsOf(
        data.pages.flatMap((page) => page.notes),
        language,
      ),
    [data, language],
  )
  const begun = lastRead(reading)
  const unread = versions.filter(
    (group) =>
      !group.some(({ slug }) => slug === begun[0]) &&
      statusOf(
        reading,
        group.map(({ slug }) => slug),
      ) !== 'finished',
  )
  const starred = lastStarred(reading)
  return (
    <div className="page start-page">
      <title>Dateline</title>
      <h1 tabIndex={-1}>{count === 0 ? messages.emptyLibrary : messages.libraryTitle}</h1>
      {count === 0 ? (
        <p>{messages.emptyLibraryLead}</p>
      ) : (
        <p className="lead">
          {messages.noteCount(count)} ·{' '}
          <Link to={paths.timeline()}>{messages.statementCount(overview?.count ?? statements)}</Link> ·{' '}
          <Link to={paths.sources}>{messages.sourceCount(sources)}</Link> ·{' '}
          <Link to={paths.paper()}>{messages.paper.link}</Link>
        </p>
      )}
      {overview && <TimePicture overview={overview} />}
      {begun.length > 0 && <GoOn slugs={begun} />}
      <ChangedNotes versions={versions} records={reading} />
      {count > 0 && (
        <Unread
          notes={unread}
          alone={begun.length === 0}
          more={hasNextPage ? fetchNextPage : undefined}
          loading={isFetchingNextPage}
        />
      )}
      <ToReadLater records={reading} />
      {starred.length > 0 && <StarredStatements slugs={starred} />}
      <Highlights records={reading} />
      <History records={reading} />
    </div>
  )
}

/** The notes that were opened and not read to their end, the last one first. */
function lastRead(reading: ReadonlyMap<string, NoteRecord>): string[] {
  return [...reading]
    .filter(([, { opened, finished }]) => opened && !finished?.on)
    .sort(([, a], [, b]) => (b.opened ?? 0) - (a.opened ?? 0))
    .map(([slug]) => slug)
}

/** The notes with a starred statement, the last starred first. */
function lastStarred(reading: ReadonlyMap<string, NoteRecord>): string[] {
  return [...reading]
    .map(([slug, { starred }]) => {
      const stars = [...starred.values()].filter(({ on }) => on)
      return { slug, at: Math.max(0, ...stars.map(({ at }) => at)) }
    })
    .filter(({ at }) => at > 0)
    .sort((a, b) => b.at - a.at)
    .map(({ slug }) => slug)
}

/** `more` fetches notes that are not at hand yet, where there are any. */
function Unread({
  notes,
  alone,
  more,
  loading,
}: {
  notes: readonly Versions[]
  alone: boolean
  more: (() => unknown) | undefined
  loading: boolean
}) {
  const messages = useMessages()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  if (notes.length === 0 && !alone && !more) return null
  const shown = all ? notes : notes.slice(0, FEW)
  return (
    <section aria-label={messages.unread}>
      <h2>{messages.unread}</h2>
      {notes.length === 0 && !more && <p>{messages.allRead}</p>}
      <ul className="entries">
        {shown.map(([note]) => (
          <NoteEntry
            key={note.group}
            note={note}
            when={
              <Facts>
                {note.date !== undefined && (
                  <time dateTime={toIso(note.date)}>{formatDay(note.date, language)}</time>
                )}
                <span>{messages.minutes(note.minutes)}</span>
              </Facts>
            }
          >
            {note.summary && <p>{note.summary}</p>}
          </NoteEntry>
        ))}
      </ul>
      {shown.length < notes.length ? (
        <button type="button" onClick={() => setAll(true)}>
          {messages.showAll(notes.length - shown.length)}
        </button>
      ) : (
        more && (
          <button type="button" disabled={loading} onClick={more}>
            {messages.showMore}
          </button>
        )
      )}
    </section>
  )
}
