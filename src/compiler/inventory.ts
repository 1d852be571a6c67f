import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import {
  ARTIFACT_VERSION,
  artifactPaths,
  type Body,
  type BuildIndex,
  type BuildPart,
  HASH_LENGTH,
  type KeepableFile,
  type Note,
} from '../notes/index.ts'
import type { Compiled } from './compile.ts'

/** Files in a part: some 5 KB, compressed. */
const PART = 250

/**
 * Writes down what a finished site consists of, besides its program and pages: what is kept in a browser is held to
 * it, so that the files of two builds are never mixed.
 */
export function writeInventory(compiled: Compiled, folder: string, build: string): void {
  const files = [...filesBelow(folder, 'data'), ...filesBelow(folder, 'files')].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const write = (path: string, content: BuildIndex | BuildPart) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), JSON.stringify(content))
  }
  const parts = Array.from({ length: Math.ceil(files.length / PART) }, (_, i) =>
    files.slice(i * PART, (i + 1) * PART),
  )
  for (const [n, part] of parts.entries()) {
    write(artifactPaths.buildPart(build, n), { version: ARTIFACT_VERSION, files: part })
  }
  const byPath = new Map(files.map((file) => [file[0], file]))
  for (const [topic, paths] of topicPaths(compiled)) {
    const held = [...paths].sort().flatMap((path) => {
      const file = byPath.get(path)
      return file ? [file] : []
    })
    write(artifactPaths.topicFiles(build, topic), { version: ARTIFACT_VERSION, files: held })
  }
  const isWhole = !files.some(([path]) => path.startsWith('data/search/'))
  write(artifactPaths.build(build), {
    version: ARTIFACT_VERSION,
    files: files.length,
    bytes: files.reduce((sum, [, , bytes]) => sum + bytes, 0),
    parts: parts.map(([first]) => first?.[0] ?? ''),
    first: [artifactPaths.library(1), ...(isWhole ? [artifactPaths.search] : [])],
  })
}

export function contentHash(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH)
}

function filesBelow(folder: string, name: string): KeepableFile[] {
  const top = join(folder, name)
  if (!existsSync(top)) return []
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): KeepableFile => {
      const file = join(entry.parentPath, entry.name)
      const content = readFileSync(file)
      return [relative(folder, file).replaceAll(sep, '/'), contentHash(content), content.length]
    })
}

/** What the pages of each topic show: its lists and those of the topics below, its notes, and the images in these. */
function topicPaths({ topics, notes }: Compiled): Map<string, Set<string>> {
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
          ...held.flatMap((note) => [artifactPaths.note(note.slug), ...imagesIn(note.body)]),
        ]),
      ]
    }),
  )
}

/** Paths of the images that a body shows; their addresses are those of `paths.file`. */
function imagesIn(body: readonly Body[]): string[] {
  return body.flatMap((one) => {
    if (typeof one === 'string') return []
    const [tag, attributes, ...inner] = one
    const own = tag === 'img' ? [decodeURIComponent(String(attributes?.src ?? '').slice(1))] : []
    return [...own, ...imagesIn(inner)]
  })
}
