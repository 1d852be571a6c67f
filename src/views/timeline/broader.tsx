import { useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { tileQuery } from '../../library/index.ts'
import { useMessages } from '../../messages/index.ts'
import type { Entry, Placed } from '../../notes/index.ts'
import { arrivalOf, Coming } from './coming.tsx'
import { Statements } from './entry-list.tsx'
import { type Filter, reachesInto } from './filter.ts'
import { reachingInto, type TileHead } from './tiles.ts'
import type { Supply } from './use-supply.ts'

/** So many tiles are read at a time. */
const STEP = 6

/** What began before the range and goes on into it: folded, so that it does not stand before what was asked for. */
export function Broader({
  supply,
  tiles,
  filter,
  test,
  since,
}: {
  supply: Supply
  tiles: readonly TileHead[]
  filter: Filter
  test: (entry: Entry) => boolean
  since: number | undefined
}) {
  const messages = useMessages()
  const [open, setOpen] = useState(false)
  const [most, setMost] = useState(STEP)
  const reaching = useMemo(() => reachingInto(tiles, filter.range), [tiles, filter.range])
  const asked = open && !supply.entries ? reaching.slice(0, most) : []
  const results = useQueries({ queries: asked.map(({ n }) => tileQuery(supply.name, n)) })
  if (filter.range.from === undefined) return null
  const entries = (supply.entries ?? results.flatMap(({ data }) => (data ?? []) as Placed[])).filter(
    (entry) => reachesInto(entry, filter.range) && test(entry),
  )
  if (supply.entries ? entries.length === 0 : reaching.length === 0) return null
  const arrival = arrivalOf(results)
  return (
    <details className="broader" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{messages.broader}</summary>
      {open && (
        <>
          <Statements placed={entries} axis={filter.axis} since={since} />
          <Coming {...arrival} />
          {!arrival.loading && !arrival.retry && entries.length === 0 && <p>{messages.noneThere}</p>}
          {!supply.entries && reaching.length > most && (
            <button type="button" onClick={() => setMost(most + STEP)}>
              {messages.searchOn}
            </button>
          )}
        </>
      )}
    </details>
  )
}
