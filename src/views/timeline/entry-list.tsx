import { memo, type RefObject, useEffect, useRef } from 'react'
import { useLanguage, useMessages } from '../../messages/index.ts'
import type { Axis, Entry, Placed } from '../../notes/index.ts'
import { Coming, Underway } from './coming.tsx'
import { type Period, periodsOf } from './periods.ts'
import { anchorOf, StatementItem } from './statement-item.tsx'
import type { Pages } from './use-pages.ts'

/** The statements that were read so far, under their years and months; more as one comes to either end. */
export function EntryList({
  list,
  pages,
  rest,
  shown,
  axis,
  since,
}: {
  list: RefObject<HTMLDivElement | null>
  pages: Pages
  /** How many statements were not read. */
  rest: number
  shown: readonly Placed[]
  axis: Axis
  since: number | undefined
}) {
  const messages = useMessages()
  const language = useLanguage()
  const { asks } = pages
  const further = messages.searchRest(messages.statementCount(rest))
  return (
    <div ref={list} className="entry-list" aria-busy={pages.loading}>
      {pages.earlier && (
        <Further onSeen={pages.earlier} round={pages.span.start} asked={asks.earlier}>
          {asks.earlier ? further : messages.earlierStatements}
        </Further>
      )}
      <Periods shown={shown} language={language} axis={axis} since={since} />
      {pages.stop ? (
        <Underway label={messages.search} read={pages.read} all={pages.read + rest} onStop={pages.stop} />
      ) : (
        <Coming loading={pages.loading} retry={pages.retry} />
      )}
      {pages.later && (
        <Further onSeen={pages.later} round={pages.span.end} asked={asks.later}>
          {asks.later ? further : messages.laterStatements}
        </Further>
      )}
    </div>
  )
}

/** Goes on by itself when it comes near the window, unless it is to be `asked`; a button in any case. */
function Further({
  onSeen,
  round,
  asked,
  children,
}: {
  onSeen: () => void
  /** Looked at anew for each. */
  round: number
  asked: boolean
  children: string
}) {
  const mark = useRef<HTMLParagraphElement>(null)
  const seen = useRef(onSeen)
  useEffect(() => {
    seen.current = onSeen
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was in sight may still be in the next round
  useEffect(() => {
    if (asked || !mark.current || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && seen.current(), {
      rootMargin: '1200px',
    })
    observer.observe(mark.current)
    return () => observer.disconnect()
  }, [round, asked])
  return (
    <p ref={mark} className="further">
      <button type="button" onClick={onSeen}>
        {children}
      </button>
    </p>
  )
}

const Periods = memo(function Periods({
  shown,
  language,
  ...rest
}: {
  shown: readonly Placed[]
  language: string
  axis: Axis
  since: number | undefined
}) {
  return periodsOf(shown, language).map((period) => (
    <PeriodSection key={period.key} period={period} {...rest} />
  ))
})

interface Inside {
  axis: Axis
  since: number | undefined
}

function PeriodSection({ period: { key, name, statements, periods }, ...rest }: { period: Period } & Inside) {
  return (
    <section className="period" data-shelf={key.split(' ', 1)[0]}>
      <h2>{name}</h2>
      <Statements placed={statements} {...rest} />
      {periods.map((month) => (
        <section key={month.key} className="month">
          <h3>{month.name}</h3>
          <Statements placed={month.statements} {...rest} />
        </section>
      ))}
    </section>
  )
}

export function Statements({ placed, axis, since }: { placed: readonly Entry[] } & Inside) {
  if (placed.length === 0) return null
  return (
    <ol className="statements">
      {placed.map((one) => (
        <StatementItem key={anchorOf(one, axis)} entry={one} axis={axis} since={since} />
      ))}
    </ol>
  )
}
