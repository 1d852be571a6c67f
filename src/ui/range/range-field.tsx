import './range-field.css'
import { type FormEvent, useId, useRef, useState } from 'react'
import { type Day, type DayRange, formatRange, parseRange, rangeEnds } from '../../calendar/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { nearestWithin, readRange } from './read-range.ts'

/** Both ends of a range as an address has them: EDTF down to the day, '' for an open end. */
export interface RangeEnds {
  from: string
  to: string
}

/** Why a range is not shown, and what may be shown instead. */
interface Trouble {
  why: 'dateRangeWrong' | 'dateRangeReversed' | 'dateRangeOutside'
  offer?: DayRange | undefined
}

/**
 * A range of days, typed: EDTF, or words of any language that dates are found in. What cannot be read, ends before it
 * begins, or lies outside of the extent is explained, with the nearest range that can be shown.
 * @param ends the range that is shown; of an address, so it may be no range at all
 * @param today what relative words count from
 * @param extent the first and the last day that there is something of, where that is known
 */
export function RangeField({
  ends,
  extent,
  today,
  onRange,
}: {
  ends: RangeEnds
  extent?: { from: Day; to: Day } | undefined
  today: Day | undefined
  onRange: (ends: RangeEnds) => void
}) {
  const messages = useMessages()
  const language = useLanguage()
  const written = ends.from === ends.to ? ends.from : `${ends.from}..${ends.to}`
  const shown = parseRange(written)
  const [text, setText] = useState(written)
  const [trouble, setTrouble] = useState(() => troubleOf(written, shown))
  const [seen, setSeen] = useState(written)
  const ids = { field: useId(), hint: useId() }
  const turn = useRef(0)
  // The address may change by a link or by going back.
  if (seen !== written) {
    setSeen(written)
    setText(written)
    setTrouble(troubleOf(written, shown))
  }

  const show = (range: DayRange) => {
    const next = rangeEnds(range)
    setText(next.from === next.to ? next.from : `${next.from}..${next.to}`)
    setTrouble(undefined)
    onRange(next)
  }
  const apply = async (event: FormEvent) => {
    event.preventDefault()
    turn.current += 1
    const mine = turn.current
    if (text.trim() === '') return show({})
    // Figures are read at once, and without the finder, which may not load.
    const range = parseRange(text) ?? (await readRange(text, language, today).catch(() => undefined))
    if (mine !== turn.current) return
    const nearest = range && extent && nearestWithin(range, extent)
    if (range && !range.reversed && !nearest) return show(range)
    setTrouble(nearest ? { why: 'dateRangeOutside', offer: nearest } : troubleOf(text, range))
  }
  return (
    <form className="range-field" onSubmit={apply}>
      <label htmlFor={ids.field}>{messages.dateRange}</label>
      <input
        id={ids.field}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="2025-09..2025-10"
        aria-describedby={ids.hint}
        aria-invalid={trouble !== undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        dir="auto"
      />
      <button type="submit">{messages.apply}</button>
      <p id={ids.hint} className="hint" role={trouble ? 'alert' : undefined}>
        {trouble ? messages[trouble.why] : (shown && formatRange(shown, language)) || messages.dateRangeHint}
      </p>
      {trouble?.offer && (
        <button type="button" className="offer" onClick={() => show(trouble.offer as DayRange)}>
          {messages.showRange(formatRange(trouble.offer, language))}
        </button>
      )}
    </form>
  )
}

function troubleOf(text: string, range: ReturnType<typeof parseRange>): Trouble | undefined {
  if (text.trim() === '') return undefined
  if (!range) return { why: 'dateRangeWrong' }
  return range.reversed
    ? { why: 'dateRangeReversed', offer: { from: range.from as Day, to: range.to as Day } }
    : undefined
}
