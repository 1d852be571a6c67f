import type { Day } from '../calendar/index.ts'
import {
  ARTIFACT_VERSION,
  type Library,
  type Note,
  type NoteHead,
  type PlacedProblem,
  type Shelf,
  safeAddress,
  slugify,
  type TopicShelf,
  topicPath,
  topicTree,
  uniqueNames,
} from '../notes/index.ts'
import type { Card, CitedSource, KnownNote } from './card.ts'
import { compileNote } from './compile-note.ts'
import { putLikelySources, type Sourced } from './likely-sources.ts'
import { type Folder, followLinks, type PlacedLink } from './links.ts'
import { neighbours, versionOf } from './neighbours.ts'
import { wholeNote } from './packed-note.ts'
import { placeLinks } from './place-links.ts'
import { hashOf } from './remembered.ts'
import { fillShelves } from './shelves.ts'
import { editionsOf } from './timeline.ts'

/** What stands in a folder of notes; paths are relative to it, with `/`. */
export interface Content {
  notes: readonly { file: string; raw: string }[]
  images: readonly string[]
}

export interface Compiled {
  library: Library[]
  /** The pages of all notes, of those without a topic, and those of each topic. */
  newestNotes: Shelf[]
  looseNotes: Shelf[]
  topics: TopicShelf[][]
  notes: Note[]
  problems: PlacedProblem[]
  /** What a note of `notes` depends on: of the same key, it is the same. */
  keyOf: (note: Note) => string
  /** See {@link Card.newest}. */
  newest: (note: Note) => Day | undefined
  /** See {@link Card.lead}. */
  lead: (note: Note) => string | undefined
  /** Paths of the images that a note shows. */
  imagesIn: (note: Note) => string[]
  /** See {@link Card.sources}. */
  citedIn: (note: Note) => readonly CitedSource[]
}

/** Files in, artifacts and problems out. Pure: knows no disk, no clock. */
export function compile(content: Content): Compiled {
  return assemble(
    content.notes.map(({ file, raw }) => wholeNote(compileNote(file, raw), raw)),
    content.images,
  )
}

/**
 * Puts notes beside each other, whatever their order: addresses, links, topics, timeline. Drafts are left out. Of most
 * notes the card is enough; what they say is read when it is asked for.
 */
