import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { searchPageQuery, searchQuery, searchTextQuery, searchWordsQuery } from '../../library/index.ts'
import { useLanguage } from '../../messages/index.ts'
import { type SearchFilter, type SearchResults, type SearchSource, search } from '../../search/index.ts'

export interface Searched {
  /** As it was typed. */
  query: string
  /** Those of the query before, until these are there. */
  results: SearchResults | undefined
  /** The query that they are of is not the one that is asked. */
  pending: boolean
  error: Error | null
  tryAgain: () => void
}

/** Looks for what is typed; an answer that comes late is not shown in place of a newer one. */
export function useSearch(query: string, filter: SearchFilter, wanted: number): Searched {
  const client = useQueryClient()
  const language = useLanguage()
  // Fetched as soon as there is somewhere to type.
  useQuery(searchQuery)
  const { data, error, isPlaceholderData, isPending, refetch } = useQuery({
    queryKey: ['search', 'found', query, filter, language, wanted],
    queryFn: async () => {
      const index = await client.fetchQuery(searchQuery)
      return search(index, sourceOf(client), { query, filter, language, wanted })
    },
    placeholderData: keepPreviousData,
  })
  return { query, results: data, pending: isPending || isPlaceholderData, error, tryAgain: () => refetch() }
}

function sourceOf(client: QueryClient): SearchSource {
  return {
    page: (number) => client.fetchQuery(searchPageQuery(number)),
    text: (number) => client.fetchQuery(searchTextQuery(number)),
    words: (initial) => client.fetchQuery(searchWordsQuery(initial)),
  }
}
