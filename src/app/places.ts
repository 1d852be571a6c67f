import { useEffect, useLayoutEffect, useRef } from 'react'
import { type Location, useLocation, useNavigationType } from 'react-router'
import { decoded } from '../notes/index.ts'
import { entryOf, isStaying, readFromTab, writeToTab } from '../ui/index.ts'

const KEY = 'dateline:places'

/** How far down the window was, by entry of the history; pixels. */
let places: Record<string, number> = {}

/** What is shown, below the site's base; undefined where it failed: the place that was kept of it stays. */
let here: Location | undefined

/** Where a note is laid out anew, the statement that its reader had come to tells the place, and no pixel. */
function visit(location: Location): string {
  const entry = entryOf(location)
  if (!location.pathname.startsWith('/notes/')) return entry
  const { clientWidth, dataset } = document.documentElement
  const { size, measure, face, spacing } = dataset
  return [entry, clientWidth, size, measure, face, spacing].join(' ')
}

/** To be called before another screen is shown. */
export function keepPlace(): void {
  if (here) places[visit(here)] = scrollY
}

/**
 * Going back leads to where one was, any other move to the place that the address names or to the head of the page, and
 * a change of what is shown on it nowhere. Across loads of the page it is remembered by the tab.
 */
export function usePlaces(failed: boolean): void {
  const location = useLocation()
  const kind = useNavigationType()
  const first = useRef(true)
  useLayoutEffect(() => {
    const isFirst = first.current
    if (isFirst) places = readFromTab(KEY)
    first.current = false
    here = failed ? undefined : location
    // The browser has been there already, or the reader has moved on.
    if (isFirst && scrollY > 0) return
    const known = kind === 'POP' ? places[visit(location)] : undefined
    const target = location.hash && document.getElementById(decoded(location.hash.slice(1)))
    if (known !== undefined) scrollTo(0, known)
    else if (target) target.scrollIntoView()
    else if (!isFirst && !isStaying(location.state)) scrollTo(0, 0)
  }, [location, kind, failed])
  useEffect(() => {
    history.scrollRestoration = 'manual'
    const leave = () => {
      keepPlace()
      writeToTab(KEY, places)
      // What is loaded anew is there at once, and the browser knows best.
      history.scrollRestoration = 'auto'
    }
    const comeBack = () => {
      history.scrollRestoration = 'manual'
    }
    addEventListener('pagehide', leave)
    addEventListener('pageshow', comeBack)
    return () => {
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', comeBack)
    }
  }, [])
}