export function assemble(
  known: readonly KnownNote[],
  images: readonly string[],
  found: readonly PlacedProblem[] = [],
): Compiled {
  const notes = known
    .filter(({ card }) => !card.metadata.draft)
    .sort((a, b) => (a.card.file < b.card.file ? -1 : 1))
  const slugs = giveSlugs(notes)
  const folder = folderOf(notes, slugs, images)
  const slugOf = ({ card }: KnownNote) => slugs.get(card.file) as string
  const groups = groupByKey(notes)
  const versionsOf = ({ card }: KnownNote) => groups.get(card.metadata.translationKey) as KnownNote[]
  const heads = new Map(notes.map((note) => [note, headOf(note.card, slugOf(note), groupOf(note))]))
  const newestFirst = [...notes].sort((a, b) => {
    const [one, other] = [a.card, b.card]
    return (
      (other.metadata.date ?? -Infinity) - (one.metadata.date ?? -Infinity) ||
      (one.file < other.file ? -1 : 1)
    )
  })
  const allHeads = newestFirst.map((note) => heads.get(note) as NoteHead)
  const sourced = new Map<KnownNote, Sourced>()
  const problems = [...found]
  const neighboursOf = neighbours(allHeads)
  const facts = new Map<Note, { known: KnownNote; placed: PlacedLink[] }>()
  const pages = newestFirst.map((note): Note => {
    const { card } = note
    const followed = followLinks(card, card.links, folder)
    problems.push(...card.problems, ...followed.problems)
    const head = heads.get(note) as NoteHead
    // Made when they are asked for: all of them at once would be larger than all else.
    const page = {
      version: ARTIFACT_VERSION,
      ...head,
      get body() {
        const { body, links } = note.full()
        return placeLinks(body, followLinks(card, links, folder).placed)
      },
      get sections() {
        return note.full().sections
      },
      get statementList() {
        return sourcedOf(note).statements
      },
      get undated() {
        return note.full().undated
      },
      get references() {
        return sourcedOf(note).references
      },
      translations: translationsOf(note),
      neighbours: neighboursOf(head),
    }
    facts.set(page, { known: note, placed: followed.placed })
    return page
  })
  const keys = new Map<Note, string>()
  const factsOf = (note: Note) => facts.get(note) as { known: KnownNote; placed: PlacedLink[] }
  const statements = [...groups.values()].reduce((sum, [first]) => sum + (first?.card.statements ?? 0), 0)
  const editions = editionsOf(pages)
  const shelves = fillShelves(
    allHeads,
    topicTree(newestFirst.map((note) => ({ group: groupOf(note), topics: note.card.metadata.topics }))),
  )
  const addresses = new Set(notes.flatMap(({ card }) => card.sources.map(({ key }) => key)))
  return {
    library: shelves.library.map((page) => ({ ...page, statements, sources: addresses.size, editions })),
    newestNotes: shelves.newest,
    looseNotes: shelves.loose,
    topics: shelves.topics,
    notes: pages,
    problems: problems.sort((a, b) =>
      a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
    ),
    keyOf: (note) => {
      const key = keys.get(note) ?? keyOf(note)
      keys.set(note, key)
      return key
    },
    newest: (note) => factsOf(note).known.card.newest,
    lead: (note) => factsOf(note).known.card.lead,
    citedIn: (note) => factsOf(note).known.card.sources,
    imagesIn: (note) => {
      const { known, placed } = factsOf(note)
      return known.card.links.flatMap(({ kind }, i) => {
        const address = kind === 'image' && placed[i]?.address
        return address && !safeAddress(address) ? decodeURIComponent(address.slice(1)) : []
      })
    },
  }

  function keyOf(note: Note): string {
    const { known, placed } = factsOf(note)
    const { version, slug, group, translations, neighbours } = note
    const versions = versionsOf(known).map(({ card }) => card.key)
    const addresses = placed.map(({ address }) => address ?? null)
    return hashOf(
      JSON.stringify([version, slug, group, translations, neighbours, known.card.key, versions, addresses]),
    )
  }

  function groupOf({ card }: KnownNote): string {
    const first = groups.get(card.metadata.translationKey)?.[0]
    return slugs.get(first?.card.file ?? card.file) as string
  }

  function translationsOf(note: KnownNote): Note['translations'] {
    return versionsOf(note)
      .filter((other) => other !== note)
      .map((other) => versionOf(heads.get(other) as NoteHead))
  }

  function sourcedOf(note: KnownNote): Sourced {
    if (!sourced.has(note)) {
      const versions = versionsOf(note)
      const put = putLikelySources(versions.map((version) => version.full()))
      for (const [i, version] of versions.entries()) sourced.set(version, put[i] as Sourced)
    }
    return sourced.get(note) as Sourced
  }
}

function groupByKey(notes: readonly KnownNote[]): Map<string, KnownNote[]> {
  const groups = new Map<string, KnownNote[]>()
  for (const note of notes) {
    const { translationKey } = note.card.metadata
    const group = groups.get(translationKey)
    if (group) group.push(note)
    else groups.set(translationKey, [note])
  }
  return groups
}

function giveSlugs(notes: readonly KnownNote[]): Map<string, string> {
  const unique = uniqueNames('note')
  return new Map(notes.map(({ card: { file, metadata } }) => [file, unique(slugify(metadata.slug))]))
}

/** Everything by its path; the composed form of a path stands in where no file has it. */
function folderOf(
  notes: readonly KnownNote[],
  slugs: ReadonlyMap<string, string>,
  images: readonly string[],
): Folder {
  const pages = notes.map(({ card: { file, anchors } }) => {
    return [file, { slug: slugs.get(file) as string, anchors }] as const
  })
  const files = images.map((image) => [image, image] as const)
  return { notes: withComposed(pages), images: withComposed(files) }
}

function withComposed<T>(entries: readonly (readonly [path: string, value: T])[]): Map<string, T> {
  return new Map([...entries.map(([path, value]) => [path.normalize('NFC'), value] as const), ...entries])
}

const heads = new WeakMap<Card, NoteHead>()

/** The same where all is the same: in dev most is, after a change. */
function headOf(card: Card, slug: string, group: string): NoteHead {
  const known = heads.get(card)
  if (known?.slug === slug && known.group === group) return known
  const head = newHead(card, slug, group)
  heads.set(card, head)
  return head
}

function newHead(card: Card, slug: string, group: string): NoteHead {
  const { date, language, summary, provenance, topics } = card.metadata
  return {
    slug,
    group,
    title: card.title,
    language,
    ...(date === undefined ? {} : { date }),
    topics: topics.flatMap((written) => topicPath(written)?.path ?? []),
    ...(summary ? { summary } : {}),
    minutes: card.minutes,
    statements: card.statements,
    revision: card.revision,
    ...(provenance ? { provenance } : {}),
  }
}
