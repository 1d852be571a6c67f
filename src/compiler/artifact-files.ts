import { artifactPaths } from '../notes/index.ts'
import type { Compiled } from './compile.ts'
import { searchedIn, searchFiles } from './search-files.ts'
import { sourcesIn } from './source-shards.ts'
import { timelineFiles } from './timeline.ts'

/** Artifacts as files: their path below `dist/`, and what stands in them. */
type Files = Iterable<readonly [path: string, text: string]>

/** What makes them, by the part of their path behind `data/`. */
const MAKERS: Readonly<Record<string, (compiled: Compiled) => Files>> = {
  library: ({ library }) => library.map((page, i) => [artifactPaths.library(i + 1), JSON.stringify(page)]),
  topics: ({ topics }) =>
    topics.flatMap((pages) =>
      pages.map((page, i) => [artifactPaths.topic(page.path, i + 1), JSON.stringify(page)] as const),
    ),
  sources: (compiled) => {
    const { index, shards } = sourcesIn(compiled)
    return [
      [artifactPaths.sources, JSON.stringify(index)],
      ...shards.map((shard, i) => [artifactPaths.sourceShard(i), JSON.stringify(shard)] as const),
    ]
  },
  timeline: function* ({ notes }) {
    for (const [path, content] of timelineFiles(notes)) yield [path, JSON.stringify(content)]
  },
  notes: function* ({ notes }) {
    for (const note of notes) yield [artifactPaths.note(note.slug), JSON.stringify(note)]
  },
  search: function* (compiled) {
    for (const [path, text] of searchFiles(searchedIn(compiled))) yield [path, text]
  },
}

/** The artifacts, one after the other: together they are larger than the notes. */
export function* artifactFiles(
  compiled: Compiled,
  wanted: (kind: string) => boolean = () => true,
): Generator<readonly [path: string, text: string]> {
  for (const [kind, make] of Object.entries(MAKERS)) if (wanted(kind)) yield* make(compiled)
}

/** Gives single artifacts; a kind of them is made when the first of it is asked for, a note by itself. */
export function artifactReader(compiled: Compiled): (path: string) => string | undefined {
  const notes = new Map(compiled.notes.map((note) => [artifactPaths.note(note.slug), note]))
  const made = new Map<string, ReadonlyMap<string, string>>()
  return (path) => {
    const kind = /^data\/([a-z]+)/.exec(path)?.[1] ?? ''
    if (kind === 'notes') return notes.has(path) ? JSON.stringify(notes.get(path)) : undefined
    const files = made.get(kind) ?? new Map(MAKERS[kind]?.(compiled))
    made.set(kind, files)
    return files.get(path)
  }
}
