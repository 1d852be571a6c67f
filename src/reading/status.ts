import { EMPTY_RECORD, type NoteRecord } from './record.ts'
import type { ReadingState } from './store.ts'

export type Status = 'new' | 'started' | 'finished'

/** How far the versions of one note were read: as far as the version that was read furthest. */
export function statusOf(notes: ReadingState['notes'], slugs: readonly string[]): Status {
  const records = slugs.map((slug): NoteRecord => notes.get(slug) ?? EMPTY_RECORD)
  if (records.some(({ finished }) => finished?.on)) return 'finished'
  return records.some(({ opened }) => opened !== undefined) ? 'started' : 'new'
}
