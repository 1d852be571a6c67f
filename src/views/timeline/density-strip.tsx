import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type DayRange, LEVELS, periodOf, rangeEnds } from '../../calendar/index.ts'
import { daysQuery } from '../../library/index.ts'
import { useMessages } from '../../messages/index.ts'
import { type Days, densityOf, densityOfEntries } from '../../notes/index.ts'
import { type Density, type Lane, Strip, useToday } from '../../ui/index.ts'
import type { Params } from './choices.ts'
import { type Filter, mayHold } from './filter.ts'
import type { Supply } from './use-supply.ts'

/** More years at once are not looked at by days. */
const MOST_YEARS = 4

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
  const [years, setYears] = useState<number[]>([])
  const days = useQueries({
    queries: supply.entries ? [] : years.map((year) => daysQuery(supply.name, year)),
    combine: daysOf,
  })
  const lanes = useLanes(supply, filter, names.length > 0 ? names : [strip.label], days)
  const { extent, level: counted, count } = supply.overview
  if (!extent || count === 0) return null
  const look = ({ level, from, to }: { level: (typeof LEVELS)[number]; from: number; to: number }) => {
    const finer = LEVELS.indexOf(level) > LEVELS.indexOf(counted)
    const [first, last] = [periodOf('year', from), periodOf('year', to)]
    const wanted =
      finer && last - first < MOST_YEARS ? [...Array(last - first + 1).keys()].map((n) => first + n) : []
    setYears((before) => (before.join() === wanted.join() ? before : wanted))
  }
  return (
    <Strip
      label={strip.label}
      lanes={lanes}
      extent={extent}
      range={filter.range}
      today={today}
      onRange={(range: DayRange) => onChange({ ...rangeEnds(range) })}
      onView={look}
    />
  )
}

/** One lane, or two where something is compared; each level is cut once. */
function useLanes(
  { overview, entries }: Supply,
  { topic, note, versus, language, sourced }: Filter,
  names: readonly string[],
  days: readonly Days[] | undefined,
): Lane[] {
  const key = names.join('\n')
  return useMemo(() => {
    const one = (of: string | undefined): Lane['density'] => {
      const wanted = overview.kinds.map((kind) =>
        mayHold(kind, overview.topics, { topic: of, note, language, sourced }),
      )
      const known = entries?.filter((entry) => note === undefined || entry.note.slug === of)
      return (level) => (known ? densityOfEntries(known, level) : densityOf(overview, wanted, level, days))
    }
    return key
      .split('\n')
      .map((name, n) => ({ name, density: once(one(n === 0 ? (note ?? topic) : versus)) }))
  }, [overview, entries, topic, note, versus, language, sourced, key, days])
}

function once(density: Lane['density']): Lane['density'] {
  const cut = new Map<string, Density | undefined>()
  return (level) => {
    if (!cut.has(level)) cut.set(level, density(level))
    return cut.get(level)
  }
}

/** All of them, or none: half a year looks like a quiet one. */
function daysOf(results: readonly { data: Days | undefined }[]): Days[] | undefined {
  const found = results.flatMap(({ data }) => data ?? [])
  return found.length > 0 && found.length === results.length ? found : undefined
}
