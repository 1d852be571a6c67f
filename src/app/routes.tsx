import type { FetchInfiniteQueryOptions, FetchQueryOptions, QueryClient } from '@tanstack/react-query'
import {
  libraryQuery,
  nameTimeline,
  noteQuery,
  overviewQuery,
  sourceShardQuery,
  sourcesQuery,
  topicQuery,
} from '../library/index.ts'
import { type Note, pickEdition } from '../notes/index.ts'
import { createRouter, type Frame, type Router, type Screen } from '../routing/index.ts'
import { NoteView } from '../views/note/index.ts'
import { ErrorPage } from './error-page.tsx'
import { Layout } from './layout.tsx'
import { Loading } from './loading.tsx'
import { NotFound } from './not-found.tsx'

export const frame: Frame = { Layout, Failure: ErrorPage, Waiting: Loading }

/**
 * Leads to every screen: its code and its data are fetched side by side.
 * @param language tells that of the interface, which may change
 */
export function enter(
  client: QueryClient,
  language: () => string,
  from: Pick<Parameters<typeof createRouter>[0], 'history' | 'base'>,
): Router {
  return createRouter({
    screens: screens(client, language),
    load: () => client.ensureInfiniteQueryData(libraryQuery),
    ...from,
  })
}

function screens(client: QueryClient, language: () => string): Screen[] {
  // biome-ignore lint/suspicious/noExplicitAny: queries of any shape are loaded alike
  const load = (query: FetchQueryOptions<any, any, any, any>) => client.ensureQueryData(query)
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const loadPages = (query: FetchInfiniteQueryOptions<any, any, any, any, any>) =>
    client.ensureInfiniteQueryData(query)
  return [
    {
      path: '/',
      // With the picture of all time, so that nothing moves when it comes; the desk does without.
      load: async () => {
        const { pages } = await loadPages(libraryQuery)
        const edition = pickEdition(pages[0].editions, language())
        await client.prefetchQuery(overviewQuery({ edition, axis: 'told' }))
      },
      lazy: async () => (await import('../views/start/index.ts')).StartView,
    },
    {
      path: '/notes/:slug',
      load: async ({ params, search }) => {
        const note: Note = await load(noteQuery(params.slug as string))
        const other = search.get('beside')
        const isVersion = note.translations.some(({ slug }) => slug === other)
        return isVersion ? load(noteQuery(other as string)) : null
      },
      // With the program, as most moves lead to a note.
      component: NoteView,
    },
    {
      path: '/topics/*',
      load: ({ params }) => loadPages(topicQuery(params['*'] as string)),
      lazy: async () => (await import('../views/topics/topic-view.tsx')).TopicView,
    },
    {
      path: '/timeline',
      load: async ({ search }) => {
        const { pages } = await loadPages(libraryQuery)
        return load(overviewQuery(nameTimeline(pages[0].editions, search, language())))
      },
      lazy: async () => (await import('../views/timeline/index.ts')).TimelineView,
    },
    {
      path: '/sources',
      load: async () => {
        const { shards } = await client.ensureQueryData(sourcesQuery)
        return shards.length > 0 ? load(sourceShardQuery(0)) : null
      },
      lazy: async () => (await import('../views/sources/index.ts')).SourcesView,
    },
    {
      path: '/search',
      // What is searched in comes once there is somewhere to type.
      lazy: async () => (await import('../views/search/index.ts')).SearchView,
    },
    { path: '/paper', lazy: async () => (await import('../views/note/paper-view.tsx')).PaperView },
    { path: '/settings', lazy: async () => (await import('../views/settings/index.ts')).SettingsView },
    { path: '*', component: NotFound },
  ]
}
