import type { Versions } from '../../library/index.ts'
import type { Topic } from '../../notes/index.ts'

/** A topic with its notes, each once whatever its translations. */
export interface Shelf {
  path: string
  name: string
  shelves: Shelf[]
  notes: Versions[]
  /** Notes here and below, each once, in the order of the library. */
  all: Versions[]
}

/** Sorts notes onto the topics. Those that no topic holds are returned apart. */
export function shelve(
  topics: readonly Topic[],
  notes: readonly Versions[],
): { shelves: Shelf[]; loose: Versions[] } {
  const bySlug = new Map(notes.flatMap((versions) => versions.map(({ slug }) => [slug, versions] as const)))
  const shelves = topics.map(fill)
  const held = new Set(shelves.flatMap(({ all }) => all))
  return { shelves, loose: notes.filter((versions) => !held.has(versions)) }

  function fill(topic: Topic): Shelf {
    const below = topic.topics.map(fill)
    const own = [...new Set(topic.notes.map((slug) => bySlug.get(slug)))].filter(
      (found) => found !== undefined,
    )
    const held = new Set([...own, ...below.flatMap((shelf) => shelf.all)])
    const all = notes.filter((versions) => held.has(versions))
    return { path: topic.path, name: topic.name, shelves: below, notes: own, all }
  }
}

/** Keeps the notes of which a title holds all the words, and the topics that still have some. */
export function filterShelf(shelf: Shelf, holds: (versions: Versions) => boolean): Shelf | undefined {
  const all = shelf.all.filter(holds)
  if (all.length === 0) return undefined
  return {
    ...shelf,
    shelves: shelf.shelves.flatMap((below) => filterShelf(below, holds) ?? []),
    notes: shelf.notes.filter(holds),
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
