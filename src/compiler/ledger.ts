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

/** Of which folder of notes, and of which site of it. */
export interface LedgerPlace {
  content: string
  /** Of what else a site depends on besides the notes and the compiler, and where it stands. */
  of: readonly unknown[]
  /** Of each kind, one is kept for a folder of notes. */
  kind: string
  within?: string
}

/** What is written down besides the files, and what some of them were made of: each under the name of its state. */
interface Parts {
  notes: Pick<Ledger, 'seen' | 'cards'>
  timeline: TimelinePast
  sources: SourcesPast
}

/**
 * Sealed on the disk: one that is not as it was left is none. The files are written last, and say which state is the
 * one that came to its end: what a run wrote that did not is met by nobody.
 */
export class LedgerBook {
  private readonly memory: TextMemory
  private readonly key: string

  constructor(readonly place: LedgerPlace) {
    const { content, of, kind, within = REMEMBERED } = place
    this.place = { ...place, within }
    this.memory = new TextMemory(kind, content, within)
    this.key = hashOf(JSON.stringify(of))
  }

  read(): Ledger | undefined {
    const last = this.readFiles()
    const notes = last && this.readPart('notes', last.made)
    return notes && { ...notes, ...last }
  }

  readFiles(): Pick<Ledger, 'files' | 'made'> | undefined {
    return this.open(this.key)
  }

  readPart<K extends keyof Parts>(part: K, made: string): Parts[K] | undefined {
    return this.open(this.keyOf(part, made))
  }

  /** @param made of the files that are to be written */
  writePart<K extends keyof Parts>(part: K, made: string, content: Parts[K]): void {
    this.set(this.keyOf(part, made), content)
  }

  /** To be written last. */
  writeFiles({ files, made }: Pick<Ledger, 'files' | 'made'>): void {
    this.set(this.key, { files, made })
    this.memory.tidy((['notes', 'sources', 'timeline'] as const).map((part) => this.keyOf(part, made)))
  }

  private keyOf(part: keyof Parts, made: string): string {
    return `${this.key}-${part}-${made}`
  }

  private open<T>(key: string): T | undefined {
    const bytes = this.memory.bytes(key)
    return bytes && deserialize(bytes)
  }

  /** As Node itself writes values down, which a compiler for another Node does not meet. */
  private set(key: string, content: unknown): void {
    this.memory.set(key, serialize(content))
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
