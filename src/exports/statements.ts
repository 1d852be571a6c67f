import { type DateValue, type Day, partsOf, toEdtf, toIso } from '../calendar/index.ts'
import { type Placed, placeKey } from '../notes/index.ts'
import { writtenBy } from './cited-sources.ts'

/** A statement to be taken along, with the address of its place in its note. */
export interface Taken {
  entry: Placed
  address: string
}

/** A kind of file: its name's ending, its media type, and how it is written. */
interface StatementFormat {
  ending: string
  type: string
  /** What stands before the first statement, between two, and after the last. */
  frame: readonly [head: string, between: string, foot: string]
  /**
   * One statement; undefined where the format cannot tell its time.
   * @param today what the file was made on
   */
  one: (taken: Taken, today: Day) => string | undefined
}

export type StatementFormatName = 'csv' | 'ics' | 'json' | 'markwhen' | 'timelinejs'

const COLUMNS =
  'from to edtf text said note section language topics sources written provenance address'.split(' ')

export const STATEMENT_FORMATS: Readonly<Record<StatementFormatName, StatementFormat>> = {
  // RFC 4180, with the mark by which spreadsheets know UTF-8.
  csv: { ending: 'csv', type: 'text/csv', frame: [`\uFEFF${row(COLUMNS)}`, '', ''], one: asRow },
  ics: {
    ending: 'ics',
    type: 'text/calendar',
    frame: [
      lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Dateline//Timeline//EN']),
      '',
      lines(['END:VCALENDAR']),
    ],
    one: asEvent,
  },
  json: { ending: 'json', type: 'application/json', frame: ['[\n', ',\n', '\n]\n'], one: asRecord },
  markwhen: {
    ending: 'mw',
    type: 'text/plain',
    frame: ['title: Dateline\n\n', '\n\n', '\n'],
    one: asMarkwhen,
  },
  timelinejs: {
    ending: 'json',
    type: 'application/json',
    frame: ['{"events": [\n', ',\n', '\n]}\n'],
    one: asSlide,
  },
}

/** A file of statements as it grows, for there may be more of them than are held at once. */
export interface StatementFile {
  /** The next piece of it. */
  add: (taken: readonly Taken[]) => string
  /** The last. */
  end: () => string
  /** How many statements the format could not tell the time of. */
  leftOut: () => number
}

/** @param today what the file is made on */
export function beginFile(format: StatementFormatName, today: Day): StatementFile {
  const { frame, one } = STATEMENT_FORMATS[format]
  const [head, between, foot] = frame
  let [next, leftOut] = [head, 0]
  return {
    add: (taken) => {
      let piece = ''
      for (const each of taken) {
        const text = one(each, today)
        if (text === undefined) leftOut += 1
        else {
          piece += next + text
          next = between
        }
      }
      return piece
    },
    end: () => (next === head ? head : '') + foot,
    leftOut: () => leftOut,
  }
}

function recordOf({ entry: { at, said, text, note, heading, sources }, address }: Taken) {
  return {
    from: toIso(at.from),
    to: toIso(at.to),
    edtf: toEdtf(at),
    text,
    said: said ? toEdtf(said) : '',
    note: note.title,
    section: heading ?? '',
    language: note.language,
    topics: note.topics,
    sources: sources.map(({ title, url, likely }) => ({
      title,
      ...(url ? { url } : {}),
      ...(likely ? { likely: true } : {}),
    })),
    ...(note.date === undefined ? {} : { written: toIso(note.date) }),
    ...(note.provenance ? { provenance: note.provenance } : {}),
    address,
  }
}

function asRecord(taken: Taken): string {
  return JSON.stringify(recordOf(taken), null, 2)
}

function asRow(taken: Taken): string {
  const { topics, sources, provenance, ...rest } = recordOf(taken)
  const flat: Record<string, string> = {
    ...rest,
    topics: topics.join(' '),
    sources: sources.map(({ title, url }) => url ?? title).join(' '),
    provenance: (provenance && writtenBy(provenance)) ?? '',
  }
  return row(COLUMNS.map((name) => cell(flat[name] ?? '')))
}

