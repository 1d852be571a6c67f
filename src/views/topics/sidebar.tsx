import './topics.css'
import { useInfiniteQuery, useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { startTransition, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useMatch } from 'react-router'
import { libraryQuery, noteQuery, topicQuery, type Versions, versionsOf } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { type Note, nameLanguage, paths, type Topic } from '../../notes/index.ts'
import { statusOf, useReading } from '../../reading/index.ts'
import { isRenderedAhead, keepInSight, Link } from '../../ui/index.ts'
import { type FilledTopic, fillTopics, filterTopic, titleFilter } from './filled-topic.ts'
import { NoteItem } from './note-item.tsx'

/** From how many notes on a filter helps. */
const MANY = 6

interface Tree {
  open: string | undefined
  opened: Note | undefined
  /** Whether numbers stand at the topics. */
  counted: boolean
  /** Whether the topics below one are shown. */
  unfolds: (topic: Topic) => boolean
  onFollow?: (() => void) | undefined
}

/** Topics, their notes, and the sections of the open one. `onFollow` is called when a link is taken. */
export function Sidebar({ onFollow }: { onFollow?: () => void }) {
  const messages = useMessages()
  const open = useMatch('/notes/:slug')?.params.slug
  const { data: note } = useQuery({ ...noteQuery(open ?? ''), enabled: open !== undefined })
  const [words, setWords] = useState('')
  const filterId = useId()
  const { topics, loose, whole, count, path } = useTopics(open, note?.topics[0])
  // Of a large library the numbers come with the program: each page would be another with every note that is added.
  const [isAhead, setAhead] = useState(isRenderedAhead)
  useEffect(() => startTransition(() => setAhead(false)), [])
  const holds = titleFilter(words)
  const shown = words ? topics.flatMap((topic) => filterTopic(topic, holds) ?? []) : topics
  const shownLoose = loose.filter(holds)
  const list = useRef<HTMLElement>(null)
  // In a long list the open note may be far down.
  useEffect(() => {
    const current = open !== undefined && list.current?.querySelector<HTMLElement>('[aria-current="page"]')
    if (current && list.current?.parentElement) keepInSight(current, list.current.parentElement)
  }, [open])
  const tree: Tree = {
    open,
    opened: note,
    counted: whole || !isAhead,
    unfolds: (topic) => whole || (path !== undefined && `${path}/`.startsWith(`${topic.path}/`)),
    onFollow,
  }
  return (
    <nav ref={list} className="sidebar" aria-label={messages.topics}>
      {whole && count > MANY && (
        <div className="note-filter">
          <label htmlFor={filterId} className="visually-hidden">
            {messages.filterNotes}
          </label>
          <input
            id={filterId}
            type="search"
            placeholder={messages.filterNotes}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      )}
      <ul className="topic-list">
        {shown.map((topic) => (
          <TopicItem key={topic.path} topic={topic} tree={tree} />
        ))}
      </ul>
      {shownLoose.length > 0 && (
        <section className="loose">
          {topics.length > 0 && <h2>{messages.withoutTopic}</h2>}
          <NoteList notes={shownLoose} tree={tree} />
        </section>
      )}
      <p className="no-match" role="status">
        {words && shown.length + shownLoose.length === 0 ? messages.noNotesMatch : ''}
      </p>
    </nav>
  )
}

/**
 * The topics with their notes. Of a library that is more than a page, only the topic that the reader is in unfolds, and shows
 * the newest of its notes.
 */
function useTopics(open: string | undefined, ofNote: string | undefined) {
  const language = useLanguage()
  const { data: library } = useSuspenseInfiniteQuery(libraryQuery)
  const path = useMatch('/topics/*')?.params['*'] || ofNote
  const [first] = library.pages
  const whole = library.pages.length === first?.pages
  const asked = !whole && path !== undefined
  const { data: shelf } = useInfiniteQuery({ ...topicQuery(path ?? ''), enabled: asked })
  return useMemo(() => {
    const topics = library.pages.flatMap((page) => page.topics)
    const notes = (whole ? library : asked ? shelf : undefined)?.pages.flatMap((page) => page.notes) ?? []
    const here = asked ? shelf?.pages[0] : undefined
    // A topic too far down for the list of all.
    if (here && !find(topics, here.path)) topics.unshift({ ...here, topics: [] })
    const filled = fillTopics(topics, versionsOf(notes, language, open))
    return { ...filled, whole, path, count: first?.count ?? 0 }
  }, [library, shelf, first, whole, asked, path, language, open])
}

function find(topics: readonly Topic[], path: string): boolean {
  return topics.some((topic) => topic.path === path || find(topic.topics, path))
}

function TopicItem({ topic, tree }: { topic: FilledTopic; tree: Tree }) {
  return (
    <li className="topic">
      <TopicHead topic={topic} onFollow={tree.onFollow} counted={tree.counted} />
      {topic.notes.length > 0 && <NoteList notes={topic.notes} tree={tree} />}
      {topic.topics.length > 0 && tree.unfolds(topic) && (
        <ul className="topic-list">
          {topic.topics.map((below) => (
            <TopicItem key={below.path} topic={below} tree={tree} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** A topic's name with how many of its notes are unread or, where not all of them are at hand, how many there are. */
export function TopicHead({
  topic,
  onFollow,
  counted = true,
}: {
  topic: FilledTopic
  onFollow?: (() => void) | undefined
  counted?: boolean
}) {
  const messages = useMessages()
  const language = useLanguage()
  const whole = topic.all.length === topic.count
  const unread = useReading(({ notes }) => countUnread(notes, topic.all))
  const count = whole ? unread : topic.count
  return (
    <Link className="topic-head" to={paths.topic(topic.path)} onClick={onFollow}>
      <span lang={nameLanguage(topic.name, language)} dir="auto">
        {topic.name}
      </span>
      {counted && count > 0 && (
        <span className="count">
          <span aria-hidden="true">{count}</span>
          <span className="visually-hidden">
            {whole ? messages.unreadCount(count) : messages.noteCount(count)}
          </span>
        </span>
      )}
    </Link>
  )
}

function countUnread(notes: Parameters<typeof statusOf>[0], all: readonly Versions[]): number {
  return all.filter(
    (versions) =>
      statusOf(
        notes,
        versions.map(({ slug }) => slug),
      ) !== 'finished',
  ).length
}

function NoteList({ notes, tree }: { notes: readonly Versions[]; tree: Tree }) {
  return (
    <ul className="note-list">
      {notes.map((versions) => (
        <NoteItem
          key={versions[0].group}
          versions={versions}
          open={versions[0].slug === tree.open}
          opened={tree.opened}
          onFollow={tree.onFollow}
        />
      ))}
    </ul>
  )
}
