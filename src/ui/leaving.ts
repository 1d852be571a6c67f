import { createContext, useContext } from 'react'

/** Whether the reader is on the way to another screen, which has not come yet. */
export const Leaving = createContext(false)

export const useLeaving = (): boolean => useContext(Leaving)

/** For a move that changes what is shown on a page, and leaves the reader where they are on it. */
export const STAY = { state: { stays: true } } as const

export function isStaying(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'stays' in state
}
