import {
  ARTIFACT_VERSION,
  artifactPaths,
  type Note,
  type NoteVersion,
  type Source,
  type SourceIndex,
  type SourceNote,
  type SourceShard,
} from '../notes/index.ts'
import { chanceOf } from '../search/index.ts'
import type { Compiled } from './compile.ts'
import { versionOf } from './neighbours.ts'
import type { LaterFile } from './timeline.ts'
import { type NamedSource, shownOf, sourceOf } from './told-source.ts'

/** A shard stays below 50 KB, compressed as hosts do. Bytes of JSON: Chinese prose shrinks to two fifths. */
const FULL = 110_000
/** No shard but the last has less. */
const LEAST = 80_000
/** What the shards of a site were made of, for the next time. */
export interface SourcesPast {
  /** In the order of the shards. */
  sources: (readonly [key: string, notes: number, size: number])[]
  /** Ends of the shards. */
  ends: number[]
  /** Bytes of what is told of each note, by its key. */
  notes: Map<string, number>
}

interface Before {
  past: SourcesPast
  /** A shard as it was then; undefined where it is not to be had any more. */
  shard: (path: string) => SourceShard | undefined
}

/** A source, whose notes are numbered as in the list beside it. */
interface Told {
  source: Source
  notes: readonly SourceNote[]
}

/**
 * Every source once, by site, in shards of a size that a page can ask for. Where they were made before, only notes are
 * read that name a source which a changed note names, too, and only shards made that hold another source.
 */
export class Sources {
  /** For the next time. */
  record: SourcesPast = { sources: [], ends: [], notes: new Map() }
  private readonly told = new Map<string, Told>()
  private readonly places: ReadonlyMap<string, number>
  private readonly unchanged = new Set<Note>()
  private readonly sizes = new Map<Note, number>()
  private readonly shards = new Map<number, SourceShard | undefined>()

  constructor(
    private readonly compiled: Pick<Compiled, 'notes' | 'keyOf' | 'citedIn'>,
    private readonly before?: Before,
  ) {
    this.places = new Map(before?.past.sources.map(([key], i) => [key, i]))
    const { notes, keyOf } = compiled
    for (const note of notes) {
      const size = before?.past.notes.get(keyOf(note))
      this.sizes.set(note, size ?? bytes(sourceNoteOf(note)))
      if (size !== undefined) this.unchanged.add(note)
    }
  }

  *files(): Generator<LaterFile<SourceIndex | SourceShard>> {
    const named = this.gather()
    const shards = this.cut(named)
    const heads = shards.map((sources) => {
      const sites = [sources[0]?.site ?? '', sources.at(-1)?.site ?? ''] as const
      return { from: sites[0], to: sites[1], count: sources.length }
    })
    const sites = new Set(named.map(({ site }) => site)).size
    const index = { version: ARTIFACT_VERSION, count: named.length, sites, shards: heads }
    yield { path: artifactPaths.sources, make: () => index }
    for (const [n, sources] of shards.entries()) {
      const was = this.shardBefore(sources)
      yield {
        path: artifactPaths.sourceShard(n),
        was: was < 0 ? undefined : artifactPaths.sourceShard(was),
        make: () => this.shardOf(sources),
      }
    }
    let end = 0
    this.record = {
      sources: named.map(({ key, notes, size = 0 }) => [key, notes.length, size] as const),
      ends: shards.map(({ length }) => (end += length)),
      notes: new Map([...this.sizes].map(([note, size]) => [this.compiled.keyOf(note), size])),
    }
  }

  private gather(): NamedSource[] {
    const sources = new Map<string, NamedSource>()
    // Those of before come as they were: what is in order is put in order fast.
    const before = new Array<NamedSource | undefined>(this.places.size).fill(undefined)
    const rest: NamedSource[] = []
    for (const note of this.compiled.notes) {
      for (const { key, url = key, site } of this.compiled.citedIn(note)) {
        const known = sources.get(key)
        if (known) {
          known.notes.push(note)
          continue
        }
        const place = this.places.get(key) ?? -1
        const one = { key, url, site, notes: [note], place }
        sources.set(key, one)
        if (place < 0) rest.push(one)
        else before[place] = one
      }
    }
    // Some have gone.
    return [...before.flatMap((one) => one ?? []), ...rest].sort(
      (a, b) => compare(a.site, b.site) || b.notes.length - a.notes.length || compare(a.url, b.url),
    )
  }

