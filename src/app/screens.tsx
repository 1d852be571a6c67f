import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { matchRoutes, type Params, type Path } from 'react-router'
import {
  libraryQuery,
  nameTimeline,
  newestQuery,
  noteQuery,
  overviewQuery,
  sourceShardQuery,
  sourcesQuery,
  tileQuery,
  topicQuery,
} from '../library/index.ts'
import { type Library, type Note, type Overview, pickEdition, type SourceIndex } from '../notes/index.ts'
import { NoteView } from '../views/note/index.ts'
import { fetchNeeds, type Get } from './needs.ts'
import { NotFound } from './not-found.tsx'

/** What an address asks for. */
interface Asked {
  params: Params
  query: URLSearchParams
  /** Of the interface. */
  language: string
}

/** An address with what stands there: code and data, which are fetched side by side. */
interface Screen {
  path: string
  Component: ComponentType
  /** Undefined once it is there. */
  script?: () => Promise<void> | undefined
  needs?: (get: Get, library: Library | undefined, asked: Asked) => void
}

export const SCREENS: readonly Screen[] = [
  {
    path: '/',
    ...onDemand(async () => (await import('../views/start/index.ts')).StartView),
    // With the picture of all time, so that nothing moves when it comes; the desk does without.
    needs: (get, library, { language }) => {
      if (!library) return
      get(newestQuery)
      get(overviewQuery({ edition: pickEdition(library.editions, language), axis: 'told' }), 'optional')
    },
  },
  {
    path: '/notes/:slug',
    // With the program, as most moves lead to a note.
    Component: NoteView,
    needs: (get, _, { params, query }) => {
      const note = get<Note>(noteQuery(params.slug as string))
      const other = query.get('beside')
      if (other && note?.translations.some(({ slug }) => slug === other)) get(noteQuery(other))
    },
  },
  {
    path: '/topics/*',
    ...onDemand(async () => (await import('../views/topics/topic-view.tsx')).TopicView),
    needs: (get, _, { params }) => {
      get(topicQuery(params['*'] as string))
    },
  },
  {
    path: '/timeline',
    ...onDemand(async () => (await import('../views/timeline/index.ts')).TimelineView),
    needs: (get, library, { query, language }) => {
      if (!library) return
      const name = nameTimeline(library.editions, query, language)
      const overview = get<Overview>(overviewQuery(name))
      // What the timeline begins with, so that it can be read before the program is there.
      if (overview && overview.tiles.length > 0 && query.size === 0) get(tileQuery(name, 0), 'optional')
    },
  },
  {
    path: '/sources',
    ...onDemand(async () => (await import('../views/sources/index.ts')).SourcesView),
    needs: (get) => {
      const index = get<SourceIndex>(sourcesQuery)
      if (index && index.shards.length > 0) get(sourceShardQuery(0))
    },
  },
  // What is searched in comes once there is somewhere to type.
  { path: '/search', ...onDemand(async () => (await import('../views/search/index.ts')).SearchView) },
  { path: '/paper', ...onDemand(async () => (await import('../views/note/paper-view.tsx')).PaperView) },
  { path: '/settings', ...onDemand(async () => (await import('../views/settings/index.ts')).SettingsView) },
  { path: '*', Component: NotFound },
]

/** Fetches all that stands at an address below the site's base; undefined where it is at hand. */
export function fetchScreen(
  client: QueryClient,
  { pathname, search }: Pick<Path, 'pathname' | 'search'>,
  { base, language }: { base: string; language: string },
): Promise<unknown> | undefined {
  const [match] = matchRoutes([...SCREENS], pathname, base) ?? []
  if (!match) return undefined
  const { params, route } = match
  const script = route.script?.()
  const data = fetchNeeds(client, (get) => {
    const library = get<{ pages: Library[] }>(libraryQuery)?.pages[0]
    route.needs?.(get, library, { params, query: new URLSearchParams(search), language })
  })
  return script || data ? Promise.all([script, data]) : undefined
}

/** A screen whose code comes when it is gone to: before it is there, the screen is not shown. */
function onDemand(load: () => Promise<ComponentType>): Pick<Screen, 'Component' | 'script'> {
  let Loaded: ComponentType | undefined
  return {
    Component: () => Loaded && <Loaded />,
    script: () =>
      Loaded
        ? undefined
        : load().then((found) => {
            Loaded = found
          }),
  }
}
