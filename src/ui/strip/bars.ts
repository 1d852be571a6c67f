import { firstDayOf, type Level, periodOf } from '../../calendar/index.ts'
import { type Density, indexOf } from './density.ts'
import type { Scale, View } from './view.ts'

/** In pixels; `x` from where the view begins. */
export interface Bar {
  readonly x: number
  readonly width: number
  readonly height: number
}

/** One statement is still seen beside any number; pixels. */
const LEAST_HEIGHT = 2

/**
 * The count that takes the full height where so many are the most: round, so that bars keep their heights while the
 * view is moved from one place to the next. 1, 2, 5, 10, 20, 50 …
 */
export function fullHeight(most: number): number {
  const ten = 10 ** Math.floor(Math.log10(most))
  return ([1, 2, 5].find((n) => n * ten >= most) ?? 10) * ten
}

/**
 * The bars that the view shows. A bar's height is the square root of its count, so that one statement can be seen
 * beside a thousand.
 * @param height of a bar of `full`, in pixels
 */
export function barsOf(
  density: Density,
  level: Level,
  view: View,
  scale: Scale,
  { height, full }: { height: number; full: number },
): Bar[] {
  const bars: Bar[] = []
  const last = periodOf(level, Math.ceil(view.to) - 1)
  let at = indexOf(density, periodOf(level, Math.floor(view.from)))
  for (; at < density.length; at += 1) {
    const [period, count] = density[at] as Density[number]
    if (period > last) break
    const [start, end] = [scale.x(firstDayOf(level, period)), scale.x(firstDayOf(level, period + 1))]
    const x = Math.round(start)
    // A hairline of ground parts bars that are wide enough to spare it.
    const width = Math.max(1, Math.round(end) - x - (end - start >= 3 ? 1 : 0))
    bars.push({ x, width, height: Math.max(LEAST_HEIGHT, Math.round(Math.sqrt(count / full) * height)) })
  }
  return bars
}

/** All bars as one path that stands on `base`. */
export function pathOf(bars: readonly Bar[], base: number): string {
  let path = ''
  for (const { x, width, height } of bars) path += `M${x} ${base}v-${height}h${width}v${height}z`
  return path
}
