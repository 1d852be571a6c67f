import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Card } from './card.ts'
import { markOf } from './disk-mark.ts'
import type { Listing } from './listing.ts'
import type { SeenFile } from './read-content.ts'
import { hashOf } from './remembered.ts'
import { contentHash, type MadeFile, type SiteFiles } from './site-files.ts'
import { TextMemory } from './text-memory.ts'
import type { Past } from './write-site.ts'

/** A file with the mark that it lay on the disk with, see {@link markOf}. */
type LyingFile = MadeFile & { mark: string }

/** What a run writes down for the next one, so that what has not changed is neither read nor made again. */
export interface Ledger {
  /** The notes and images as they were seen, by path. */
  seen: ReadonlyMap<string, SeenFile>
  /** By their key. */
  cards: ReadonlyMap<string, Card>
  /** The files of the site, by path. */
  files: ReadonlyMap<string, LyingFile>
  /** Names what some of the files were made of. */
  made: string
}

/** Sealed on the disk: one that is not as it was left is none. */
export class LedgerBook {
  private readonly memory: TextMemory
  private readonly key: string
  private readonly pastKey: string

  /** @param of what else a site depends on besides the notes and the compiler, and where it stands
   * @param kind of ledgers: of each, one is kept for a folder of notes
   */
  constructor(content: string, of: readonly unknown[], kind = 'ledger') {
    this.memory = new TextMemory(kind, content)
    this.key = hashOf(JSON.stringify(of))
    this.pastKey = `${this.key}-past`
  }

  read(): Ledger | undefined {
    const bytes = this.memory.bytes(this.key)
    return bytes && deserialize(bytes)
  }

  /** What some of the files were made of: large, and needed later. Undefined where another run has left it. */
  async readPast({ made }: Ledger): Promise<Past | undefined> {
    const bytes = await this.memory.bytesLater(this.pastKey)
    const known: { made: string; past: Past } | undefined = bytes && deserialize(bytes)
    return known && known.made === made ? known.past : undefined
  }

  /** As Node itself writes values down, which a compiler for another Node does not meet. Returns its name. */
  writePast(past: Past): string {
    const made = randomUUID()
    this.memory.set(this.pastKey, serialize({ made, past }))
    return made
  }

  write({ seen, cards, files, made }: Ledger): void {
    const ledger: Ledger = { seen, cards, files, made }
    this.memory.set(this.key, serialize(ledger))
    this.memory.tidy()
  }
}

/** Of the files of a ledger, those that lie in a folder as they were left, with the marks they have. */
export function audit(
  folder: string,
  files: Ledger['files'],
  { paths, marks }: Listing,
): Map<string, LyingFile> {
  const sound = new Map<string, LyingFile>()
  for (const [i, path] of paths.entries()) {
    const [known, mark] = [files.get(path), marks[i]]
    if (!known || !mark) continue
    if (mark === known.mark) sound.set(path, known)
    // What was copied, or put back, has another mark and the same content.
    else if (contentHash(readFileSync(join(folder, path))) === known.hash) sound.set(path, { ...known, mark })
  }
  return sound
}

/** The files of a site that has come to its place, with their marks. */
export function marked({ target, made, fresh, before }: SiteFiles): Ledger['files'] {
  return new Map(
    [...made].flatMap(([path, file]) => {
      const known = fresh.has(path) ? undefined : before.get(path)?.mark
      const mark = known ?? markOf(join(target, path))?.mark
      return mark ? [[path, { ...file, mark }] as const] : []
    }),
  )
}
