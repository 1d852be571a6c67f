import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { looseQuery, topicQuery, type Versions, versionsOf } from '../../library/index.ts'
import { useFirstMessages, useLanguage } from '../../messages/index.ts'
import { type Note, nameLanguage, type TopicShelf } from '../../notes/index.ts'
import { type FilledTopic, fillTopics } from './filled-topic.ts'
import { NoteItem } from './note-item.tsx'
import { TopicHead } from './topic-head.tsx'
import type { Folds } from './use-folds.ts'

export interface Tree {
  open: string | undefined
  opened: Note | undefined
  /** The topic that the reader is in. */
  here: string | undefined
  /** Whether all notes are at hand; where not, those of a topic come when it is unfolded. */
  whole: boolean
  /** Undefined where all topics are unfolded. */
  folds: Folds | undefined
  /** Whether numbers stand at the topics. */
  counted: boolean
  onFollow?: (() => void) | undefined
  /** Called where the notes of a topic cannot be had. */
  onMissing: () => void
}

/** What the notes without a topic are unfolded as: no topic has this path. */
export const LOOSE = ''

interface ItemProps {
  topic: FilledTopic
  tree: Tree
}

export function TopicItem({ topic, tree }: ItemProps) {
  const client = useQueryClient()
  const language = useLanguage()
  const unfolded = tree.folds?.unfolds(topic.path) ?? true
  // Those above the one that the reader is in show the way to it.
  const isOnTheWay = tree.here?.startsWith(`${topic.path}/`) ?? false
  const query = topicQuery(topic.path)
  // Of a topic that shows none, nothing is to be heard: with many topics, that would be most of the work of a page.
  const shows = !tree.whole && unfolded && !isOnTheWay
  const known = shows ? topic : fill(topic, tree, language, client.getQueryData(query.queryKey))
  const head = shows ? (
    <FetchedHead topic={topic} tree={tree} />
  ) : (
    <TopicHead topic={known} onFollow={tree.onFollow} counted={tree.counted} />
  )
  return (
    <li className="topic">
      {tree.folds ? (
        <div className="topic-line">
          {head}
          <Fold path={topic.path} name={topic.name} folds={tree.folds} query={query} />
        </div>
      ) : (
        head
      )}
      {shows ? <FetchedNotes topic={topic} tree={tree} /> : unfolded && <Below topic={known} tree={tree} />}
    </li>
  )
}

function FetchedHead({ topic, tree }: ItemProps) {
  const { filled } = useFetched(topic, tree)
  return <TopicHead topic={filled} onFollow={tree.onFollow} counted={tree.counted} />
}

function FetchedNotes({ topic, tree }: ItemProps) {
  const { filled, isError } = useFetched(topic, tree)
  return (
    <>
      {filled.notes.length === 0 && isError && <NotThere onMissing={tree.onMissing} />}
      <Below topic={filled} tree={tree} />
    </>
  )
}

function Below({ topic: { notes, topics }, tree }: ItemProps) {
  return (
    <>
      {notes.length > 0 && <NoteList notes={notes} tree={tree} />}
      {topics.length > 0 && (
        <ul className="topic-list">
          {topics.map((below) => (
            <TopicItem key={below.path} topic={below} tree={tree} />
          ))}
        </ul>
      )}
    </>
  )
}

/** A topic with its notes as they come. */
function useFetched(topic: FilledTopic, tree: Tree) {
  const language = useLanguage()
  const { data, isError } = useInfiniteQuery(topicQuery(topic.path))
  const filled = useMemo(() => fill(topic, tree, language, data), [topic, tree, language, data])
  return { filled, isError }
}

/** Puts the notes that have come onto a topic; where all are at hand, they stand on it. */
function fill(
  topic: FilledTopic,
  { whole, opened, open }: Tree,
  language: string,
  data: { pages: TopicShelf[] } | undefined,
): FilledTopic {
  const cards = whole ? undefined : data?.pages.flatMap((page) => page.notes)
  if (!cards) return topic
  // An older note that is open stands there, too.
  const isMissing = opened?.topics.includes(topic.path) && !cards.some(({ slug }) => slug === opened.slug)
  const notes = isMissing && opened ? [...cards, opened] : cards
  return fillTopics([topic], versionsOf(notes, language, open)).topics[0] as FilledTopic
}

/** The notes without a topic. `notes`: those that are at hand. */
export function LooseNotes({
  notes,
  titled,
  tree,
}: {
  notes: readonly Versions[]
  titled: boolean
  tree: Tree
}) {
  const messages = useFirstMessages()
  const language = useLanguage()
  const unfolded = !titled || (tree.folds?.unfolds(LOOSE) ?? true)
  const { data, isError } = useInfiniteQuery({ ...looseQuery, enabled: !tree.whole && unfolded })
  const found = useMemo(() => {
    const cards = tree.whole ? undefined : data?.pages.flatMap((page) => page.notes)
    return cards ? versionsOf(cards, language, tree.open) : notes
  }, [tree, data, notes, language])
  return (
    <section className="loose">
      {titled && (
        <div className="topic-line">
          <h2>{messages.withoutTopic}</h2>
          {tree.folds && (
            <Fold path={LOOSE} name={messages.withoutTopic} folds={tree.folds} query={looseQuery} />
          )}
        </div>
      )}
      {unfolded && found.length > 0 && <NoteList notes={found} tree={tree} />}
      {unfolded && !tree.whole && found.length === 0 && isError && <NotThere onMissing={tree.onMissing} />}
    </section>
  )
}

/** Unfolds a topic and folds it; its notes are fetched when the reader turns to it. */
function Fold({
  path,
  name,
  folds,
  query,
}: {
  path: string
  name: string
  folds: Folds
  query: typeof looseQuery | ReturnType<typeof topicQuery>
}) {
  const client = useQueryClient()
  const language = useLanguage()
  const unfolded = folds.unfolds(path)
  const fetchAhead = () => void client.prefetchInfiniteQuery(query as typeof looseQuery)
  return (
    <button
      type="button"
      className="bare fold"
      aria-label={name}
      lang={nameLanguage(name, language)}
      aria-expanded={unfolded}
      onPointerEnter={fetchAhead}
      onFocus={fetchAhead}
      onClick={() => folds.turn(path, !unfolded)}
    />
  )
}

function NotThere({ onMissing }: Pick<Tree, 'onMissing'>) {
  useEffect(onMissing, [onMissing])
  return (
    <p className="no-match" role="status">
      {useFirstMessages().offline}
    </p>
  )
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
