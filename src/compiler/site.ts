import { resolve } from 'node:path'
import type { Card } from './card.ts'
import { assemble, type Compiled } from './compile.ts'
import type { NotePool } from './note-pool.ts'
import { readContent, type SeenFile } from './read-content.ts'

/** A folder of notes, compiled. */
export interface Site {
  folder: string
  compiled: Compiled
  /** Paths below the folder. */
  images: readonly string[]
  /** All notes and images as they lie on the disk, by path. */
  seen: ReadonlyMap<string, SeenFile>
  /** Of all notes, by their key. */
  cards: ReadonlyMap<string, Card>
}

/**
 * Reads and compiles a folder of notes; whatever is wrong with them is in `compiled.problems`.
 * @param before what is not read again where it is as it was; its cards are asked for when what is new is being compiled @param mayHaveChanged see {@link readContent}
 */
export async function readSite(
  folder: string,
  pool: NotePool,
  before?: Pick<Site, 'seen' | 'cards'>,
  mayHaveChanged?: (path: string) => boolean,
): Promise<Site> {
  const { images, seen, ...content } = readContent(resolve(folder), before?.seen, mayHaveChanged)
  const { notes, problems } = await pool.compile(content.notes, () => before?.cards)
  return {
    folder: resolve(folder),
    compiled: assemble(notes, images, [...content.problems, ...problems]),
    images,
    seen,
    cards: new Map(notes.map(({ card }) => [card.key, card])),
  }
}
