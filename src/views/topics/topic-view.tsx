import '../../ui/pages.css'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import { formatDay, toIso } from '../../calendar/index.ts'
import { topicQuery, versionsOf } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, nameLanguage, paths, type TopicShelf } from '../../notes/index.ts'
import { hasChanged, statusOf, useReading } from '../../reading/index.ts'
import { Facts, Link } from '../../ui/index.ts'
import { fillTopics } from './filled-topic.ts'
import { TopicHead } from './topic-head.tsx'
import { useKeeping } from './use-keeping.ts'

/** The page of one topic: its notes with their summaries, the topics below it, and its place on the timeline. */
export function TopicView() {
  const messages = useMessages()
  const language = useLanguage()
  const path = useParams()['*'] ?? ''
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(topicQuery(path))
  const reading = useReading(({ notes }) => notes)
  const [Keeping, askToKeep] = useKeeping(path)
  const { name, count } = data.pages[0] as TopicShelf
  const versions = useMemo(
    () =>
      versionsOf(
        data.pages.flatMap((page) => page.notes),
        language,
      ),
    [data, language],
  )
  const { topics } = useMemo(
    () =>
      fillTopics(
        data.pages.flatMap((page) => page.topics),
        versions,
      ),
    [data, versions],
  )
  return (
    <div className="page topic-page">
      <title>{name}</title>
      <h1 tabIndex={-1} lang={nameLanguage(name, language)}>
        <bdi>{name}</bdi>
      </h1>
      <p className="lead">
        {messages.noteCount(count)} · <Link to={paths.timeline({ topic: path })}>{messages.onTimeline}</Link>{' '}
        · <Link to={paths.paper(path)}>{messages.paper.link}</Link>
        {!Keeping && import.meta.env.MODE !== 'single-file' && (
          <span className="ask-to-keep">
            {' '}
            ·{' '}
            <button type="button" className="inline" onClick={askToKeep}>
              {messages.keeping.ask}
            </button>
          </span>
        )}
      </p>
      {Keeping && <Keeping key={path} what={`topics/${path}`} name={name} asked />}
      {topics.length > 0 && (
        <ul className="subtopics">
          {topics.map((below) => (
            <li key={below.path}>
              <TopicHead topic={below} />
            </li>
          ))}
        </ul>
      )}
      <ul className="entries">
        {versions.map((group) => {
          const [note] = group
          const status = statusOf(
            reading,
            group.map(({ slug }) => slug),
          )
          return (
            <li key={note.group}>
              <p className="entry-when">
                <Facts>
                  {note.date !== undefined && (
                    <time dateTime={toIso(note.date)}>{formatDay(note.date, language)}</time>
                  )}
                  <span className="status" data-status={status}>
                    {messages[status]}
                  </span>
                  {group.some(({ slug, revision }) => hasChanged(reading.get(slug), revision)) && (
                    <span>{messages.changed}</span>
                  )}
                </Facts>
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
      {hasNextPage && (
        <button type="button" disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {messages.showMore}
        </button>
      )}
    </div>
  )
}
