import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import { type Location, useLocation, useNavigationType } from 'react-router'
import { decoded } from '../../notes/index.ts'
import { entryOf, isRenderedAhead, readFromTab, writeToTab } from '../../ui/index.ts'
import type { TileHead } from './tiles.ts'
import type { Span } from './use-pages.ts'

/** Where a reader was on the timeline: which tiles were there, and what stood at which height of the window. */
interface Place {
  span: Span
  id: string
  top: number
}

const KEY = 'dateline:timeline-places'

/** By entry of the history: going back leads to the same place, and loading the page again does. */
let places: Record<string, Place> | undefined

function placesOf(): Record<string, Place> {
  places ??= readFromTab<Place>(KEY)
  return places
}

/** Whether the page was left at a place that it may not have as it is rendered ahead. */
export function hasPlace(location: Location): boolean {
  return placesOf()[entryOf(location)] !== undefined
}

/**
 * Keeps what the reader looks at where it is: while tiles above it come and go, and when they come back to the page.
 * A place named in the address is gone to, and has the focus.
 */
export function usePlace(list: RefObject<HTMLElement | null>) {
  const location = useLocation()
  const entry = entryOf(location)
  const back = useNavigationType() === 'POP'
  const known = useRef(back && !isRenderedAhead() ? placesOf()[entry] : undefined)
  const held = useRef<{ element: Element; top: number }>(undefined)
  const span = useRef<Span>({ start: 0, end: 1 })

  const hold = useCallback(() => {
    const element = firstInSight(list.current)
    held.current = element && { element, top: element.getBoundingClientRect().top }
    // The browser would do the same once more, where it can.
    list.current?.style.setProperty('overflow-anchor', 'none')
  }, [list])

  useLayoutEffect(() => {
    const { element, top } = held.current ?? {}
    held.current = undefined
    if (!element?.isConnected || top === undefined) return
    scrollBy(0, element.getBoundingClientRect().top - top)
    const anchored = list.current
    requestAnimationFrame(() => anchored?.style.removeProperty('overflow-anchor'))
  })

  useLayoutEffect(() => {
    const keep = () => {
      const element = firstInSight(list.current)
      if (!element) return
      placesOf()[entry] = { span: span.current, id: element.id, top: element.getBoundingClientRect().top }
    }
    const leave = () => {
      keep()
      writeToTab(KEY, placesOf())
    }
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      keep()
    }
  }, [entry, list])

  /** The stretch to begin with: where the reader was, else at the day in the address, else at the beginning. */
  const startWith = (tiles: readonly TileHead[], at: number | undefined): Span => {
    if (known.current) return known.current.span
    if (at === undefined) return { start: 0, end: 1 }
    const holding = tiles.flatMap(({ first, last }, i) => (first <= at && last >= at ? [i] : []))
    const next = tiles.findIndex(({ last }) => last >= at)
    const start = holding[0] ?? Math.max(0, next < 0 ? tiles.length - 1 : next)
    return {
      start,
      end: Math.min(tiles.length, Math.max(start + 1, (holding.at(-1) ?? start) + 1), start + 6),
    }
  }

  /** Call when statements were added: goes to the place in question once it is there. */
  const gone = useRef(false)
  const arrive = useCallback(
    (current: Span) => {
      span.current = current
      if (gone.current) return
      const target = known.current?.id ?? decoded(location.hash.slice(1))
      const element = target ? document.getElementById(target) : null
      if (!element) return
      gone.current = true
      settle(element, known.current?.top ?? innerHeight / 3)
      if (!known.current) element.focus({ preventScroll: true })
    },
    [location.hash],
  )
  return { hold, startWith, arrive }
}

/** Frames that a page takes to know the height of what is around: only what is in sight is laid out. */
const UNSETTLED = 20

/** Scrolls so that an element stands at a height of the window, until it stays there. */
function settle(element: Element, top: number): void {
  let left = UNSETTLED
  const step = () => {
    scrollBy(0, element.getBoundingClientRect().top - top)
    left -= 1
    if (left > 0 && element.isConnected) requestAnimationFrame(step)
  }
  step()
}

function firstInSight(list: HTMLElement | null): HTMLElement | undefined {
  for (const element of list?.querySelectorAll<HTMLElement>('.statement') ?? []) {
    if (element.getBoundingClientRect().bottom > 120) return element
  }
  return undefined
}
