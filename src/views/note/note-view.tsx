import './note.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { bibliographyFiles } from '../../citing/index.ts'
import { inOrderFor, noteQuery } from '../../library/index.ts'
import { useFirstMessages, useLanguage, withWords } from '../../messages/index.ts'
import { direction, type Note, type NoteVersion, paths } from '../../notes/index.ts'
import { Awaited, Link, TakeAlong, useShortcuts } from '../../ui/index.ts'
import { ChangedNotice } from './changed-notice.tsx'
import { ChooseWords } from './choose-words.tsx'
import type { Chosen } from './chosen-date.ts'
import { cards } from './late.ts'
import { ListedSources } from './listed-sources.tsx'
import { NoteBody } from './note-body.tsx'
import { NoteHeader } from './note-header.tsx'
import { Rail } from './rail.tsx'
import { SectionReadButton } from './section-read-button.tsx'
import { stepThrough } from './step-through.ts'
import { useBlocks } from './use-blocks.ts'
import { useHighlights } from './use-highlights.tsx'
import { useReadingProgress } from './use-reading-progress.ts'

const BesideView = lazy(async () => ({
  default: (await withWords(() => import('./beside-view.tsx'))).BesideView,
}))

/** A note: its head, its text, its sources, and the way to its neighbours; or the note beside a translation of it. */
export function NoteView() {
  const messages = useFirstMessages()
  const slug = useParams().slug as string
  const other = useSearchParams()[0].get('beside')
  if (other !== null) {
    return (
      <Suspense fallback={<p className="loading">{messages.loading}</p>}>
        <BesideView slug={slug} other={other} />
      </Suspense>
    )
  }
  // Each note is a view of its own: nothing of the last one stays.
  return <OneNote key={slug} slug={slug} />
}

function OneNote({ slug }: { slug: string }) {
  const messages = useFirstMessages()
  const { data: note } = useSuspenseQuery(noteQuery(slug))
  const text = useRef<HTMLElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const { painted, ask, wanted, way, layer } = useHighlights(note, text)
  const blocks = useBlocks(note, wanted)
  const isWhole = blocks === note.body.length
  const progress = useReadingProgress(note, text, end, isWhole)
  const [chosen, setChosen] = useState<Chosen>()
  const closeCard = useCallback(() => setChosen(undefined), [])
  const many = note.sections.length > 1
  const atHeading = useCallback(
    (section: string) => (
      <>
        {many && <SectionReadButton slug={slug} section={section} />}
        <ChooseWords onChoose={() => ask({ section })} />
      </>
    ),
    [slug, many, ask],
  )
  const [said, setSaid] = useState('')
  useNoteKeys(text, progress.toggleFinished, () => {
    const now = progress.toggleSection()
    const title = note.sections.find(({ id }) => id === now?.section)?.title
    if (now && title) setSaid(messages.labelled(title) + (now.on ? messages.finished : messages.unread))
  })
  const files = bibliographyFiles(note.slug, async (format) => {
    const { BIBLIOGRAPHIES, citedSources } = await import('../../exports/index.ts')
    return BIBLIOGRAPHIES[format].write(citedSources([note]))
  })
  return (
    <div className="note-page">
      <title>{note.title}</title>
      <NoteHeader note={note}>{way}</NoteHeader>
      <Rail note={note} section={progress.section} />
      <div className="note-column">
        <ChangedNotice note={note} />
        {progress.resumed && (
          <p className="resumed" role="status">
            {messages.resumed}{' '}
            <button
              type="button"
              onClick={() => {
                scrollTo({ top: 0 })
                progress.dismissResumed()
              }}
            >
              {messages.toTop}
            </button>
          </p>
        )}
        <ChooseWords onChoose={() => ask({ section: '' })} />
        <article ref={text} className="prose" lang={note.language} dir={direction(note.language)}>
          <NoteBody note={note} blocks={blocks} onDate={setChosen} painted={painted} atHeading={atHeading} />
          <div ref={end} />
        </article>
        {layer}
        <p role="status" className="visually-hidden">
          {said}
        </p>
        {isWhole && (
          <>
            <ListedSources note={note} />
            <footer className="note-footer">
              {note.references.length > 0 && <TakeAlong label={messages.takeSourcesAlong} files={files} />}
              <button type="button" aria-pressed={progress.finished} onClick={progress.toggleFinished}>
                {progress.finished ? messages.markUnread : messages.markRead}
              </button>
              <Neighbours note={note} />
            </footer>
          </>
        )}
      </div>
      {chosen && (
        <Awaited part={cards} onGone={closeCard}>
          {({ DateCard }) => (
            <DateCard
              chosen={chosen}
              note={note}
              onClose={closeCard}
              onHighlight={(statement) => ask({ statement })}
            />
          )}
        </Awaited>
      )}
    </div>
  )
}

/** The notes before and after this one in its topic. */
function Neighbours({ note: { neighbours } }: { note: Note }) {
  const messages = useFirstMessages()
  const language = useLanguage()
  const [previous] = inOrderFor(neighbours.previous, language)
  const [next] = inOrderFor(neighbours.next, language)
  if (!previous && !next) return null
  return (
    <nav className="neighbours" aria-label={messages.notes}>
      {previous && <Neighbour label={messages.previousNote} note={previous} />}
      {next && <Neighbour label={messages.nextNote} note={next} />}
    </nav>
  )
}

function Neighbour({ label, note }: { label: string; note: NoteVersion }) {
  return (
    <Link to={paths.note(note.slug)}>
      <span className="label">{label}</span>
      <span lang={note.language} dir={direction(note.language)}>
        {note.title}
      </span>
    </Link>
  )
}

/** `m` read or unread, with Shift the section alone; `j` and `k` walk the sections and statements. */
function useNoteKeys(
  text: React.RefObject<HTMLElement | null>,
  toggleFinished: () => void,
  toggleSection: () => void,
): void {
  useShortcuts(({ key, shiftKey, target }) => {
    if ((target as Element).closest?.('dialog')) return
    if (key === 'm') toggleFinished()
    else if (key === 'M' && shiftKey) toggleSection()
    else if (key === 'j' || key === 'k') stepThrough(text.current, key === 'j' ? 1 : -1)
  })
}
