import { createRoot, hydrateRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider, type RouterState } from 'react-router'

import { type Interface, loadInterface } from '../messages/index.ts'
import { direction } from '../notes/index.ts'
import { askToPersist, browserStorage, createReadingStore } from '../reading/index.ts'
import { createClient, Providers } from './providers.tsx'
import { ReadersLanguage, wantedLanguages } from './readers-language.tsx'
import { routes } from './routes.tsx'
import { reloadOnce } from './stale-page.ts'
import { wearSettings } from './wear-settings.ts'

type Router = ReturnType<typeof createBrowserRouter>

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
  const storage = browserStorage()
  const scope = import.meta.env.BASE_URL
  const reading = createReadingStore({
    storage,
    now: Date.now,
    later: (run) => {
      const timer = setTimeout(run, WRITE_AFTER)
      return () => clearTimeout(timer)
    },
    scope,
  })
  reading.visit()
  askToPersist(reading, storage, scope, navigator.storage)
  addEventListener('pagehide', () => reading.flush())
  document.addEventListener('visibilitychange', () => (document.hidden ? reading.flush() : reading.visit()))
  wearSettings(reading, document.documentElement)
  const wanted = await loadInterface(wantedLanguages(reading.getState().settings.language))
  const rendered = isRendered(root) ? await loadInterface([document.documentElement.lang]) : undefined
  let { language } = rendered ?? wanted
  const client = createClient()
  const router = createBrowserRouter(
    routes(client, () => language),
    { basename: import.meta.env.BASE_URL },
  )
  // In dev, a note was changed, added or removed: what cannot be had any more is forgotten, and asked for again.
  import.meta.hot?.on('dateline:renewed', async () => {
    await client.invalidateQueries()
    client.removeQueries({ predicate: ({ state }) => state.status === 'error' })
    // Entered anew: revalidating alone would leave the page of an error where it is.
    await router.navigate(router.state.location, { replace: true, preventScrollReset: true })
  })
  const speak = (spoken: Interface) => {
    language = spoken.language
    document.documentElement.lang = language
    document.documentElement.dir = direction(language)
    // From here on, no longer what was rendered ahead.
    root.removeAttribute('data-address')
  }
  const screens = (first: Interface) => (
    <ReadersLanguage first={first} reading={reading} onSpeak={speak}>
      {(spoken) => (
        <Providers client={client} reading={reading} language={spoken}>
          <RouterProvider router={router} />
        </Providers>
      )}
    </ReadersLanguage>
  )
  if (rendered) await initialised(router)
  if (rendered && !router.state.errors) hydrateRoot(root, screens(rendered))
  else {
    root.replaceChildren()
    createRoot(root).render(screens(wanted))
  }
}

/**
 * Whether the page came with what this address shows: some hosts answer an address that they do not know with the start
 * page, and what a query chooses is known only here.
 */
function isRendered(root: HTMLElement): boolean {
  const here = location.pathname.slice(import.meta.env.BASE_URL.replace(/\/$/, '').length)
  return location.search === '' && root.dataset.address === here.replace(/(?<=.)\/$/, '')
}

/** Resolves when the first screen has its script and its data. */
function initialised(router: Router): Promise<void> {
  if (router.state.initialized) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = router.subscribe(({ initialized }: RouterState) => {
      if (!initialized) return
      stop()
      resolve()
    })
  })
}
