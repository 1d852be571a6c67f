import type { Note, NoteHead, NoteVersion } from '../notes/index.ts'

/** Versions of notes, in order, and the place of each group of them. */
interface Lane {
  places: Map<string, number>
  groups: NoteHead[][]
}

/**
 * The notes before and after each, of those directly on its first topic, or of those without one. `heads` come in
 * order.
 */
export function neighbours(heads: readonly NoteHead[]): (of: NoteHead) => Note['neighbours'] {
  const lanes = new Map<string | undefined, Lane>()
  for (const head of heads) {
    for (const topic of head.topics.length > 0 ? head.topics : [undefined]) {
      const lane = lanes.get(topic) ?? ({ places: new Map(), groups: [] } as Lane)
      lanes.set(topic, lane)
      const place = lane.places.get(head.group)
      if (place === undefined) lane.places.set(head.group, lane.groups.push([head]) - 1)
      else lane.groups[place]?.push(head)
    }
  }
  return ({ topics: [first], group }) => {
    const { places, groups } = lanes.get(first) as Lane
    const place = places.get(group) as number
    const versionsAt = (place: number) => (groups[place] ?? []).map(versionOf)
    return { previous: versionsAt(place - 1), next: versionsAt(place + 1) }
  }
}

export function versionOf({ slug, language, title }: NoteVersion): NoteVersion {
  return { slug, language, title }
}
