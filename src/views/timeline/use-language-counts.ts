import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { overviewQuery } from '../../library/index.ts'
import { begunIn, type Days } from '../../notes/index.ts'
import type { ReadingState } from '../../reading/index.ts'
import { type Count, countFor } from './choices.ts'
import { type Filter, isCountable } from './filter.ts'

const NO_DAYS: ReadonlyMap<number, Days> = new Map()

/**
 * How many statements a language would show that the timeline comes in: each is another timeline, whose overview is
 * read once asked for. All others are counted `here`.
 */
export function useLanguageCounts(
  editions: readonly string[],
  filter: Filter,
  reading: ReadingState,
  here: (change: Partial<Filter>) => Count,
) {
  const [asked, setAsked] = useState(false)
  const found = useQueries({
    queries: asked ? editions.map((edition) => overviewQuery({ edition, axis: filter.axis })) : [],
  })
  const countOf = (language: string): Count | undefined => {
    if (!editions.includes(language)) return here({ language })
    const overview = found[editions.indexOf(language)]?.data
    if (!overview || !isCountable(filter)) return undefined
    const begun = begunIn(overview, filter.range, NO_DAYS)
    return countFor({ ...filter, language }, { overview, begun, entries: [], covers: () => false, reading })
  }
  return { countOf, ask: useCallback(() => setAsked(true), []) }
}
