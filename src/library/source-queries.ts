import { queryOptions } from '@tanstack/react-query'
import { artifactPaths, type SourceIndex, type SourceShard } from '../notes/index.ts'
import { fetchArtifact } from './client.ts'

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
