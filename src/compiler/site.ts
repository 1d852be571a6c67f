import { resolve } from 'node:path'
import { assemble, type Compiled } from './compile.ts'
import type { NotePool } from './note-pool.ts'
import { readContent } from './read-content.ts'

/** A folder of notes, compiled. */
export interface Site {
  folder: string
  compiled: Compiled
  /** Paths below the folder. */
  images: readonly string[]
}

/** Reads and compiles a folder of notes; whatever is wrong with them is in `compiled.problems`. */
export async function readSite(folder: string, pool: NotePool): Promise<Site> {
  const content = readContent(resolve(folder))
  const { notes, problems } = await pool.compile(content.notes)
  const compiled = assemble(notes, content.images, [...content.problems, ...problems])
  return { folder: resolve(folder), compiled, images: content.images }
}
