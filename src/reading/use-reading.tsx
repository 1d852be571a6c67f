import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { ReadingState, ReadingStore } from './store-shape.ts'

const Context = createContext<ReadingStore | undefined>(undefined)

export function ReadingProvider({ store, children }: { store: ReadingStore; children: ReactNode }) {
  return <Context value={store}>{children}</Context>
}

export function useReadingStore(): ReadingStore {
  const store = useContext(Context)
  if (!store) throw new Error('useReading needs a ReadingProvider around it')
  return store
}

/** A part of the reading state; `select` returns the same value for the same state. */
export function useReading<T>(select: (state: ReadingState) => T): T {
  const store = useReadingStore()
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.getState()),
    () => select(store.getServerState()),
  )
}
