import './density-picture.css'
import { type Day, firstDayOf, formatRange, formatValue, type Level, periodOf } from '../../calendar/index.ts'
import { useLanguage, useMessages } from '../../messages/index.ts'
import { makeAxis } from './axis.ts'
import { barsOf, fullHeight, pathOf } from './bars.ts'
import { type Density, highest, type Lane, leastOf, loadedLevel, occupiedYears } from './density.ts'
import { levelOf, scaleOf } from './view.ts'
import { countedPeriod, periodValue } from './words.ts'

/** What it is drawn in, and then stretched to its room; pixels. */
const [WIDTH, HEIGHT] = [240, 36]
/** Days, beyond which months say too much. */
const LONG = 366

/**
 * A small, still picture of how statements lie over all time, which says in words what it shows: to be a link's
 * content, or to stand by itself.
 * @param marked those of the lane that are spoken of, in the colour of time
 */
export function DensityPicture({
  lane,
  marked,
  extent,
}: {
  lane: Lane
  marked?: Lane | undefined
  extent: { from: Day; to: Day }
}) {
  const messages = useMessages()
  const language = useLanguage()
  const axis = makeAxis(extent, occupiedYears([lane]), leastOf([lane]))
  const scale = scaleOf(axis, axis, WIDTH)
  const level = loadedLevel(lane, levelOf(axis, axis, WIDTH))
  if (!level) return null
  const full = fullHeight(highest([lane], level, axis.from, axis.to))
  const path = (density: Density | undefined, of: Level) =>
    pathOf(barsOf(density ?? [], of, axis, scale, { height: HEIGHT, full }), HEIGHT)
  return (
    <>
      <svg
        className="density-picture"
        role="img"
        aria-label={messages.strip.picture(
          messages.statementCount(total(lane)),
          formatRange(roughly(extent), language),
          countedPeriod(fullest(lane, level), [lane], messages, language),
        )}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {axis.stretches.map(({ from, to, folded }) => {
          const x = scale.x(from)
          return (
            folded && <rect key={from} className="folded" x={x} width={scale.x(to) - x} height={HEIGHT} />
          )
        })}
        {lane.broader(level).map((layer) => (
          <path key={layer.level} className="broad" d={path(layer.density, layer.level)} />
        ))}
        <path className="bars" d={path(lane.density(level), level)} />
        {marked?.broader(level).map((layer) => (
          <path key={layer.level} className="broad chosen" d={path(layer.density, layer.level)} />
        ))}
        {marked && <path className="bars chosen" d={path(marked.density(level), level)} />}
        <path className="ground" d={`M0 ${HEIGHT}H${WIDTH}`} />
      </svg>
      <Ends extent={extent} />
    </>
  )
}

/** When the picture begins and ends, for those who see it: its name says so already. */
function Ends({ extent }: { extent: { from: Day; to: Day } }) {
  const language = useLanguage()
  const level = levelFor(extent)
  const ends = [extent.from, extent.to].map((day) =>
    formatValue(periodValue(level, periodOf(level, day)), language),
  )
  return (
    <span className="picture-ends" aria-hidden="true">
      {[...new Set(ends)].map((end) => (
        <span key={end}>{end}</span>
      ))}
    </span>
  )
}

/** In whole years, or months: the first day of a year is seldom meant as a day. */
function roughly({ from, to }: { from: Day; to: Day }): { from: Day; to: Day } {
  const level = levelFor({ from, to })
  return {
    from: firstDayOf(level, periodOf(level, from)),
    to: firstDayOf(level, periodOf(level, to) + 1) - 1,
  }
}

function levelFor({ from, to }: { from: Day; to: Day }): 'year' | 'month' {
  return to - from > LONG ? 'year' : 'month'
}

/** Whatever their breadth: nothing is too broad for a century. */
function total({ density }: Lane): number {
  return (density('century') ?? []).reduce((sum, [, count]) => sum + count, 0)
}

/** The period that has most: of the level, or a broader one where that has none. */
function fullest(lane: Lane, level: Level) {
  const layers = [{ level, density: lane.density(level) ?? [] }, ...lane.broader(level).toReversed()]
  const { level: of, density } = layers.find((layer) => layer.density.length > 0) ?? { level, density: [] }
  const [first, ...more] = density
  const [period] = more.reduce((most, one) => (one[1] > most[1] ? one : most), first ?? [0, 0])
  return periodValue(of, period)
}
