import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import type { Note, NoteHead, Shelf, TopicShelf } from '../notes/index.ts'
import { noteQuery, readNewest, readTopic } from './queries.ts'
import { versionsOf } from './versions.ts'

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
