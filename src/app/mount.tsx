import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { loadInterface } from '../messages/index.ts'
import { direction } from '../notes/index.ts'
import { browserStorage, createReadingStore } from '../reading/index.ts'
import { createClient, Providers } from './providers.tsx'
import { routes } from './routes.tsx'
import { reloadOnce } from './stale-page.ts'

/** How long a change of the reading state waits to be written; milliseconds. */
const WRITE_AFTER = 400

/** Starts the program in the page: the only place that knows the browser's clock, storage and languages. */
export async function mount(root: HTMLElement): Promise<void> {
  addEventListener('vite:preloadError', (event) => {
    if (
      navigator.onLine &&
      reloadOnce(
        () => sessionStorage,
        Date.now(),
        () => location.reload(),
      )
    )
      event.preventDefault()
  })
  const language = await loadInterface(navigator.languages)
  document.documentElement.lang = language.language
  document.documentElement.dir = direction(language.language)
  const reading = createReadingStore({
    storage: browserStorage(),
    now: Date.now,
    later: (run) => {
      const timer = setTimeout(run, WRITE_AFTER)
      return () => clearTimeout(timer)
    },
    scope: import.meta.env.BASE_URL,
  })
  reading.visit()
  addEventListener('pagehide', () => reading.flush())
  document.addEventListener('visibilitychange', () => (document.hidden ? reading.flush() : reading.visit()))
  const client = createClient()
  const router = createBrowserRouter(routes(client, language.language), {
    basename: import.meta.env.BASE_URL,
  })
  // In dev, a note was changed, added or removed: what cannot be had any more is forgotten, and asked for again.
  import.meta.hot?.on('dateline:renewed', async () => {
    await client.invalidateQueries()
    client.removeQueries({ predicate: ({ state }) => state.status === 'error' })
    // Entered anew: revalidating alone would leave the page of an error where it is.
    await router.navigate(router.state.location, { replace: true, preventScrollReset: true })
  })
  createRoot(root).render(
    <Providers client={client} reading={reading} language={language}>
      <RouterProvider router={router} />
    </Providers>,
  )
}
