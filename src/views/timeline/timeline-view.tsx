import './timeline.css'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { type Day, formatValue, toIso } from '../../calendar/index.ts'
import { libraryQuery, timelineQuery } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { paths, type Topic } from '../../notes/index.ts'
import { DensityStrip } from './density-strip.tsx'
import { Filters, type TopicChoice } from './filters.tsx'
import { type Period, periodsOf } from './periods.ts'
import { type Filter, inRange, inTopic, type Placed, placeEntries, readFilter } from './shown-entries.ts'
import { StatementItem } from './statement-item.tsx'

/** Every dated statement of the library in order of time, narrowed by what the address asks for. */
export function TimelineView() {
  const messages = useMessages()
  const language = useLanguage()
  const { data: library } = useSuspenseInfiniteQuery(libraryQuery)
  const { data: timeline } = useSuspenseQuery(timelineQuery)
  const [params] = useSearchParams()
  const filter = useMemo(() => readFilter(params), [params])
  const all = useMemo(() => placeEntries(timeline, language), [timeline, language])
  const inDates = useMemo(() => all.filter(({ entry }) => inRange(entry, filter)), [all, filter])
  const shown = useMemo(() => inDates.filter(({ note }) => inTopic(note, filter.topic)), [inDates, filter])
  const periods = useMemo(() => periodsOf(shown, language), [shown, language])
  const extent = useMemo(() => extentOf(all), [all])
  const notes = new Set(shown.map(({ note }) => note.slug)).size
  const narrowed = params.has('from') || params.has('to') || params.has('topic')
  return (
    <div className="page timeline-page">
      <title>{messages.timeline}</title>
      <h1 tabIndex={-1}>{messages.timeline}</h1>
      {all.length === 0 ? (
        <>
          <h2>{messages.noStatements}</h2>
          <p>{messages.noStatementsLead}</p>
        </>
      ) : (
        <>
          {extent && <DensityStrip placed={all} extent={extent} filter={filter} />}
          <Filters
            topics={topicChoices(
              library.pages.flatMap((page) => page.topics),
              inDates,
            )}
            total={inDates.length}
            extent={extent}
          />
          <p className="lead" role="status">
            {shown.length === 0
              ? messages.nothingHereLead
              : messages.timelineLead(messages.statementCount(shown.length), messages.noteCount(notes))}{' '}
            {narrowed && <Link to={paths.timeline()}>{messages.clearFilters}</Link>}
          </p>
          {shown.length === 0 && <WayOut all={all} filter={filter} />}
          {periods.map((period) => (
            <PeriodSection key={period.key} period={period} />
          ))}
        </>
      )}
    </div>
  )
}

/** From the first day of all statements to the last; undefined where there are none. */
function extentOf(placed: readonly Placed[]): { from: Day; to: Day } | undefined {
  const [first, ...more] = placed
  if (!first) return undefined
  // In order of their first days.
  const to = more.reduce((last, { entry }) => Math.max(last, entry.at.to), first.entry.at.to)
  return { from: first.entry.at.from, to }
}

function PeriodSection({ period: { name, statements, periods } }: { period: Period }) {
  return (
    <section className="period" aria-label={name}>
      <h2>{name}</h2>
      <Statements placed={statements} />
      {periods.map((month) => (
        <section key={month.key} className="month" aria-label={month.name}>
          <h3>{month.name}</h3>
          <Statements placed={month.statements} />
        </section>
      ))}
    </section>
  )
}

function Statements({ placed }: { placed: readonly Placed[] }) {
  if (placed.length === 0) return null
  return (
    <ol className="statements">
      {placed.map((one) => (
        <StatementItem key={`${one.note.slug} ${one.entry.id}`} placed={one} />
      ))}
    </ol>
  )
}

/** Nothing falls into the dates: where the nearest statements are. */
function WayOut({ all, filter }: { all: readonly Placed[]; filter: Filter }) {
  const messages = useMessages()
  const language = useLanguage()
  const topical = all.filter(({ note }) => inTopic(note, filter.topic))
  const before = topical.findLast(({ entry }) => entry.at.to < (filter.from ?? -Infinity))?.entry.at
  const after = topical.find(({ entry }) => entry.at.from > (filter.to ?? Infinity))?.entry.at
  const ways = [
    [messages.nearestBefore, before],
    [messages.nearestAfter, after],
  ] as const
  return (
    <section className="empty">
      <h2>{messages.nothingHere}</h2>
      <ul className="ways">
        {ways.map(
          ([say, at]) =>
            at && (
              <li key={at.from}>
                <Link
                  to={paths.timeline({
                    from: toIso(at.from),
                    to: toIso(at.to),
                    ...(filter.topic ? { topic: filter.topic } : {}),
                  })}
                >
                  {say(formatValue(at, language))}
                </Link>
              </li>
            ),
        )}
      </ul>
    </section>
  )
}

/** The topics that have statements in these dates, with how many. */
function topicChoices(topics: readonly Topic[], placed: readonly Placed[], depth = 0): TopicChoice[] {
  return topics.flatMap(({ path, name, topics: below }) => {
    const count = placed.filter(({ note }) => inTopic(note, path)).length
    return [{ path, name, depth, count }, ...topicChoices(below, placed, depth + 1)]
  })
}
