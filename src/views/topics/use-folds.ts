import { useState } from 'react'

/** Which topics stand unfolded. */
export interface Folds {
  unfolds: (path: string) => boolean
  turn: (path: string, unfolded: boolean) => void
}

/** The topic that the reader is in is unfolded, with those above it, and any that they unfold. */
export function useFolds(here: string | undefined): Folds {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [was, setWas] = useState(here)
  if (was !== here) {
    setWas(here)
    // Where the reader comes from stays unfolded: nothing is to move from under the pointer.
    const next = new Map([...pathsTo(was).map((path) => [path, true] as const), ...chosen])
    for (const path of pathsTo(here)) next.delete(path)
    setChosen(next)
  }
  return {
    unfolds: (path) => chosen.get(path) ?? pathsTo(here).includes(path),
    turn: (path, unfolded) => setChosen(new Map(chosen).set(path, unfolded)),
  }
}

/** A topic and those above it. */
function pathsTo(topic: string | undefined): string[] {
  return topic?.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/')) ?? []
}
