import { slugify } from './slug.ts'

/** Topics nest no deeper, and their names are no longer, than a page can show. */
const DEEPEST = 8
const LONGEST = 100

/** A topic as an owner writes it, `a/b` for nested ones: the part of its address, and what it lies below, itself last. */
export interface TopicPath {
  path: string
  line: { path: string; name: string }[]
}

const known = new Map<string, TopicPath | undefined>()

/** Undefined where nothing of it can stand in an address. Many notes write the same. */
export function topicPath(written: string): TopicPath | undefined {
  if (!known.has(written)) known.set(written, readTopic(written))
  return known.get(written)
}

function readTopic(written: string): TopicPath | undefined {
  const names = written
    .split('/')
    .map((name) => name.trim())
    .filter((name) => slugify(name))
    .slice(0, DEEPEST)
    .map((name) => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name))
  const parts = names.map(slugify)
  const line = names.map((name, i) => ({ path: parts.slice(0, i + 1).join('/'), name }))
  return line.length > 0 ? { path: parts.join('/'), line } : undefined
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

  function grow(written: TopicPath | undefined, group: string): void {
    let siblings = roots
    for (const { path, name } of written?.line ?? []) {
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
