import { slugify } from './slug.ts'

/** Topics nest no deeper, and their names are no longer, than a page can show. */
const DEEPEST = 8
const LONGEST = 100

const known = new Map<string, { path: string; names: string[] } | undefined>()

/** A topic as an owner writes it, `a/b` for nested ones, as the parts of its address. Many notes write the same. */
export function topicPath(written: string): { path: string; names: string[] } | undefined {
  if (!known.has(written)) known.set(written, readTopic(written))
  return known.get(written)
}

function readTopic(written: string): { path: string; names: string[] } | undefined {
  const names = written
    .split('/')
    .map((name) => name.trim())
    .filter((name) => slugify(name))
    .slice(0, DEEPEST)
    .map((name) => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name))
  return names.length > 0 ? { path: names.map(slugify).join('/'), names } : undefined
}

/** A topic with the groups of the notes here and below, in the order in which they came. */
export interface TopicNode {
  path: string
  name: string
  topics: TopicNode[]
  groups: Set<string>
}

/** The tree of topics over all notes, each level in the order of the alphabet. */
export function topicTree(notes: readonly { group: string; topics: readonly string[] }[]): TopicNode[] {
  const roots: TopicNode[] = []
  const byPath = new Map<string, TopicNode>()
  for (const { group, topics } of notes) {
    for (const written of topics) grow(topicPath(written), group)
  }
  sort(roots)
  return roots

  function grow(written: ReturnType<typeof topicPath>, group: string): void {
    let siblings = roots
    const parts = written?.path.split('/') ?? []
    for (const [i, name] of (written?.names ?? []).entries()) {
      const path = parts.slice(0, i + 1).join('/')
      let topic = byPath.get(path)
      if (!topic) {
        topic = { path, name, topics: [], groups: new Set() }
        byPath.set(path, topic)
        siblings.push(topic)
      }
      topic.groups.add(group)
      siblings = topic.topics
    }
  }
}

function sort(topics: TopicNode[]): void {
  const { compare } = new Intl.Collator('en', { numeric: true })
  topics.sort((a, b) => compare(a.name, b.name))
  for (const topic of topics) sort(topic.topics)
}
