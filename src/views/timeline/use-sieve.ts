import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { LibraryError, readTiles } from '../../library/index.ts'
import type { Entry, Placed } from '../../notes/index.ts'
import type { TileHead } from './tiles.ts'
import type { Pages, Span } from './use-pages.ts'
import type { Supply } from './use-supply.ts'

/** So many statements that pass are enough to go on with. */
const ENOUGH = 100
/** After so many that were read with fewer found, whether to go on is asked. */
const PATIENCE = 10_000
/** So many that passed are kept at once; those at the other end are let go, and read again when come back to. */
const MOST_KEPT = 4000

/** What was kept of a stretch of tiles, and how many each tile had that was ever read. */
interface Kept {
  start: number
  tiles: readonly (readonly Placed[])[]
  had: ReadonlyMap<number, number>
}

type Way = 'later' | 'earlier'

/**
 * The statements that pass a test, where they may be few among very many: reads tile after tile, keeps what passes,
 * and lets go of the rest. Without tiles it does nothing. `onLetGo` is called before what is above the page changes.
 */
export function useSieve(
  { name }: Supply,
  tiles: readonly TileHead[],
  test: (entry: Entry) => boolean,
  first: () => Span,
  onLetGo: () => void,
): Pages {
  const client = useQueryClient()
  const { key } = useLocation()
  const [began] = useState(first)
  const [kept, setKept] = useState(
    // Going back finds what was found before.
    (): Kept => client.getQueryData(['sieve', key]) ?? { start: began.start, tiles: [], had: new Map() },
  )
  const [running, setRunning] = useState<AbortController>()
  const [failed, setFailed] = useState<Way>()
  const [stale, setStale] = useState<LibraryError>()
  // Nothing more of this build can be had: the page is to be loaded again.
  if (stale) throw stale
  const [asks, setAsks] = useState({ later: false, earlier: false })
  const now = useRef({ kept, test })
  useEffect(() => {
    now.current = { kept, test }
    if (kept.tiles.length > 0) client.setQueryData(['sieve', key], kept)
  }, [kept, test, key, client])

  const run = useCallback(
    async (way: Way, patience: number) => {
      const control = new AbortController()
      setRunning(control)
      setFailed(undefined)
      const { start, tiles: held } = now.current.kept
      const end = start + held.length
      const ahead = way === 'later' ? tiles.slice(end) : tiles.slice(0, start).reverse()
      const numbers = ahead.map(({ n }) => n)
      let [done, found, read] = [0, 0, 0]
      try {
        for await (const entries of readTiles(name, numbers, control.signal)) {
          if (control.signal.aborted) return
          const passed = (entries as Placed[]).filter((entry) => now.current.test(entry))
          done += 1
          found += passed.length
          read += entries.length
          onLetGo()
          setKept((before) => put(before, passed, way))
          const isThere = way === 'earlier' || end + done >= began.end
          if (isThere && (found >= ENOUGH || read >= patience)) break
        }
        setAsks((before) => ({ ...before, [way]: found < ENOUGH }))
      } catch (error) {
        if (error instanceof LibraryError && error.kind === 'stale') setStale(error)
        else if (!control.signal.aborted) setFailed(way)
      } finally {
        control.abort()
        setRunning((one) => (one === control ? undefined : one))
      }
    },
    [name, tiles, began, onLetGo],
  )
  useEffect(() => {
    if (now.current.kept.tiles.length < Math.min(tiles.length, began.end) - began.start)
      run('later', PATIENCE)
  }, [run, tiles, began])
  useEffect(() => () => running?.abort(), [running])

  const end = kept.start + kept.tiles.length
  const goOn = (way: Way) => () => void run(way, asks[way] ? Number.POSITIVE_INFINITY : PATIENCE)
  const stop = () => {
    running?.abort()
    setAsks({ later: true, earlier: true })
  }
  const isFree = !running && !failed
  const inSight = (i: number) => i >= kept.start && i < end
  return {
    span: { start: kept.start, end },
    entries: useMemo(() => kept.tiles.flat(), [kept.tiles]),
    read: [...kept.had.keys()].reduce((sum, i) => sum + (tiles[i]?.count ?? 0), 0),
    gone: [...kept.had].reduce((sum, [i, had]) => sum + (inSight(i) ? 0 : had), 0),
    asks,
    loading: running !== undefined,
    retry: failed && (() => void run(failed, PATIENCE)),
    stop: running && stop,
    later: isFree && end < tiles.length ? goOn('later') : undefined,
    earlier: isFree && kept.start > 0 ? goOn('earlier') : undefined,
  }
}

/** Adds what passed of the tile at one end, and lets go of what is too much at the other. */
function put({ start, tiles, had }: Kept, passed: readonly Placed[], way: Way): Kept {
  const isLater = way === 'later'
  const next = isLater ? [...tiles, passed] : [passed, ...tiles]
  const at = isLater ? start + tiles.length : start - 1
  let first = isLater ? start : at
  let sum = next.reduce((all, { length }) => all + length, 0)
  while (sum > MOST_KEPT && next.length > 1) {
    sum -= (isLater ? next.shift() : next.pop())?.length ?? 0
    if (isLater) first += 1
  }
  return { start: first, tiles: next, had: new Map(had).set(at, passed.length) }
}
