import { useInsertionEffect, useLayoutEffect, useRef } from 'react'

/**
 * Keeps the window where the reader has moved it while the program was on its way: what restores positions takes a page
 * without one to begin at its head.
 */
export function useStayPut(): void {
  const moved = useRef(0)
  useInsertionEffect(() => {
    moved.current = scrollY
  }, [])
  useLayoutEffect(() => {
    if (moved.current > 0) scrollTo(0, moved.current)
  }, [])
}
