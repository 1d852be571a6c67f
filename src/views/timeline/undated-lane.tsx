import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { undatedQuery } from '../../library/index.ts'
import { useMessages } from '../../messages/index.ts'
import type { Entry } from '../../notes/index.ts'
import { arrivalOf, Coming } from './coming.tsx'
import { Statements } from './entry-list.tsx'
import { type Filter, isOpen } from './filter.ts'
import type { Supply } from './use-supply.ts'

/** What has no year, and so no place in the order: told, not hidden. */
export function UndatedLane({
  supply: { name, overview },
  filter,
  test,
}: {
  supply: Supply
  filter: Filter
  test: (entry: Entry) => boolean
}) {
  const messages = useMessages()
  const [open, setOpen] = useState(false)
  const [pages, setPages] = useState(1)
  const results = useQueries({
    queries: open ? overview.undated.slice(0, pages).map((_, n) => undatedQuery(name, n)) : [],
  })
  const total = overview.undated.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const entries = results.flatMap(({ data }) => data ?? []).filter(test)
  const arrival = arrivalOf(results)
  const more = pages < overview.undated.length
  return (
    <details className="undated" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {messages.undatedDates} {isOpen(filter) && <span className="count">({total})</span>}
      </summary>
      <p className="lead">{messages.undatedLead}</p>
      <Statements placed={entries} axis={filter.axis} since={undefined} />
      <Coming {...arrival} />
      {open && !arrival.loading && !arrival.retry && !more && entries.length === 0 && (
        <p>{messages.noneThere}</p>
      )}
      {more && !arrival.loading && (
        <button type="button" onClick={() => setPages(pages + 1)}>
          {entries.length === 0 ? messages.searchOn : messages.laterStatements}
        </button>
      )}
    </details>
  )
}
