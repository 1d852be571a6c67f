import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { artifactPaths, BUILD_NAME, type SourceShard } from '../notes/index.ts'
import { artifactFiles, noteText } from './artifact-files.ts'
import type { Program } from './build-program.ts'
import { headersFile } from './headers.ts'
import { entryOf, stamp } from './page-head.ts'
import type { Site } from './site.ts'
import type { SiteFiles } from './site-files.ts'
import { Sources, type SourcesPast } from './source-shards.ts'
import { workerFile } from './worker-file.ts'

/** Kinds of artifacts of which only what has changed is made. */
const APART = ['notes', 'sources', 'timeline', 'search']
/** Files that are written before other processes are given a turn. */
const AT_ONCE = 50
/** Vite’s own list of what it has built. */
const MANIFEST = '.vite'
/** All of the program comes from the compiler's own sources, which name the folder that it remembers in. */
const PROGRAM = 'program'
/** What of the program is not taken as it is. */
const NAMED = ['index.html', 'worker.js']

/**
 * Puts a compiled folder of notes into a site: artifacts but for the search and the timeline, and images. Returns what
 * the sources were made of.
 * @param past what those of the site before were made of
 * @param notesWritten is called when the notes are there, of which the rest is made apart: that takes as long as all else
 */
export async function writeArtifacts(
  { folder, compiled, images, seen }: Site,
  files: SiteFiles,
  past: SourcesPast | undefined,
  notesWritten: () => Promise<void>,
): Promise<SourcesPast> {
  let written = 0
  const rest = async () => {
    written += 1
    if (written % AT_ONCE === 0) await new Promise(setImmediate)
  }
  for (const note of compiled.notes) {
    const [path, key] = [artifactPaths.note(note.slug), compiled.keyOf(note)]
    if (files.keep(path, key)) continue
    files.put(path, noteText(note), key)
    await rest()
  }
  await notesWritten()
  for (const [path, text] of artifactFiles(compiled, (kind) => !APART.includes(kind))) {
    files.put(path, text)
    await rest()
  }
  const read = <T>(path: string) =>
    files.before.has(path) ? (JSON.parse(readFileSync(join(files.target, path), 'utf8')) as T) : undefined
  const sources = new Sources(compiled, past && { past, shard: read<SourceShard> })
  for (const { path, was, make } of sources.files()) {
    if (was && files.keepAny(path, was)) continue
    files.put(path, JSON.stringify(make()))
    await rest()
  }
  for (const image of images) {
    const [path, key] = [`files/${image}`, seen.get(image)?.mark]
    if (!key || !files.keep(path, key)) files.put(path, readFileSync(join(folder, image)), key)
  }
  return sources.record
}

/** Puts the program into a site. */
export function writeProgram({ site }: Program, base: string, files: SiteFiles): void {
  for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
    const place = join(entry.parentPath, entry.name)
    const path = relative(site, place).replaceAll(sep, '/')
    if (!entry.isFile() || path.startsWith(MANIFEST) || NAMED.includes(path)) continue
    if (!files.keep(path, PROGRAM)) files.put(path, readFileSync(place), PROGRAM)
  }
  files.put('_headers', headersFile(base))
}

/** Puts into a site what says which build it is. */
export function writeName({ site }: Program, build: string, files: SiteFiles): void {
  files.put(BUILD_NAME, JSON.stringify({ build, entry: entryOf(site) }))
  const template = stamp(readFileSync(join(site, 'index.html'), 'utf8'), build)
  // Hosts serve 404.html for addresses they have no file for: the app finds its way from there, as it does offline from
  // the shell, which some hosts would not give away under that name.
  for (const name of ['404.html', 'shell.html']) files.put(name, template)
  if (!files.made.has('index.html')) files.put('index.html', template)
  files.put('worker.js', workerFile(site, build))
}