function row(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`
}

/** A spreadsheet takes what begins like a formula for one, even within quotes. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Whether calendars of four figures can express a time. */
function isCommon({ from, to }: DateValue): boolean {
  return partsOf(from).year >= 1 && partsOf(to + 1).year <= 9999
}

/** RFC 5545: whole days, each statement an event that takes no one's time. */
function asEvent({ entry: { at, id, text, note, sources }, address }: Taken, today: Day): string | undefined {
  if (!isCommon(at)) return undefined
  const date = (day: Day) => toIso(day).replaceAll('-', '')
  return lines([
    'BEGIN:VEVENT',
    `UID:${escapeIcs(`${note.slug}~${id}~${placeKey(at)}@dateline`)}`,
    `DTSTAMP:${date(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${date(at.from)}`,
    `DTEND;VALUE=DATE:${date(at.to + 1)}`,
    `SUMMARY:${escapeIcs(clip(text, 120))}`,
    `DESCRIPTION:${escapeIcs([text, nameOf(note), ...sources.map(({ title, url }) => url ?? title)].join('\n'))}`,
    ...(/^https?:/.test(address) ? [`URL:${address}`] : []),
    ...(note.topics.length > 0 ? [`CATEGORIES:${note.topics.map(escapeIcs).join(',')}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${fold(line)}\r\n`).join('')
}

function escapeIcs(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** Lines are at most 75 bytes of UTF-8; what goes on begins with a space. No character is cut. */
function fold(line: string): string {
  let folded = ''
  let room = 75
  for (const char of line) {
    const code = char.codePointAt(0) as number
    const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (bytes > room) {
      folded += '\r\n '
      room = 74
    }
    folded += char
    room -= bytes
  }
  return folded
}

/** One event a line, its days in ISO 8601; its note and address below it. */
function asMarkwhen({ entry: { at, text, note }, address }: Taken): string | undefined {
  if (!isCommon(at)) return undefined
  const days = at.from === at.to ? toIso(at.from) : `${toIso(at.from)}/${toIso(at.to)}`
  // A line of its own would be read as one of theirs: as a date, a heading, a property.
  return `${days}: ${text}\n- ${nameOf(note)}\n- ${address}`
}

/** The JSON of TimelineJS 3, which takes texts for HTML. */
function asSlide({ entry: { at, id, text, note, sources }, address }: Taken): string {
  const slide = {
    unique_id: `${note.slug}~${id}~${placeKey(at)}`,
    start_date: dateOf(at.from, at),
    ...(at.from === at.to ? {} : { end_date: dateOf(at.to, at) }),
    text: {
      headline: escapeHtml(clip(text, 120)),
      text: [
        `<p>${escapeHtml(text)}</p>`,
        `<p><a href="${escapeHtml(address)}">${escapeHtml(nameOf(note))}</a></p>`,
        ...sources.map(({ title, url }) =>
          url
            ? `<p><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></p>`
            : `<p>${escapeHtml(title)}</p>`,
        ),
      ].join(''),
    },
    ...(note.topics[0] ? { group: escapeHtml(note.topics[0]) } : {}),
  }
  return JSON.stringify(slide, null, 2)
}

/** As fine as the time is; there is no year 0 in it. */
function dateOf(day: Day, { precision }: DateValue) {
  const { year, month, day: d } = partsOf(day)
  const years = precision === 'year' || precision === 'decade' || precision === 'century'
  return {
    year: year <= 0 ? year - 1 : year,
    ...(years ? {} : { month }),
    ...(years || precision === 'month' ? {} : { day: d }),
  }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
}

/** The note, and who or what wrote it. */
function nameOf({ title, provenance }: Placed['note']): string {
  const by = provenance && writtenBy(provenance)
  return by ? `${title} (${by})` : title
}

function clip(text: string, most: number): string {
  const chars = [...text.slice(0, most * 2)]
  return chars.length > most ? `${chars.slice(0, most).join('')}…` : text
}
