import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { type Card, Forgotten } from './card.ts'
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
  /** What the timeline and the sources were made of. */
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

const PARTS: readonly (keyof Ledger)[] = ['seen', 'cards', 'files', 'timeline', 'sources']

/**
 * On the disk, each part under the name of the state that a run has left, and sealed: one that is not as it was left is
 * none. Which state is the last that came to its end is written last: what a run wrote that did not is met by nobody.
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

  last(): LastLedger | undefined {
    const state = this.memory.get(this.key)
    return state === undefined ? undefined : new LastLedger(this, state)
  }

  read<P extends keyof Ledger>(part: P, state: string): Ledger[P] | undefined {
    const bytes = this.memory.bytes(this.keyOf(part, state))
    return bytes && deserialize(bytes)
  }

  /** As Node itself writes values down, which a compiler for another Node does not meet. */
  write<P extends keyof Ledger>(part: P, state: string, content: Ledger[P]): void {
    this.memory.set(this.keyOf(part, state), serialize(content))
  }

  /** All parts of a state are written: it is the last. */
  end(state: string): void {
    this.memory.set(this.key, state)
    this.memory.tidy(PARTS.map((part) => this.keyOf(part, state)))
  }

  private keyOf(part: keyof Ledger, state: string): string {
    return `${this.key}-${part}-${state}`
  }
}

/** What the last run wrote down, each part read when it is asked for. Every one throws {@link Forgotten} where it is lost. */
export class LastLedger implements Pick<Ledger, 'seen' | 'cards' | 'files'> {
  private readonly parts: Partial<Ledger> = {}

  constructor(
    private readonly book: LedgerBook,
    readonly state: string,
  ) {}

  get seen() {
    return this.part('seen')
  }

  get cards() {
    return this.part('cards')
  }

  get files() {
    return this.part('files')
  }

  private part<P extends keyof Ledger>(name: P): Ledger[P] {
    const part = this.parts[name] ?? this.book.read(name, this.state)
    if (!part) throw new Forgotten(`the ${name} of the last run are remembered no more`)
    this.parts[name] = part
    return part
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
