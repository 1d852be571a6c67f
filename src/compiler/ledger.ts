import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Card } from './card.ts'
import { markOf } from './disk-mark.ts'
import type { SeenFile } from './read-content.ts'
import { hashOf } from './remembered.ts'
import { contentHash, type MadeFile, type SiteFiles } from './site-files.ts'
import type { SourcesPast } from './source-shards.ts'
import { TextMemory } from './text-memory.ts'
import { packPast, unpackPast } from './timeline-past.ts'
import type { Past } from './write-site.ts'

/** What a run writes down for the next one, so that what has not changed is neither read nor made again. */
export interface Ledger {
  /** The notes and images as they were seen, by path. */
  seen: ReadonlyMap<string, SeenFile>
  /** By their key. */
  cards: ReadonlyMap<string, Card>
  /** The files of the site, by path, each with the mark that it lay on the disk with. */
  files: ReadonlyMap<string, MadeFile & { mark: string }>
  /** What some of the files were made of, where that is known. */
  past: Past | undefined
}

/** Sealed on the disk: one that is not as it was left is none. */
export class LedgerBook {
  private readonly memory: TextMemory
  private readonly key: string
  private readonly timelineKey: string

  /** @param of what else a site depends on besides the notes and the compiler, and where it stands
   * @param kind of ledgers: of each, one is kept for a folder of notes
   */
  constructor(content: string, of: readonly unknown[], kind = 'ledger') {
    this.memory = new TextMemory(kind, content)
    this.key = hashOf(JSON.stringify(of))
    this.timelineKey = `${this.key}-timeline`
  }

  read(): Ledger | undefined {
    const text = this.memory.get(this.key)
    if (text === undefined) return undefined
    const [seen, cards, files, past] = text.split('\n').map((line) => JSON.parse(line)) as [
      [string, SeenFile][],
      Card[],
      [path: string, mark: string, hash: string, bytes: number, key?: string | null, read?: string[]][],
      { timeline: string; sources: SourcesPast } | null,
    ]
    return {
      seen: new Map(seen),
      cards: new Map(cards.map((card) => [card.key, card])),
      files: new Map(
        files.map(([path, mark, hash, bytes, key, read]) => [
          path,
          { mark, hash, bytes, key: key ?? undefined, read },
        ]),
      ),
      past: past ? this.past(past) : undefined,
    }
  }

  /** What another run has left does not belong to this site. */
  private past({ timeline, sources }: { timeline: string; sources: SourcesPast }): Past | undefined {
    const packed = this.memory.bytes(this.timelineKey)
    return packed && hashOf(packed) === timeline ? { timeline: unpackPast(packed), sources } : undefined
  }

  write({ seen, cards, files, past }: Ledger): void {
    const packed = past && packPast(past.timeline)
    if (packed) this.memory.set(this.timelineKey, packed)
    const lines = [
      [...seen],
      [...cards.values()],
      [...files].map(([path, { mark, hash, bytes, key, read }]) => [
        path,
        mark,
        hash,
        bytes,
        ...(read ? [key ?? null, read] : key ? [key] : []),
      ]),
      packed ? { timeline: hashOf(packed), sources: past.sources } : null,
    ]
    this.memory.set(this.key, lines.map((line) => JSON.stringify(line)).join('\n'))
    this.memory.tidy()
  }
}

/** What lies in a folder, and of the files of a ledger those that do so as they were left, with the marks they have. */
export function audit(
  folder: string,
  files: Ledger['files'],
): { there: string[]; sound: Map<string, MadeFile & { mark: string }> } {
  const there = filesBelow(folder)
  const sound = new Map<string, MadeFile & { mark: string }>()
  for (const path of there) {
    const known = files.get(path)
    const mark = known && soundMark(join(folder, path), known)
    if (mark) sound.set(path, { ...known, mark })
  }
  return { there, sound }
}

/** What was copied, or put back, has another mark and the same content. */
function soundMark(place: string, { mark, hash }: { mark: string; hash: string }): string | undefined {
  const now = markOf(place)?.mark
  return now && (now === mark || contentHash(readFileSync(place)) === hash) ? now : undefined
}

/** Paths of all that is no folder below a folder, with `/`. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
}

/** The files of a site that has come to its place, with their marks. */
export function marked(
  folder: string,
  { made, fresh }: SiteFiles,
  before: ReturnType<typeof audit>['sound'],
): Ledger['files'] {
  return new Map(
    [...made].flatMap(([path, file]) => {
      const known = fresh.has(path) ? undefined : before.get(path)?.mark
      const mark = known ?? markOf(join(folder, path))?.mark
      return mark ? [[path, { ...file, mark }] as const] : []
    }),
  )
}
