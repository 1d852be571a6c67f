import { useSyncExternalStore } from 'react'
import { type Day, dayOf } from '../calendar/index.ts'

/**
 * The reader's own day; undefined where a page is rendered ahead, which knows no day of reading. A page left open
 * overnight learns of the new one when it is looked at.
 */
export function useToday(): Day | undefined {
  return useSyncExternalStore(onSeen, readClock, () => undefined)
}

function onSeen(notify: () => void): () => void {
  document.addEventListener('visibilitychange', notify)
  return () => document.removeEventListener('visibilitychange', notify)
}

function readClock(): Day {
  const now = new Date()
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
}
