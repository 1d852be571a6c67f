import { type RefObject, useLayoutEffect } from 'react'

/** Where a small window stands at words: below their end, or above where there is no room. Pixels of the page. */
export interface Spot {
  left: number
  top: number
  bottom: number
}

/** Pixels between the window and the words. */
const GAP = 8

export function spotOf(words: Range | Element): Spot {
  const all = words.getBoundingClientRect()
  const last = [...words.getClientRects()].at(-1) ?? all
  return { left: last.left + scrollX, top: all.top + scrollY, bottom: all.bottom + scrollY }
}

/** Puts the window at its spot, inside of what is seen. */
export function useSpot(window: RefObject<HTMLElement | null>, { left, top, bottom }: Spot): void {
  useLayoutEffect(() => {
    const element = window.current
    if (!element) return
    const { offsetWidth: width, offsetHeight: height } = element
    const below = bottom + GAP + height < scrollY + innerHeight || top - GAP - height < scrollY
    const room = scrollX + document.documentElement.clientWidth - width - 8
    element.style.setProperty('--spot-top', `${below ? bottom + GAP : top - GAP - height}px`)
    element.style.setProperty('--spot-left', `${Math.max(scrollX + 8, Math.min(left, room))}px`)
  }, [window, left, top, bottom])
}
