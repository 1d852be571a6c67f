import { useEffect, useLayoutEffect, useRef } from 'react'
import { decoded } from '../notes/index.ts'
import { FIRST, type Place } from './place.ts'
import { useRouter, useShown } from './router-provider.tsx'

const KEPT = 'dateline:scroll'
/** Places that are remembered. */
const MOST = 200

/** After a move the window shows the head of the page, or the place in it that was asked for; after going back, what it showed. */
export function ScrollRestoration() {
  const router = useRouter()
  const { place, way, keepScroll } = useShown()
  const kept = useRef(new Map<string, number>())
  const last = useRef<Place>(undefined)

  useEffect(() => {
    // The window is still where it was while the next screen is being made ready.
    const stop = router.subscribe((before) => {
      if (router.state().place !== before.place) kept.current.set(nameOf(before.place), scrollY)
    })
    const leave = () => {
      kept.current.set(nameOf(router.state().place), scrollY)
      write(kept.current)
      // A page that is loaded again is put in its place by the browser, sooner than by us.
      history.scrollRestoration = 'auto'
    }
    const come = () => {
      history.scrollRestoration = 'manual'
    }
    come()
    addEventListener('pagehide', leave)
    addEventListener('pageshow', come)
    return () => {
      stop()
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', come)
    }
  }, [router])

  useLayoutEffect(() => {
    const before = last.current
    last.current = place
    if (!before) {
      // What was read before the program came has moved the window already.
      kept.current = read()
      const y = kept.current.get(nameOf(place))
      if (y !== undefined && scrollY === 0) scrollTo(0, y)
      return
    }
    if (before === place) return
    const y = way === 'POP' ? kept.current.get(nameOf(place)) : undefined
    if (y !== undefined) scrollTo(0, y)
    else if (keepScroll) return
    else if (place.hash) document.getElementById(decoded(place.hash.slice(1)))?.scrollIntoView()
    else scrollTo(0, 0)
  }, [place, way, keepScroll])
  return null
}

/** What a scroll position belongs to. The first entry of every tab has the same key: its address tells it apart. */
function nameOf({ key, pathname, search }: Place): string {
  return key === FIRST ? pathname + search : key
}

function read(): Map<string, number> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as [string, number][])
  } catch {
    return new Map()
  }
}

function write(kept: ReadonlyMap<string, number>): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify([...kept].slice(-MOST)))
  } catch {}
}
