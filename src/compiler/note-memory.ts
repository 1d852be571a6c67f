import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { HASH, hashOf, REMEMBERED } from './remembered.ts'

/** Folders of notes whose texts are remembered. */
const MOST_FOLDERS = 5
const NAME = /^notes-/

/**
 * What came of each note of a folder, as text and on disk, by all that it depends on. What cannot be read or was
 * changed since is as if it were not there; nothing is kept of what was not asked for since the last tidying.
 */
export class NoteMemory {
  private readonly folder: string
  private readonly used = new Set<string>()

  constructor(content: string, within = REMEMBERED) {
    this.folder = join(within, `notes-${hashOf(content)}`)
  }

  get(key: string): string | undefined {
    try {
      const bytes = readFileSync(join(this.folder, key))
      const text = bytes.subarray(HASH)
      if (bytes.toString('latin1', 0, HASH) !== hashOf(key, text)) return undefined
      this.used.add(key)
      return text.toString()
    } catch {
      return undefined
    }
  }

  /** Without room on the disk, or leave to write there, the next build has more to do. */
  set(key: string, text: string): void {
    try {
      if (this.used.size === 0) mkdirSync(this.folder, { recursive: true })
      const bytes = Buffer.from(text)
      writeFileSync(join(this.folder, key), Buffer.concat([Buffer.from(hashOf(key, bytes)), bytes]))
      this.used.add(key)
    } catch {}
  }

  tidy(): void {
    try {
      for (const key of readdirSync(this.folder)) if (!this.used.has(key)) rmSync(join(this.folder, key))
      this.used.clear()
      utimesSync(this.folder, new Date(), new Date())
      const folders = readdirSync(dirname(this.folder)).filter((name) => NAME.test(name))
      const others = folders.filter((name) => name !== basename(this.folder))
      const age = (name: string) => statSync(join(dirname(this.folder), name)).mtimeMs
      for (const name of others.sort((a, b) => age(b) - age(a)).slice(MOST_FOLDERS - 1)) {
        rmSync(join(dirname(this.folder), name), { recursive: true, force: true })
      }
    } catch {}
  }
}
