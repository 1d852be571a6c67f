import { formatValue, months, years } from '../../calendar/index.ts'
import { headOf, type Placed } from '../../notes/index.ts'

/** A stretch of the timeline under one head. */
export interface Period {
  key: string
  /** In the reader's words. */
  name: string
  /** For the statements that stand in the head's own period and no smaller one. */
  statements: Placed[]
  periods: Period[]
}

const LENGTHS = { century: 100, decade: 10, year: 1 } as const

/**
 * Sorts statements, which are in order, under years and within them under months. Centuries and decades have heads of
 * their own; what else is broader than a month stands at the head of its year.
 */
export function periodsOf(placed: readonly Placed[], language: string): Period[] {
  const top: Period[] = []
  for (const one of placed) {
    const { precision, year, month } = headOf(one.at)
    const period = enter(top, `${precision} ${year}`, () =>
      formatValue(years(year, LENGTHS[precision], precision), language),
    )
    if (month === 0) period.statements.push(one)
    else
      enter(period.periods, `${year}-${month}`, () =>
        formatValue(months(year, month, 1, 'month'), language),
      ).statements.push(one)
  }
  return top
}

function enter(periods: Period[], key: string, name: () => string): Period {
  const last = periods.at(-1)
  if (last?.key === key) return last
  const made: Period = { key, name: name(), statements: [], periods: [] }
  periods.push(made)
  return made
}
