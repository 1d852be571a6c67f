import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { parseRange } from '../../calendar/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { type Entry, nearestTo } from '../../notes/index.ts'
import { useReading } from '../../reading/index.ts'
import { Link } from '../../ui/index.ts'
import { Broader } from './broader.tsx'
import { type Count, type Knowledge, withParams } from './choices.ts'
import { EntryList } from './entry-list.tsx'
import { beginsIn, type Filter, isCountable, isNarrower, isOpen, lastVisitDay, mayHold } from './filter.ts'
import { countText } from './filters.tsx'
import { TakeAlong } from './take-along.tsx'
import { beginningIn, type TileHead, tilesOf } from './tiles.ts'
import { useKeys } from './use-keys.ts'
import { MOST_TILES, usePages } from './use-pages.ts'
import { usePlace } from './use-place.ts'
import { useSieve } from './use-sieve.ts'
import { useSteps } from './use-steps.ts'
import type { Supply } from './use-supply.ts'
import { WayOut } from './way-out.tsx'

const NONE: readonly TileHead[] = []

/** What one question finds: how much it is, the statements, or ways on where there are none. */
export function ShownStatements({
  filter,
  params,
  supply,
  test,
  total,
  onRead,
  children,
}: {
  filter: Filter
  params: URLSearchParams
  supply: Supply
  test: (entry: Entry) => boolean
  /** How many there are. */
  total: Count
  /** Told what has been read, and of which filters that is all. */
  onRead: (read: Pick<Knowledge, 'entries' | 'covers'>) => void
  /** Ways to other questions, beside how much this one finds. */
  children: ReactNode
}) {
  const list = useRef<HTMLDivElement>(null)
  const { overview, wanted, entries: known } = supply
  const since = useReading((state) => lastVisitDay(state))
  const all = useMemo(() => tilesOf(overview, wanted), [overview, wanted])
  const tiles = useMemo(() => beginningIn(all, filter.range), [all, filter.range])
  const place = usePlace(list)
  useKeys(list)
  // Where few may pass among many, reading what is on the page would show next to nothing.
  const [sieves] = useState(
    !known && tiles.length > MOST_TILES && !isOpen({ ...filter, axis: 'told', range: {} }),
  )
  const begin = () => place.startWith(tiles, parseRange(params.get('at') ?? '')?.from)
  const plain = usePages(supply, sieves ? NONE : tiles, begin, place.hold)
  const sieved = useSieve(supply, sieves ? tiles : NONE, test, begin, place.hold)
  const pages = sieves ? sieved : plain
  const shown = useMemo(
    () => pages.entries.filter((entry) => beginsIn(entry, filter.range) && test(entry)),
    [pages.entries, filter.range, test],
  )
  const count = useSteps(shown.length)
  const first = useMemo(() => (count < shown.length ? shown.slice(0, count) : shown), [shown, count])
  const { arrive } = place
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for again with each statement that comes
  useEffect(() => arrive(pages.span), [first, pages.span, arrive])
  const whole = !pages.loading && !pages.retry && pages.span.start === 0 && !pages.later
  const searching = sieves && pages.loading
  const held = tiles.reduce((sum, { count }) => sum + count, 0)
  useEffect(() => {
    if (searching) return
    const covers = (other: Filter) =>
      whole &&
      (known
        ? (other.starred || !filter.starred) && other.note === filter.note
        : // A star may stand in any version of a note.
          !other.starred &&
          (sieves
            ? isNarrower(other, filter)
            : overview.kinds.every((kind, k) => wanted[k] || !mayHold(kind, overview.topics, other))))
    onRead({ entries: pages.entries, covers })
  }, [pages.entries, whole, sieves, searching, overview, wanted, known, filter, onRead])
  const empty = shown.length === 0 && whole
  return (
    <>
      <div className="results-head">
        <Status
          filter={filter}
          params={params}
          supply={supply}
          found={shown.length + pages.gone}
          read={pages.read}
          all={held}
          whole={whole}
          searching={searching}
          total={total}
        />
        {children}
        {!empty && <TakeAlong supply={supply} tiles={tiles} filter={filter} test={test} />}
      </div>
      {empty && (
        <WayOut filter={filter} params={params} nearest={nearestTo(overview, wanted, filter.range)} />
      )}
      <Broader supply={supply} tiles={all} filter={filter} test={test} since={since} />
      <EntryList
        list={list}
        pages={pages}
        rest={held - pages.read}
        shown={first}
        axis={filter.axis}
        since={since}
      />
    </>
  )
}

/** How much is shown, said politely: all of it where that is known, else what was found so far. */
function Status({
  filter,
  params,
  supply,
  found,
  read,
  all,
  whole,
  searching,
  total,
}: {
  filter: Filter
  params: URLSearchParams
  supply: Supply
  found: number
  /** How many were read, of how many there are in question. */
  read: number
  all: number
  whole: boolean
  searching: boolean
  total: Count
}) {
  const messages = useMessages()
  const language = useLanguage()
  const { axis } = filter
  const number = (count: number) => new Intl.NumberFormat(language, { numberingSystem: 'latn' }).format(count)
  const { without } = supply.overview
  const isNone = whole && found === 0
  const words = () => {
    if (whole || (read === all && !supply.entries))
      return found === 0 ? messages.nothingHereLead : messages.inOrderOfTime(messages.statementCount(found))
    if (isCountable(filter)) {
      return total.known === 'exactly'
        ? messages.inOrderOfTime(messages.statementCount(total.count))
        : messages.inOrderOfTime(countText(total, messages, language))
    }
    // What is on its way, or could not be had, is told in the list.
    if (supply.entries || searching) return ''
    return messages.foundSoFar(messages.statementCount(found), number(read), messages.statementCount(all))
  }
  return (
    <p className="lead">
      {/* Where there are none, a heading says so to those who see it. */}
      <span role="status" className={isNone ? 'visually-hidden' : undefined}>
        {words()}
      </span>{' '}
      {axis !== 'told' && without > 0 && (
        <Link to={{ search: `?${withParams(params, { axis: undefined })}` }}>
          {messages.withoutPlace(messages.statementCount(without))}
        </Link>
      )}
    </p>
  )
}
