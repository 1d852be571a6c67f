import { queryOptions } from '@tanstack/react-query'
import { artifactPaths, type Library, type Note, type Sources, type Timeline } from '../notes/index.ts'
import { fetchArtifact } from './client.ts'

export const libraryQuery = queryOptions({
  queryKey: ['library'],
  queryFn: ({ signal }) =>
    fetchArtifact<Library>(
      artifactPaths.wholeLibrary,
      ({ notes, topics }) => Array.isArray(notes) && Array.isArray(topics),
      signal,
    ),
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

export const timelineQuery = queryOptions({
  queryKey: ['timeline'],
  queryFn: ({ signal }) =>
    fetchArtifact<Timeline>(artifactPaths.timeline, ({ entries }) => Array.isArray(entries), signal),
})

export const sourcesQuery = queryOptions({
  queryKey: ['sources'],
  queryFn: ({ signal }) =>
    fetchArtifact<Sources>(artifactPaths.sources, ({ sources }) => Array.isArray(sources), signal),
})
