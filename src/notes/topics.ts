import type { NoteHead, Topic } from './artifacts.ts'
import { slugify } from './slug.ts'

/** Topics nest no deeper, and their names are no longer, than a page can show. */
const DEEPEST = 8
const LONGEST = 100

/** A topic as an owner writes it, `a/b` for nested ones, as the parts of its address. */
export function topicPath(written: string): { path: string; names: string[] } | undefined {
  const names = written
    .split('/')
    .map((name) => name.trim())
    .filter((name) => slugify(name))
    .slice(0, DEEPEST)
    .map((name) => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name))
  return names.length > 0 ? { path: names.map(slugify).join('/'), names } : undefined
}

/** The tree of topics over all notes; `notes` come newest first and stay so. */
export function topicTree(notes: readonly { head: NoteHead; topics: readonly string[] }[]): Topic[] {
  const roots: Topic[] = []
  const byPath = new Map<string, Topic>()
  for (const { head, topics } of notes) {
    for (const written of topics) {
      const topic = topicPath(written)
      if (topic) grow(topic.names).notes.push(head.slug)
    }
  }
  sort(roots)
  return roots

  function grow(names: readonly string[]): Topic {
    let siblings = roots
    let path = ''
    let topic: Topic | undefined
    for (const name of names) {
      path = path ? `${path}/${slugify(name)}` : slugify(name)
      topic = byPath.get(path)
      if (!topic) {
        topic = { path, name, topics: [], notes: [] }
        byPath.set(path, topic)
        siblings.push(topic)
      }
      siblings = topic.topics
    }
    return topic as Topic
  }
}

function sort(topics: Topic[]): void {
  topics.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  for (const topic of topics) sort(topic.topics)
}
