import { artifactPaths, type Note } from '../notes/index.ts'
import type { Compiled } from './compile.ts'
import { inert } from './inert.ts'
import { searchedIn, searchFiles } from './search-files.ts'
import { Sources } from './source-shards.ts'
import { timelineFiles } from './timeline.ts'

/** Artifacts as files: their path below `dist/`, and what stands in them, made when it is asked for. */
type Files = Iterable<readonly [path: string, make: () => string]>

/** A note as it lies in its file and, the same bytes, in its page. */
export function noteText(note: Note): string {
  return inert(JSON.stringify(note))
}

/** What makes them, by the part of their path behind `data/`. */
const MAKERS: Readonly<Record<string, (compiled: Compiled) => Files>> = {
  library: ({ library }) =>
    library.map((page, i) => [artifactPaths.library(i + 1), () => JSON.stringify(page)]),
  newest: ({ newestNotes }) =>
    newestNotes.map((page, i) => [artifactPaths.newest(i + 1), () => JSON.stringify(page)]),
  loose: ({ looseNotes }) =>
    looseNotes.map((page, i) => [artifactPaths.loose(i + 1), () => JSON.stringify(page)]),
  topics: ({ topics }) =>
    topics.flatMap((pages) =>
      pages.map(
        (page, i) => [artifactPaths.topic(page.path, i + 1), () => inert(JSON.stringify(page))] as const,
      ),
    ),
  sources: function* (compiled) {
    for (const { path, make } of new Sources(compiled).files()) yield [path, () => JSON.stringify(make())]
  },
  timeline: function* ({ notes }) {
    for (const [path, content] of timelineFiles(notes)) yield [path, () => JSON.stringify(content)]
  },
  notes: function* ({ notes }) {
    for (const note of notes) yield [artifactPaths.note(note.slug), () => noteText(note)]
  },
  search: function* (compiled) {
    for (const [path, text] of searchFiles(searchedIn(compiled))) yield [path, () => text]
  },
}

/** The artifacts, one after the other: together they are larger than the notes. */
export function* artifactFiles(
  compiled: Compiled,
  wanted: (kind: string) => boolean = () => true,
): Generator<readonly [path: string, text: string]> {
  for (const [kind, files] of Object.entries(MAKERS)) {
    if (!wanted(kind)) continue
    for (const [path, make] of files(compiled)) yield [path, make()]
  }
}

/** Gives single artifacts; what tells which there are of a kind is made when the first of it is asked for. */
export function artifactReader(compiled: Compiled): (path: string) => string | undefined {
  const kinds = new Map<string, ReadonlyMap<string, () => string>>()
  return (path) => {
    const kind = /^data\/([a-z]+)/.exec(path)?.[1] ?? ''
    const files = kinds.get(kind) ?? new Map(MAKERS[kind]?.(compiled))
    kinds.set(kind, files)
    return files.get(path)?.()
  }
}
