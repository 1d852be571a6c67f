import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Card } from './card.ts'
import { markOf } from './disk-mark.ts'
import type { SeenFile } from './read-content.ts'
import { hashOf, REMEMBERED } from './remembered.ts'
import type { MadeFile, SiteFiles } from './site-files.ts'
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
  /** Names this state of it. */
  made: string
}

/** Of which folder of notes, and of which site of it. */
export interface LedgerPlace {
  content: string
  /** Of what else a site depends on besides the notes and the compiler, and where it stands. */
  of: readonly unknown[]
  /** Of each kind, one is kept for a folder of notes. */
  kind: string
  within?: string
}

/** Sealed on the disk: one that is not as it was left is none. */
export class LedgerBook {
  private readonly memory: TextMemory
  private readonly keys: Record<'notes' | 'files' | 'past', string>

  constructor(readonly place: LedgerPlace) {
    const { content, of, kind, within = REMEMBERED } = place
    this.place = { ...place, within }
    this.memory = new TextMemory(kind, content, within)
    const key = hashOf(JSON.stringify(of))
    this.keys = { notes: key, files: `${key}-files`, past: `${key}-past` }
  }

  read(): Ledger | undefined {
    const notes = this.open<Omit<Ledger, 'files'>>('notes')
    const files = this.open<Pick<Ledger, 'files' | 'made'>>('files')
    return notes && files && notes.made === files.made ? { ...notes, files: files.files } : undefined
  }

  /** The files alone. */
  readFiles(): Ledger['files'] | undefined {
    return this.open<Pick<Ledger, 'files'>>('files')?.files
  }

  /** What some of the files were made of: large, and needed later. Undefined where another run has left it. */
  async readPast({ made }: Ledger): Promise<Past | undefined> {
    const bytes = await this.memory.bytesLater(this.keys.past)
    const known: { made: string; past: Past } | undefined = bytes && deserialize(bytes)
    return known && known.made === made ? known.past : undefined
  }

  /** Returns its name. */
  writePast(past: Past): string {
    const made = randomUUID()
    this.set('past', { made, past })
    return made
  }

  write({ seen, cards, files, made }: Ledger): void {
    this.set('notes', { seen, cards, made })
    this.set('files', { files, made })
    this.memory.tidy()
  }

  private open<T>(part: 'notes' | 'files'): T | undefined {
    const bytes = this.memory.bytes(this.keys[part])
    return bytes && deserialize(bytes)
  }

  /** As Node itself writes values down, which a compiler for another Node does not meet. */
  private set(part: keyof LedgerBook['keys'], content: object): void {
    this.memory.set(this.keys[part], serialize(content))
  }
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
