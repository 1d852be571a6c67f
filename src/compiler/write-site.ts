import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { HASH_LENGTH } from '../notes/index.ts'
import { artifactFiles } from './artifact-files.ts'
import type { Program } from './build-program.ts'
import { headersFile } from './headers.ts'
import { type Place, stamp } from './page-head.ts'
import { REMEMBERED } from './remembered.ts'
import type { Site } from './site.ts'
import { workerFile } from './worker-file.ts'

/** Vite’s own list of what it has built. */
const MANIFEST = '.vite'

/**
 * Puts the program and a compiled folder of notes together: artifacts but for the search, images, and the headers for
 * hosts. Returns the name of this build: that of another whose compiler, notes or base are not the same differs.
 */
export function writeSite(
  { folder, compiled, images }: Site,
  { site }: Program,
  { folder: to, base }: Place,
): string {
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
  for (const [path, text] of artifactFiles(compiled, (kind) => kind !== 'search')) {
    digest.update(`\n${path}\n`).update(text)
    writeFileSync(placeOf(path), text)
  }
  for (const image of images) {
    digest.update(`\n${image}\n`).update(readFileSync(join(folder, image)))
    copyFileSync(join(folder, image), placeOf(`files/${image}`))
  }
  const build = digest.digest('hex').slice(0, HASH_LENGTH)
  writeFileSync(placeOf('_headers'), headersFile(base))
  const template = stamp(readFileSync(join(site, 'index.html'), 'utf8'), build)
  // Hosts serve 404.html for addresses they have no file for: the app finds its way from there, as it does offline from
  // the shell, which some hosts would not give away under that name.
  for (const name of ['index.html', '404.html', 'shell.html']) writeFileSync(placeOf(name), template)
  writeFileSync(placeOf('worker.js'), workerFile(site, build))
  return build
}
