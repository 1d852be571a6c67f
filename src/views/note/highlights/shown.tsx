import './highlights.css'
import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '../../../messages/index.ts'
import { bodyText, direction, type Note, paths } from '../../../notes/index.ts'
import { type Highlight, highlightsOf, type NoteRecord } from '../../../reading/index.ts'
import { Link } from '../../../ui/index.ts'
import type { Painted } from '../revive.tsx'
import { inOrder, type Placed, paint, placeHighlights } from './paint.tsx'
import { RemarkSign } from './remark-sign.tsx'

export interface Shown {
  painted: readonly Painted[] | undefined
  /** What the reader says of them, and what is lost. */
  remarks: ReactNode
}

/** Highlights to be read, each with the way to its note, where it can be changed. */
export function shownHighlights(note: Note, kept: NoteRecord['highlights']): Shown {
  const placed = placeHighlights(highlightsOf(kept), bodyText(note.body))
  return {
    painted: paint(placed, (words, here, ending, inLink) => (
      <>
        <mark className="highlight" data-highlights={here.map(({ id }) => id).join(' ')}>
          {words}
        </mark>
        {!inLink && ending.map((one) => <Way key={one.id} slug={note.slug} {...one} />)}
      </>
    )),
    remarks: <Remarks note={note} placed={placed} />,
  }
}

/** Behind the words; seen where there is a remark, else while it has the focus. */
function Way({ slug, id, highlight: { quote, remark } }: { slug: string; id: string; highlight: Highlight }) {
  const { highlights } = useMessages()
  const language = useLanguage()
  return (
    <Link
      to={paths.highlight(slug, id)}
      className="highlight-sign"
      lang={language}
      data-remark={remark !== '' || undefined}
      aria-label={highlights.about(quote.exact.length > 60 ? `${quote.exact.slice(0, 60)}…` : quote.exact)}
      title={remark || undefined}
    >
      <RemarkSign />
    </Link>
  )
}

function Remarks({ note, placed }: { note: Note; placed: readonly Placed[] }) {
  const { highlights } = useMessages()
  const said = inOrder(placed).filter(({ at, highlight }) => highlight.remark || !at)
  if (said.length === 0) return null
  return (
    <section className="highlight-list">
      <h3>{highlights.title}</h3>
      <ol>
        {said.map(({ id, highlight: { quote, remark }, at }) => (
          <li key={id}>
            <blockquote lang={note.language} dir={direction(note.language)}>
              {at ? <Link to={paths.highlight(note.slug, id)}>{quote.exact}</Link> : quote.exact}
            </blockquote>
            {remark && (
              <p className="remark" dir="auto">
                {remark}
              </p>
            )}
            {!at && <p className="lost">{highlights.lost}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
