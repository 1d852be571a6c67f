import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writevSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { hashOf, REMEMBERED } from './remembered.ts'

/** Folders of notes whose texts are remembered. */
const MOST_FOLDERS = 5
/** Characters of a seal. */
const SEAL = 8

/**
 * Texts that were made of something, on disk, by all that they depend on: notes that were compiled, pages that were
 * rendered. What cannot be read or was changed since is as if it were not there.
 */
export class TextMemory {
  private readonly folder: string
  private readonly used = new Set<string>()

  /** @param kind what the texts are @param content the folder of notes that they come from */
  constructor(
    private readonly kind: string,
    content: string,
    within = REMEMBERED,
  ) {
    this.folder = join(within, `${kind}-${hashOf(content)}`)
  }

  get(key: string): string | undefined {
    return this.bytes(key)?.toString()
  }

  /** Whether there is something, sound or not. */
  has(key: string): boolean {
    return existsSync(join(this.folder, key))
  }

  bytes(key: string): Buffer | undefined {
    try {
      return this.unsealed(key, readFileSync(join(this.folder, key)))
    } catch {
      return undefined
    }
  }

  /** As {@link bytes}, without others having to wait for the disk. */
  async bytesLater(key: string): Promise<Buffer | undefined> {
    try {
      return this.unsealed(key, await readFile(join(this.folder, key)))
    } catch {
      return undefined
    }
  }

  private unsealed(key: string, bytes: Buffer): Buffer | undefined {
    const text = bytes.subarray(SEAL)
    if (bytes.toString('latin1', 0, SEAL) !== sealOf(key, text)) return undefined
    this.used.add(key)
    return text
  }

  /** Without room on the disk, or leave to write there, the next run has more to do. */
  set(key: string, text: string | Buffer): void {
    try {
      mkdirSync(this.folder, { recursive: true })
      const bytes = typeof text === 'string' ? Buffer.from(text) : text
      const file = openSync(join(this.folder, key), 'w')
      try {
        // The seal first, and what it seals behind it, without a copy of what may be large.
        writevSync(file, [Buffer.from(sealOf(key, bytes)), bytes])
      } finally {
        closeSync(file)
      }
      this.used.add(key)
    } catch {}
  }

  /** Forgets what was neither read nor written since the last time, nor is among `alsoUsed`; and folders long unused. */
  tidy(alsoUsed: Iterable<string> = []): void {
    try {
      for (const key of alsoUsed) this.used.add(key)
      for (const key of readdirSync(this.folder)) if (!this.used.has(key)) rmSync(join(this.folder, key))
      this.used.clear()
      utimesSync(this.folder, new Date(), new Date())
      const within = dirname(this.folder)
      const others = readdirSync(within).filter(
        (name) => name.startsWith(`${this.kind}-`) && !name.includes('.') && name !== basename(this.folder),
      )
      const age = (name: string) => statSync(join(within, name)).mtimeMs
      for (const name of others.sort((a, b) => age(b) - age(a)).slice(MOST_FOLDERS - 1)) {
        rmSync(join(within, name), { recursive: true, force: true })
      }
    } catch {}
  }
}

/** Tells what is half written, or spoilt: of tens of megabytes, a stronger one would take longer than to read them. */
function sealOf(key: string, text: Buffer): string {
  return crc32(text, crc32(key)).toString(16).padStart(SEAL, '0')
}
