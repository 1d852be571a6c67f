import { useMemo } from 'react'
import type { Day } from '../../calendar/index.ts'
import { densityOfEntries, type Note } from '../../notes/index.ts'
import { DensityPicture, type Lane, laneOf } from '../../ui/index.ts'

/** How the note's statements lie over time, those of the section marked. */
export function NotePicture({
  note,
  section,
  extent,
}: {
  note: Note
  section: string | undefined
  extent: { from: Day; to: Day }
}) {
  const lane = useMemo(() => laneIn(note), [note])
  const marked = useMemo(() => section && laneIn(note, section), [note, section])
  return <DensityPicture lane={lane} marked={marked || undefined} extent={extent} />
}

/** The statements of the note, or of one of its sections. */
function laneIn({ title, statementList }: Note, section?: string): Lane {
  const some = statementList.filter((one) => !section || one.section === section)
  return laneOf(title, (level) => densityOfEntries(some, level))
}
