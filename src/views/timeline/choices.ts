import type { Begun, Kind, Overview, Placed, Topic } from '../../notes/index.ts'
import type { ReadingState } from '../../reading/index.ts'
import { beginsIn, type Filter, isCountable, isOpen, lastVisitDay, makeTest, mayHold } from './filter.ts'

/** How many statements a choice would show: exactly, roughly, or at least, where not all are read. */
export interface Count {
  count: number
  known: 'exactly' | 'about' | 'atLeast'
}

/** What is known of the statements at this moment. */
export interface Knowledge {
  overview: Overview
  /** What begins in the filter's range, by the overview. */
  begun: Begun
  /** What has been read. */
  entries: readonly Placed[]
  /** Whether that is all that a filter could show. */
  covers: (filter: Filter) => boolean
  reading: ReadingState
}

/** Counts what a filter would show, from the overview where it can tell, else from what has been read. */
export function countFor(filter: Filter, knowledge: Knowledge): Count {
  const { overview, begun, entries, covers, reading } = knowledge
  const complete = covers(filter)
  // On a first visit nothing is new since the last one, and nothing read yet.
  if (filter.fresh && lastVisitDay(reading) === undefined) return { count: 0, known: 'exactly' }
  if (filter.unread && !complete && hasReadNothing(reading))
    return countFor({ ...filter, unread: false }, knowledge)
  if (isCountable(filter) && !complete) {
    const count = begun.byKind.reduce(
      (sum, some, n) => sum + (mayHold(overview.kinds[n] as Kind, overview.topics, filter) ? some : 0),
      0,
    )
    return { count, known: begun.exact && (overview.topics === 'all' || !filter.topic) ? 'exactly' : 'about' }
  }
  const test = makeTest(filter, reading)
  const count = entries.filter((entry) => beginsIn(entry, filter.range) && test(entry)).length
  if (!filter.starred || complete) return { count, known: complete ? 'exactly' : 'atLeast' }
  // A star may stand in a note that is not read here, or on a statement that has gone.
  const missed = starsBeside(entries, reading)
  if (missed === 0) return { count, known: 'exactly' }
  return isOpen({ ...filter, starred: false })
    ? { count: count + missed, known: 'about' }
    : { count, known: 'atLeast' }
}

function hasReadNothing({ notes }: ReadingState): boolean {
  return [...notes.values()].every(
    ({ finished, read }) => !finished?.on && ![...read.values()].some(({ on }) => on),
  )
}

/** How many stars there are on other statements than these. */
function starsBeside(entries: readonly Placed[], { notes }: ReadingState): number {
  const here = new Set(entries.map(({ note, id }) => `${note.slug} ${id}`))
  let stars = 0
  for (const [slug, { starred }] of notes) {
    for (const [id, { on }] of starred) stars += on && !here.has(`${slug} ${id}`) ? 1 : 0
  }
  return stars
}

/** The languages that can be chosen: those that the timeline comes in, and those of notes without a translation. */
export function languagesIn(editions: readonly string[], { kinds }: Overview): string[] {
  return [
    ...new Set([...editions.filter((one) => one !== 'all'), ...kinds.map(({ language }) => language)]),
  ].sort()
}

/** A topic that can be chosen, with the number of statements that it would show. */
export interface TopicChoice {
  path: string
  name: string
  depth: number
  count: Count
}

/** The topics that would show something; the chosen ones in any case, if only by their paths. */
export function topicChoices(
  topics: readonly Topic[],
  chosen: readonly (string | undefined)[],
  count: (topic: string) => Count,
): TopicChoice[] {
  const listed = choicesIn(topics, chosen, count, 0)
  const missing = chosen.filter(
    (path) => path !== undefined && !listed.some((choice) => choice.path === path),
  ) as string[]
  return [...missing.map((path) => ({ path, name: path, depth: 0, count: count(path) })), ...listed]
}

function choicesIn(
  topics: readonly Topic[],
  chosen: readonly (string | undefined)[],
  count: (topic: string) => Count,
  depth: number,
): TopicChoice[] {
  return topics.flatMap(({ path, name, topics: below }) => {
    const own = count(path)
    const inner = choicesIn(below, chosen, count, depth + 1)
    const shows = own.count > 0 || own.known === 'atLeast' || chosen.includes(path) || inner.length > 0
    return shows ? [{ path, name, depth, count: own }, ...inner] : []
  })
}

/** The range as an address has it, for {@link withParams}. */
export type Params = Record<string, string | undefined>

/** An address with some of its parts changed; what is empty is taken out, and with it the place in the list. */
export function withParams(last: URLSearchParams, changes: Params): URLSearchParams {
  const next = new URLSearchParams(last)
  next.delete('at')
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  return next
}
