import type { ReactNode } from 'react'
import type { Highlight } from '../../../reading/index.ts'
import type { Painted } from '../revive.tsx'
import { findHighlight, type Stretch } from './find.ts'

/** A highlight, and where its words stand now; nowhere if they are lost. */
export interface Placed {
  id: string
  highlight: Highlight
  at: Stretch | undefined
}

export function placeHighlights(
  highlights: readonly (readonly [id: string, highlight: Highlight])[],
  text: string,
): Placed[] {
  return highlights.map(([id, highlight]) => ({ id, highlight, at: findHighlight(highlight, text) }))
}

/** As they stand in the text; those that are lost come last. */
export function inOrder(placed: readonly Placed[]): Placed[] {
  return [...placed].sort((a, b) => (a.at?.start ?? Infinity) - (b.at?.start ?? Infinity))
}

/** Stretches as they are painted: cut wherever a highlight begins or ends, for one may lie over another. */
export function paint(
  placed: readonly Placed[],
  show: (words: string, here: readonly Placed[], ending: readonly Placed[], inLink: boolean) => ReactNode,
): Painted[] {
  const there = placed.flatMap((one) => (one.at ? [{ one, ...one.at }] : []))
  const edges = [...new Set(there.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  return edges.slice(0, -1).flatMap((start, i): Painted[] => {
    const end = edges[i + 1] as number
    const over = there.filter((stretch) => stretch.start < end && stretch.end > start)
    if (over.length === 0) return []
    const here = over.map(({ one }) => one)
    const ending = over.filter((stretch) => stretch.end === end).map(({ one }) => one)
    return [{ start, end, show: (words, last, inLink) => show(words, here, last ? ending : [], inLink) }]
  })
}
