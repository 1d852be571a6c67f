import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Card } from './card.ts'
import { markOf } from './disk-mark.ts'
import type { SeenFile } from './read-content.ts'
import { hashOf, REMEMBERED } from './remembered.ts'
import type { MadeFile, SiteFiles } from './site-files.ts'
import type { SourcesPast } from './source-shards.ts'
import { TextMemory } from './text-memory.ts'
import type { TimelinePast } from './timeline-past.ts'

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

/** What files of a site were made of, for the next time. */
export interface Past {
  timeline: TimelinePast
  sources: SourcesPast
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
  private readonly keys: Record<'notes' | 'files' | keyof Past, string>

  constructor(readonly place: LedgerPlace) {
    const { content, of, kind, within = REMEMBERED } = place
    this.place = { ...place, within }
    this.memory = new TextMemory(kind, content, within)
    const key = hashOf(JSON.stringify(of))
    this.keys = { notes: key, files: `${key}-files`, sources: `${key}-sources`, timeline: `${key}-timeline` }
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

  /** What some of the files were made of: large. Undefined where another run has left it. */
  readPast<K extends keyof Past>(kind: K, of: string): Past[K] | undefined {
    const known = this.open<{ made: string; past: Past[K] }>(kind)
    return known && known.made === of ? known.past : undefined
  }

  writePast<K extends keyof Past>(kind: K, made: string, past: Past[K]): void {
    this.set(kind, { made, past })
  }

  write({ seen, cards, files, made }: Ledger): void {
    this.set('notes', { seen, cards, made })
    this.set('files', { files, made })
    this.memory.tidy(Object.values(this.keys))
  }

  private open<T>(part: keyof LedgerBook['keys']): T | undefined {
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
