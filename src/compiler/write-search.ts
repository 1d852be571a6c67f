import type { Compiled } from './compile.ts'
import { finished, startProcess } from './own-process.ts'
import { searchedIn } from './search-files.ts'
import type { SearchJob } from './search-process.ts'

/** For a million terms and where they stand. */
const MEGABYTES = 1024

/**
 * Writes the search into a site whose notes are written.
 * @throws Error where it cannot be written
 */
export async function writeSearch(compiled: Compiled, folder: string): Promise<void> {
  const { topics, notes } = searchedIn(compiled)
  const child = startProcess('search-process', MEGABYTES)
  const job: SearchJob = { folder, topics, notes: notes.map(({ slug }) => slug) }
  child.send(job)
  await finished(child, 'the search could not be made')
}
