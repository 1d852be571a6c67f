import type { NoteHead, NoteVersion } from '../notes/index.ts'

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
  return [...groups.values()].map((group) => inOrderFor(group, language, open) as unknown as Versions)
}

/** The versions of a note, the one that the reader wants before the others. */
export function inOrderFor<T extends NoteVersion>(
  versions: readonly T[],
  language: string,
  open?: string,
): T[] {
  const rank = (version: NoteVersion) =>
    version.slug === open
      ? 0
      : version.language === language
        ? 1
        : sameLanguage(version, language)
          ? 2
          : version.language === 'en'
            ? 3
            : 4
  return [...versions].sort((a, b) => rank(a) - rank(b))
}

function sameLanguage(version: NoteVersion, language: string): boolean {
  return version.language.split('-', 1)[0] === language.split('-', 1)[0]
}
