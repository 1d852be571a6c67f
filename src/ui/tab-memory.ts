import type { Location } from 'react-router'

/**
 * What a place belongs to: an entry of the history. The first entry of every tab and what plain links lead to have the
 * same key: the address tells them apart.
 */
export function entryOf({ key, pathname, search, hash }: Location): string {
  return key === 'default' ? pathname + search + hash : key
}

/**
 * What the tab remembers across loads of its pages, by entry of the history. A page that was gone to by its address
 * begins where that says, wherever the reader was on it before.
 */
export function readFromTab<T>(name: string): Record<string, T> {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  try {
    const entries = Object.entries(JSON.parse(sessionStorage.getItem(name) ?? '{}') as Record<string, T>)
    return Object.fromEntries(
      entries.filter(([entry]) => load?.type !== 'navigate' || !entry.startsWith('/')),
    )
  } catch {
    return {}
  }
}

export function writeToTab<T>(name: string, entries: Readonly<Record<string, T>>): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(entries))
  } catch {
    // Full, or forbidden: then one begins at the head.
  }
}
