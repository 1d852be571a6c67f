import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a file of a site consists of, and what it was made of. */
export interface MadeFile {
  /** See {@link contentHash}. */
  hash: string
  bytes: number
  /** Names all that it was made of, where that is less work than to make it. */
  key?: string | undefined
  /** The files of the site that it was made of, where that is known only afterwards; the key names their content. */
  read?: readonly string[] | undefined
}

/** Hexadecimal digits of the SHA-256 of a file: enough that no two contents are taken for one. */
export function contentHash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32)
}

/**
 * The files of a site that is being made. What the one before has already, by its key or by its content, stays where it
 * lies; all else is put into a folder of its own, to take its place at the end.
 */
export class SiteFiles {
  /** What the site consists of, as far as it has come, by path. */
  readonly made = new Map<string, MadeFile>()
  /** Paths of those that the one before does not have as they are. */
  readonly fresh = new Set<string>()
  private readonly folders = new Set<string>()

  /**
   * @param staging where new files are put @param target the site before @param before what is known to lie there as it
   * was left @param there all that lies there @param signal says when the site is made or given up: whoever still writes for it is to end
   */
  constructor(
    readonly staging: string,
    readonly target: string,
    readonly before: ReadonlyMap<string, MadeFile & { mark?: string }> = new Map(),
    readonly there: readonly string[] = [],
    readonly signal?: AbortSignal,
  ) {}

  /** Takes a file over from the site before where it was made of the same. */
  keep(path: string, key: string): boolean {
    const known = this.before.get(path)
    if (known?.key !== key) return false
    this.made.set(path, known)
    return true
  }

  /** Takes a file over whatever it was made of, also from where it lay at another path. */
  keepAny(path: string, was = path): boolean {
    const known = this.before.get(was)
    if (!known) return false
    if (this.tell(path, known)) copyFileSync(join(this.target, was), this.placeOf(path))
    return true
  }

  put(path: string, content: string | Buffer, key?: string): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const file: MadeFile = { hash: contentHash(bytes), bytes: bytes.length, key }
    if (this.tell(path, file)) writeFileSync(this.placeOf(path), bytes)
  }

  /** Tells of a file that is made elsewhere; whether it is to be put into the staging folder, for it is new. */
  tell(path: string, file: MadeFile): boolean {
    this.made.set(path, file)
    if (this.before.get(path)?.hash === file.hash) return false
    this.fresh.add(path)
    return true
  }

  /** Where a new file is to be put; its folder is there. */
  placeOf(path: string): string {
    const place = join(this.staging, path)
    const folder = dirname(place)
    if (!this.folders.has(folder)) mkdirSync(folder, { recursive: true })
    this.folders.add(folder)
    return place
  }

  /** Where a file of the site lies while it is being made. */
  locate(path: string): string {
    return join(this.fresh.has(path) ? this.staging : this.target, path)
  }
}
