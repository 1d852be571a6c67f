import { type ReactNode, startTransition, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createPath, type Location, type NavigationType, Router } from 'react-router'
import { Leaving } from '../ui/index.ts'
import { type Address, navigatorOf } from './navigator.ts'
import { keepPlace } from './places.ts'

/** Where the reader is, and how they came there. */
interface Move {
  location: Location
  action: NavigationType
}

export interface History extends Move, Address {
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
    here.current = shown.location
  }, [shown])
  const navigator = useMemo(() => navigatorOf(history, () => here.current), [history])
  useLayoutEffect(() => {
    let last: Move | undefined
    const show = (next: Shown) => {
      keepPlace()
      setShown(next)
      setLeaving(false)
    }
    const follow = ({ action, location }: Move) => {
      const move = { action, location }
      last = move
      const fail = (error: unknown) => last === move && show({ ...move, failure: { error } })
      try {
        const coming = fetchScreen(location)
        if (!coming && action !== 'POP') return show(move)
        setLeaving(true)
        if (coming) coming.then(() => last === move && show(move), fail)
        // Who comes back finds all of a long screen at once: it is made in steps.
        else startTransition(() => show(move))
      } catch (error) {
        fail(error)
      }
    }
    // While the page was taken over, a link to a place on it may have been followed.
    if (createPath(history.location) !== createPath(here.current)) follow(history)
    return history.listen(follow)
  }, [history, fetchScreen])
  return (
    <Router basename={base} location={shown.location} navigationType={shown.action} navigator={navigator}>
      <Leaving value={leaving}>{children(shown)}</Leaving>
    </Router>
  )
}
