import { addressOf, FIRST, type Place, resolveTo } from './place.ts'

/** The entries that back and forth lead through, as the browser keeps them. */
export interface History {
  current: () => Place
  push: (place: Place) => void
  replace: (place: Place) => void
  /** Back or forth by so many entries; by none: the page is loaded again. */
  go: (by: number) => void
  /** Called after back or forth, or where an anchor of the page itself was followed. */
  listen: (onMove: () => void) => () => void
}

/** @param base with a slash at both ends */
export function browserHistory(base: string): History {
  const root = base.slice(0, -1)
  const keyOf = (state: unknown) => (state as { key?: string } | null)?.key ?? FIRST
  const write = (how: 'pushState' | 'replaceState') => (place: Place) =>
    history[how]({ key: place.key }, '', root + addressOf(place))
  return {
    current: () => {
      const { pathname, search, hash } = location
      return { pathname: pathname.slice(root.length) || '/', search, hash, key: keyOf(history.state) }
    },
    push: write('pushState'),
    replace: write('replaceState'),
    go: (by) => history.go(by),
    listen: (onMove) => {
      addEventListener('popstate', onMove)
      return () => removeEventListener('popstate', onMove)
    },
  }
}

/** A history of its own, for where there is no browser. `at`: where it begins. */
export function memoryHistory(at: string): History {
  const start = { pathname: '/', search: '', hash: '', key: FIRST }
  const entries = [resolveTo(at, start, FIRST)]
  const listeners = new Set<() => void>()
  let index = 0
  return {
    current: () => entries[index] as Place,
    push: (place) => {
      index += 1
      entries.splice(index, entries.length, place)
    },
    replace: (place) => {
      entries[index] = place
    },
    go: (by) => {
      index = Math.max(0, Math.min(entries.length - 1, index + by))
      for (const listener of listeners) listener()
    },
    listen: (onMove) => {
      listeners.add(onMove)
      return () => listeners.delete(onMove)
    },
  }
}
