import { type RefObject, useEffect } from 'react'
import type { Place } from '../../reading/index.ts'

/**
 * Where the reader is: the last section or statement that begins above the upper third of the window; none, `''`, where
 * nothing was scrolled: who has only opened a note is at its head, however short it is.
 */
export interface Whereabouts extends Place {
  /** Id of the section. */
  section: string | undefined
}

/** Calls back, at most once a frame, while the reader moves through the text. */
export function useWhereabouts(
  text: RefObject<HTMLElement | null>,
  key: string,
  onMove: (where: Whereabouts) => void,
): void {
  useEffect(() => {
    const element = text.current
    if (!element || key === '') return
    let frame = 0
    const look = () => {
      frame = 0
      // The screen that is gone to may be there, and scrolled, before this one is told: no place is left behind then.
      if (element.isConnected) onMove(whereabouts(element))
    }
    const moved = () => {
      frame ||= requestAnimationFrame(look)
    }
    moved()
    addEventListener('scroll', moved, { passive: true })
    addEventListener('resize', moved)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', moved)
      removeEventListener('resize', moved)
    }
  }, [text, key, onMove])
}

export function whereabouts(text: HTMLElement): Whereabouts {
  const line = innerHeight / 3
  const box = text.getBoundingClientRect()
  const range = box.height - innerHeight
  const isAllSeen = box.bottom <= innerHeight
  const progress = isAllSeen ? 1 : range <= 0 ? 0 : Math.min(1, Math.max(0, -box.top / range))
  let anchor = ''
  let section: string | undefined
  for (const element of text.querySelectorAll<HTMLElement>(
    'h2[id], h3[id], h4[id], h5[id], h6[id], [data-statement]',
  )) {
    if (element.getBoundingClientRect().top > line) break
    anchor = element.id
    if (/^H/.test(element.tagName)) section = element.id
  }
  return { anchor: scrollY > 0 ? anchor : '', section, progress }
}
