import { type KeyboardEvent, useRef } from 'react'
import { type Level, periodOf } from '../../calendar/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import type { Axis } from './axis.ts'
import type { Lane } from './density.ts'
import type { End } from './moves.ts'
import type { StripState } from './use-strip.ts'
import { countedPeriod, periodValue } from './words.ts'

/** What Page Up and Page Down move by, at each level: the next coarser one, ten of the coarsest. */
const PAGES: Record<Level, readonly [unit: Level, by: number]> = {
  century: ['century', 10],
  decade: ['century', 1],
  year: ['decade', 1],
  month: ['year', 1],
  day: ['month', 1],
}

/** An end of the brush: one of the two thumbs of a slider (WAI-ARIA), each the limit of the other. */
export function Thumb({
  end,
  strip,
  axis,
  lanes,
}: {
  end: End
  strip: StripState
  axis: Axis
  lanes: readonly Lane[]
}) {
  const messages = useMessages()
  const language = useLanguage()
  const element = useRef<HTMLDivElement>(null)
  const { span, scale, level, view, picked } = strip
  const day = span[end]
  const period = periodOf(level, day)
  const text = countedPeriod(periodValue(level, period), lanes, messages, language)
  const at = end === 'from' ? day : day + 1
  const beyond = at < view.from ? 'before' : at > view.to ? 'after' : undefined

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const rtl = element.current && getComputedStyle(element.current).direction === 'rtl'
    const [unit, page] = PAGES[level]
    const moves: Record<string, () => void> = {
      ArrowUp: () => strip.move(end, 1),
      ArrowDown: () => strip.move(end, -1),
      ArrowRight: () => strip.move(end, rtl ? -1 : 1),
      ArrowLeft: () => strip.move(end, rtl ? 1 : -1),
      PageUp: () => strip.move(end, page, unit),
      PageDown: () => strip.move(end, -page, unit),
      Home: () => strip.moveFully(end, false),
      End: () => strip.moveFully(end, true),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }
  return (
    <div
      ref={element}
      className="strip-thumb"
      role="slider"
      tabIndex={0}
      aria-label={end === 'from' ? messages.strip.from : messages.strip.to}
      aria-valuemin={end === 'from' ? axis.from : span.from}
      aria-valuemax={end === 'from' ? span.to : axis.to - 1}
      aria-valuenow={day}
      aria-valuetext={text}
      data-grip={end}
      data-beyond={beyond}
      data-picked={picked === end}
      style={{ insetInlineStart: Math.min(Math.max(scale.x(at), 0), scale.x(view.to)) }}
      onKeyDown={onKeyDown}
    />
  )
}
