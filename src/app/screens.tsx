import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { matchRoutes, type Path } from 'react-router'
import { libraryQuery, noteQuery } from '../library/index.ts'
import { withWords } from '../messages/index.ts'
import type { Library, Note } from '../notes/index.ts'
import { fetchLate, isRenderedAhead } from '../ui/index.ts'
import { NoteView } from '../views/note/index.ts'
import { more } from './late.ts'
import { fetchNeeds, type Needs } from './needs.ts'
import type { NEEDS } from './screen-needs.ts'

/** An address with what stands there: code and data, which are fetched side by side. */
interface Screen {
  path: string
  Component: ComponentType
  /** Undefined once it is there. */
  script?: () => Promise<unknown> | undefined
  /** Where it is a name, its needs come with the rest of the frame. */
  needs?: Needs | keyof typeof NEEDS
}

export const SCREENS: readonly Screen[] = [
  {
    path: '/',
    ...onDemand(async () => (await import('../views/start/index.ts')).StartView),
    needs: 'start',
  },
  {
    path: '/notes/:slug',
    // With the program, as most moves lead to a note; what its reader may ask for can be done without at first.
    Component: NoteView,
    script: () => (isRenderedAhead() ? undefined : fetchLate()?.catch(() => undefined)),
    needs: (get, _, { params, query }) => {
      const note = get<Note>(noteQuery(params.slug as string))
      const other = query.get('beside')
      if (other && note?.translations.some(({ slug }) => slug === other)) get(noteQuery(other))
    },
  },
  {
    path: '/topics/*',
    ...onDemand(async () => (await import('../views/topics/topic-view.tsx')).TopicView),
    needs: 'topic',
  },
  {
    path: '/timeline',
    ...onDemand(async () => (await import('../views/timeline/index.ts')).TimelineView),
    needs: 'timeline',
  },
  {
    path: '/sources',
    ...onDemand(async () => (await import('../views/sources/index.ts')).SourcesView),
    needs: 'sources',
  },
  // What is searched in comes once there is somewhere to type.
  { path: '/search', ...onDemand(async () => (await import('../views/search/index.ts')).SearchView) },
  { path: '/paper', ...onDemand(async () => (await import('../views/note/paper-view.tsx')).PaperView) },
  { path: '/settings', ...onDemand(async () => (await import('../views/settings/index.ts')).SettingsView) },
  { path: '*', ...onDemand(async () => (await more.fetch()).NotFound) },
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
  const fetchData = (needs: Needs | undefined) =>
    fetchNeeds(client, (get) => {
      const library = get<{ pages: Library[] }>(libraryQuery)?.pages[0]
      needs?.(get, library, { params, query: new URLSearchParams(search), language })
    })
  const { needs } = route
  const data =
    typeof needs !== 'string'
      ? fetchData(needs)
      : more.get()
        ? fetchData(more.get()?.NEEDS[needs])
        : more.fetch().then(({ NEEDS }) => fetchData(NEEDS[needs]))
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
        : withWords(load).then((found) => {
            Loaded = found
            // It has come with what is late: the way to a note waits for nothing but the note.
            fetchLate()?.catch(() => undefined)
          }),
  }
}
