import type { MouseEvent } from 'react'

/**
 * Where several notes stand on a page, each has its own first source and its own first section: a link to one stays
 * with its note.
 * @param own which elements belong to the note, within what listens
 */
export function leadWithin(event: MouseEvent<HTMLElement>, own: string): void {
  const anchor = (event.target as Element).closest?.('a')?.getAttribute('href')
  if (!anchor?.startsWith('#')) return
  event.preventDefault()
  const wanted = decodeURIComponent(anchor.slice(1))
  const target = [...event.currentTarget.querySelectorAll<HTMLElement>(own)].find(({ id }) => id === wanted)
  if (!target) return
  // What is no link and no field takes the focus only so.
  target.tabIndex = -1
  target.focus()
}
