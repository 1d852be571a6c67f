import type { FetchInfiniteQueryOptions, FetchQueryOptions, QueryClient } from '@tanstack/react-query'
import type { Params } from 'react-router'
import type { Library } from '../notes/index.ts'

// biome-ignore lint/suspicious/noExplicitAny: queries of any shape are loaded alike
type Query = FetchQueryOptions<any, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above
type Pages = FetchInfiniteQueryOptions<any, any, any, any, any>

/** What is at hand of a query; where it is not, it is fetched, and what needs it asks anew. */
export type Get = <T>(query: Query | Pages, optional?: 'optional') => T | undefined

/** What an address asks for. */
export interface Asked {
  params: Params
  query: URLSearchParams
  /** Of the interface. */
  language: string
}

/** Names the data that stands at an address. `library`: once that is at hand. */
export type Needs = (get: Get, library: Library | undefined, asked: Asked) => void

/**
 * Fetches all that is needed, side by side as far as the one does not follow from the other. Undefined where all of it
 * is at hand: then nothing has to be waited for.
 */
export function fetchNeeds(
  client: QueryClient,
  needs: (get: Get) => void,
  tried: ReadonlySet<string> = new Set(),
): Promise<void> | undefined {
  const missing = new Map<string, () => Promise<unknown>>()
  needs(<T>(query: Query | Pages, optional?: 'optional') => {
    const name = JSON.stringify(query.queryKey)
    const found = client.getQueryData<T>(query.queryKey)
    if (found === undefined && !tried.has(name)) {
      missing.set(name, () =>
        fetchOne(client, query).catch((error: unknown) => {
          if (!optional) throw error
        }),
      )
    }
    return found
  })
  if (missing.size === 0) return undefined
  const coming = [...missing.values()].map((fetch) => fetch())
  // What fails is told within the frame, which comes with the rest.
  return Promise.allSettled(coming)
    .then(() => Promise.all(coming))
    .then(() => fetchNeeds(client, needs, new Set([...tried, ...missing.keys()])))
}

function fetchOne(client: QueryClient, query: Query | Pages): Promise<unknown> {
  return 'initialPageParam' in query
    ? client.fetchInfiniteQuery(query as Pages)
    : client.fetchQuery(query as Query)
}
