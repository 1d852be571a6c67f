import type { Evidence, Note, Reference, Statement } from './artifacts.ts'
import {
  type Axis,
  compareTimes,
  type Entry,
  type EntryNote,
  type EntrySource,
  placesOf,
} from './timeline.ts'

/** An entry with its place. */
export type Placed = Entry & { readonly at: NonNullable<Entry['at']> }

/** Of one statement; more would outweigh what it says. */
const MOST_SOURCES = 6
/** UTF-16 units; a longer address is left to the note. */
const LONGEST_ADDRESS = 500
const LONGEST_TITLE = 160

/** A note's statements away from it, each at its places on an axis, in the order of the list. */
export function placeNote(note: Note, axis: Axis): Placed[] {
  const away = awayFrom(note)
  return note.statementList
    .flatMap((statement) => placesOf(statement, axis).map((at): Placed => ({ ...away(statement), at })))
    .sort((a, b) => compareTimes(a.at, b.at))
}

/** How many of a note's statements have no place on an axis. */
export function withoutPlace(note: Note, axis: Axis): number {
  return note.statementList.filter((statement) => placesOf(statement, axis).length === 0).length
}

function awayFrom(note: Note): (statement: Statement) => Entry {
  const titles = new Map(note.sections.map(({ id, title }) => [id, title]))
  const references = new Map(note.references.map((reference) => [reference.number, reference]))
  const evidence = evidenceOf(note.references)
  const head = entryNote(note)
  return ({ id, text, mentions, section, said, cites, likely = [] }) => {
    const heading = section && titles.get(section)
    return {
      id,
      text,
      mentions,
      ...(section ? { section } : {}),
      ...(heading ? { heading } : {}),
      ...(said ? { said } : {}),
      note: head,
      sources: [...new Set([...cites, ...likely])].slice(0, MOST_SOURCES).flatMap((number) => {
        const reference = references.get(number)
        if (!reference) return []
        const guess = cites.includes(number) ? undefined : evidence.get(`${number} ${id}`)
        return { ...entrySource(reference), ...(guess ? { likely: guess } : {}) }
      }),
    }
  }
}

/** By the number of a reference and the id of a statement that it is likely to support. */
function evidenceOf(references: readonly Reference[]): Map<string, Evidence> {
  const found = new Map<string, Evidence>()
  for (const { number, likely = [] } of references) {
    for (const { section: _, statements, confidence: __, ...evidence } of likely) {
      for (const id of statements) found.set(`${number} ${id}`, evidence)
    }
  }
  return found
}

function entryNote({ slug, group, title, language, date, topics, provenance }: Note): EntryNote {
  return {
    slug,
    group,
    title,
    language,
    ...(date === undefined ? {} : { date }),
    topics,
    ...(provenance ? { provenance } : {}),
  }
}

function entrySource({ number, title, url, site, date }: Reference): EntrySource {
  return {
    number,
    title: title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE)}…` : title,
    ...(url && url.length <= LONGEST_ADDRESS ? { url } : {}),
    ...(site ? { site } : {}),
    ...(date === undefined ? {} : { date }),
  }
}

/** Dates of a note whose year cannot be had, in the words around them. */
export function undatedEntries(note: Note): Entry[] {
  const head = entryNote(note)
  return note.undated.map(({ id, text, sentence = text }) => {
    const start = sentence.indexOf(text)
    const mention = { start, end: start + text.length, basis: 'context' as const }
    return { id, text: sentence, mentions: start < 0 ? [] : [mention], note: head, sources: [] }
  })
}
