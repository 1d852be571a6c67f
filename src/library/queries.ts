import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { artifactPaths, type Library, type Note, type Shelf, type TopicShelf } from '../notes/index.ts'
import { fetchArtifact } from './client.ts'

/** What there is, and on which topics; the first page comes with every screen, further ones hold further topics. */
export const libraryQuery = infiniteQueryOptions({
  queryKey: ['library'],
  queryFn: ({ pageParam, signal }) =>
    fetchArtifact<Library>(artifactPaths.library(pageParam), isTopics, signal),
  initialPageParam: 1,
  getNextPageParam: pageAfter,
})

/** All notes, the newest first, a page at a time. */
export const newestQuery = infiniteQueryOptions({
  queryKey: ['newest'],
  queryFn: ({ pageParam, signal, client }) => readNewest(client, pageParam, signal),
  initialPageParam: 1,
  getNextPageParam: pageAfter,
})

/** Those that came with the library are there already. */
export async function readNewest(client: QueryClient, page: number, signal: AbortSignal): Promise<Shelf> {
  const [library] = (await client.ensureInfiniteQueryData(libraryQuery)).pages
  if (library?.newest === 0) return { ...library, pages: 1 }
  return fetchArtifact<Shelf>(artifactPaths.newest(page), isShelf, signal)
}

/** The notes of a topic and of those below it, a page at a time. */
export const topicQuery = (path: string) =>
  infiniteQueryOptions({
    queryKey: ['topic', path],
    queryFn: ({ pageParam, signal }) => readTopic(path, pageParam, signal),
    initialPageParam: 1,
    getNextPageParam: pageAfter,
  })

export function readTopic(path: string, page: number, signal: AbortSignal): Promise<TopicShelf> {
  const whole = (value: Record<string, unknown>) => isShelf(value) && isTopics(value)
  return fetchArtifact<TopicShelf>(artifactPaths.topic(path, page), whole, signal)
}

/** The notes that are on no topic, a page at a time; they are apart where the notes are not few. */
export const looseQuery = infiniteQueryOptions({
  queryKey: ['loose'],
  queryFn: ({ pageParam, signal }) => fetchArtifact<Shelf>(artifactPaths.loose(pageParam), isShelf, signal),
  initialPageParam: 1,
  getNextPageParam: pageAfter,
})

export const noteQuery = (slug: string) =>
  queryOptions({
    queryKey: ['note', slug],
    queryFn: ({ signal }) =>
      fetchArtifact<Note>(
        artifactPaths.note(slug),
        ({ body, sections, statementList, references }) =>
          [body, sections, statementList, references].every(Array.isArray),
        signal,
      ),
  })

function isShelf({ notes }: Record<string, unknown>): boolean {
  return Array.isArray(notes)
}

function isTopics({ topics }: Record<string, unknown>): boolean {
  return Array.isArray(topics)
}

function pageAfter({ pages }: { pages: number }, read: readonly unknown[]): number | undefined {
  return read.length < pages ? read.length + 1 : undefined
}
