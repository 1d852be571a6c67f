import { type RefObject, useLayoutEffect, useState } from 'react'

/** Until the screen is asked, and where there is none; pixels. */
const ASSUMED = 800

/** The width of an element's content, in whole pixels, kept up to date. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(ASSUMED)
  // Before the first paint, so that nothing is seen to change its size.
  useLayoutEffect(() => {
    const node = element.current
    if (!node || typeof ResizeObserver === 'undefined') return
    const measure = () => setWidth(Math.max(1, Math.floor(node.clientWidth)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    return () => observer.disconnect()
  }, [element])
  return width
}
