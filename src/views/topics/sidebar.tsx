import './topics.css'
import { useInfiniteQuery, useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { startTransition, useEffect, useId, useMemo, useState } from 'react'
import { useMatch } from 'react-router'
import { libraryQuery, newestQuery, noteQuery, topicQuery, versionsOf } from '../../library/index.ts'
import { useFirstMessages, useLanguage } from '../../messages/index.ts'
import type { Library, Topic } from '../../notes/index.ts'
import { useReading } from '../../reading/index.ts'
import { isRenderedAhead } from '../../ui/index.ts'
import { fillTopics, filterTopic, titleFilter } from './filled-topic.ts'
import { LOOSE, LooseNotes, TopicItem, type Tree } from './topic-item.tsx'
import { useFolds } from './use-folds.ts'

/** From how many notes on a filter helps. */
const MANY = 6

/** Topics, their notes, and the sections of the open one. `onFollow` is called when a link is taken. */
export function Sidebar({ onFollow }: { onFollow?: () => void }) {
  const messages = useFirstMessages()
  const open = useMatch('/notes/:slug')?.params.slug
  const { data: note } = useQuery({ ...noteQuery(open ?? ''), enabled: open !== undefined })
  const here = useMatch('/topics/*')?.params['*'] || (note && (note.topics[0] ?? LOOSE))
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const filterId = useId()
  const { topics, loose, library, whole, settled } = useTopics(open, here, asked || words !== '')
  const folds = useFolds(here)
  const isFew = library.newest === 0
  // Where the notes are not few, the numbers come with the program: each page would be another with every note that is
  // added.
  const [isAhead, setAhead] = useState(isRenderedAhead)
  useEffect(() => startTransition(() => setAhead(false)), [])
  const filtered = words !== '' && whole
  const holds = titleFilter(filtered ? words : '')
  const shown = filtered ? topics.flatMap((topic) => filterTopic(topic, holds) ?? []) : topics
  const shownLoose = loose.filter(holds)
  const hasLoose = whole ? shownLoose.length > 0 : library.loose > 0
  const tree: Tree = {
    open,
    opened: note,
    here,
    whole,
    folds: isFew || filtered ? undefined : folds,
    counted: isFew || (!isAhead && settled),
    onFollow,
    // Offline, the page of all notes is there where they are not many.
    onMissing: () => setAsked(true),
  }
  return (
    <nav className="sidebar" aria-label={messages.topics}>
      {(isFew ? library.count > MANY : library.newest === 1) && (
        <div className="note-filter">
          <label htmlFor={filterId} className="visually-hidden">
            {messages.filterNotes}
          </label>
          <input
            id={filterId}
            type="search"
            placeholder={messages.filterNotes}
            value={words}
            onFocus={() => setAsked(true)}
            onChange={({ target }) => {
              setWords(target.value)
              // What is found begins at the head of the list, from wherever in it one has typed.
              const frame = target.closest('nav')?.parentElement
              if (frame) frame.scrollTop = 0
            }}
          />
        </div>
      )}
      <ul className="topic-list">
        {shown.map((topic) => (
          <TopicItem key={topic.path} topic={topic} tree={tree} />
        ))}
      </ul>
      {hasLoose && <LooseNotes notes={shownLoose} titled={topics.length > 0} tree={tree} />}
      <p className="no-match" role="status">
        {filtered && shown.length + shownLoose.length === 0 ? messages.noNotesMatch : ''}
      </p>
    </nav>
  )
}

/**
 * The topics with those notes that are at hand: all where they are few, or where they are on one page and have to be
 * known, to be looked through or, of a reader who has read some, to be counted. `settled`: whether nothing is to come.
 */
function useTopics(open: string | undefined, here: string | undefined, asked: boolean) {
  const language = useLanguage()
  const { data } = useSuspenseInfiniteQuery(libraryQuery)
  const library = data.pages[0] as Library
  const hasRead = useReading(({ notes }) => [...notes.values()].some(({ finished }) => finished?.on))
  const { data: newest, isLoading } = useInfiniteQuery({
    ...newestQuery,
    enabled: library.newest === 1 && (asked || hasRead),
  })
  const listed = useMemo(() => data.pages.flatMap((page) => page.topics), [data])
  // A topic too far down for the list of all.
  const isFar = here ? !find(listed, here) : false
  const { data: far } = useInfiniteQuery({ ...topicQuery(here ?? ''), enabled: isFar })
  return useMemo(() => {
    const [first] = (isFar && far?.pages) || []
    const topics = first ? [{ ...first, topics: [] }, ...listed] : listed
    const onePage = library.newest === 1 ? newest?.pages[0]?.notes : undefined
    const all = library.newest === 0 ? library.notes : onePage
    const filled = fillTopics(topics, versionsOf(all ?? [], language, open))
    return { ...filled, library, whole: all !== undefined, settled: !isLoading }
  }, [listed, library, newest, isFar, far, isLoading, language, open])
}

function find(topics: readonly Topic[], path: string): boolean {
  return topics.some((topic) => topic.path === path || find(topic.topics, path))
}
