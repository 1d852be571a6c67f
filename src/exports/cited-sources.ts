import { toIso } from '../calendar/index.ts'
import type { Cited } from '../citing/index.ts'
import { betterTitle, type Note, type NoteHead, normaliseAddress, type Provenance } from '../notes/index.ts'

/** More notes that name one source say nothing more of it. */
const MOST_NAMED = 20

/** The sources of notes, each once: by its address, or, where it has none, by its title. */
export function citedSources(notes: readonly Note[]): Cited[] {
  const sources = new Map<string, Cited & { namedIn: string[] }>()
  for (const note of notes) {
    const name = namedNote(note)
    for (const { url, site, title, date } of note.references) {
      const key = url ? normaliseAddress(url) : title
      const known = sources.get(key)
      if (known) {
        known.title = betterTitle(known.title, title)
        if (known.namedIn.length < MOST_NAMED && !known.namedIn.includes(name)) known.namedIn.push(name)
      } else {
        sources.set(key, {
          title,
          ...(url ? { url } : {}),
          ...(site ? { site } : {}),
          ...(date === undefined ? {} : { date }),
          namedIn: [name],
        })
      }
    }
  }
  return [...sources.values()]
}

/** A note by its title and day, and who or what wrote it. */
export function namedNote({
  title,
  date,
  provenance,
}: Pick<NoteHead, 'title' | 'date' | 'provenance'>): string {
  const more = [date === undefined ? undefined : toIso(date), provenance && writtenBy(provenance)]
  const said = more.filter(Boolean).join(', ')
  return said ? `“${title}” (${said})` : `“${title}”`
}

/** Who or what wrote or translated a note: in English, as files are exchanged. */
export function writtenBy({ author, generated, translated, model }: Provenance): string | undefined {
  const done = [generated && 'written', translated && 'translated'].filter(Boolean).join(' and ')
  const byModel = done
    ? `${done} by a language model${model ? `, ${model}` : ''}`
    : model && `model: ${model}`
  return [author && `by ${author}`, byModel].filter(Boolean).join(', ') || undefined
}
