import { type Day, type DayRange, parseEnds } from '../../calendar/index.ts'
import { AXES, type Axis, type Entry, type Kind, type Placed } from '../../notes/index.ts'
import { hasRead, type ReadingState } from '../../reading/index.ts'

/** What the address asks for. */
export interface Filter {
  axis: Axis
  range: DayRange
  /** Path of a topic; the topics below it are meant too. */
  topic?: string | undefined
  /** Slug of a note. */
  note?: string | undefined
  /** A second topic, or note where `note` is one, to show beside the first. */
  versus?: string | undefined
  /** Only notes in this language. BCP 47. */
  language?: string | undefined
  /** As typed; each has to be in the statement, its note's title or its section's. */
  words: string
  unread: boolean
  starred: boolean
  sourced: boolean
  /** Of notes that came since the last visit. */
  fresh: boolean
}

/** Reads the filter from the address; what cannot be read there is left out. */
export function readFilter(params: URLSearchParams): Filter {
  const written = params.get('axis')
  const text = (name: string) => params.get(name)?.slice(0, 200) || undefined
  const [topic, note, versus, language] = ['topic', 'note', 'vs', 'lang'].map(text)
  return {
    axis: AXES.find((axis) => axis === written) ?? 'told',
    range: parseEnds(params.get('from') ?? '', params.get('to') ?? ''),
    ...(topic && !note ? { topic } : {}),
    ...(note ? { note } : {}),
    ...(versus && (topic || note) ? { versus } : {}),
    ...(language ? { language } : {}),
    words: text('q') ?? '',
    unread: params.has('unread'),
    starred: params.has('starred'),
    sourced: params.has('sourced'),
    fresh: params.has('new'),
  }
}

/** Whether all is shown, as it is where the address asks for nothing. */
export function isOpen({
  axis,
  range,
  topic,
  note,
  language,
  words,
  unread,
  starred,
  sourced,
  fresh,
}: Filter): boolean {
  const { from, to } = range
  return (
    axis === 'told' &&
    ![from, to, topic, note, language].some((value) => value !== undefined) &&
    !words &&
    ![unread, starred, sourced, fresh].some(Boolean)
  )
}

/** Whether all that one filter shows is shown by another, whatever their ranges. */
export function isNarrower(one: Filter, other: Filter): boolean {
  const same = (['axis', 'topic', 'note', 'versus', 'words'] as const).every(
    (part) => one[part] === other[part],
  )
  const on = (['unread', 'starred', 'sourced', 'fresh'] as const).every((part) => one[part] || !other[part])
  return same && on && (other.language === undefined || one.language === other.language)
}

/** Whether all that the filter asks can be counted without reading the statements. */
export function isCountable({ words, unread, starred, fresh, note }: Filter): boolean {
  return !words && !unread && !starred && !fresh && !note
}

export function inTopic(topics: readonly string[], topic: string | undefined): boolean {
  return topic === undefined || topics.some((path) => path === topic || path.startsWith(`${topic}/`))
}

/**
 * Whether statements of a kind may be among what is asked for. `topics`: how much of its notes' topics the kind
 * tells; what it does not tell may be.
 */
export function mayHold(
  kind: Kind,
  topics: 'all' | 'roots' | 'none',
  filter: Pick<Filter, 'topic' | 'note' | 'versus' | 'language' | 'sourced'>,
): boolean {
  const told = (topic: string) =>
    topics === 'none' || inTopic(kind.topics, topics === 'roots' ? (topic.split('/', 1)[0] as string) : topic)
  const wanted = [filter.topic, filter.versus].filter((topic) => topic !== undefined)
  return (
    (filter.note !== undefined || wanted.length === 0 || wanted.some(told)) &&
    (filter.language === undefined || kind.language === filter.language) &&
    (!filter.sourced || kind.sourced)
  )
}

/** What decides whether a statement is shown, but for its time. */
export function makeTest(filter: Filter, reading: ReadingState): (entry: Entry) => boolean {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean)
  const since = filter.fresh ? lastVisitDay(reading) : undefined
  return (entry) => {
    const { note } = entry
    const record = reading.notes.get(note.slug)
    return (
      isAbout(entry, filter) &&
      (filter.language === undefined || note.language === filter.language) &&
      (!filter.sourced || entry.sources.length > 0) &&
      (!filter.starred || (record?.starred.get(entry.id)?.on ?? false)) &&
      (!filter.unread || !hasRead(record, entry.id)) &&
      (!filter.fresh || isFresh(entry, since)) &&
      (words.length === 0 || holds(entry, words))
    )
  }
}

function isAbout({ note }: Entry, { topic, note: slug, versus }: Filter): boolean {
  if (slug !== undefined) return note.slug === slug || note.slug === versus
  return inTopic(note.topics, topic) || (versus !== undefined && inTopic(note.topics, versus))
}

function holds({ text, note, heading }: Entry, words: readonly string[]): boolean {
  const all = `${text} ${note.title} ${heading ?? ''}`.toLowerCase()
  return words.every((word) => all.includes(word))
}

/** The day of the last visit; undefined on the first. */
export function lastVisitDay({ lastVisit }: ReadingState): Day | undefined {
  return lastVisit === undefined ? undefined : Math.floor(lastVisit / 86_400_000)
}

/** Whether a statement stands in a note that was written since a day. */
export function isFresh({ note }: Entry, since: Day | undefined): boolean {
  return since !== undefined && note.date !== undefined && note.date >= since
}

/** Whether a time begins in the range: then it has its place in the list. */
export function beginsIn({ at }: Placed, { from = -Infinity, to = Infinity }: DayRange): boolean {
  return at.from >= from && at.from <= to
}

/** Whether a time began before the range and goes on into it. */
export function reachesInto({ at }: Placed, { from = -Infinity }: DayRange): boolean {
  return at.from < from && at.to >= from
}
