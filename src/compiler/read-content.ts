import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { ContentFile } from './compile.ts'

/** Every `.md` and `.markdown` file below a folder, hidden ones left out. Throws where there is no folder. */
export async function readContent(folder: string): Promise<ContentFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && isNote(entry.name))
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      return { file: relative(folder, path).split(sep).join('/'), raw: await readFile(path, 'utf8') }
    }),
  )
}

export function isNote(name: string): boolean {
  return /^[^.].*\.(?:md|markdown)$/i.test(name)
}
