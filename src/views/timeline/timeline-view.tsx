import '../../ui/pages.css'
import './timeline.css'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { libraryQuery } from '../../library/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { type Placed, paths, type Topic } from '../../notes/index.ts'
import { useReading } from '../../reading/index.ts'
import { isRenderedAhead, Link, RangeField, useToday } from '../../ui/index.ts'
import { countFor, type Knowledge, languagesIn, withParams } from './choices.ts'
import { DensityStrip } from './density-strip.tsx'
import { type Filter, isOpen, makeTest, readFilter } from './filter.ts'
import { Filters } from './filters.tsx'
import { ShownStatements } from './shown-statements.tsx'
import { UndatedLane } from './undated-lane.tsx'
import { useBegun } from './use-days.ts'
import { useLanguageCounts } from './use-language-counts.ts'
import { useParamChanges } from './use-param-changes.ts'
import { hasPlace } from './use-place.ts'
import { useSupply } from './use-supply.ts'
import { useTopics } from './use-topics.ts'

/** What stands in the address beside the filters that fold. */
const OUTSIDE: ReadonlySet<string> = new Set(['at', 'from', 'to', 'vs'])

/** Every dated statement of the library in order of time, narrowed by what the address asks for. */
export function TimelineView() {
  const messages = useMessages()
  const language = useLanguage()
  const today = useToday()
  const [params, change] = useParamChanges()
  const filter = useMemo(() => readFilter(params), [params])
  const supply = useSupply(filter, params, language)
  const reading = useReading((state) => state)
  const { topics, ask } = useTopics()
  const editions = useSuspenseInfiniteQuery(libraryQuery).data.pages[0]?.editions ?? []
  const { overview } = supply
  /** Of consequence only where there is little room. */
  const [unfolded, setUnfolded] = useState(false)
  const [read, setRead] = useState<Read>(NOTHING)
  const begun = useBegun(supply.name, overview, filter.range)
  const knowledge: Knowledge = { overview, begun, reading, ...read }
  const count = (changes: Partial<Filter>) => countFor({ ...filter, ...changes }, knowledge)
  const languages = useLanguageCounts(editions, filter, reading, count)
  const test = useMemo(() => makeTest(filter, reading), [filter, reading])
  const location = useLocation()
  /** Loaded again, it is first as it was rendered ahead, then where its reader was. */
  const [isAhead, setAhead] = useState(isRenderedAhead)
  useEffect(() => {
    if (isAhead && hasPlace(location)) setAhead(false)
  }, [isAhead, location])
  // Another question begins at its beginning.
  const question = [...params].filter(([name]) => name !== 'at').join('&')
  const titleOf = (slug: string | undefined) =>
    supply.entries?.find(({ note }) => note.slug === slug)?.note.title ?? ''
  const noteTitle = titleOf(filter.note)
  const narrowings = [...new Set(params.keys())].filter((name) => !OUTSIDE.has(name)).length
  return (
    <div className="page timeline-page">
      <title>{messages.timeline}</title>
      <h1 tabIndex={-1}>{messages.timeline}</h1>
      {overview.count === 0 && overview.without === 0 ? (
        <>
          <h2>{messages.noStatements}</h2>
          <p>{messages.noStatementsLead}</p>
          <UndatedLane supply={supply} filter={filter} test={test} />
        </>
      ) : (
        <>
          <DensityStrip
            supply={supply}
            filter={filter}
            names={namesOf(filter, topics, supply.entries)}
            onChange={change}
          />
          <RangeField
            ends={{ from: params.get('from') ?? '', to: params.get('to') ?? '' }}
            extent={overview.extent}
            today={today}
            onRange={({ from, to }) => change({ from, to })}
          />
          <div className="filter-fold" data-open={unfolded}>
            <button type="button" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
              {narrowings > 0 ? messages.filtersOn(narrowings) : messages.filters}
            </button>
            <Filters
              filter={filter}
              topics={topics}
              onTopics={ask}
              titles={[titleOf(filter.note), titleOf(filter.versus)]}
              tags={languagesIn(editions, overview)}
              languages={languages}
              count={count}
              onChange={change}
            />
          </div>
          <ShownStatements
            key={`${question} ${supply.name.edition} ${supply.entries !== undefined} ${isAhead}`}
            filter={filter}
            params={params}
            supply={supply}
            test={test}
            total={count({})}
            onRead={setRead}
          >
            {!isOpen(filter) && (
              <p className="ways">
                {filter.note && (
                  <>
                    {noteTitle && <span>{messages.ofNote(noteTitle)}</span>}
                    <Link to={{ search: `?${withParams(params, { note: undefined, vs: undefined })}` }}>
                      {messages.without(messages.oneNote)}
                    </Link>
                  </>
                )}
                <Link to={paths.timeline()}>{messages.clearFilters}</Link>
              </p>
            )}
          </ShownStatements>
          <UndatedLane supply={supply} filter={filter} test={test} />
        </>
      )}
    </div>
  )
}

/** What is compared, by name. */
function namesOf(
  { topic, note, versus }: Filter,
  topics: readonly Topic[],
  entries: readonly Placed[] | undefined,
): string[] {
  if (versus === undefined) return []
  const nameOf = (of: string) =>
    note !== undefined
      ? (entries?.find((entry) => entry.note.slug === of)?.note.title ?? of)
      : (topicAt(topics, of)?.name ?? of)
  return [nameOf(note ?? topic ?? ''), nameOf(versus)]
}

function topicAt(topics: readonly Topic[], path: string): Topic | undefined {
  for (const topic of topics) {
    if (topic.path === path) return topic
    const below = path.startsWith(`${topic.path}/`) ? topicAt(topic.topics, path) : undefined
    if (below) return below
  }
  return undefined
}

type Read = Pick<Knowledge, 'entries' | 'covers'>

const NOTHING: Read = { entries: [], covers: () => false }
