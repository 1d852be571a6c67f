import { useMemo } from 'react'
import { useMessages } from '../../messages/index.ts'
import { densityOfEntries, type Note, paths } from '../../notes/index.ts'
import { DensityPicture, type Lane, Link, laneOf } from '../../ui/index.ts'

/** How the note's statements lie over time, those of the section marked; leads to that time on the timeline. */
export function NoteTimes({ note, section }: { note: Note; section: string | undefined }) {
  const messages = useMessages()
  const lane = useMemo(() => laneIn(note), [note])
  const marked = useMemo(() => section && laneIn(note, section), [note, section])
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
        <DensityPicture lane={lane} marked={marked || undefined} extent={extent} />
      </Link>
    </div>
  )
}

/** The statements of the note, or of one of its sections. */
function laneIn({ title, statementList }: Note, section?: string): Lane {
  const some = statementList.filter((one) => !section || one.section === section)
  return laneOf(title, (level) => densityOfEntries(some, level))
}
