import { QueryClient } from '@tanstack/react-query'
import { act, cleanup, configure, render } from '@testing-library/react'
import { type ComponentType, Fragment, type ReactNode } from 'react'
import { createMemoryRouter, Outlet, type RouteObject, RouterProvider } from 'react-router'
import { afterEach, vi } from 'vitest'
import { Providers } from '../../src/app/providers.tsx'
import { artifactFiles } from '../../src/compiler/artifact-files.ts'
import { compile } from '../../src/compiler/compile.ts'
import { sourcesIn } from '../../src/compiler/source-shards.ts'
import {
  libraryQuery,
  newestQuery,
  noteQuery,
  overviewQuery,
  sourceShardQuery,
  sourcesQuery,
  tileQuery,
  topicQuery,
} from '../../src/library/index.ts'
import { loadInterface, withWords } from '../../src/messages/index.ts'
import { AXES, artifactPaths, entriesOf, type Note, type Overview, type Tile } from '../../src/notes/index.ts'
import { createReadingStore, type ReadingStore } from '../../src/reading/index.ts'
import { fetchLate, takeOver } from '../../src/ui/index.ts'
import { MemoryStorage } from '../reading/memory-storage.ts'

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

export interface Rendered {
  client: QueryClient
  reading: ReadingStore
  /** Path, query and anchor, as the address bar would show them. */
  address: () => string
  /** Back or forth in the history, as the browser's own buttons do. */
  go: (by: number) => Promise<void>
  /** Goes to an address, as a link to it does. */
  open: (address: string) => Promise<void>
  /** Whether what is asked for from now on cannot be had. */
  offline: (is: boolean) => void
}

/** Shows a screen over a library that is compiled from the files given. */
export async function show(
  routes: RouteObject[],
  {
    at,
    files,
    language = 'en',
    offline = false,
    stored = {},
    Layout = Fragment,
  }: {
    at: string
    files: Record<string, string>
    language?: string
    offline?: boolean
    /** What the storage holds, by its keys. */
    stored?: Record<string, string>
    /** The frame around the screen. */
    Layout?: ComponentType<{ children: ReactNode }>
  },
): Promise<Rendered> {
  takeOver()
  // As after a reader's first act.
  await withWords(async () => fetchLate())
  const compiled = compile({
    notes: Object.entries(files).map(([file, raw]) => ({ file, raw })),
    images: [],
  })
  const { library, newestNotes, topics, notes } = compiled
  const sources = sourcesIn(compiled)
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  })
  // What comes with the first screen is there at once; the rest is asked for.
  client.setQueryData(libraryQuery.queryKey, { pages: library.slice(0, 1), pageParams: [1] })
  if (at === '/') {
    const [first] = newestNotes.length > 0 ? newestNotes : library.map((page) => ({ ...page, pages: 1 }))
    client.setQueryData(newestQuery.queryKey, { pages: first ? [first] : [], pageParams: [1] })
  }
  for (const pages of topics) {
    const { queryKey } = topicQuery(pages[0]?.path ?? '')
    client.setQueryData(queryKey, { pages: pages.slice(0, 1), pageParams: [1] })
  }
  const served = new Map(artifactFiles(compiled))
  let unreachable = offline
  const answer = async (address: string) => {
    if (unreachable) throw new TypeError('offline')
    const text = served.get(decodeURIComponent(address).slice(1))
    const headers = { 'content-type': 'application/json' }
    return text === undefined ? new Response('', { status: 404 }) : new Response(text, { headers })
  }
  vi.stubGlobal('fetch', vi.fn(answer))
  client.setQueryData(sourcesQuery.queryKey, sources.index)
  for (const [i, shard] of sources.shards.entries()) {
    client.setQueryData(sourceShardQuery(i).queryKey, shard)
  }
  for (const edition of library[0]?.editions ?? []) {
    for (const axis of AXES) {
      const read = <T,>(path: string) => JSON.parse(served.get(path) ?? 'null') as T | null
      const overview = read<Overview>(artifactPaths.overview(edition, axis))
      client.setQueryData(overviewQuery({ edition, axis }).queryKey, overview ?? undefined)
      const first = read<Tile>(artifactPaths.tile(edition, axis, 0))
      if (first) client.setQueryData(tileQuery({ edition, axis }, 0).queryKey, entriesOf(first))
    }
  }
  // Plain, as it comes to a browser.
  for (const { slug } of notes) {
    const note = JSON.parse(served.get(artifactPaths.note(slug)) as string) as Note
    client.setQueryData(noteQuery(slug).queryKey, note)
  }
  const storage = new MemoryStorage()
  for (const [key, text] of Object.entries(stored)) storage.values.set(key, text)
  let now = 1
  const reading = createReadingStore({
    storage: storage.tab(),
    now: () => now++,
    later: () => () => undefined,
    scope: '/',
  })
  const children = [...routes, { path: '*', element: <p>elsewhere</p> }]
  const router = createMemoryRouter(
    [
      {
        element: (
          <Layout>
            <Outlet />
          </Layout>
        ),
        children,
      },
    ],
    { initialEntries: [at] },
  )
  render(
    <Providers client={client} reading={reading} language={await loadInterface([language])}>
      <RouterProvider router={router} />
    </Providers>,
  )
  return {
    client,
    reading,
    open: (address) => act(() => router.navigate(address)),
    go: (by) => act(() => router.navigate(by)),
    offline: (is) => {
      unreachable = is
    },
    address: () => {
      const { pathname, search, hash } = router.state.location
      return pathname + search + hash
    },
  }
}
