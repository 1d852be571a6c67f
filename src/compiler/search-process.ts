import { readFileSync } from 'node:fs'
import type { Note } from '../notes/index.ts'
import { say } from './own-process.ts'
import { keyOfText, type Searched, searchFiles } from './search-files.ts'
import { type MadeFile, SiteFiles } from './site-files.ts'

/** What the process is asked: to make the search of a site whose notes are written. */
export interface SearchJob {
  staging: string
  topics: Searched['topics']
  /** The files of the notes, of the oldest first. */
  notes: readonly string[]
  /** What the topics and the notes are known by, see {@link keyOfText}. */
  keys: readonly string[]
}

/** What it tells of the files that it has put into the staging folder. */
export type SearchReply = [path: string, file: MadeFile][] | string

/** A process of its own that makes the search while pages are rendered: it holds one note at a time. */
process.on('message', async ({ staging, topics, notes, keys }: SearchJob) => {
  // While the message is still being handled, the channel cannot be closed.
  await new Promise(setImmediate)
  try {
    const files = new SiteFiles(staging, staging)
    for (const [path, text, part] of searchFiles({ topics, notes: read(notes) })) {
      files.put(path, text, part && keyOfText(keys[part.of] as string, part))
    }
    await say([...files.made])
  } catch (error) {
    await say(error instanceof Error ? error.message : String(error))
  }
  process.disconnect()
})

function* read(notes: readonly string[]): Generator<Note> {
  for (const place of notes) yield JSON.parse(readFileSync(place, 'utf8'))
}
