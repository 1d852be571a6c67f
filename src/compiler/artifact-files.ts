import { artifactPaths } from '../notes/index.ts'
import type { Compiled } from './compile.ts'

/** The artifacts as files: their path below `dist/`, and what stands in them. */
export function artifactFiles({ library, notes, timeline, sources }: Compiled): Map<string, string> {
  const files = new Map<string, string>()
  files.set(artifactPaths.wholeLibrary, JSON.stringify(library))
  files.set(artifactPaths.timeline, JSON.stringify(timeline))
  files.set(artifactPaths.sources, JSON.stringify(sources))
  for (const note of notes) files.set(artifactPaths.note(note.slug), JSON.stringify(note))
  return files
}
