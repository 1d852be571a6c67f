import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { DayRange } from '../../calendar/index.ts'
import { daysQuery, type TimelineName } from '../../library/index.ts'
import { type Begun, begunIn, type Days, type Overview, yearsToCount } from '../../notes/index.ts'

/** More years at once are not looked at by days: of many statements, each is some 4 KB. */
export const MOST_YEARS = 12

/** The days of those years that have come. */
export function useDays(
  { edition, axis }: TimelineName,
  years: readonly number[],
): ReadonlyMap<number, Days> {
  return useQueries({
    queries: years.map((year) => daysQuery({ edition, axis }, year)),
    combine: useCallback(
      (found: { data: Days | undefined }[]) =>
        new Map(found.flatMap(({ data }, i) => (data ? [[years[i] as number, data] as const] : []))),
      [years],
    ),
  })
}

/** What begins in a range: roughly at first, where its ends cut what the overview counts. */
export function useBegun(name: TimelineName, overview: Overview, range: DayRange): Begun {
  const years = useMemo(() => {
    const cut = yearsToCount(overview, range)
    return cut.length > MOST_YEARS ? [] : cut
  }, [overview, range])
  const days = useDays(name, years)
  return useMemo(() => begunIn(overview, range, days), [overview, range, days])
}
