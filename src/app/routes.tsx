import type { FetchInfiniteQueryOptions, FetchQueryOptions, QueryClient } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import {
  libraryQuery,
  nameTimeline,
  noteQuery,
  overviewQuery,
  sourceShardQuery,
  sourcesQuery,
  tileQuery,
  topicQuery,
} from '../library/index.ts'
import { type Note, type Overview, pickEdition } from '../notes/index.ts'
import { NoteView } from '../views/note/index.ts'
import { ErrorPage } from './error-page.tsx'
import { Layout } from './layout.tsx'
import { Loading } from './loading.tsx'
import { NotFound } from './not-found.tsx'

/**
 * Every address with its screen: the screen's code and its data are fetched side by side.
 * @param language tells that of the interface, which may change
 */
export function routes(client: QueryClient, language: () => string): RouteObject[] {
  // biome-ignore lint/suspicious/noExplicitAny: queries of any shape are loaded alike
  const load = (query: FetchQueryOptions<any, any, any, any>) => client.ensureQueryData(query)
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const loadPages = (query: FetchInfiniteQueryOptions<any, any, any, any, any>) =>
    client.ensureInfiniteQueryData(query)
  return [
    {
      path: '/',
      Component: Layout,
      ErrorBoundary: ErrorPage,
      HydrateFallback: Loading,
      loader: () => loadPages(libraryQuery),
      shouldRevalidate: () => false,
      children: [
        {
          ErrorBoundary: ErrorPage,
          children: [
            {
              index: true,
              // With the picture of all time, so that nothing moves when it comes; the desk does without.
              loader: async () => {
                const { pages } = await loadPages(libraryQuery)
                const edition = pickEdition(pages[0].editions, language())
                await client.prefetchQuery(overviewQuery({ edition, axis: 'told' }))
                return null
              },
              lazy: async () => ({ Component: (await import('../views/start/index.ts')).StartView }),
            },
            {
              path: 'notes/:slug',
              loader: async ({ params, request }) => {
                const note: Note = await load(noteQuery(params.slug as string))
                const other = new URL(request.url).searchParams.get('beside')
                const isVersion = note.translations.some(({ slug }) => slug === other)
                return isVersion ? load(noteQuery(other as string)) : null
              },
              // With the program, as most moves lead to a note.
              Component: NoteView,
            },
            {
              path: 'topics/*',
              loader: ({ params }) => loadPages(topicQuery(params['*'] as string)),
              lazy: async () => ({ Component: (await import('../views/topics/topic-view.tsx')).TopicView }),
            },
            {
              path: 'timeline',
              loader: async ({ request }) => {
                const { pages } = await loadPages(libraryQuery)
                const { searchParams } = new URL(request.url)
                const name = nameTimeline(pages[0].editions, searchParams, language())
                const { tiles }: Overview = await load(overviewQuery(name))
                // What the timeline begins with, so that it can be read before the program is there.
                if (tiles.length > 0 && searchParams.size === 0)
                  await client.prefetchQuery(tileQuery(name, 0))
                return null
              },
              lazy: async () => ({ Component: (await import('../views/timeline/index.ts')).TimelineView }),
            },
            {
              path: 'sources',
              loader: async () => {
                const { shards } = await client.ensureQueryData(sourcesQuery)
                return shards.length > 0 ? load(sourceShardQuery(0)) : null
              },
              lazy: async () => ({ Component: (await import('../views/sources/index.ts')).SourcesView }),
            },
            {
              path: 'search',
              // What is searched in comes once there is somewhere to type.
              lazy: async () => ({ Component: (await import('../views/search/index.ts')).SearchView }),
            },
            {
              path: 'paper',
              lazy: async () => ({ Component: (await import('../views/note/paper-view.tsx')).PaperView }),
            },
            {
              path: 'settings',
              lazy: async () => ({ Component: (await import('../views/settings/index.ts')).SettingsView }),
            },
            { path: '*', Component: NotFound },
          ],
        },
      ],
    },
  ]
}
