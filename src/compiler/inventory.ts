import {
  ARTIFACT_VERSION,
  artifactPaths,
  type BuildIndex,
  type BuildPart,
  HASH_LENGTH,
  type KeepableFile,
  type Note,
} from '../notes/index.ts'
import type { Compiled } from './compile.ts'
import type { SiteFiles } from './site-files.ts'

/** Files in a part: some 5 KB, compressed. */
const PART = 250

/**
 * Writes down what a site consists of, besides its program and pages: what is kept in a browser is held to it, so that
 * the files of two builds are never mixed.
 */
export function writeInventory(compiled: Compiled, files: SiteFiles, build: string): void {
  const listed = [...files.made]
    .filter(([path]) => /^(?:data|files)\//.test(path))
    .map(([path, { hash, bytes }]): KeepableFile => [path, hash.slice(0, HASH_LENGTH), bytes])
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const write = (path: string, content: BuildIndex | BuildPart) => files.put(path, JSON.stringify(content))
  const parts = Array.from({ length: Math.ceil(listed.length / PART) }, (_, i) =>
    listed.slice(i * PART, (i + 1) * PART),
  )
  for (const [n, part] of parts.entries()) {
    write(artifactPaths.buildPart(build, n), { version: ARTIFACT_VERSION, files: part })
  }
  const byPath = new Map(listed.map((file) => [file[0], file]))
  for (const [topic, paths] of topicPaths(compiled)) {
    const held = [...paths].sort().flatMap((path) => {
      const file = byPath.get(path)
      return file ? [file] : []
    })
    write(artifactPaths.topicFiles(build, topic), { version: ARTIFACT_VERSION, files: held })
  }
  const isWhole = !listed.some(([path]) => path.startsWith('data/search/'))
  write(artifactPaths.build(build), {
    version: ARTIFACT_VERSION,
    files: listed.length,
    bytes: listed.reduce((sum, [, , bytes]) => sum + bytes, 0),
    parts: parts.map(([first]) => first?.[0] ?? ''),
    first: [
      ...[artifactPaths.library(1), artifactPaths.newest(1)].filter((path) => byPath.has(path)),
      ...(isWhole ? [artifactPaths.search] : []),
    ],
  })
}

/** What the pages of each topic show: its lists and those of the topics below, its notes, and the images in these. */
function topicPaths({ topics, notes, imagesIn }: Compiled): Map<string, Set<string>> {
  const bySlug = new Map(notes.map((note) => [note.slug, note]))
  const lists = topics.map((pages) => {
    return { path: pages[0]?.path ?? '', files: pages.map(({ path }, i) => artifactPaths.topic(path, i + 1)) }
  })
  return new Map(
    topics.map((pages) => {
      const path = pages[0]?.path ?? ''
      const below = lists.filter((list) => list.path === path || list.path.startsWith(`${path}/`))
      const held = pages.flatMap((page) => page.notes.map(({ slug }) => bySlug.get(slug) as Note))
      return [
        path,
        new Set([
          ...below.flatMap(({ files }) => files),
          ...held.flatMap((note) => [artifactPaths.note(note.slug), ...imagesIn(note)]),
        ]),
      ]
    }),
  )
}
