import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { BUILD_NAME, HASH_LENGTH } from '../notes/index.ts'
import { artifactFiles } from './artifact-files.ts'
import type { Program } from './build-program.ts'
import { headersFile } from './headers.ts'
import { type Place, stamp } from './page-head.ts'
import { REMEMBERED } from './remembered.ts'
import type { Site } from './site.ts'
import { workerFile } from './worker-file.ts'

/** Files that are written before other processes are given a turn. */
const AT_ONCE = 50
/** Vite’s own list of what it has built. */
const MANIFEST = '.vite'

/**
 * Puts the program and a compiled folder of notes together: artifacts but for the search, images, and the headers for
 * hosts. Returns the name of this build: that of another whose compiler, notes or base are not the same differs.
 * @param notesWritten is called when the notes are there, of which the search is made: that takes as long as all else
 */
export async function writeSite(
  { folder, compiled, images }: Site,
  { site }: Program,
  { folder: to, base }: Place,
  notesWritten: () => void,
): Promise<string> {
  const folders = new Set<string>()
  const placeOf = (path: string) => {
    const file = join(to, path)
    const holds = dirname(file)
    if (!folders.has(holds)) mkdirSync(holds, { recursive: true })
    folders.add(holds)
    return file
  }
  // The folder of what is remembered is named after the compiler’s own state.
  const digest = createHash('sha256').update(`${basename(REMEMBERED)} ${base}`)
  const isShown = (path: string) => basename(path) !== MANIFEST
  cpSync(site, to, { recursive: true, filter: isShown })
  let written = 0
  const put = async (wanted: (kind: string) => boolean) => {
    for (const [path, text] of artifactFiles(compiled, wanted)) {
      digest.update(`\n${path}\n`).update(text)
      writeFileSync(placeOf(path), text)
      written += 1
      if (written % AT_ONCE === 0) await new Promise(setImmediate)
    }
  }
  await put((kind) => kind === 'notes')
  notesWritten()
  await put((kind) => kind !== 'notes' && kind !== 'search')
  for (const image of images) {
    digest.update(`\n${image}\n`).update(readFileSync(join(folder, image)))
    copyFileSync(join(folder, image), placeOf(`files/${image}`))
  }
  const build = digest.digest('hex').slice(0, HASH_LENGTH)
  writeFileSync(placeOf('_headers'), headersFile(base))
  writeFileSync(placeOf(BUILD_NAME), JSON.stringify({ build }))
  const template = stamp(readFileSync(join(site, 'index.html'), 'utf8'), build)
  // Hosts serve 404.html for addresses they have no file for: the app finds its way from there, as it does offline from
  // the shell, which some hosts would not give away under that name.
  for (const name of ['index.html', '404.html', 'shell.html']) writeFileSync(placeOf(name), template)
  writeFileSync(placeOf('worker.js'), workerFile(site, build))
  return build
}
