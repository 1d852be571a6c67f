import './topics.css'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { Link, useMatch } from 'react-router'
import { libraryQuery, noteQuery, type Versions, versionsOf } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { paths, type Section } from '../../notes/index.ts'
import { statusOf, useReading } from '../../reading/index.ts'
import { keepInSight } from '../../ui/index.ts'
import { NoteItem } from './note-item.tsx'
import { filterShelf, type Shelf, shelve, titleFilter } from './shelf.ts'

/** From how many notes on a filter helps. */
const MANY = 6

interface Tree {
  open: string | undefined
  sections: readonly Section[]
  onFollow?: (() => void) | undefined
}

/** Topics, their notes, and the sections of the open one. `onFollow` is called when a link is taken. */
export function Sidebar({ onFollow }: { onFollow?: () => void }) {
  const messages = useMessages()
  const language = useLanguage()
  const { data: library } = useSuspenseQuery(libraryQuery)
  const open = useMatch('/notes/:slug')?.params.slug
  const { data: note } = useQuery({ ...noteQuery(open ?? ''), enabled: open !== undefined })
  const [words, setWords] = useState('')
  const filterId = useId()
  const versions = useMemo(() => versionsOf(library.notes, language, open), [library.notes, language, open])
  const { shelves, loose } = useMemo(() => shelve(library.topics, versions), [library.topics, versions])
  const holds = titleFilter(words)
  const shown = shelves.flatMap((shelf) => filterShelf(shelf, holds) ?? [])
  const shownLoose = loose.filter(holds)
  const list = useRef<HTMLElement>(null)
  // In a long list the open note may be far down.
  useEffect(() => {
    const current = open !== undefined && list.current?.querySelector<HTMLElement>('[aria-current="page"]')
    if (current && list.current?.parentElement) keepInSight(current, list.current.parentElement)
  }, [open])
  const tree: Tree = { open, sections: note?.sections ?? [], onFollow }
  return (
    <nav ref={list} className="sidebar" aria-label={messages.topics}>
      {versions.length > MANY && (
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
        {shown.map((shelf) => (
          <TopicItem key={shelf.path} shelf={shelf} tree={tree} />
        ))}
      </ul>
      {shownLoose.length > 0 && (
        <section className="loose">
          {shelves.length > 0 && <h2>{messages.withoutTopic}</h2>}
          <NoteList notes={shownLoose} tree={tree} />
        </section>
      )}
      <p className="no-match" role="status">
        {words && shown.length + shownLoose.length === 0 ? messages.noNotesMatch : ''}
      </p>
    </nav>
  )
}

function TopicItem({ shelf, tree }: { shelf: Shelf; tree: Tree }) {
  return (
    <li className="topic">
      <TopicHead shelf={shelf} onFollow={tree.onFollow} />
      {shelf.notes.length > 0 && <NoteList notes={shelf.notes} tree={tree} />}
      {shelf.shelves.length > 0 && (
        <ul className="topic-list">
          {shelf.shelves.map((below) => (
            <TopicItem key={below.path} shelf={below} tree={tree} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** A topic's name with how many of its notes are unread. */
export function TopicHead({ shelf, onFollow }: { shelf: Shelf; onFollow?: (() => void) | undefined }) {
  const messages = useMessages()
  const unread = useReading(({ notes }) => countUnread(notes, shelf.all))
  return (
    <Link className="topic-head" to={paths.topic(shelf.path)} onClick={onFollow}>
      <span dir="auto">{shelf.name}</span>
      {unread > 0 && (
        <span className="count">
          <span aria-hidden="true">{unread}</span>
          <span className="visually-hidden">{messages.unreadCount(unread)}</span>
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
          sections={tree.sections}
          onFollow={tree.onFollow}
        />
      ))}
    </ul>
  )
}
