import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { libraryQuery } from '../../library/index.ts'
import type { Topic } from '../../notes/index.ts'

/** The topics of the library: those that came with it and, once asked for, those on its further pages. */
export function useTopics(): { topics: Topic[]; ask: () => void } {
  const [asked, setAsked] = useState(false)
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = useInfiniteQuery(libraryQuery)
  const pages = data?.pages ?? []
  // Pages go on for their notes when no topics are left.
  const more = asked && hasNextPage && pages.at(-1)?.topics.length !== 0
  useEffect(() => {
    if (more && !isFetching && !isError) fetchNextPage()
  }, [more, isFetching, isError, fetchNextPage])
  return { topics: pages.flatMap((page) => page.topics), ask: () => setAsked(true) }
}
