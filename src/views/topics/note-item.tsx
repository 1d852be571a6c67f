import { useEffect, useMemo, useRef } from 'react'
import type { Versions } from '../../library/index.ts'
import { useFirstMessages } from '../../messages/index.ts'
import { direction, type Note, paths } from '../../notes/index.ts'
import { hasChanged, hasReadSection, statusOf, useReading } from '../../reading/index.ts'
import { keepInSight, Link, ReadSign } from '../../ui/index.ts'

/** Called when a link is taken. */
type Follow = (() => void) | undefined

/** A note in the list: its title, how far it was read and, while it is open, its sections. */
export function NoteItem({
  versions,
  open,
  opened,
  onFollow,
}: {
  versions: Versions
  open: boolean
  /** The note that is open, once it is at hand. */
  opened: Note | undefined
  onFollow: Follow
}) {
  const messages = useFirstMessages()
  const [note] = versions
  const link = useRef<HTMLAnchorElement>(null)
  // In a long list it may be far down. Who types in the filter looks for another.
  useEffect(() => {
    const list = open ? link.current?.closest('.sidebar') : undefined
    if (list?.querySelector('input') === document.activeElement) return
    const first = list?.querySelector<HTMLElement>('[aria-current="page"]')
    if (first && first === link.current && list?.parentElement) keepInSight(first, list.parentElement)
  }, [open])
  const status = useReading(({ notes }) =>
    statusOf(
      notes,
      versions.map(({ slug }) => slug),
    ),
  )
  const changed = useReading(({ notes }) =>
    versions.some(({ slug, revision }) => hasChanged(notes.get(slug), revision)),
  )
  return (
    <li>
      <Link
        ref={link}
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
        {changed && <span className="changed-word"> {messages.changed}</span>}
      </Link>
      {open && opened && opened.sections.length > 0 && <Sections note={opened} onFollow={onFollow} />}
    </li>
  )
}

/** The sections of the open note, the one being read marked. */
function Sections({ note, onFollow }: { note: Note; onFollow: Follow }) {
  const { slug, sections, statementList, language } = note
  const messages = useFirstMessages()
  const record = useReading(({ notes }) => notes.get(slug))
  const anchor = record?.place?.anchor
  const here = useMemo(
    () => statementList.find(({ id }) => id === anchor)?.section ?? anchor,
    [statementList, anchor],
  )
  const highest = Math.min(...sections.map(({ level }) => level))
  return (
    <ol className="section-list" aria-label={messages.sections} lang={language}>
      {sections.map(({ id, title, level }) => (
        <li key={id} data-depth={Math.min(2, level - highest)}>
          <Link
            to={paths.note(slug, id)}
            aria-current={id === here ? 'location' : undefined}
            onClick={onFollow}
          >
            <span dir={direction(language)}>{title}</span>
            {hasReadSection(record, id) && <ReadSign />}
          </Link>
        </li>
      ))}
    </ol>
  )
}
