import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { sourceShardQuery } from '../../library/index.ts'
import type { SourceIndex, SourceShard } from '../../notes/index.ts'

/**
 * The shards that hold what is asked for: those of a site, all of them, or as many as were asked for one after the
 * other.
 */
export function useShards({ shards }: SourceIndex, site: string | null, all: boolean) {
  const [asked, setAsked] = useState(1)
  const wanted = [...shards.keys()].filter((i) => {
    const { from, to } = shards[i] as SourceIndex['shards'][number]
    return site === null || (from <= site && site <= to)
  })
  const count = all || site !== null ? wanted.length : Math.min(asked, wanted.length)
  const read = useQueries({
    queries: wanted.slice(0, count).map((shard) => ({ ...sourceShardQuery(shard), throwOnError: true })),
    combine,
  })
  return {
    shards: read,
    missing: count - read.length,
    more: count < wanted.length,
    readMore: useCallback(() => setAsked((last) => last + 1), []),
  }
}

function combine(results: readonly { data: SourceShard | undefined }[]): SourceShard[] {
  return results.flatMap(({ data }) => data ?? [])
}
