import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Content } from './compile.ts'

/** Every note and image below a folder, hidden ones left out. Throws where there is no folder. */
export async function readContent(folder: string): Promise<Content> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
  const notes = paths
    .filter((path) => /\.(?:md|markdown)$/i.test(path))
    .map(async (file) => ({ file, raw: await readFile(join(folder, file), 'utf8') }))
  return {
    notes: await Promise.all(notes),
    images: paths.filter((path) => /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(path)),
  }
}
