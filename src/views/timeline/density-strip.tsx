import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type Day, rangeEnds, toRange } from '../../calendar/index.ts'
import { useMessages } from '../../messages/index.ts'
import { Strip, useToday } from '../../ui/index.ts'
import { densityOf } from './density.ts'
import { withRange } from './filters.tsx'
import { type Filter, inTopic, type Placed } from './shown-entries.ts'

/** How the statements of the topic lie over all time; the range that is chosen on it stands in the address. */
export function DensityStrip({
  placed,
  extent,
  filter: { from, to, topic },
}: {
  placed: readonly Placed[]
  extent: { from: Day; to: Day }
  filter: Filter
}) {
  const { strip } = useMessages()
  const [, setParams] = useSearchParams()
  const today = useToday()
  const lanes = useMemo(() => {
    const values = placed.flatMap(({ entry, note }) => (inTopic(note, topic) ? [entry.at] : []))
    return [{ name: strip.label, density: densityOf(values) }]
  }, [placed, topic, strip.label])
  return (
    <Strip
      label={strip.label}
      lanes={lanes}
      extent={extent}
      range={toRange(from, to)}
      today={today}
      onRange={(range) => setParams((last) => withRange(last, rangeEnds(range)), { replace: true })}
    />
  )
}
