import { basename } from 'node:path'
import {
  ARTIFACT_VERSION,
  artifactPaths,
  type BuildIndex,
  type FileList,
  HASH_LENGTH,
  type KeepableFile,
  type Note,
} from '../notes/index.ts'
import { chanceOf } from '../search/index.ts'
import type { Compiled } from './compile.ts'
import { hashOf, REMEMBERED } from './remembered.ts'
import { contentHash, type SiteFiles } from './site-files.ts'

/** Files in a part, at least and at most: some 5 KB, compressed. */
const [LEAST, MOST] = [150, 500]

/** Writes down what the pages of each topic show: its lists and those below it, its notes, and the images in these. */
export function writeTopicFiles({ topics, notes, imagesIn }: Compiled, files: SiteFiles): void {
  const bySlug = new Map(notes.map((note) => [note.slug, note]))
  const lists = topics.map((pages) => {
    return { path: pages[0]?.path ?? '', files: pages.map(({ path }, i) => artifactPaths.topic(path, i + 1)) }
  })
  for (const pages of topics) {
    const path = pages[0]?.path ?? ''
    const below = lists.filter((list) => list.path === path || list.path.startsWith(`${path}/`))
    const held = pages.flatMap((page) => page.notes.map(({ slug }) => bySlug.get(slug) as Note))
    const shown = new Set([
      ...below.flatMap(({ files }) => files),
      ...held.flatMap((note) => [artifactPaths.note(note.slug), ...imagesIn(note)]),
    ])
    files.put(artifactPaths.topicFiles(path), textOf(listed(files, [...shown])))
  }
}

/**
 * Writes down what a site consists of, besides its program and pages: what is kept in a browser is held to it, so that
 * the files of two builds are never mixed. Returns the name of the build: of other data, images, base, or compiler, it
 * is another.
 */
export function writeInventory(files: SiteFiles, base: string): string {
  const all = listed(
    files,
    [...files.made.keys()].filter((path) => /^(?:data|files)\//.test(path)),
  )
  const parts = cut(all).map((part) => {
    const text = textOf(part)
    const hash = nameOf(text)
    files.put(artifactPaths.buildPart(hash), text)
    return [part[0]?.[0] ?? '', hash] as const
  })
  const isWhole = !all.some(([path]) => path.startsWith('data/search/'))
  const first = [
    artifactPaths.library(1),
    artifactPaths.newest(1),
    ...(isWhole ? [artifactPaths.search] : []),
  ]
  const index: BuildIndex = {
    version: ARTIFACT_VERSION,
    // The folder of what is remembered is named after the compiler’s own state.
    by: hashOf(basename(REMEMBERED), base),
    files: all.length,
    bytes: all.reduce((sum, [, , bytes]) => sum + bytes, 0),
    parts,
    first: first.filter((path) => files.made.has(path)),
  }
  const text = JSON.stringify(index)
  const name = nameOf(text)
  files.put(artifactPaths.build(name), text)
  return name
}

/** Where there is a choice, the paths decide: so parts begin alike again soon behind a file that has come or gone. */
function cut(files: readonly KeepableFile[]): KeepableFile[][] {
  const parts: KeepableFile[][] = []
  let part: KeepableFile[] = []
  for (const file of files) {
    const mayEnd = part.length >= LEAST && chanceOf(file[0]) < 1 / LEAST
    if (part.length === 0 || part.length === MOST || mayEnd) {
      part = []
      parts.push(part)
    }
    part.push(file)
  }
  return parts
}

/** Those of the paths that the site has, in order. */
function listed({ made }: SiteFiles, paths: string[]): KeepableFile[] {
  return paths.sort().flatMap((path) => {
    const file = made.get(path)
    return file ? [[path, file.hash.slice(0, HASH_LENGTH), file.bytes] as const] : []
  })
}

function textOf(files: KeepableFile[]): string {
  return JSON.stringify({ version: ARTIFACT_VERSION, files } satisfies FileList)
}

function nameOf(text: string): string {
  return contentHash(text).slice(0, HASH_LENGTH)
}
