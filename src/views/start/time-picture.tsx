import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { overviewQuery } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { densityOf, paths, pickEdition } from '../../notes/index.ts'
import { DensityPicture } from '../../ui/index.ts'

/** How all statements lie over time, small: the way to the timeline. */
export function TimePicture({ editions }: { editions: readonly string[] }) {
  const messages = useMessages()
  const edition = pickEdition(editions, useLanguage())
  const { data } = useQuery(overviewQuery({ edition, axis: 'told' }))
  const lane = useMemo(() => {
    const all = data?.kinds.map(() => true) ?? []
    return {
      name: messages.timeline,
      density: (level: Parameters<typeof densityOf>[2]) => data && densityOf(data, all, level, undefined),
    }
  }, [data, messages.timeline])
  // One day is no picture.
  if (!data?.extent || data.extent.from === data.extent.to) return null
  return (
    <section className="time-picture" aria-label={messages.timeline}>
      <Link to={paths.timeline()}>
        <DensityPicture lane={lane} extent={data.extent} />
      </Link>
    </section>
  )
}
