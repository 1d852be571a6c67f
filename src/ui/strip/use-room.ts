import { type RefObject, useLayoutEffect, useState } from 'react'

/** `text`: how large the reader has text, 1 being 16 pixels. */
export interface Room {
  width: number
  text: number
}

/** Until the screen is asked, and where there is none. */
const ASSUMED: Room = { width: 800, text: 1 }

/** The width of an element's content, in whole pixels, and the size of text in it, kept up to date. */
export function useRoom(element: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState(ASSUMED)
  // Before the first paint, so that nothing is seen to change its size.
  useLayoutEffect(() => {
    const node = element.current
    if (!node || typeof ResizeObserver === 'undefined') return
    const measure = () =>
      setRoom({
        width: Math.max(1, Math.floor(node.clientWidth)),
        text: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1,
      })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    return () => observer.disconnect()
  }, [element])
  return room
}
