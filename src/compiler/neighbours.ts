import type { Note, NoteHead, NoteVersion } from '../notes/index.ts'

/**
 * The notes before and after each, of those directly on its first topic, or of those without one. `heads` come in
 * order.
 */
export function neighbours(heads: readonly NoteHead[]): (of: NoteHead) => Note['neighbours'] {
  const lanes = new Map<string | undefined, Map<string, NoteVersion[]>>()
  for (const head of heads) {
    for (const topic of head.topics.length > 0 ? head.topics : [undefined]) {
      const lane = lanes.get(topic) ?? new Map<string, NoteVersion[]>()
      lanes.set(topic, lane)
      lane.set(head.group, [...(lane.get(head.group) ?? []), versionOf(head)])
    }
  }
  const places = new Map([...lanes].map(([topic, lane]) => [topic, inLine(lane)]))
  return ({ topics: [first], group }) => places.get(first)?.get(group) ?? { previous: [], next: [] }
}

function inLine(lane: ReadonlyMap<string, NoteVersion[]>): Map<string, Note['neighbours']> {
  const groups = [...lane.values()]
  return new Map(
    [...lane.keys()].map((group, i) => [group, { previous: groups[i - 1] ?? [], next: groups[i + 1] ?? [] }]),
  )
}

export function versionOf({ slug, language, title }: NoteVersion): NoteVersion {
  return { slug, language, title }
}
