import { artifactPaths } from '../notes/index.ts'
import type { Compiled } from './compile.ts'

/** The artifacts as files: their path below `dist/`, and what stands in them. */
export function artifactFiles({ library, topics, notes, timeline, sources }: Compiled): Map<string, string> {
  const files = new Map<string, string>()
  for (const [i, page] of library.entries()) files.set(artifactPaths.library(i + 1), JSON.stringify(page))
  for (const [i, page] of topics.flatMap((pages) => [...pages.entries()])) {
    files.set(artifactPaths.topic(page.path, i + 1), JSON.stringify(page))
  }
  files.set(artifactPaths.timeline, JSON.stringify(timeline))
  files.set(artifactPaths.sources, JSON.stringify(sources))
  for (const note of notes) files.set(artifactPaths.note(note.slug), JSON.stringify(note))
  return files
}
