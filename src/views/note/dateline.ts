import type { Section } from '../../notes/index.ts'

/** Where words go on behind a dateline, “The beginnings (1988): one room”, it stands in their line; else it has its own. */
export function datelineWithin(section: Section | undefined): 'within' | undefined {
  const { dateline, title = '' } = section ?? {}
  return dateline && title.slice(dateline.end).trim() !== '' ? 'within' : undefined
}
