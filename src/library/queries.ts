import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  artifactPaths,
  type Library,
  type Note,
  type Shelf,
  type SourceIndex,
  type SourceShard,
  type TopicShelf,
} from '../notes/index.ts'
import { fetchArtifact } from './client.ts'

/** The notes of the whole library, a page at a time; the first page comes with every screen. */
export const libraryQuery = infiniteQueryOptions({
  queryKey: ['library'],
  queryFn: ({ pageParam, signal }) =>
    fetchArtifact<Library>(artifactPaths.library(pageParam), isShelf, signal),
  initialPageParam: 1,
  getNextPageParam: pageAfter,
})

/** The notes of a topic and of those below it, a page at a time. */
export const topicQuery = (path: string) =>
  infiniteQueryOptions({
    queryKey: ['topic', path],
    queryFn: ({ pageParam, signal }) =>
      fetchArtifact<TopicShelf>(artifactPaths.topic(path, pageParam), isShelf, signal),
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

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: ({ signal }) =>
    fetchArtifact<SourceIndex>(artifactPaths.sources, ({ shards }) => Array.isArray(shards), signal),
})

export const sourceShardQuery = (shard: number) =>
  queryOptions({
    queryKey: ['sources', shard],
    queryFn: ({ signal }) =>
      fetchArtifact<SourceShard>(
        artifactPaths.sourceShard(shard),
        ({ notes, sources }) => Array.isArray(notes) && Array.isArray(sources),
        signal,
      ),
  })

function isShelf({ notes, topics }: Record<string, unknown>): boolean {
  return Array.isArray(notes) && Array.isArray(topics)
}

function pageAfter({ pages }: Shelf, read: readonly Shelf[]): number | undefined {
  return read.length < pages ? read.length + 1 : undefined
}
