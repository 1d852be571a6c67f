import {
  ARTIFACT_VERSION,
  type Library,
  type Note,
  type NoteHead,
  type PlacedProblem,
  type SourceIndex,
  type SourceShard,
  slugify,
  type TopicShelf,
  topicPath,
  topicTree,
  uniqueNames,
} from '../notes/index.ts'
import { type CompiledNote, compileNote } from './compile-note.ts'
import { putLikelySources, type Sourced } from './likely-sources.ts'
import { type Folder, followLinks } from './links.ts'
import { neighbours, versionOf } from './neighbours.ts'
import { placeLinks } from './place-links.ts'
import { fillShelves } from './shelves.ts'
import { countSources, shardSources } from './source-shards.ts'
import { editionsOf } from './timeline.ts'

/** What stands in a folder of notes; paths are relative to it, with `/`. */
export interface Content {
  notes: readonly { file: string; raw: string }[]
  images: readonly string[]
}

export interface Compiled {
  /** The pages of the whole library, and those of each topic. */
  library: Library[]
  topics: TopicShelf[][]
  notes: Note[]
  sources: { index: SourceIndex; shards: SourceShard[] }
  problems: PlacedProblem[]
}

/** Files in, artifacts and problems out. Pure: knows no disk, no clock. */
export function compile(content: Content): Compiled {
  return assemble(
    content.notes.map(({ file, raw }) => compileNote(file, raw)),
    content.images,
  )
}

/** Puts notes beside each other, whatever their order: addresses, links, topics, timeline. Drafts are left out. */
export function assemble(
  compiled: readonly CompiledNote[],
  images: readonly string[],
  found: readonly PlacedProblem[] = [],
): Compiled {
  const notes = compiled.filter(({ metadata }) => !metadata.draft).sort((a, b) => (a.file < b.file ? -1 : 1))
  const slugs = giveSlugs(notes)
  const folder = folderOf(notes, slugs, images)
  const slugOf = (note: CompiledNote) => slugs.get(note.file) as string
  const groups = groupByKey(notes)
  const heads = new Map(notes.map((note) => [note, headOf(note, slugOf(note), groupOf(note))]))
  const newestFirst = [...notes].sort(
    (a, b) => (b.metadata.date ?? -Infinity) - (a.metadata.date ?? -Infinity) || (a.file < b.file ? -1 : 1),
  )
  const allHeads = newestFirst.map((note) => heads.get(note) as NoteHead)
  const sourced = new Map(
    [...groups.values()].flatMap((versions) => {
      const put = putLikelySources(versions)
      return versions.map((note, i) => [note, put[i] as Sourced] as const)
    }),
  )
  const problems = [...found]
  const neighboursOf = neighbours(allHeads)
  const pages = newestFirst.map((note): Note => {
    const followed = followLinks(note, folder)
    const { references, statements } = sourced.get(note) as Sourced
    problems.push(...note.problems, ...followed.problems)
    const head = heads.get(note) as NoteHead
    return {
      version: ARTIFACT_VERSION,
      ...head,
      // Made when it is asked for: all of them at once would be larger than all else.
      get body() {
        return placeLinks(note.body, followed.placed)
      },
      sections: note.sections,
      statementList: statements,
      undated: note.undated,
      references,
      translations: translationsOf(note),
      neighbours: neighboursOf(head),
    }
  })
  const sources = once(() => shardSources(pages))
  const statements = [...groups.values()].reduce((sum, [first]) => sum + (first?.statements.length ?? 0), 0)
  const editions = editionsOf(pages)
  const shelves = fillShelves(
    allHeads,
    topicTree(newestFirst.map((note) => ({ group: groupOf(note), topics: note.metadata.topics }))),
  )
  return {
    library: shelves.library.map((page) => ({ ...page, statements, sources: countSources(pages), editions })),
    topics: shelves.topics,
    notes: pages,
    get sources() {
      return sources()
    },
    problems: problems.sort((a, b) =>
      a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
    ),
  }

  function groupOf({ metadata, file }: CompiledNote): string {
    const first = groups.get(metadata.translationKey)?.[0]
    return slugs.get(first?.file ?? file) as string
  }

  function translationsOf(note: CompiledNote): Note['translations'] {
    const group = groups.get(note.metadata.translationKey) ?? []
    return group.filter((other) => other !== note).map((other) => versionOf(heads.get(other) as NoteHead))
  }
}

/** What is made when it is first asked for: in dev, few of all things are. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function groupByKey(notes: readonly CompiledNote[]): Map<string, CompiledNote[]> {
  const groups = new Map<string, CompiledNote[]>()
  for (const note of notes) {
    const { translationKey } = note.metadata
    groups.set(translationKey, [...(groups.get(translationKey) ?? []), note])
  }
  return groups
}

function giveSlugs(notes: readonly CompiledNote[]): Map<string, string> {
  const unique = uniqueNames('note')
  return new Map(notes.map(({ file, metadata }) => [file, unique(slugify(metadata.slug))]))
}

/** Everything by its path; the composed form of a path stands in where no file has it. */
function folderOf(
  notes: readonly CompiledNote[],
  slugs: ReadonlyMap<string, string>,
  images: readonly string[],
): Folder {
  const pages = notes.map(({ file, sections }) => {
    return [file, { slug: slugs.get(file) as string, sections }] as const
  })
  const files = images.map((image) => [image, image] as const)
  return { notes: withComposed(pages), images: withComposed(files) }
}

function withComposed<T>(entries: readonly (readonly [path: string, value: T])[]): Map<string, T> {
  return new Map([...entries.map(([path, value]) => [path.normalize('NFC'), value] as const), ...entries])
}

function headOf(note: CompiledNote, slug: string, group: string): NoteHead {
  const { date, language, summary, provenance, topics } = note.metadata
  return {
    slug,
    group,
    title: note.title,
    language,
    ...(date === undefined ? {} : { date }),
    topics: topics.flatMap((written) => topicPath(written)?.path ?? []),
    ...(summary ? { summary } : {}),
    minutes: note.minutes,
    statements: note.statements.length,
    revision: note.revision,
    ...(provenance ? { provenance } : {}),
  }
}
