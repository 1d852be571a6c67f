import { copyFile, cp, mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { artifactFiles } from './artifact-files.ts'
import type { Program } from './build-program.ts'
import { headersFile } from './headers.ts'
import type { Site } from './site.ts'

/** Vite’s own list of what it has built. */
const MANIFEST = '.vite'

/** Puts the program and a compiled folder of notes together: artifacts, images, and the headers for hosts. */
export async function writeSite(
  { folder, compiled, images }: Site,
  { site }: Program,
  to: string,
): Promise<void> {
  const put = async (path: string, write: (file: string) => Promise<void>) => {
    const file = join(to, path)
    await mkdir(dirname(file), { recursive: true })
    await write(file)
  }
  const isShown = (path: string) => basename(path) !== MANIFEST
  await cp(site, to, { recursive: true, filter: isShown })
  for (const [path, text] of artifactFiles(compiled)) await put(path, (file) => writeFile(file, text))
  for (const image of images) await put(`files/${image}`, (file) => copyFile(join(folder, image), file))
  await put('_headers', (file) => writeFile(file, headersFile))
  // Hosts serve 404.html for addresses they have no file for: the app finds its way from there.
  await put('404.html', (file) => copyFile(join(to, 'index.html'), file))
}
