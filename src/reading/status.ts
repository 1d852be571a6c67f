import { EMPTY_RECORD, type NoteRecord } from './record.ts'
import type { ReadingState } from './store-shape.ts'

/** Whether a statement was read: as the reader says of it, else as its note is. */
export function hasRead(record: NoteRecord | undefined, statement: string): boolean {
  return record?.read.get(statement)?.on ?? record?.finished?.on ?? false
}

/** Whether a section was read: as is known of it, else as its note is. */
export function hasReadSection(record: NoteRecord | undefined, section: string): boolean {
  return record?.sections.get(section)?.on ?? record?.finished?.on ?? false
}

/** Whether a note is another one than its reader knows. */
export function hasChanged(record: NoteRecord | undefined, revision: string): boolean {
  return record?.revision !== undefined && record.revision.value !== revision
}

export type Status = 'new' | 'started' | 'finished'

/** How far the versions of one note were read: as far as the version that was read furthest. */
export function statusOf(notes: ReadingState['notes'], slugs: readonly string[]): Status {
  const records = slugs.map((slug): NoteRecord => notes.get(slug) ?? EMPTY_RECORD)
  if (records.some(({ finished }) => finished?.on)) return 'finished'
  return records.some(({ opened }) => opened !== undefined) ? 'started' : 'new'
}
