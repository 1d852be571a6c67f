import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
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
async function readNewest(client: QueryClient, page: number, signal: AbortSignal): Promise<Shelf> {
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

function readTopic(path: string, page: number, signal: AbortSignal): Promise<TopicShelf> {
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
      const { name, heads, total } = pageParam ?? (await readHeads(client, topic, language, signal))
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

async function readHeads(client: QueryClient, topic: string, language: string, signal: AbortSignal) {
  const read = (page: number): Promise<Shelf | TopicShelf> =>
    topic ? readTopic(topic, page, signal) : readNewest(client, page, signal)
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

function isShelf({ notes }: Record<string, unknown>): boolean {
  return Array.isArray(notes)
}

function isTopics({ topics }: Record<string, unknown>): boolean {
  return Array.isArray(topics)
}

function pageAfter({ pages }: { pages: number }, read: readonly unknown[]): number | undefined {
  return read.length < pages ? read.length + 1 : undefined
}
