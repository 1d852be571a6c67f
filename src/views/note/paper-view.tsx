import '../../ui/pages.css'
import './note.css'
import './paper.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { wholeNotesQuery } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, type Note, type NoteHead, nameLanguage, paths } from '../../notes/index.ts'
import { Link } from '../../ui/index.ts'
import type { Chosen } from './chosen-date.ts'
import { DateCard } from './date-card.tsx'
import { leadWithin } from './lead-within.ts'
import { ListedSources } from './listed-sources.tsx'
import { NoteBody } from './note-body.tsx'
import { NoteHeader } from './note-header.tsx'
import { useShownHighlights } from './use-shown-highlights.ts'

/** All notes of a topic, or of the library, one below the other: to be printed, or read through. */
export function PaperView() {
  const messages = useMessages()
  const language = useLanguage()
  const topic = useSearchParams()[0].get('topic') ?? ''
  const { data, hasNextPage, isFetching, isError, fetchNextPage, refetch } = useInfiniteQuery(
    wholeNotesQuery(topic, language),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that comes at once changes nothing but the data
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [data, hasNextPage, isFetching, isError, fetchNextPage])
  const [first] = data?.pages ?? []
  const notes = data?.pages.flatMap((page) => page.notes) ?? []
  const name = topic ? (first?.name ?? topic) : messages.libraryTitle
  const whole = first !== undefined && notes.length === first.total
  return (
    <div className="page paper-page">
      <title>{name}</title>
      <h1 tabIndex={-1} lang={nameLanguage(name, language)}>
        <bdi>{name}</bdi>
      </h1>
      <p className="ways">
        <span role="status">
          {whole
            ? messages.noteCount(notes.length)
            : first
              ? messages.paper.progress(notes.length, first.total)
              : !isError && messages.loading}
        </span>
        {whole && notes.length > 0 && (
          <button type="button" onClick={() => print()}>
            {messages.paper.print}
          </button>
        )}
        {isError && (
          <span role="alert">
            {messages.paper.failed}{' '}
            <button type="button" onClick={() => refetch()}>
              {messages.tryAgain}
            </button>
          </span>
        )}
      </p>
      {notes.map((note) =>
        'body' in note ? <OnPaper key={note.slug} note={note} /> : <Missing key={note.slug} note={note} />,
      )}
    </div>
  )
}

function OnPaper({ note }: { note: Note }) {
  const [chosen, setChosen] = useState<Chosen>()
  const close = useCallback(() => setChosen(undefined), [])
  const { painted, remarks } = useShownHighlights(note)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <article className="paper-note" onClick={(event) => leadWithin(event, '[id]')}>
      <NoteHeader note={note} as="h2" />
      <div className="prose" lang={note.language} dir={direction(note.language)}>
        <NoteBody note={note} onDate={setChosen} painted={painted} />
      </div>
      {remarks}
      <ListedSources note={note} />
      {chosen && <DateCard chosen={chosen} note={note} onClose={close} />}
    </article>
  )
}

function Missing({ note }: { note: NoteHead }) {
  const messages = useMessages()
  return (
    <article className="paper-note">
      <h2 lang={note.language} dir={direction(note.language)}>
        <Link to={paths.note(note.slug)}>{note.title}</Link>
      </h2>
      <p>{messages.paper.missing}</p>
    </article>
  )
}
