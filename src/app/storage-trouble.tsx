import { type Messages, useMessages } from '../messages/index.ts'
import { type Trouble, useReadingStore } from '../reading/index.ts'

const MESSAGE: Record<Trouble, keyof Messages & `storage${string}`> = {
  full: 'storageFull',
  denied: 'storageDenied',
  aside: 'storageAside',
  newer: 'storageNewer',
}

/** Says once when the browser does not keep what was read. */
export function StorageTrouble({ trouble }: { trouble: Trouble }) {
  const messages = useMessages()
  const store = useReadingStore()
  return (
    <p>
      {messages[MESSAGE[trouble]]}{' '}
      <button type="button" onClick={store.dismissTrouble}>
        {messages.dismiss}
      </button>
    </p>
  )
}
