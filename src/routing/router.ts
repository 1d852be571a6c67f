import type { ComponentType } from 'react'
import type { History } from './history.ts'
import { matchPath, type Params } from './match.ts'
import { addressOf, type Place, resolveTo, type To } from './place.ts'

/** What stands at an address: a component, there already or to be fetched, and what it needs before it is shown. */
export interface Screen {
  /** See `matchPath`. */
  path: string
  component?: ComponentType
  lazy?: () => Promise<ComponentType>
  load?: (request: { params: Params; search: URLSearchParams }) => Promise<unknown>
}

/** How the present place was come to, in the words of the browsers. */
export type Way = 'POP' | 'PUSH' | 'REPLACE'

export interface Shown {
  place: Place
  way: Way
  params: Params
  /** Missing where it could not be had, and before the first is there. */
  component?: ComponentType | undefined
  /** Why it could not be had; `whole` where nothing of the page can. */
  failure?: { error: unknown; whole: boolean } | undefined
  /** The window stays where it is. */
  keepScroll: boolean
}

export interface MoveOptions {
  replace?: boolean | undefined
  preventScrollReset?: boolean | undefined
}

export interface Router {
  state: () => Shown
  /** Whether another screen is on its way. */
  leaving: () => boolean
  /** Calls back when either has changed. */
  subscribe: (listener: (before: Shown) => void) => () => void
  /** Resolves when the screen is there, or another is asked for. By a number: back or forth. */
  navigate: (to: To | number, options?: MoveOptions) => Promise<void>
  /** Fetches what stands at an address, so that it is there when it is wanted. */
  fetchAhead: (to: To) => void
  /** Resolves when the first screen is there, or cannot be had. */
  ready: Promise<void>
  /** An address with the base path, for the browser. */
  href: (to: To) => string
  dispose: () => void
}

/** Leads from screen to screen. The last one stays until all that the next one needs is there. */
export function createRouter({
  screens,
  history,
  base,
  load,
}: {
  screens: readonly Screen[]
  history: History
  /** With a slash at both ends. */
  base: string
  /** What every screen needs. */
  load?: () => Promise<unknown>
}): Router {
  const listeners = new Set<(before: Shown) => void>()
  let shown: Shown = { place: history.current(), way: 'POP', params: {}, keepScroll: false }
  let leaving = true
  /** The last move that was begun. */
  let move = 0
  const unlisten = history.listen(() => void enter(history.current(), 'POP', {}, () => undefined))
  const ready = enter(shown.place, 'POP', {}, () => undefined)
  return { state: () => shown, leaving: () => leaving, subscribe, navigate, fetchAhead, ready, href, dispose }

  function subscribe(listener: (before: Shown) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  function publish(next: Shown, isLeaving: boolean): void {
    const before = shown
    shown = next
    leaving = isLeaving
    for (const listener of listeners) listener(before)
  }

  async function navigate(to: To | number, options: MoveOptions = {}): Promise<void> {
    if (typeof to === 'number') return history.go(to)
    const place = resolveTo(to, shown.place, Math.random().toString(36).slice(2, 10))
    const replace = options.replace ?? addressOf(place) === addressOf(shown.place)
    const write = replace ? history.replace : history.push
    await enter(place, replace ? 'REPLACE' : 'PUSH', options, () => write(place))
  }

  async function enter(place: Place, way: Way, options: MoveOptions, commit: () => void): Promise<void> {
    move += 1
    const own = move
    const keepScroll = options.preventScrollReset ?? false
    const { screen, params } = find(place)
    const isHere = shown.component !== undefined && place.hash !== '' && isSamePage(place, shown.place)
    let part: Pick<Shown, 'component' | 'failure'> = { component: shown.component, failure: shown.failure }
    if (screen?.component && !screen.load && !load) part = { component: screen.component }
    else if (!isHere) {
      const asked = fetchScreen(place)
      const soon = await Promise.race([asked.then(() => true), tick()])
      if (own !== move) return
      // What is at hand already needs no sign of waiting.
      if (!soon && !leaving) publish(shown, true)
      part = await asked
      if (own !== move) return
    }
    commit()
    publish({ place, way, params, keepScroll, ...part }, false)
  }

  function find({ pathname }: Place): { screen: Screen | undefined; params: Params } {
    for (const screen of screens) {
      const params = matchPath(screen.path, pathname)
      if (params) return { screen, params }
    }
    return { screen: undefined, params: {} }
  }

  async function fetchScreen(place: Place): Promise<Pick<Shown, 'component' | 'failure'>> {
    const { screen, params } = find(place)
    const failed = (whole: boolean) => (error: unknown) => ({ failure: { error, whole } })
    const asked = Promise.all([
      screen?.component ?? screen?.lazy?.(),
      screen?.load?.({ params, search: new URLSearchParams(place.search) }),
    ]).then(([component]) => ({ component }), failed(false))
    const whole = await Promise.resolve(load?.()).then(() => undefined, failed(true))
    return whole ?? asked
  }

  function fetchAhead(to: To): void {
    void fetchScreen(resolveTo(to, shown.place, ''))
  }

  function href(to: To): string {
    return base.slice(0, -1) + addressOf(resolveTo(to, shown.place, ''))
  }

  function dispose(): void {
    unlisten()
    listeners.clear()
    move += 1
  }
}

function isSamePage(one: Place, other: Place): boolean {
  return one.pathname === other.pathname && one.search === other.search
}

function tick(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false)))
}
