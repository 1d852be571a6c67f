import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { tileQuery } from '../../library/index.ts'
import type { Entry, Placed } from '../../notes/index.ts'
import { type Arrival, arrivalOf } from './coming.tsx'
import type { TileHead } from './tiles.ts'
import type { Supply } from './use-supply.ts'

/** So many tiles at once are on the page; what lies further away is let go, and read again when it is come back to. */
export const MOST_TILES = 16

const NEVER = { later: false, earlier: false }

/** The stretch of tiles that is on the page, by their place among those in question; the end is exclusive. */
export interface Span {
  start: number
  end: number
}

export interface Pages extends Arrival {
  span: Span
  /** What has been read, in order, up to the first tile that has not. */
  entries: Placed[]
  /** How many statements were read, whether or not they are on the page. */
  read: number
  /** How many passed that are not on the page any more. */
  gone: number
  /** Whether either end wants to be asked to go on, after much was read in vain. */
  asks: { later: boolean; earlier: boolean }
  /** Ends a long search where it is. */
  stop: (() => void) | undefined
  /** Goes on at either end; undefined where there is no more. */
  later: (() => void) | undefined
  earlier: (() => void) | undefined
}

/** The tiles of a supply, a few at a time. `onLetGo` is called before what is above the page changes. */
export function usePages(
  supply: Supply,
  tiles: readonly TileHead[],
  first: () => Span,
  onLetGo: () => void,
): Pages {
  const [span, setSpan] = useState(first)
  const known = supply.entries
  const heads = known ? [] : tiles.slice(span.start, span.end)
  const results = useQueries({
    queries: heads.map(({ n }) => tileQuery(supply.name, n)),
    combine: useCallback(
      (found: UseQueryResult<Entry[]>[]) => ({
        data: found.map(({ data }) => data as Placed[] | undefined),
        arrival: arrivalOf(found),
      }),
      [],
    ),
  })
  const { data, arrival } = results
  const missing = data.indexOf(undefined)
  const entries = useMemo(
    () => known ?? (missing < 0 ? data : data.slice(0, missing)).flatMap((page) => page ?? []),
    [known, data, missing],
  )
  const later = useCallback(() => {
    onLetGo()
    setSpan(({ start, end }) => ({ start: Math.max(start, end + 1 - MOST_TILES), end: end + 1 }))
  }, [onLetGo])
  const earlier = useCallback(() => {
    onLetGo()
    setSpan(({ start, end }) => ({ start: start - 1, end: Math.min(end, start - 1 + MOST_TILES) }))
  }, [onLetGo])
  return {
    span,
    entries,
    gone: 0,
    asks: NEVER,
    stop: undefined,
    read: known?.length ?? heads.reduce((sum, { count }, i) => sum + (data[i] ? count : 0), 0),
    ...(known ? supply.arrival : arrival),
    later: !known && span.end < tiles.length && missing < 0 ? later : undefined,
    earlier: !known && span.start > 0 && missing < 0 ? earlier : undefined,
  }
}
