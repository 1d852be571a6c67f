import { memo } from 'react'
import { useHref, useLocation } from 'react-router'
import { type Day, formatDay, formatValue, toEdtf, toIso } from '../../calendar/index.ts'
import { statementMarkdown } from '../../citing/index.ts'
import { type Messages, useLanguage, useMessages, writtenBy } from '../../messages/index.ts'
import { type Axis, breadthOf, direction, type Entry, paths, placeKey } from '../../notes/index.ts'
import { hasRead, useReading, useReadingStore } from '../../reading/index.ts'
import { CopyButton, Icon, Link, MarkedText, STAY } from '../../ui/index.ts'
import { EntrySources } from './entry-sources.tsx'
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
  const { note, at } = entry
  const href = useHref(paths.note(note.slug, entry.id))
  const read = useReading(({ notes }) => hasRead(notes.get(note.slug), entry.id))
  const isNew = !read && isFresh(entry, since)
  const anchor = anchorOf(entry, axis)
  const writer = writtenOn(note, messages, language)
  const asMarkdown = () =>
    statementMarkdown(
      {
        text: entry.text,
        when: at ? formatValue(at, language) : '',
        title: [note.title, entry.heading].filter(Boolean).join(' › '),
        address: new URL(href, location.href).href,
        provenance: writer,
        sources: entry.sources.map((source) => ({ ...source, likely: source.likely !== undefined })),
      },
      messages.likely,
    )
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
        {writer && (
          <p className="badge">
            <bdi>{writer}</bdi>
          </p>
        )}
        <EntrySources entry={entry} statement={asMarkdown} />
        <Marks entry={entry} read={read} asMarkdown={asMarkdown} />
      </div>
    </li>
  )
})

/** What a model did to the note, which, and when. */
function writtenOn({ provenance, date }: Entry['note'], messages: Messages, language: string) {
  const writer = provenance && writtenBy(provenance, messages)
  return writer && date !== undefined ? messages.writtenOn(writer, formatDay(date, language)) : writer
}

/** The date, as a link to this very place. */
function When({ entry: { at, said }, anchor }: { entry: Entry; anchor: string }) {
  const messages = useMessages()
  const language = useLanguage()
  const { search } = useLocation()
  if (!at) return null
  const wasSaid = said && said.from !== at.from ? said : undefined
  return (
    <>
      <Link to={{ search: placed(search, at.from), hash: anchor }} {...STAY} title={messages.linkHere}>
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
function Marks({ entry, read, asMarkdown }: { entry: Entry; read: boolean; asMarkdown: () => string }) {
  const messages = useMessages()
  const store = useReadingStore()
  const { slug } = entry.note
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
      <CopyButton text={asMarkdown} label={messages.copyStatement} compact />
    </p>
  )
}
