import type { RefObject } from 'react'
import { useShortcuts } from '../../ui/index.ts'

/** `j` and `k` walk the statements. */
export function useKeys(list: RefObject<HTMLElement | null>): void {
  useShortcuts(({ key, target }) => {
    if ((target as Element).closest?.('dialog')) return
    if (key === 'j' || key === 'k') step(list.current, key === 'j' ? 1 : -1)
  })
}

function step(list: HTMLElement | null, by: 1 | -1): void {
  const stops = [...(list?.querySelectorAll<HTMLElement>('.statement') ?? [])]
  const focused = stops.findIndex((stop) => stop.contains(document.activeElement))
  const near = stops.findIndex((stop) => stop.getBoundingClientRect().top > 80)
  const stop = stops[Math.max(0, Math.min(stops.length - 1, focused >= 0 ? focused + by : near))]
  stop?.focus()
}
