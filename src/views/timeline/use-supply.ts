import {
  type UseQueryResult,
  useQueries,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  LibraryError,
  libraryQuery,
  nameTimeline,
  noteQuery,
  overviewQuery,
  type TimelineName,
} from '../../library/index.ts'
import { compareTimes, type Note, type Overview, type Placed, placeNote } from '../../notes/index.ts'
import { useReading } from '../../reading/index.ts'
import { type Arrival, arrivalOf } from './coming.tsx'
import { type Filter, mayHold } from './filter.ts'

/** Where the statements come from that the filter asks for. */
export interface Supply {
  name: TimelineName
  overview: Overview
  /** Which of the overview's kinds may hold what is asked for. */
  wanted: boolean[]
  /** All statements of the notes in question, where these are known: no tile has to be searched then. */
  entries?: Placed[]
  /** Of those notes. */
  arrival: Arrival
}

/** Starred statements, and those of one note, come from their notes; all others from tiles. */
export function useSupply(filter: Filter, params: URLSearchParams, language: string): Supply {
  const { data } = useSuspenseInfiniteQuery(libraryQuery)
  const editions = data.pages[0]?.editions
  const name = useMemo(() => nameTimeline(editions ?? [], params, language), [editions, params, language])
  const { data: overview } = useSuspenseQuery(overviewQuery(name))
  const wanted = useMemo(
    () => overview.kinds.map((kind) => mayHold(kind, overview.topics, filter)),
    [overview, filter],
  )
  const starred = useStarredNotes(filter.starred)
  const slugs =
    filter.note !== undefined ? [filter.note, filter.versus] : filter.starred ? starred : undefined
  const { entries, arrival } = useEntriesOf(
    slugs?.filter((slug) => slug !== undefined),
    filter.axis,
  )
  return { name, overview, wanted, arrival, ...(entries ? { entries } : {}) }
}

/** Slugs of the notes with stars in them, as one value that stays the same while they do. */
function useStarredNotes(asked: boolean): string[] {
  const joined = useReading(({ notes }) =>
    asked
      ? [...notes]
          .flatMap(([slug, { starred }]) => ([...starred.values()].some(({ on }) => on) ? [slug] : []))
          .join('\n')
      : '',
  )
  return joined ? joined.split('\n') : []
}

function useEntriesOf(slugs: readonly string[] | undefined, axis: Filter['axis']) {
  const { notes, arrival } = useQueries({
    queries: (slugs ?? []).map((slug) => noteQuery(slug)),
    combine: arrived,
  })
  const known = slugs !== undefined
  const entries = useMemo(
    (): Placed[] | undefined =>
      known
        ? notes
            .flatMap((note) => (note ? placeNote(note, axis) : []))
            .sort((a, b) => compareTimes(a.at, b.at))
        : undefined,
    [known, notes, axis],
  )
  return { entries, arrival }
}

/** A note that has gone has no statements, and is not missed. */
function arrived(results: readonly UseQueryResult<Note>[]) {
  const hasGone = ({ error }: UseQueryResult<Note>) =>
    error instanceof LibraryError && error.kind === 'missing'
  return {
    notes: results.map(({ data }) => data),
    arrival: arrivalOf(results.filter((one) => !hasGone(one))),
  }
}
