import { memo } from 'react'
import { Link } from 'react-router'
import { formatValue, toEdtf } from '../../calendar/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { direction, paths } from '../../notes/index.ts'
import { useReading } from '../../reading/index.ts'
import { Icon, MarkedText } from '../../ui/index.ts'
import type { Placed } from './shown-entries.ts'

/** A statement away from its note: when, what, and the way to where it stands. */
export const StatementItem = memo(function StatementItem({ placed: { entry, note } }: { placed: Placed }) {
  const messages = useMessages()
  const language = useLanguage()
  const starred = useReading(({ notes }) => notes.get(note.slug)?.starred.get(entry.id)?.on ?? false)
  const { at } = entry
  return (
    <li className="statement" data-precision={at.precision} data-mod={at.mod}>
      <p className="when">
        <time dateTime={toEdtf(at)}>{formatValue(at, language)}</time>
        {starred && (
          <span className="starred" role="img" aria-label={messages.starred}>
            <Icon shape="star" />
          </span>
        )}
      </p>
      <div lang={note.language} dir={direction(note.language)}>
        <p className="sentence">
          <MarkedText
            text={entry.text}
            marks={entry.mentions.map(({ start, end, value }) => ({
              start,
              end,
              dateTime: value && toEdtf(value),
            }))}
          />
        </p>
        <p className="where">
          <Link to={paths.note(note.slug, entry.id)}>{note.title}</Link>
          {entry.section && entry.heading && (
            <>
              <span aria-hidden="true"> › </span>
              <Link to={paths.note(note.slug, entry.section)}>{entry.heading}</Link>
            </>
          )}
        </p>
      </div>
    </li>
  )
})
