import { queryOptions } from '@tanstack/react-query'
import {
  ARTIFACT_VERSION,
  AXES,
  type Axis,
  artifactPaths,
  type Days,
  type Entry,
  entriesOf,
  type Overview,
  pickEdition,
  type Tile,
} from '../notes/index.ts'
import { fetchArtifact } from './client.ts'
import { LibraryError } from './library-error.ts'

/** A timeline among those of the library: in which edition, and by what its statements stand in time. */
export interface TimelineName {
  edition: string
  axis: Axis
}

/** The timeline that an address asks for: on its axis, in its language or else in the reader's. */
export function nameTimeline(
  editions: readonly string[],
  params: URLSearchParams,
  language: string,
): TimelineName {
  const wanted = params.get('lang') ?? ''
  const axis = AXES.find((one) => one === params.get('axis')) ?? 'told'
  return { axis, edition: editions.includes(wanted) ? wanted : pickEdition(editions, language) }
}

/** How long a tile that is not shown any more is kept; milliseconds. */
const KEPT = 45_000

export const overviewQuery = ({ edition, axis }: TimelineName) =>
  queryOptions({
    queryKey: ['timeline', edition, axis],
    queryFn: ({ signal }) =>
      fetchArtifact<Overview>(
        artifactPaths.overview(edition, axis),
        ({ kinds, runs, tiles }) => [kinds, runs, tiles].every(Array.isArray),
        signal,
      ),
  })

export const tileQuery = ({ edition, axis }: TimelineName, n: number) =>
  entriesQuery(['timeline', edition, axis, n], artifactPaths.tile(edition, axis, n))

/** What has no year, whatever the axis. */
export const undatedQuery = ({ edition }: TimelineName, n: number) =>
  entriesQuery(['timeline', edition, 'undated', n], artifactPaths.undatedTile(edition, n))

/** So many tiles are under way at once while many are read. */
const AHEAD = 4

/**
 * Reads tiles in the order given, a few ahead of the one asked for, and keeps none of them.
 * @throws LibraryError where one cannot be had, even at a second try
 */
export async function* readTiles(
  { edition, axis }: TimelineName,
  numbers: readonly number[],
  signal: AbortSignal,
): AsyncGenerator<Entry[]> {
  const read = (n: number) => fetchEntries(artifactPaths.tile(edition, axis, n), signal)
  const begin = (n: number) => {
    const reading = read(n).catch((error: unknown) => (signal.aborted ? Promise.reject(error) : read(n)))
    // What fails ahead of its turn is told in its turn.
    reading.catch(() => undefined)
    return reading
  }
  const waiting = numbers.slice(0, AHEAD).map(begin)
  for (const [i] of numbers.entries()) {
    const entries = await (waiting.shift() as Promise<Entry[]>)
    const next = numbers[i + AHEAD]
    if (next !== undefined) waiting.push(begin(next))
    yield entries
  }
}

/** The days of a year; a year in which nothing begins has no file. */
export const daysQuery = ({ edition, axis }: TimelineName, year: number) =>
  queryOptions({
    queryKey: ['timeline', edition, axis, 'days', year],
    queryFn: ({ signal }) =>
      fetchArtifact<Days>(
        artifactPaths.days(edition, axis, year),
        ({ runs }) => Array.isArray(runs),
        signal,
      ).catch((error: unknown): Days => {
        if (error instanceof LibraryError && error.kind === 'missing')
          return { version: ARTIFACT_VERSION, runs: [] }
        throw error
      }),
    gcTime: KEPT,
  })

function entriesQuery(queryKey: readonly (string | number)[], path: string) {
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => fetchEntries(path, signal),
    gcTime: KEPT,
  })
}

async function fetchEntries(path: string, signal: AbortSignal): Promise<Entry[]> {
  const whole = ({ entries, notes, sources }: Record<string, unknown>) =>
    [entries, notes, sources].every(Array.isArray)
  return entriesOf(await fetchArtifact<Tile>(path, whole, signal))
}
