import { createKeeper } from './keeper.ts'
import type { StoragePort } from './storage.ts'
import type { ReadingStore } from './store-shape.ts'

const ASKED = 'asked'

/**
 * Asks the browser to keep what is stored, when there is something that a reader would miss: when the first statement
 * is starred, the first words are highlighted, or the first note is read to its end. Once, and never again: some browsers ask the reader.
 */
export function askToPersist(
  store: ReadingStore,
  storage: StoragePort,
  scope: string,
  manager: Partial<Pick<StorageManager, 'persist' | 'persisted'>> | undefined,
): void {
  const keeper = createKeeper(storage, scope, () => undefined)
  if (!manager?.persist || keeper.read(ASKED) !== null) return
  const stop = store.subscribe(() => {
    const worth = [...store.getState().notes.values()].some(
      ({ finished, starred, highlights }) =>
        finished?.on || highlights.size > 0 || [...starred.values()].some(({ on }) => on),
    )
    if (!worth) return
    stop()
    // Where nothing is stored, there is nothing to keep.
    if (!keeper.write(ASKED, 'yes')) return
    manager
      .persisted?.()
      .then((kept) => kept || manager.persist?.())
      .catch(() => undefined)
  })
}
