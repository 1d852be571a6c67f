import { type DateValue, type Level, periodOf } from '../../calendar/index.ts'
import type { Density } from '../../ui/index.ts'

/** How statements lie over time, at any level; each stands in the period that it begins in. Cut once a level. */
export function densityOf(values: readonly DateValue[]): (level: Level) => Density {
  const cut = new Map<Level, Density>()
  return (level) => {
    let density = cut.get(level)
    if (!density) {
      const counts = new Map<number, number>()
      for (const { from } of values) {
        const period = periodOf(level, from)
        counts.set(period, (counts.get(period) ?? 0) + 1)
      }
      density = [...counts].sort(([a], [b]) => a - b)
      cut.set(level, density)
    }
    return density
  }
}
