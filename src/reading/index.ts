export { type Plan, tally } from './archive.ts'
export { askToPersist } from './persistence.ts'
export { EMPTY_RECORD, type NoteRecord, type Place } from './record.ts'
export { CHOICES, type Choice, type Settings } from './settings.ts'
export { hasRead, type Status, statusOf } from './status.ts'
export { browserStorage, type StoragePort } from './storage.ts'
export {
  createReadingStore,
  type ReadingState,
  type ReadingStore,
  type Trouble,
  type Weighed,
} from './store.ts'
export { ReadingProvider, useReading, useReadingStore } from './use-reading.tsx'
