import { useMemo } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../messages/index.ts'
import { type Note, paths } from '../../notes/index.ts'
import { DensityPicture, laneOf } from '../../ui/index.ts'

/** How the note's statements lie over time, those of the section marked; leads to that time on the timeline. */
export function NoteTimes({ note, section }: { note: Note; section: string | undefined }) {
  const messages = useMessages()
  const lane = useMemo(() => laneOf(note.title, beginnings(note)), [note])
  const marked = useMemo(() => section && laneOf(section, beginnings(note, section)), [note, section])
  const days = beginnings(note)
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

/** The day that each statement begins on: of the note, or of one of its sections. */
function beginnings({ statementList }: Note, section?: string): number[] {
  return statementList.flatMap((one) => (section && one.section !== section ? [] : [one.at.from]))
}
