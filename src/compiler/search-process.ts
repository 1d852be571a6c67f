import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { artifactPaths, type Note } from '../notes/index.ts'
import { type Searched, searchFiles } from './search-files.ts'

/** What the process is asked: to make the search of a site whose notes are written. */
export interface SearchJob {
  folder: string
  topics: Searched['topics']
  /** Slugs, of the oldest first. */
  notes: readonly string[]
}

/** A process of its own that makes the search while pages are rendered: it holds one note at a time. */
process.on('message', async ({ folder, topics, notes }: SearchJob) => {
  // While the message is still being handled, the channel cannot be closed.
  await new Promise(setImmediate)
  try {
    const folders = new Set<string>()
    for (const [path, text] of searchFiles({ topics, notes: read(folder, notes) })) {
      const file = join(folder, path)
      if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true })
      folders.add(dirname(file))
      writeFileSync(file, text)
    }
  } catch (error) {
    process.send?.(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
  process.disconnect()
})

function* read(folder: string, notes: readonly string[]): Generator<Note> {
  for (const slug of notes) yield JSON.parse(readFileSync(join(folder, artifactPaths.note(slug)), 'utf8'))
}
