import { startTransition, useEffect, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { useToday } from '../../ui/index.ts'

/** So many statements stand in a page that is rendered ahead, and come at a time from then on. */
const STEP = 30

/**
 * How many of the statements are shown: at first those on the first screen or two, which come soon and are soon taken
 * over, then more in steps, none of which keeps a finger waiting. Whoever comes back, or is led to a place, finds all.
 */
export function useSteps(total: number): number {
  const { search, hash } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const isAhead = useToday() === undefined
  const [count, setCount] = useState(() =>
    search || hash || (isBack && !isAhead) ? Number.POSITIVE_INFINITY : STEP,
  )
  useEffect(() => {
    if (isAhead || count === Number.POSITIVE_INFINITY) return
    // Once all are there, what comes later is shown as it comes: earlier ones stand before the others.
    startTransition(() => setCount(count + STEP < total ? count + STEP : Number.POSITIVE_INFINITY))
  }, [isAhead, count, total])
  return count
}
