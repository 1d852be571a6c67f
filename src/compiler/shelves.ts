import {
  ARTIFACT_VERSION,
  type NoteHead,
  type Shelf,
  type Topic,
  type TopicNode,
  type TopicShelf,
} from '../notes/index.ts'

/** UTF-16 units of the heads of notes: up to so many, some hundred notes, 15 KB compressed, all are on one page. */
const ONE_PAGE = 50_000
/** A page of more: it comes with every screen, which needs little of it. */
const LARGEST_PAGE = 24_000
const MOST_TOPICS = 200

export interface Shelves {
  /** The pages of the whole library, and those of each topic; one page at least. */
  library: Shelf[]
  topics: TopicShelf[][]
}

/** Sorts notes onto shelves and cuts these into pages, so that none grows with the library. `heads` come in order. */
export function fillShelves(heads: readonly NoteHead[], roots: readonly TopicNode[]): Shelves {
  const groups = new Map<string, NoteHead[]>()
  for (const head of heads) {
    const group = groups.get(head.group)
    if (group) group.push(head)
    else groups.set(head.group, [head])
  }
  const topics: TopicShelf[][] = []
  const waiting = [...roots]
  for (let topic = waiting.pop(); topic; topic = waiting.pop()) {
    const { path, name } = topic
    const held = [...topic.groups].map((group) => groups.get(group) as NoteHead[])
    topics.push(pagesOf(held, topic.topics).map((page) => ({ ...page, path, name })))
    waiting.push(...topic.topics)
  }
  return { library: pagesOf([...groups.values()], roots), topics }
}

function pagesOf(groups: readonly NoteHead[][], topics: readonly TopicNode[]): Shelf[] {
  const notes = cut(groups)
  const pages = Math.max(1, notes.length, Math.ceil(topics.length / MOST_TOPICS))
  return Array.from({ length: pages }, (_, i) => ({
    version: ARTIFACT_VERSION,
    count: groups.length,
    pages,
    notes: notes[i] ?? [],
    topics: listed(topics.slice(i * MOST_TOPICS, (i + 1) * MOST_TOPICS)),
  }))
}

function cut(groups: readonly NoteHead[][]): NoteHead[][] {
  const pages: NoteHead[][] = []
  const sizes = groups.map(sizeOf)
  if (sizes.reduce((sum, one) => sum + one, 0) <= ONE_PAGE) return groups.length > 0 ? [groups.flat()] : []
  let size = Number.POSITIVE_INFINITY
  for (const [i, group] of groups.entries()) {
    const needed = sizes[i] as number
    if (size + needed > LARGEST_PAGE) {
      pages.push([])
      size = 0
    }
    pages.at(-1)?.push(...group)
    size += needed
  }
  return pages
}

const sizes = new WeakMap<readonly NoteHead[], number>()

/** A group stands on several shelves. */
function sizeOf(group: readonly NoteHead[]): number {
  const size = sizes.get(group) ?? JSON.stringify(group).length
  sizes.set(group, size)
  return size
}

/** The topics given and, level by level, those below them for which there is room. */
function listed(nodes: readonly TopicNode[]): Topic[] {
  const list = (node: TopicNode): Topic => {
    return { path: node.path, name: node.name, count: node.groups.size, topics: [] }
  }
  const topics = nodes.map(list)
  let left = MOST_TOPICS - nodes.length
  let level = nodes.map((node, i) => ({ node, topic: topics[i] as Topic }))
  while (level.length > 0) {
    const below: typeof level = []
    for (const { node, topic } of level) {
      if (node.topics.length > left) continue
      left -= node.topics.length
      topic.topics = node.topics.map(list)
      below.push(...node.topics.map((child, i) => ({ node: child, topic: topic.topics[i] as Topic })))
    }
    level = below
  }
  return topics
}
