import type { Day } from '../calendar/index.ts'
import {
  type Metadata,
  normaliseAddress,
  type Place,
  type PlacedProblem,
  safeAddress,
  slugify,
} from '../notes/index.ts'
import type { CompiledNote } from './compile-note.ts'
import { isWritten } from './feed-time.ts'
import type { WrittenLink } from './rehype-for-reading.ts'
import { hashOf } from './remembered.ts'

/** What others need to know of a note: small, so that all of them can be held while few are read. */
export interface Card {
  /** Of another text or another name it is another, see {@link keyOf}. */
  key: string
  /** Relative to the folder of notes, with `/`. */
  file: string
  metadata: Omit<Metadata, 'problems'>
  /** The name that it would have alone. */
  slug: string
  title: string
  /** Ids of its sections. */
  anchors: string[]
  /** Its links but for those that lead to other sites and need no remark. */
  links: (WrittenLink & Place)[]
  /** Its sources, each as often as it names it. */
  sources: CitedSource[]
  statements: number
  /** What its first statement begins with. */
  lead?: string
  /** The last day of its newest statement that a feed can tell. */
  newest?: Day
  minutes: number
  revision: string
  problems: PlacedProblem[]
}

/** What a source is compared by, and its address as the note has it where that is another; its site. */
export interface CitedSource {
  key: string
  url?: string
  site: string
}

/** A note whose text is made when it is asked for. */
export interface KnownNote {
  card: Card
  /** @throws Forgotten where what was remembered is not there any more */
  full: () => CompiledNote
}

/** What a run leaned on is not as it was left: it has to be begun again, leaning on nothing. */
export class Forgotten extends Error {}

/** UTF-16 units: as many as are told of a page. */
export const LONGEST_LEAD = 200

/** A compiled note depends on nothing but its file, its text, and the compiler. */
export function keyOf(file: string, raw: string): string {
  return hashOf(file, raw)
}

export function cardOf(key: string, note: CompiledNote): Card {
  const { file, title, sections, links, references, statements, minutes, revision, problems } = note
  const { problems: _, ...metadata } = note.metadata
  const sources = references.flatMap(({ url, site }): CitedSource[] => {
    if (!url || !site) return []
    const key = normaliseAddress(url)
    return [key === url ? { key, site } : { key, url, site }]
  })
  const told = statements.flatMap(({ at }) =>
    metadata.date !== undefined && isWritten(at.from) && at.to <= metadata.date ? at.to : [],
  )
  return {
    key,
    file,
    metadata,
    slug: slugify(metadata.slug),
    title,
    anchors: sections.map(({ id }) => id),
    links: links.filter(({ kind, href }) => kind === 'image' || !safeAddress(href)),
    sources,
    statements: statements.length,
    ...(statements[0] ? { lead: statements[0].text.slice(0, LONGEST_LEAD) } : {}),
    ...(told.length > 0 ? { newest: told.reduce((a, b) => Math.max(a, b)) } : {}),
    minutes,
    revision,
    problems,
  }
}
