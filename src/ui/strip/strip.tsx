import './density-picture.css'
import './strip.css'
import { useEffect, useMemo, useRef } from 'react'
import { type Day, type DayRange, formatRange, type Level } from '../../calendar/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { useOnScreen } from '../use-on-screen.ts'
import { makeAxis, narrow } from './axis.ts'
import { Controls } from './controls.tsx'
import { highest, type Lane, leastOf, loadedLevel, occupiedYears } from './density.ts'
import { rangeOf } from './moves.ts'
import { Plot } from './plot.tsx'
import { Thumb } from './thumb.tsx'
import { useGestures } from './use-gestures.ts'
import { useRoom } from './use-room.ts'
import { useStrip } from './use-strip.ts'
import { countedPeriod } from './words.ts'

/**
 * How statements lie over all time, and a brush with two ends to choose a range of it. Knows nothing of what it
 * counts. Its lanes, one or two, share one scale of time and of height; keep the list the same while its content is.
 * @param extent the first and the last day of all there is, inclusive
 * @param range what is chosen; an end that is not there is open
 * @param today undefined where the page is rendered ahead
 * @param onView told when other periods come into view: what to have loaded. `to` is inclusive
 */
export function Strip({
  label,
  lanes,
  extent,
  range,
  today,
  onRange,
  onView,
}: {
  label: string
  lanes: readonly Lane[]
  extent: { from: Day; to: Day }
  range: DayRange
  today: Day | undefined
  onRange: (range: DayRange) => void
  onView?: (view: { level: Level; from: Day; to: Day }) => void
}) {
  const messages = useMessages()
  const language = useLanguage()
  const plot = useRef<HTMLDivElement>(null)
  const room = useRoom(plot)
  const onScreen = useOnScreen()
  const axis = useMemo(() => {
    const years = occupiedYears(lanes)
    const shown = narrow({ from: extent.from, to: extent.to }, years, [range.from, range.to])
    return makeAxis(shown, years, leastOf(lanes))
  }, [extent.from, extent.to, lanes, range.from, range.to])
  const strip = useStrip({ axis, lanes, range, width: room.width, onRange })
  const { cancel, ...pointers } = useGestures(plot, strip.gestures)
  const { level, view, span, scale, whole } = strip

  const [from, to] = [Math.floor(view.from), Math.ceil(view.to) - 1]
  const [first] = lanes
  const shown = (first && loadedLevel(first, level)) ?? level
  const most = (at: Level) => highest(lanes, at, from, to)
  // `Intl` is slow with ranges; this one does not change as the view is moved.
  const chosen = useMemo(
    () => formatRange(rangeOf({ from: span.from, to: span.to }, axis), language),
    [span.from, span.to, axis, language],
  )
  const tell = useRef(onView)
  useEffect(() => {
    tell.current = onView
  })
  useEffect(() => tell.current?.({ level, from, to }), [level, from, to])

  const thumb = { strip, axis, lanes }
  // Of what lies outside of the view, nothing is drawn over what stands beside the strip.
  const [start, end] = [span.from, span.to + 1].map((at) =>
    Math.min(Math.max(scale.x(at), 0), scale.x(view.to)),
  ) as [number, number]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would say that this is a form
    <div
      className="strip"
      role="group"
      aria-label={label}
      data-lanes={lanes.length}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        cancel()
        strip.unpick()
      }}
    >
      <div className="strip-head">
        <p className="strip-range">
          {strip.picked ? messages.strip.putDown : chosen || messages.strip.allTime}
        </p>
        <Controls strip={strip} axis={axis} />
      </div>
      <div ref={plot} className="strip-plot" data-whole={whole} {...pointers}>
        {onScreen && (
          <>
            <Plot strip={strip} axis={axis} lanes={lanes} most={most} room={room} today={today} />
            {!whole && (
              <div
                className="strip-brush"
                data-grip="brush"
                style={{ insetInlineStart: start, inlineSize: end - start }}
              />
            )}
            <Thumb end="from" {...thumb} />
            <Thumb end="to" {...thumb} />
          </>
        )}
      </div>
      <p className="strip-scale" data-hovered={strip.hovered !== undefined}>
        {strip.hovered
          ? countedPeriod(strip.hovered, lanes, messages, language)
          : messages.strip.scale(most(shown))}
      </p>
      <p className="visually-hidden" role="status">
        {strip.spoken === 'view' && messages.strip.seen(formatRange({ from, to }, language))}
        {strip.spoken === 'range' && chosen}
      </p>
    </div>
  )
}
