import { Link } from 'react-router'
import type { Versions } from '../../library/index.ts'
import { useMessages } from '../../messages/index.ts'
import { direction, paths, type Section } from '../../notes/index.ts'
import { statusOf, useReading } from '../../reading/index.ts'

/** A note in the list: its title, how far it was read and, while it is open, its sections. */
export function NoteItem({
  versions,
  open,
  sections,
  onFollow,
}: {
  versions: Versions
  open: boolean
  sections: readonly Section[]
  onFollow?: (() => void) | undefined
}) {
  const messages = useMessages()
  const [note] = versions
  const status = useReading(({ notes }) =>
    statusOf(
      notes,
      versions.map(({ slug }) => slug),
    ),
  )
  const highest = Math.min(...sections.map(({ level }) => level))
  return (
    <li>
      <Link
        to={paths.note(note.slug)}
        className="note-link"
        data-status={status}
        aria-current={open ? 'page' : undefined}
        onClick={onFollow}
      >
        <span lang={note.language} dir={direction(note.language)}>
          {note.title}
        </span>
        <span className="visually-hidden"> – {messages[status]}</span>
      </Link>
      {open && sections.length > 0 && (
        <ol className="section-list" aria-label={messages.sections} lang={note.language}>
          {sections.map(({ id, title, level }) => (
            <li key={id} data-depth={Math.min(2, level - highest)}>
              <Link to={paths.note(note.slug, id)} onClick={onFollow}>
                <span dir={direction(note.language)}>{title}</span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </li>
  )
}
