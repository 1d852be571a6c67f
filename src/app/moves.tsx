import { type ReactNode, startTransition, useLayoutEffect, useRef, useState } from 'react'
import { createPath, type Location, type NavigationType, type Navigator, Router } from 'react-router'
import { Leaving } from '../ui/index.ts'
import { keepPlace } from './places.ts'

/** Where the reader is, and how they came there. */
interface Move {
  location: Location
  action: NavigationType
}

export interface History extends Move, Navigator {
  listen: (onMove: (move: Move) => void) => () => void
}

export interface Shown extends Move {
  /** Why it cannot be shown. */
  failure?: { error: unknown } | undefined
}

/**
 * Leads from screen to screen: the one before stays until all of the next is there. `fetchScreen` brings what stands at
 * a place, and returns undefined where that is at hand.
 */
export function Moves({
  history,
  failure,
  base,
  fetchScreen,
  children,
}: {
  history: History
  /** Of the first screen. */
  failure: Shown['failure']
  base: string
  fetchScreen: (location: Location) => Promise<unknown> | undefined
  children: (shown: Shown) => ReactNode
}) {
  const [shown, setShown] = useState<Shown>(() => ({
    location: history.location,
    action: history.action,
    failure,
  }))
  const [leaving, setLeaving] = useState(false)
  const here = useRef(shown.location)
  useLayoutEffect(() => {
    let last: Move | undefined
    const show = (next: Shown) => {
      keepPlace(here.current)
      here.current = next.location
      setShown(next)
      setLeaving(false)
    }
    const follow = ({ action, location }: Move) => {
      const move = { action, location }
      last = move
      const coming = fetchScreen(location)
      if (!coming) {
        // Who comes back finds all of a long screen at once: it is made in steps.
        if (action === 'POP') startTransition(() => show(move))
        else show(move)
        return
      }
      setLeaving(true)
      coming.then(
        () => last === move && show(move),
        (error: unknown) => last === move && show({ ...move, failure: { error } }),
      )
    }
    // While the page was taken over, a link to a place on it may have been followed.
    if (createPath(history.location) !== createPath(here.current)) follow(history)
    return history.listen(follow)
  }, [history, fetchScreen])
  return (
    <Router basename={base} location={shown.location} navigationType={shown.action} navigator={history}>
      <Leaving value={leaving}>{children(shown)}</Leaving>
    </Router>
  )
}
