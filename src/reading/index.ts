export { EMPTY_RECORD, type Flag, type NoteRecord, type Place } from './record.ts'
export { browserStorage, type StoragePort } from './storage.ts'
export { createReadingStore, type ReadingState, type ReadingStore, type Trouble } from './store.ts'
export { ReadingProvider, useReading, useReadingStore } from './use-reading.tsx'
