import '../../ui/strip/density-picture.css'
import { useFirstMessages } from '../../messages/index.ts'
import { type Note, paths } from '../../notes/index.ts'
import { AsRendered, Link } from '../../ui/index.ts'
import { cards } from './late.ts'

/** How the note's statements lie over time, those of the section marked; leads to that time on the timeline. */
export function NoteTimes({ note, section }: { note: Note; section: string | undefined }) {
  const messages = useFirstMessages()
  const there = cards.use()
  const days = note.statementList.map(({ at }) => at.from)
  // One bar would say nothing.
  if (new Set(days).size < 2) return null
  const extent = {
    from: days.reduce((a, b) => Math.min(a, b)),
    to: days.reduce((a, b) => Math.max(a, b)),
  }
  return (
    <div className="rail-times">
      <h2>{messages.timeline}</h2>
      <Link to={paths.timeline({ note: note.slug })}>
        {there ? (
          <span>
            <there.NotePicture note={note} section={section} extent={extent} />
          </span>
        ) : (
          <AsRendered key="ahead" />
        )}
      </Link>
    </div>
  )
}
