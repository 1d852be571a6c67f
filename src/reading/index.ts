export { type Plan, takeOut, tally, weigh } from './archive.ts'
export {
  CONTEXT,
  type Highlight,
  highlightsOf,
  LONGEST_HIGHLIGHT,
  LONGEST_REMARK,
  MOST_HIGHLIGHTS,
} from './highlight.ts'
export { askToPersist } from './persistence.ts'
export { EMPTY_RECORD, type NoteRecord, type Place } from './record.ts'
export { CHOICES, type Choice, type Settings } from './settings.ts'
export { hasChanged, hasRead, hasReadSection, type Status, statusOf } from './status.ts'
export { browserStorage, type StoragePort } from './storage.ts'
export { createReadingStore } from './store.ts'
export type { ReadingState, ReadingStore, Trouble, Weighed } from './store-shape.ts'
export { ReadingProvider, useReading, useReadingStore } from './use-reading.tsx'
