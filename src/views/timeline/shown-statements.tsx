import { useEffect, useMemo, useRef } from 'react'
import { Link } from 'react-router'
import { parseRange } from '../../calendar/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { type Entry, nearestTo } from '../../notes/index.ts'
import { useReading } from '../../reading/index.ts'
import { Broader } from './broader.tsx'
import { type Count, type Knowledge, withParams } from './choices.ts'
import { EntryList } from './entry-list.tsx'
import { beginsIn, type Filter, isCountable, lastVisitDay, mayHold } from './filter.ts'
import { countText } from './filters.tsx'
import { TakeAlong } from './take-along.tsx'
import { beginningIn, tilesOf } from './tiles.ts'
import { useKeys } from './use-keys.ts'
import { usePages } from './use-pages.ts'
import { usePlace } from './use-place.ts'
import type { Supply } from './use-supply.ts'
import { WayOut } from './way-out.tsx'

/** What one question finds: how much it is, the statements, or ways on where there are none. */
export function ShownStatements({
  filter,
  params,
  supply,
  test,
  total,
  onRead,
}: {
  filter: Filter
  params: URLSearchParams
  supply: Supply
  test: (entry: Entry) => boolean
  /** How many there are. */
  total: Count
  /** Told what has been read, and of which filters that is all. */
  onRead: (read: Pick<Knowledge, 'entries' | 'covers'>) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const { overview, wanted, entries: known } = supply
  const since = useReading((state) => lastVisitDay(state))
  const all = useMemo(() => tilesOf(overview, wanted), [overview, wanted])
  const tiles = useMemo(() => beginningIn(all, filter.range), [all, filter.range])
  const place = usePlace(list)
  useKeys(list)
  const pages = usePages(
    supply,
    tiles,
    () => place.startWith(tiles, parseRange(params.get('at') ?? '')?.from),
    place.hold,
  )
  const shown = useMemo(
    () => pages.entries.filter((entry) => beginsIn(entry, filter.range) && test(entry)),
    [pages.entries, filter.range, test],
  )
  const { arrive } = place
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for again with each statement that comes
  useEffect(() => arrive(pages.span), [shown, pages.span, arrive])
  const whole = !pages.loading && !pages.retry && pages.span.start === 0 && !pages.later
  useEffect(() => {
    const covers = (other: Filter) =>
      whole &&
      (known
        ? (other.starred || !filter.starred) && other.note === filter.note
        : // A star may stand in any version of a note.
          !other.starred &&
          overview.kinds.every((kind, k) => wanted[k] || !mayHold(kind, overview.topics, other)))
    onRead({ entries: pages.entries, covers })
  }, [pages.entries, whole, overview, wanted, known, filter, onRead])
  const empty = shown.length === 0 && whole
  return (
    <>
      <Status
        filter={filter}
        params={params}
        supply={supply}
        pages={pages}
        shown={shown.length}
        whole={whole}
        total={total}
      />
      {empty && (
        <WayOut filter={filter} params={params} nearest={nearestTo(overview, wanted, filter.range)} />
      )}
      <Broader supply={supply} tiles={all} filter={filter} test={test} since={since} />
      {!empty && <TakeAlong supply={supply} tiles={tiles} filter={filter} test={test} />}
      <EntryList list={list} pages={pages} shown={shown} axis={filter.axis} since={since} />
    </>
  )
}

/** How much is shown, said politely: all of it where that is known, else what was found so far. */
function Status({
  filter,
  params,
  supply,
  pages,
  shown,
  whole,
  total,
}: {
  filter: Filter
  params: URLSearchParams
  supply: Supply
  pages: { read: number }
  shown: number
  whole: boolean
  total: Count
}) {
  const messages = useMessages()
  const language = useLanguage()
  const { axis } = filter
  const { without } = supply.overview
  const words = () => {
    if (whole)
      return shown === 0 ? messages.nothingHereLead : messages.inOrderOfTime(messages.statementCount(shown))
    if (isCountable(filter)) {
      return total.known === 'exactly'
        ? messages.inOrderOfTime(messages.statementCount(total.count))
        : messages.inOrderOfTime(countText(total, messages, language))
    }
    // What is on its way, or could not be had, is told in the list.
    if (supply.entries) return ''
    return messages.foundSoFar(messages.statementCount(shown), messages.statementCount(pages.read))
  }
  return (
    <p className="lead">
      <span role="status">{words()}</span>{' '}
      {axis !== 'told' && without > 0 && (
        <Link to={{ search: `?${withParams(params, { axis: undefined })}` }}>
          {messages.withoutPlace(messages.statementCount(without))}
        </Link>
      )}
    </p>
  )
}
