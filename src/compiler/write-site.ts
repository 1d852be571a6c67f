import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { artifactFiles } from './artifact-files.ts'
import type { Program } from './build-program.ts'
import { headersFile } from './headers.ts'
import type { Place } from './page-head.ts'
import type { Site } from './site.ts'

/** Vite’s own list of what it has built. */
const MANIFEST = '.vite'

/**
 * Puts the program and a compiled folder of notes together: artifacts but for the search, images, and the headers for
 * hosts.
 */
export function writeSite(
  { folder, compiled, images }: Site,
  { site }: Program,
  { folder: to, base }: Place,
): void {
  const folders = new Set<string>()
  const placeOf = (path: string) => {
    const file = join(to, path)
    const holds = dirname(file)
    if (!folders.has(holds)) mkdirSync(holds, { recursive: true })
    folders.add(holds)
    return file
  }
  const isShown = (path: string) => basename(path) !== MANIFEST
  cpSync(site, to, { recursive: true, filter: isShown })
  for (const [path, text] of artifactFiles(compiled, (kind) => kind !== 'search')) {
    writeFileSync(placeOf(path), text)
  }
  for (const image of images) copyFileSync(join(folder, image), placeOf(`files/${image}`))
  writeFileSync(placeOf('_headers'), headersFile(base))
  // Hosts serve 404.html for addresses they have no file for: the app finds its way from there.
  copyFileSync(join(to, 'index.html'), placeOf('404.html'))
}
