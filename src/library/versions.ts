import type { NoteHead } from '../notes/index.ts'

/** The versions of one note, the one to show first at the head. */
export type Versions = readonly [NoteHead, ...NoteHead[]]

/**
 * Gathers the translations of each note, in the order of the notes. Shown is the version in the reader's language,
 * else the English one, else the first; `open` (a slug) goes before all.
 */
export function versionsOf(notes: readonly NoteHead[], language: string, open?: string): Versions[] {
  const groups = new Map<string, NoteHead[]>()
  for (const note of notes) {
    const group = groups.get(note.group)
    if (group) group.push(note)
    else groups.set(note.group, [note])
  }
  const rank = (note: NoteHead) =>
    note.slug === open
      ? 0
      : note.language === language
        ? 1
        : sameLanguage(note, language)
          ? 2
          : note.language === 'en'
            ? 3
            : 4
  return [...groups.values()].map(
    (group) => [...group].sort((a, b) => rank(a) - rank(b)) as unknown as Versions,
  )
}

function sameLanguage(note: NoteHead, language: string): boolean {
  return note.language.split('-', 1)[0] === language.split('-', 1)[0]
}
