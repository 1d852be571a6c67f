import type { ReactNode } from 'react'
import { direction, type NoteHead, paths } from '../../notes/index.ts'
import { Link } from '../../ui/index.ts'

/** A note in a list: the way to it, below what is said of its time. */
export function NoteEntry({
  note,
  when,
  children,
}: {
  note: Pick<NoteHead, 'slug' | 'title' | 'language'>
  when: ReactNode
  children?: ReactNode
}) {
  return (
    <li>
      <p className="entry-when">{when}</p>
      <div lang={note.language} dir={direction(note.language)}>
        <h3>
          <Link to={paths.note(note.slug)}>{note.title}</Link>
        </h3>
        {children}
      </div>
    </li>
  )
}
