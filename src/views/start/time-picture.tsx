import { useMemo } from 'react'
import { useMessages } from '../../messages/index.ts'
import { densityOf, type Overview, paths } from '../../notes/index.ts'
import { DensityPicture, Link, laneOf } from '../../ui/index.ts'

/** How all statements lie over time, small: the way to the timeline. */
export function TimePicture({ overview }: { overview: Overview }) {
  const messages = useMessages()
  const lane = useMemo(() => {
    const all = overview.kinds.map(() => true)
    return laneOf(messages.timeline, (level) => densityOf(overview, all, level, undefined))
  }, [overview, messages.timeline])
  const { extent } = overview
  // One day is no picture.
  if (!extent || extent.from === extent.to) return null
  return (
    <section className="time-picture" aria-label={messages.timeline}>
      <Link to={paths.timeline()}>
        <DensityPicture lane={lane} extent={extent} />
      </Link>
    </section>
  )
}
