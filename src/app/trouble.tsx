import { type Messages, useMessages } from '../messages/index.ts'
import { type ReadingState, useReading, useReadingStore } from '../reading/index.ts'

const MESSAGE: Record<NonNullable<ReadingState['trouble']>, keyof Messages & `storage${string}`> = {
  full: 'storageFull',
  denied: 'storageDenied',
  aside: 'storageAside',
  newer: 'storageNewer',
}

/** Says once when the browser does not keep what was read. */
export function StorageTrouble() {
  const messages = useMessages()
  const store = useReadingStore()
  const trouble = useReading((state) => state.trouble)
  return (
    <div role="status" className="trouble">
      {trouble && (
        <p>
          {messages[MESSAGE[trouble]]}{' '}
          <button type="button" onClick={store.dismissTrouble}>
            {messages.dismiss}
          </button>
        </p>
      )}
    </div>
  )
}
