import { type RefObject, useEffect } from 'react'

/** `j` and `k` walk the statements. */
export function useKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const typing = (event.target as Element).closest?.('input, textarea, select, dialog')
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'j' || event.key === 'k') step(list.current, event.key === 'j' ? 1 : -1)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [list])
}

function step(list: HTMLElement | null, by: 1 | -1): void {
  const stops = [...(list?.querySelectorAll<HTMLElement>('.statement') ?? [])]
  const focused = stops.findIndex((stop) => stop.contains(document.activeElement))
  const near = stops.findIndex((stop) => stop.getBoundingClientRect().top > 80)
  const stop = stops[Math.max(0, Math.min(stops.length - 1, focused >= 0 ? focused + by : near))]
  stop?.focus()
}
