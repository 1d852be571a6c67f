import { startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { UNSAFE_createBrowserHistory as createBrowserHistory, createPath, type Path } from 'react-router'
import { LibraryError } from '../library/index.ts'
import { type Interface, InterfaceProvider, loadInterface } from '../messages/index.ts'
import { BUILD_NAME, direction } from '../notes/index.ts'
import { askToPersist, browserStorage, createReadingStore } from '../reading/index.ts'
import { fetchLate, STAY, takeOver } from '../ui/index.ts'
import { handOver, registerWorker } from '../worker/index.ts'
import { fetchAhead, goesAhead, isFetchingAhead } from './fetch-ahead.ts'
import { onFirstAct } from './first-act.ts'
import { Loading } from './loading.tsx'
import { type History, Moves, type Shown } from './moves.tsx'
import { pressedEarly } from './pressed-early.ts'
import { createClient, Providers } from './providers.tsx'
import { ReadersLanguage, wantedLanguages } from './readers-language.tsx'
import { fetchScreen } from './screens.tsx'
import { Site } from './site.tsx'
import { renew } from './stale-page.ts'
import { toldBeside } from './told-beside.tsx'
import { wearSettings } from './wear-settings.ts'
import { whenIdle } from './when-idle.ts'

/** How long a change of the reading state waits to be written; milliseconds. */
const WRITE_AFTER = 400

const SITE = import.meta.env.BASE_URL
const inSite = {
  // Its action and its listener are all that the links of react-router need, and its data router is twice as large.
  createHistory: (): History => createBrowserHistory({ v5Compat: true }),
  base: SITE,
  /** Under this name it is remembered what was read. */
  scope: SITE,
}

/** Starts the program in the page: the only place that knows the browser's clock, storage and languages. */
export async function mount(root: HTMLElement, { createHistory, base, scope } = inSite): Promise<History> {
  addEventListener('vite:preloadError', (event) => {
    if (navigator.onLine && !isFetchingAhead() && renew()) event.preventDefault()
  })
  const storage = browserStorage()
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
  const wanted = () => loadInterface(wantedLanguages(reading.getState().settings.language))
  const rendered = isRendered(root) ? await loadInterface([document.documentElement.lang]) : undefined
  const first = rendered ?? (await wanted())
  let { language } = first
  const client = createClient(renew)
  const history = createHistory()
  const bring = (to: Pick<Path, 'pathname' | 'search'>) => fetchScreen(client, to, { base, language })
  const speak = (spoken: Interface) => {
    language = spoken.language
    document.documentElement.lang = language
    document.documentElement.dir = direction(language)
    // From here on, no longer what was rendered ahead.
    root.removeAttribute('data-address')
  }
  const screens = (failure?: Shown['failure'], onAlive = () => undefined as unknown) => (
    <ReadersLanguage first={first} reading={reading} onSpeak={speak} onAlive={onAlive}>
      {(spoken) => (
        <Providers client={client} reading={reading} language={spoken}>
          <Moves history={history} base={base} failure={failure} fetchScreen={bring}>
            {(shown) => <Site failure={shown.failure} />}
          </Moves>
        </Providers>
      )}
    </ReadersLanguage>
  )
  const failureNow = async () => {
    try {
      // All that is asked for from here on is of that build.
      await learnBuild()
      await bring(history.location)
      return undefined
    } catch (error) {
      return { error }
    }
  }
  if (rendered) {
    let failure = await failureNow()
    // What stands there can be read: it stays until the rest can be had, too.
    while (failure) {
      root.removeAttribute('data-address')
      await toldBeside(root, failure.error, await wanted().catch(() => rendered))
      failure = await failureNow()
    }
    const redo = pressedEarly()
    const begin = () => {
      takeOver()
      return redo()
    }
    // In steps: a long page must not keep the reader's finger waiting.
    startTransition(() => void hydrateRoot(root, screens(undefined, begin)))
  } else {
    takeOver()
    // What is shown anew has nothing of what was pressed.
    pressedEarly()
    root.replaceChildren()
    const screen = createRoot(root)
    screen.render(
      <InterfaceProvider value={first}>
        <Loading />
      </InterfaceProvider>,
    )
    const failure = await failureNow()
    // Told at once as it is told in the end.
    if (failure) await fetchLate()?.catch(() => undefined)
    screen.render(screens(failure))
  }
  fetchAhead(bring)
  if (!savesData()) onFirstAct(() => goesAhead(fetchLate()))
  // In dev, a note was changed, added or removed: what cannot be had any more is forgotten, and asked for again.
  import.meta.hot?.on('dateline:renewed', async () => {
    await client.invalidateQueries()
    client.removeQueries({ predicate: ({ state }) => state.status === 'error' })
    // Entered anew: revalidating alone would leave the page of an error where it is.
    history.replace(createPath(history.location), STAY.state)
  })
  if (import.meta.env.DEV) {
    // One that a built site left at this address would show that once this server has stopped.
    navigator.serviceWorker?.getRegistration().then((left) => left?.unregister())
  } else if (
    document.documentElement.dataset.build &&
    (!savesData() || navigator.serviceWorker?.controller)
  ) {
    whenIdle(async () => {
      await registerWorker()
      // Of what came within the page and has changed since, what it is now is asked for.
      if (!(await handOver())) await client.invalidateQueries()
      // The worker keeps what comes through it: without a connection, too, there is an answer to every press.
      if (navigator.serviceWorker?.controller) goesAhead(fetchLate())
    })
  }
  return history
}

/**
 * Asks of which build the site is, as `after-paint.js` has begun to: the page does not say it, so that its file stays
 * the same for as long as it shows the same. Where it cannot be had, nothing is held to it.
 * @throws LibraryError where this program is not that of the site any more
 */
async function learnBuild(): Promise<void> {
  const build = await (globalThis as { siteBuild?: Promise<string | null | undefined> }).siteBuild
  if (build === null) throw new LibraryError('stale', BUILD_NAME)
  if (build) document.documentElement.dataset.build = build
}

/** Whether the reader has asked the browser to move as little as it can: what is kept then is only what they ask for. */
function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData ?? false
}

/**
 * Whether the page came with what this address shows: some hosts answer an address that they do not know with the start
 * page, and what a query chooses is known only here.
 */
function isRendered(root: HTMLElement): boolean {
  const here = location.pathname.slice(import.meta.env.BASE_URL.replace(/\/$/, '').length)
  return location.search === '' && root.dataset.address === here.replace(/(?<=.)\/$/, '')
}
