import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { libraryQuery } from '../../library/index.ts'
import type { Topic } from '../../notes/index.ts'

/** The topics of the library: those that come with every screen and, once asked for, the others. */
export function useTopics(): { topics: Topic[]; ask: () => void } {
  const [asked, setAsked] = useState(false)
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = useInfiniteQuery(libraryQuery)
  const more = asked && hasNextPage
  useEffect(() => {
    if (more && !isFetching && !isError) fetchNextPage()
  }, [more, isFetching, isError, fetchNextPage])
  return { topics: (data?.pages ?? []).flatMap((page) => page.topics), ask: () => setAsked(true) }
}
