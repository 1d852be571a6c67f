import { useMemo, useState } from 'react'
import { type DayRange, LEVELS, type Level, periodOf, rangeEnds } from '../../calendar/index.ts'
import { useMessages } from '../../messages/index.ts'
import { type Days, densityOf, densityOfEntries, yearsAround } from '../../notes/index.ts'
import { type Lane, laneOf, Strip, useToday } from '../../ui/index.ts'
import type { Params } from './choices.ts'
import { type Filter, mayHold } from './filter.ts'
import { MOST_YEARS, useDays } from './use-days.ts'
import type { Supply } from './use-supply.ts'

/** The years that are looked at more finely than the overview counts, the nearest that are not empty included. */
interface Look {
  seen: readonly number[]
  loaded: ReadonlyMap<number, Days>
}

/**
 * How the statements in question lie over all time, in a lane for each of two that are compared; the range that is
 * chosen on it stands in the address.
 */
export function DensityStrip({
  supply,
  filter,
  names,
  onChange,
}: {
  supply: Supply
  filter: Filter
  /** Of the topics or notes that are compared. */
  names: readonly string[]
  onChange: (params: Params) => void
}) {
  const { strip } = useMessages()
  const today = useToday()
  const { overview, wanted } = supply
  const [seen, setSeen] = useState<readonly number[]>([])
  const years = useMemo(
    () => (supply.entries || seen.length === 0 ? [] : yearsAround(overview, wanted, seen)),
    [supply.entries, overview, wanted, seen],
  )
  const days = useDays(supply.name, years)
  const look = useMemo((): Look => ({ seen, loaded: days }), [seen, days])
  const lanes = useLanes(supply, filter, names.length > 0 ? names : [strip.label], look)
  const { extent, level: counted, count } = overview
  if (!extent || count === 0) return null
  const onView = ({ level, from, to }: { level: Level; from: number; to: number }) => {
    const finer = LEVELS.indexOf(level) > LEVELS.indexOf(counted)
    const [first, last] = [periodOf('year', from), periodOf('year', to)]
    const next =
      finer && last - first < MOST_YEARS ? [...Array(last - first + 1).keys()].map((n) => first + n) : []
    setSeen((before) => (before.join() === next.join() ? before : next))
  }
  return (
    <Strip
      label={strip.label}
      lanes={lanes}
      extent={extent}
      range={filter.range}
      today={today}
      onRange={(range: DayRange) => onChange({ ...rangeEnds(range) })}
      onView={onView}
    />
  )
}

/** One lane, or two where something is compared. */
function useLanes(
  { overview, entries }: Supply,
  { topic, note, versus, language, sourced }: Filter,
  names: readonly string[],
  { seen, loaded }: Look,
): Lane[] {
  const [one, other] = names
  return useMemo(() => {
    const laneAt = (name: string, of: string | undefined): Lane => {
      const known = entries?.filter((entry) => note === undefined || entry.note.slug === of)
      if (known) return laneOf(name, (level) => densityOfEntries(known, level))
      const wanted = overview.kinds.map((kind) =>
        mayHold(kind, overview.topics, { topic: of, note, language, sourced }),
      )
      // Half of what is seen would look like a quiet time.
      const days =
        seen.length > 0 && seen.every((year) => loaded.has(year)) ? [...loaded.values()] : undefined
      return laneOf(
        name,
        (level) => densityOf(overview, wanted, level, days),
        (level, year) => LEVELS.indexOf(level) <= LEVELS.indexOf(overview.level) || loaded.has(year),
      )
    }
    const first = laneAt(one ?? '', note ?? topic)
    return other === undefined ? [first] : [first, laneAt(other, versus)]
  }, [overview, entries, topic, note, versus, language, sourced, one, other, seen, loaded])
}
