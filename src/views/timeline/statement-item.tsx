import { memo } from 'react'
import { Link, useHref, useLocation } from 'react-router'
import { type Day, formatValue, toEdtf, toIso } from '../../calendar/index.ts'
import { statementMarkdown } from '../../exports/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { type Axis, breadthOf, direction, type Entry, paths, placeKey, sourceKey } from '../../notes/index.ts'
import { hasRead, useReading, useReadingStore } from '../../reading/index.ts'
import { CopyButton, ExternalLink, Icon, MarkedText } from '../../ui/index.ts'
import { isFresh } from './filter.ts'

/** The anchor of a statement on the timeline; where it stands at several times, of each of them. */
export function anchorOf({ note, id, at }: Entry, axis: Axis): string {
  return `${note.slug}~${id}${axis === 'about' && at ? `~${placeKey(at)}` : ''}`
}

/** A statement away from its note: when, what, where it stands, and on what it rests. */
export const StatementItem = memo(function StatementItem({
  entry,
  axis,
  since,
}: {
  entry: Entry
  axis: Axis
  /** The day of the last visit. */
  since: Day | undefined
}) {
  const messages = useMessages()
  const language = useLanguage()
  const store = useReadingStore()
  const { note, at } = entry
  const read = useReading(({ notes }) => hasRead(notes.get(note.slug), entry.id))
  const isNew = !read && isFresh(entry, since)
  const anchor = anchorOf(entry, axis)
  return (
    <li
      id={anchor}
      tabIndex={-1}
      className="statement"
      data-breadth={at && breadthOf(at)}
      data-mod={at?.mod}
      data-read={read}
    >
      <p className="when">
        {at && <When entry={entry} anchor={anchor} />}
        {isNew && <span className="new">{messages.new}</span>}
      </p>
      <div>
        <p className="sentence" lang={note.language} dir={direction(note.language)}>
          <MarkedText
            text={entry.text}
            marks={entry.mentions.map(({ start, end, value }) => ({
              start,
              end,
              dateTime: value && toEdtf(value),
            }))}
          />
        </p>
        <p className="where" lang={note.language} dir={direction(note.language)}>
          <Link to={paths.note(note.slug, entry.id)}>{note.title}</Link>
          {entry.section && entry.heading && (
            <>
              <span aria-hidden="true"> › </span>
              <Link to={paths.note(note.slug, entry.section)}>{entry.heading}</Link>
            </>
          )}
        </p>
        {entry.sources.length > 0 && (
          <ul className="entry-sources" aria-label={messages.sources}>
            {entry.sources.map(({ number, title, url, site, likely }) => (
              <li key={number} data-likely={likely} dir="auto">
                {url ? (
                  <ExternalLink href={url} onFollow={() => store.follow(note.slug, sourceKey(url))}>
                    {title}
                  </ExternalLink>
                ) : (
                  title
                )}
                {site && <span className="site-name"> {site}</span>}
                {likely && <span className="likely"> ({messages.likely})</span>}
              </li>
            ))}
          </ul>
        )}
        <Marks entry={entry} read={read} when={at ? formatValue(at, language) : ''} />
      </div>
    </li>
  )
})

/** The date, as a link to this very place. */
function When({ entry: { at, said }, anchor }: { entry: Entry; anchor: string }) {
  const messages = useMessages()
  const language = useLanguage()
  const { search } = useLocation()
  if (!at) return null
  const wasSaid = said && said.from !== at.from ? said : undefined
  return (
    <>
      <Link
        to={{ search: placed(search, at.from), hash: anchor }}
        preventScrollReset
        title={messages.linkHere}
      >
        <time dateTime={toEdtf(at)}>{formatValue(at, language)}</time>
      </Link>
      {wasSaid && <span className="said">{messages.saidWhen(formatValue(wasSaid, language))}</span>}
    </>
  )
}

function placed(search: string, day: Day): string {
  const params = new URLSearchParams(search)
  params.set('at', toIso(day))
  return `?${params}`
}

/** What the reader has made of a statement: starred, read, taken along. */
function Marks({ entry, read, when }: { entry: Entry; read: boolean; when: string }) {
  const messages = useMessages()
  const store = useReadingStore()
  const { slug } = entry.note
  const href = useHref(paths.note(slug, entry.id))
  const starred = useReading(({ notes }) => notes.get(slug)?.starred.get(entry.id)?.on ?? false)
  return (
    <p className="marks">
      <button
        type="button"
        className="mark star"
        aria-pressed={starred}
        aria-label={messages.star}
        title={messages.star}
        onClick={() => store.star(slug, entry.id, !starred)}
      >
        <Icon shape="star" />
      </button>
      <button
        type="button"
        className="mark"
        aria-pressed={read}
        aria-label={messages.finished}
        title={read ? messages.markUnread : messages.markRead}
        onClick={() => store.read(slug, entry.id, !read)}
      >
        <Icon shape="check" />
      </button>
      <CopyButton
        text={() =>
          statementMarkdown(
            {
              text: entry.text,
              when,
              title: [entry.note.title, entry.heading].filter(Boolean).join(' › '),
              address: new URL(href, location.href).href,
              sources: entry.sources.map((source) => ({ ...source, likely: source.likely ?? false })),
            },
            messages.likely,
          )
        }
        label={messages.copyStatement}
        compact
      />
    </p>
  )
}
