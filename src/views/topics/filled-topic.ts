import type { Versions } from '../../library/index.ts'
import type { Topic } from '../../notes/index.ts'

/** A topic with those of its notes that are at hand, each once whatever its translations. */
export interface FilledTopic extends Omit<Topic, 'topics'> {
  topics: FilledTopic[]
  /** Directly on it. */
  notes: Versions[]
  /** Here and below. */
  all: Versions[]
}

/** Sorts notes onto the topics; a note without any stands apart. */
export function fillTopics(
  topics: readonly Topic[],
  notes: readonly Versions[],
): { topics: FilledTopic[]; loose: Versions[] } {
  const byTopic = new Map<string, Versions[]>()
  const loose: Versions[] = []
  for (const versions of notes) {
    const paths = new Set(versions.flatMap((version) => version.topics))
    for (const path of paths) {
      const own = byTopic.get(path)
      if (own) own.push(versions)
      else byTopic.set(path, [versions])
    }
    if (paths.size === 0) loose.push(versions)
  }
  return { topics: topics.map(fill), loose }

  function fill(topic: Topic): FilledTopic {
    const below = topic.topics.map(fill)
    const own = byTopic.get(topic.path) ?? []
    return {
      ...topic,
      topics: below,
      notes: own,
      all: [...new Set([...own, ...below.flatMap(({ all }) => all)])],
    }
  }
}

/** Keeps the notes of which a title holds all the words, and the topics that still have some. */
export function filterTopic(
  topic: FilledTopic,
  holds: (versions: Versions) => boolean,
): FilledTopic | undefined {
  const all = topic.all.filter(holds)
  if (all.length === 0) return undefined
  return {
    ...topic,
    count: all.length,
    topics: topic.topics.flatMap((below) => filterTopic(below, holds) ?? []),
    notes: topic.notes.filter(holds),
    all,
  }
}

/** Whether every word written occurs in a title of the note, letter case and width aside. */
export function titleFilter(words: string): (versions: Versions) => boolean {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  return (versions) => {
    const titles = fold(versions.map(({ title }) => title).join('\n'))
    return wanted.every((word) => titles.includes(word))
  }
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
