import {
  ARTIFACT_VERSION,
  type Library,
  type NoteHead,
  type Shelf,
  type Topic,
  type TopicNode,
  type TopicShelf,
} from '../notes/index.ts'

// UTF-16 units of the heads of notes.
/** So few, some thirty notes, 3 KB compressed, come with every screen. */
const FEW = 8_000
/** The first page of a topic: it comes with each of its notes. */
const FIRST_PAGE = 10_000
/** Up to so many, some hundred notes, 15 KB compressed, all are on one page: the sidebar can look through them. */
const ONE_PAGE = 50_000
/** A page of more. */
const LARGEST_PAGE = 24_000
const MOST_TOPICS = 200

/** Pages of notes: none of the newest where the notes are few, of the others one at least for each that has some. */
export interface Shelves {
  library: Pick<Library, 'version' | 'count' | 'pages' | 'topics' | 'loose' | 'newest' | 'notes'>[]
  newest: Shelf[]
  loose: Shelf[]
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
    const [shelf, below] = [pagesOf(held, FIRST_PAGE), listed(topic.topics)]
    const pages = Math.max(shelf.length, below.length)
    topics.push(
      Array.from({ length: pages }, (_, i) => {
        const page = { version: ARTIFACT_VERSION, count: held.length, notes: shelf[i]?.notes ?? [] }
        return { ...page, pages, path, name, topics: below[i] ?? [] }
      }),
    )
    waiting.push(...topic.topics)
  }
  const all = [...groups.values()]
  const loose = all.filter((group) => group.every((head) => head.topics.length === 0))
  const size = all.reduce((sum, group) => sum + sizeOf(group), 0)
  const newest = size > FEW ? pagesOf(all, size > ONE_PAGE ? LARGEST_PAGE : ONE_PAGE) : []
  const levels = listed(roots)
  const library = (levels.length > 0 ? levels : [[]]).map((topics, i, { length }) => ({
    version: ARTIFACT_VERSION,
    count: all.length,
    pages: length,
    topics,
    loose: loose.length,
    newest: newest.length,
    notes: newest.length === 0 && i === 0 ? all.flat() : [],
  }))
  return { library, newest, loose: newest.length > 0 ? pagesOf(loose, FIRST_PAGE) : [], topics }
}

/** Never parts the translations of a note; `first`: the room on the first page. */
function pagesOf(groups: readonly NoteHead[][], first: number): Shelf[] {
  const pages: NoteHead[][] = []
  let left = 0
  for (const group of groups) {
    left -= sizeOf(group)
    if (left < 0) {
      left = (pages.length === 0 ? first : LARGEST_PAGE) - sizeOf(group)
      pages.push([])
    }
    pages.at(-1)?.push(...group)
  }
  return pages.map((notes, _, { length }) => {
    return { version: ARTIFACT_VERSION, count: groups.length, pages: length, notes }
  })
}

const sizes = new WeakMap<NoteHead, number>()

/** UTF-16 units of a group as JSON. It stands on several shelves, and in dev most heads stay after a change. */
function sizeOf(group: readonly NoteHead[]): number {
  return group.reduce((sum, head) => {
    const size = sizes.get(head) ?? JSON.stringify(head).length
    sizes.set(head, size)
    return sum + size + 1
  }, 1)
}

/** The topics given, in pages, each with what has room on it. */
function listed(nodes: readonly TopicNode[]): Topic[][] {
  return Array.from({ length: Math.ceil(nodes.length / MOST_TOPICS) }, (_, i) =>
    withBelow(nodes.slice(i * MOST_TOPICS, (i + 1) * MOST_TOPICS)),
  )
}

/** The topics given and, level by level, those below them for which there is room. */
function withBelow(nodes: readonly TopicNode[]): Topic[] {
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
