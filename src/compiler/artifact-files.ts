import { artifactPaths } from '../notes/index.ts'
import type { Compiled } from './compile.ts'
import { searchFiles } from './search-files.ts'
import { timelineFiles } from './timeline.ts'

/** The artifacts as files: their path below `dist/`, and what stands in them. */
export function artifactFiles(compiled: Compiled): Map<string, string> {
  const { library, topics, notes, sources } = compiled
  const files = new Map<string, string>()
  for (const [i, page] of library.entries()) files.set(artifactPaths.library(i + 1), JSON.stringify(page))
  for (const [i, page] of topics.flatMap((pages) => [...pages.entries()])) {
    files.set(artifactPaths.topic(page.path, i + 1), JSON.stringify(page))
  }
  files.set(artifactPaths.sources, JSON.stringify(sources.index))
  for (const [i, shard] of sources.shards.entries()) {
    files.set(artifactPaths.sourceShard(i), JSON.stringify(shard))
  }
  for (const [path, content] of timelineFiles(notes)) files.set(path, JSON.stringify(content))
  for (const note of notes) files.set(artifactPaths.note(note.slug), JSON.stringify(note))
  for (const [path, text] of searchFiles(compiled)) files.set(path, text)
  return files
}
