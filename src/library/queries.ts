import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  artifactPaths,
  type Library,
  type Note,
  type NoteHead,
  type Shelf,
  type SourceIndex,
  type SourceShard,
  type TopicShelf,
} from '../notes/index.ts'
import { fetchArtifact } from './client.ts'
import { versionsOf } from './versions.ts'

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

/** So many notes are fetched at a time. */
const NOTES_AT_ONCE = 12

/** Notes whole, in part of a topic or of the library. */
export interface WholeNotes {
  /** Of the topic. */
  name: string | undefined
  /** How many there are in all, every translated note once. */
  total: number
  /** The head alone where the note itself could not be had. */
  notes: readonly (Note | NoteHead)[]
  rest: readonly NoteHead[]
}

/** The notes of a topic, or of the library where it is empty, in the reader's language; so many at a time. */
export const wholeNotesQuery = (topic: string, language: string) =>
  infiniteQueryOptions({
    queryKey: ['whole', topic, language],
    queryFn: async ({ pageParam, signal, client }): Promise<WholeNotes> => {
      const { name, heads, total } = pageParam ?? (await readHeads(topic, language, signal))
      const notes = await Promise.all(
        heads
          .slice(0, NOTES_AT_ONCE)
          .map((head) => client.ensureQueryData(noteQuery(head.slug)).catch(() => head)),
      )
      return { name, total, notes, rest: heads.slice(NOTES_AT_ONCE) }
    },
    initialPageParam: undefined as
      | { name: string | undefined; heads: readonly NoteHead[]; total: number }
      | undefined,
    getNextPageParam: ({ name, total, rest }) => (rest.length > 0 ? { name, total, heads: rest } : undefined),
  })

async function readHeads(topic: string, language: string, signal: AbortSignal) {
  const read = (page: number) =>
    topic
      ? fetchArtifact<TopicShelf>(artifactPaths.topic(topic, page), isShelf, signal)
      : fetchArtifact<Library>(artifactPaths.library(page), isShelf, signal)
  const first = await read(1)
  const others = await Promise.all(Array.from({ length: first.pages - 1 }, (_, i) => read(i + 2)))
  const versions = versionsOf(
    [first, ...others].flatMap(({ notes }) => notes),
    language,
  )
  const heads = versions.map(([shown]) => shown)
  return { name: 'name' in first ? first.name : undefined, heads, total: heads.length }
}

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
