import { type Day, type Level, periodOf } from '../../calendar/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import type { Axis } from './axis.ts'
import { type Bar, barsOf, fullHeight, pathOf } from './bars.ts'
import { type Lane, loadedLevel } from './density.ts'
import { ticksOf } from './ticks.ts'
import type { Room } from './use-room.ts'
import type { StripState } from './use-strip.ts'
import { scaleOf } from './view.ts'

/** The height of a lane's bars, of one lane and of each of two; pixels, as in strip.css. */
const HEIGHTS = [80, 52] as const
const LANE_GAP = 8

/** The picture: bars, folds, the present and the axis. What it says is said by the thumbs as well. */
export function Plot({
  strip: { view, level, scale, span, whole },
  axis,
  lanes,
  most,
  room: { width, text },
  today,
}: {
  strip: StripState
  axis: Axis
  lanes: readonly Lane[]
  most: (level: Level) => number
  room: Room
  today: Day | undefined
}) {
  const messages = useMessages()
  const language = useLanguage()
  const height = lanes.length > 1 ? HEIGHTS[1] : HEIGHTS[0]
  const base = (index: number) => (index + 1) * height + index * LANE_GAP
  const ground = base(Math.max(0, lanes.length - 1))
  // Larger text has the room of a narrower strip.
  const ticks = ticksOf(axis, view, scaleOf(axis, view, width / text), width / text, language)
  const [first, last] = [scale.x(span.from), scale.x(span.to + 1)]
  const isChosen = ({ x, width }: Bar) => !whole && x + width / 2 >= first && x + width / 2 <= last
  const drawn = lanes.map((lane, index) => {
    const shown = loadedLevel(lane, level)
    const density = shown && lane.density(shown)
    const full = shown ? fullHeight(most(shown)) : 1
    const bars = density ? barsOf(density, shown, view, scale, { height, full }) : []
    const broader = shown ? lane.broader(shown) : []
    return {
      loading: shown !== level,
      broader: broader.map((layer) =>
        pathOf(barsOf(layer.density, layer.level, view, scale, { height, full }), base(index)),
      ),
      ink: pathOf(
        bars.filter((bar) => !isChosen(bar)),
        base(index),
      ),
      chosen: pathOf(bars.filter(isChosen), base(index)),
    }
  })
  const isSeen = today !== undefined && today >= view.from && today < view.to
  return (
    <div className="strip-picture" aria-hidden="true">
      <svg
        aria-hidden="true"
        data-grip="ground"
        width={width}
        height={ground}
        viewBox={`0 0 ${width} ${ground}`}
      >
        <rect width={width} height={ground} fill="none" pointerEvents="all" />
        {drawn.map(({ loading, broader, ink, chosen }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place, whatever its name
          <g key={index} data-loading={loading}>
            {broader.map((path, layer) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the broadest comes first
              <path key={layer} className="broad" d={path} />
            ))}
            <path className="bars" d={ink} />
            <path className="bars chosen" d={chosen} />
          </g>
        ))}
      </svg>
      {lanes.length > 1 &&
        lanes.map(({ name }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place, whatever its name
          <span key={index} className="strip-lane" style={{ insetBlockStart: base(index) - height }}>
            {name}
          </span>
        ))}
      {axis.stretches.map(({ from, to, folded }) => {
        const [start, end] = [Math.max(0, scale.x(from)), Math.min(width, scale.x(to))]
        if (!folded || end <= 0 || start >= width) return null
        const name = messages.strip.emptyYears(periodOf('year', to) - periodOf('year', from))
        return (
          <span
            key={from}
            className="strip-fold"
            title={name}
            style={{ insetInlineStart: start, inlineSize: end - start }}
          >
            {end - start > 12 * name.length && <span>{name}</span>}
          </span>
        )
      })}
      {isSeen && (
        <span
          className="strip-today"
          title={messages.strip.today}
          style={{ insetInlineStart: scale.x(today + 0.5) }}
        />
      )}
      <div className="strip-axis" data-grip="axis" style={{ insetBlockStart: ground }}>
        {ticks.minor.map(({ day, x, label }) => (
          <span key={day} className="tick" style={{ insetInlineStart: x * text }}>
            {label}
          </span>
        ))}
        {ticks.major.map(({ day, x, label }) => (
          <span key={day} className="tick major" style={{ insetInlineStart: x * text }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}
