import { queryOptions } from '@tanstack/react-query'
import {
  artifactPaths,
  type SearchIndex,
  type SearchPage,
  type SearchText,
  type SearchWords,
} from '../notes/index.ts'
import { fetchArtifact } from './client.ts'

/** Where a search begins; in a small library, all of it. Asked for when the reader means to search. */
export const searchQuery = queryOptions({
  queryKey: ['search'],
  queryFn: ({ signal }) =>
    fetchArtifact<SearchIndex>(artifactPaths.search, ({ root }) => isPage(root), signal),
})

export const searchPageQuery = (number: number) =>
  queryOptions({
    queryKey: ['search', 'page', number],
    queryFn: () => fetchArtifact<SearchPage>(artifactPaths.searchPage(number), isPage),
  })

export const searchTextQuery = (number: number) =>
  queryOptions({
    queryKey: ['search', 'text', number],
    queryFn: () =>
      fetchArtifact<SearchText>(artifactPaths.searchText(number), ({ passages }) => Array.isArray(passages)),
  })

export const searchWordsQuery = (initial: string) =>
  queryOptions({
    queryKey: ['search', 'words', initial],
    queryFn: () =>
      fetchArtifact<SearchWords>(
        artifactPaths.searchWords(initial),
        ({ words }) => typeof words === 'string',
      ),
  })

function isPage(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { terms, lists, keys } = value as Record<string, unknown>
  return Array.isArray(keys) || (typeof terms === 'string' && typeof lists === 'string')
}
