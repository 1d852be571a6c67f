import { toIso } from '../calendar/index.ts'
import { type Note, paths, type Statement, safeAddress } from '../notes/index.ts'
import type { Compiled } from './compile.ts'
import { isWritten } from './feed-time.ts'
import { absolute, escaped, FEED, type Place } from './page-head.ts'

/** Of each kind. */
const MOST = 30
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu
/** UTF-16 units of a title. */
const LONGEST_TITLE = 140

/**
 * An Atom feed of the newest notes and statements, for a site that knows its address; undefined where no note has a
 * date, for then none is new. A statement is as new as the day that it is dated by; what was foretold is left out.
 */
export function feedOf(
  { notes, newest: newestIn }: Pick<Compiled, 'notes' | 'newest'>,
  place: Place,
): string | undefined {
  const dated = notes.filter(({ date }) => date !== undefined && isWritten(date)) as Dated[]
  const [newest] = dated
  const home = absolute(place, paths.start)
  if (!newest || !home) return undefined
  const self = new URL(FEED, home).href
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xml(home)}</id>`,
    '<title>Dateline</title>',
    `<updated>${timeOf(newest.date)}</updated>`,
    `<author><name>${xml(new URL(home).host)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link href="${xml(home)}"/>`,
    ...dated.slice(0, MOST).map((note) => entryOfNote(note, place)),
    ...newestStatements(dated, newestIn).map(({ note, statement }) =>
      entryOfStatement(note, statement, place),
    ),
    '</feed>\n',
  ].join('\n')
}

type Dated = Note & { date: number }

function newestStatements(
  notes: readonly Dated[],
  newestIn: Compiled['newest'],
): { note: Dated; statement: Statement }[] {
  // A translation says nothing new.
  const groups = new Set<string>()
  const first = notes.filter(({ group }) => !groups.has(group) && groups.add(group))
  // What the newest notes do not have among them is none of the newest: no other has to be read.
  const day = (note: Dated) => newestIn(note) ?? Number.NEGATIVE_INFINITY
  const newest = new Set([...first].sort((a, b) => day(b) - day(a) || b.date - a.date).slice(0, MOST))
  return first
    .filter((note) => newest.has(note))
    .flatMap((note) => note.statementList.map((statement) => ({ note, statement })))
    .filter(({ note, statement: { at } }) => isWritten(at.from) && at.to <= note.date)
    .sort((a, b) => b.statement.at.to - a.statement.at.to || b.note.date - a.note.date)
    .slice(0, MOST)
}

function entryOfNote(note: Dated, place: Place): string {
  const address = absolute(place, paths.note(note.slug)) as string
  const versions = note.translations.map(({ slug, language }) => {
    const href = absolute(place, paths.note(slug)) as string
    return `<link rel="alternate" hreflang="${xml(language)}" href="${xml(href)}"/>`
  })
  return entry(note, address, [
    text('title', note.title),
    ...(note.summary ? [text('summary', note.summary)] : []),
    ...versions,
  ])
}

function entryOfStatement(note: Dated, { id, text: said, at, cites }: Statement, place: Place): string {
  const address = absolute(place, paths.note(note.slug, id)) as string
  const title =
    said.length > LONGEST_TITLE ? `${said.slice(0, LONGEST_TITLE).replace(/\p{Cs}$/u, '')}…` : said
  const sources = cites.flatMap((number) => note.references[number - 1]?.url ?? [])
  return entry(note, address, [
    text('title', title),
    `<published>${timeOf(at.to)}</published>`,
    text('content', said),
    ...[...new Set(sources)].map((url) => `<link rel="related" href="${xml(url)}"/>`),
  ])
}

/** What an entry says of its note: when and by whom it was written, in which language, on which topics. */
function entry(
  { date, language, topics, provenance = {} }: Dated,
  address: string,
  own: readonly string[],
): string {
  const { author, source, generated, translated, model } = provenance
  const via = source && safeAddress(source)
  const helpers = [...(model ? [model] : []), ...(source && !via ? [source] : [])]
  const terms = [...topics, ...(generated ? ['generated'] : []), ...(translated ? ['translated'] : [])]
  return [
    `<entry xml:lang="${xml(language)}">`,
    `<id>${xml(address)}</id>`,
    `<updated>${timeOf(date)}</updated>`,
    `<link rel="alternate" hreflang="${xml(language)}" href="${xml(address)}"/>`,
    ...own,
    ...(author ? [`<author><name>${xml(author)}</name></author>`] : []),
    ...helpers.map((name) => `<contributor><name>${xml(name)}</name></contributor>`),
    ...(via ? [`<link rel="via" href="${xml(via)}"/>`] : []),
    ...terms.map((term) => `<category term="${xml(term)}"/>`),
    '</entry>',
  ].join('')
}

function text(name: string, value: string): string {
  return `<${name}>${xml(value)}</${name}>`
}

/** For XML, in which not every character may stand. */
function xml(value: string): string {
  return escaped(value.replace(NOT_IN_XML, '\uFFFD'))
}

function timeOf(day: number): string {
  return `${toIso(day)}T00:00:00Z`
}
