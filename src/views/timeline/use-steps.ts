import { startTransition, useEffect, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { isRenderedAhead } from '../../ui/index.ts'

/** So many statements stand in a page that is rendered ahead, and come at a time from then on. */
const STEP = 30

/**
 * How many of the statements are shown: at first those on the first screen or two, which come soon and are soon taken
 * over, then more in steps, none of which keeps a finger waiting. Whoever comes back, or is led to a place, finds all.
 */
export function useSteps(total: number): number {
  const { search, hash } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const [count, setCount] = useState(() =>
    isRenderedAhead() || !(search || hash || isBack) ? STEP : Number.POSITIVE_INFINITY,
  )
  useEffect(() => {
    if (count === Number.POSITIVE_INFINITY) return
    // Once all are there, what comes later is shown as it comes: earlier ones stand before the others.
    const next = hash || count + STEP >= total ? Number.POSITIVE_INFINITY : count + STEP
    startTransition(() => setCount(next))
  }, [hash, count, total])
  return count
}