  /** Where there is a choice, the source decides: so shards begin alike again soon behind a change. */
  private cut(named: readonly NamedSource[]): NamedSource[][] {
    const shards: NamedSource[][] = []
    let size = FULL
    let seen = new Set<Note>()
    for (const one of named) {
      one.size = this.sizeOf(one)
      if (size >= FULL || (size >= LEAST && chanceOf(one.key) < (one.size * 2) / (FULL - LEAST))) {
        shards.push([])
        seen = new Set()
        size = 0
      }
      shards.at(-1)?.push(one)
      size += one.size
      for (const note of shownOf(one.notes)) {
        if (!seen.has(note)) size += this.sizes.get(note) as number
        seen.add(note)
      }
    }
    return shards
  }

  private shardOf(sources: readonly NamedSource[]): SourceShard {
    const shard: SourceShard = { version: ARTIFACT_VERSION, notes: [], sources: [] }
    const indices = new Map<string, number>()
    for (const one of sources) {
      const { source, notes } = this.toldOf(one)
      const indexOf = (n: number) => {
        const note = notes[n] as SourceNote
        const index = indices.get(note.slug) ?? shard.notes.push(note) - 1
        indices.set(note.slug, index)
        return index
      }
      shard.sources.push({
        ...source,
        citedBy: source.citedBy.map(({ note, number }) => ({ note: indexOf(note), number })),
        statements: source.statements.map((statement) => ({ ...statement, note: indexOf(statement.note) })),
      })
    }
    return shard
  }

  private sizeOf(one: NamedSource): number {
    const size = this.before?.past.sources[this.placeOf(one)]?.[2]
    return size ?? bytes(this.make(one).source)
  }

  private toldOf(one: NamedSource): Told {
    const place = this.placeOf(one)
    const { past, shard } = this.before ?? {}
    if (place >= 0 && past && shard) {
      const n = past.ends.findIndex((end) => place < end)
      if (!this.shards.has(n)) this.shards.set(n, shard(artifactPaths.sourceShard(n)))
      const { notes, sources } = this.shards.get(n) ?? {}
      const source = sources?.[place - (past.ends[n - 1] ?? 0)]
      if (source && notes) return { source, notes }
    }
    return this.make(one)
  }

  /** The number of the shard that held the same; -1 where there is none. */
  private shardBefore(sources: readonly NamedSource[]): number {
    const { ends = [] } = this.before?.past ?? {}
    const first = this.placeOf(sources[0] as NamedSource)
    const n = ends.findIndex((end) => first < end)
    const isSame =
      first >= 0 &&
      first === (ends[n - 1] ?? 0) &&
      ends[n] === first + sources.length &&
      sources.every((one, i) => this.placeOf(one) === first + i)
    return isSame ? n : -1
  }

  /** Where it stood before, if all that it rests on is as it was; else -1. */
  private placeOf({ place, notes }: NamedSource): number {
    const isSame = this.before?.past.sources[place]?.[1] === notes.length
    return isSame && notes.every((note) => this.unchanged.has(note)) ? place : -1
  }

  private make(one: NamedSource): Told {
    const known = this.told.get(one.key)
    if (known) return known
    const notes: Note[] = []
    const source = sourceOf(one, (note) => {
      const at = notes.indexOf(note)
      return at < 0 ? notes.push(note) - 1 : at
    })
    const told = { source, notes: notes.map(sourceNoteOf) }
    this.told.set(one.key, told)
    return told
  }
}

/** All artifacts at once. */
export function sourcesIn(compiled: Compiled): { index: SourceIndex; shards: SourceShard[] } {
  const [index, ...shards] = [...new Sources(compiled).files()].map(({ make }) => make())
  return { index: index as SourceIndex, shards: shards as SourceShard[] }
}

function sourceNoteOf(note: Note): SourceNote {
  const version: NoteVersion = versionOf(note)
  const { group, topics, date, provenance } = note
  return {
    ...version,
    group,
    topics,
    ...(date === undefined ? {} : { date }),
    ...(provenance ? { provenance } : {}),
  }
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
