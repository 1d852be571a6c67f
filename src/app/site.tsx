import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useRoutes } from 'react-router'
import { libraryQuery } from '../library/index.ts'
import { Boundary } from './boundary.tsx'
import { Failure } from './failure.tsx'
import { useFocusAfterMove } from './focus.ts'
import { Layout } from './layout.tsx'
import { usePlaces } from './places.ts'
import { SCREENS } from './screens.tsx'

const ROUTES = SCREENS.map(({ path, Component }) => ({ path, element: <Component /> }))

/** The screen at the address within its frame, or in its place why it cannot be had. */
export function Site({ failure }: { failure?: { error: unknown } | undefined }) {
  const screen = useRoutes(ROUTES)
  const { key, pathname } = useLocation()
  const hasFrame = useQueryClient().getQueryData(libraryQuery.queryKey) !== undefined
  usePlaces(failure !== undefined)
  useFocusAfterMove()
  const trouble = failure && <Failure error={failure.error} />
  if (!hasFrame) return trouble
  return (
    <Layout>
      <Boundary at={key + pathname}>{trouble ?? screen}</Boundary>
    </Layout>
  )
}
