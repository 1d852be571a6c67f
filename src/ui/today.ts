import { startTransition, useEffect, useState } from 'react'
import { type Day, dayOf } from '../calendar/index.ts'

/** Not known before the first page is taken over: it was rendered on another day. */
let today: Day | undefined

/**
 * The reader's own day; undefined where a page is rendered ahead, which knows no day of reading. A page left open
 * overnight learns of the new one when it is looked at. What it changes comes in steps: an external store would have
 * the whole screen rendered again at once, as soon as it is taken over.
 */
export function useToday(): Day | undefined {
  const [day, setDay] = useState(today)
  useEffect(() => {
    const look = () => {
      const now = new Date()
      today = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
      startTransition(() => setDay(today))
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return day
}
