import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LibraryError } from '../library/index.ts'
import { type Interface, InterfaceProvider } from '../messages/index.ts'
import { ReadingProvider, type ReadingStore, useReading } from '../reading/index.ts'
import { Shortcuts } from '../ui/index.ts'

/** `onStale` is called when a screen that is open asks for something of a build that another has taken the place of. */
export function createClient(onStale: () => void = () => undefined): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // What is on its way to another screen is told there, and what was fetched ahead not at all.
        const isShown = query.getObserversCount() > 0
        if (isShown && error instanceof LibraryError && error.kind === 'stale') onStale()
      },
    }),
    defaultOptions: {
      queries: {
        // What was fetched is good until the page is loaded again.
        staleTime: Number.POSITIVE_INFINITY,
        networkMode: 'always',
        retry: (failures, error) => failures < 1 && error instanceof LibraryError && error.kind === 'offline',
      },
    },
  })
}

/** What every screen leans on: the reader's language, the reading state, the artifacts. */
export function Providers({
  client,
  reading,
  language,
  children,
}: {
  client: QueryClient
  reading: ReadingStore
  language: Interface
  children: ReactNode
}) {
  return (
    <InterfaceProvider value={language}>
      <ReadingProvider store={reading}>
        <QueryClientProvider client={client}>
          <WithKeys>{children}</WithKeys>
        </QueryClientProvider>
      </ReadingProvider>
    </InterfaceProvider>
  )
}

function WithKeys({ children }: { children: ReactNode }) {
  const on = useReading(({ settings }) => settings.keys === 'on')
  return <Shortcuts value={on}>{children}</Shortcuts>
}
