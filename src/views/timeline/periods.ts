import { type DateValue, dayOf, formatValue, months, partsOf, toEdtf, years } from '../../calendar/index.ts'
import type { Placed } from './shown-entries.ts'

/** A stretch of the timeline under one head. */
export interface Period {
  key: string
  /** In the reader's words. */
  name: string
  /** For the statements that stand in the head's own period and no smaller one. */
  statements: Placed[]
  periods: Period[]
}

/**
 * Sorts statements, which are in order, under years and within them under months. What is broader than a year stands
 * under a head of its own; what is broader than a month, at the head of its year.
 */
export function periodsOf(placed: readonly Placed[], language: string): Period[] {
  const top: Period[] = []
  for (const one of placed) {
    const { at } = one.entry
    const year = yearOf(at)
    const period = enter(top, year ?? at, language)
    const month = year && monthOf(at)
    const target = month ? enter(period.periods, month, language) : period
    target.statements.push(one)
  }
  return top
}

function enter(periods: Period[], value: DateValue, language: string): Period {
  const { mod: _, ...whole } = value
  const key = `${toEdtf(whole)} ${value.precision}`
  const found = periods.findLast((period) => period.key === key)
  if (found) return found
  const made: Period = { key, name: formatValue(whole, language), statements: [], periods: [] }
  periods.push(made)
  return made
}

function yearOf({ from, to }: DateValue): DateValue | undefined {
  const { year } = partsOf(from)
  return to <= dayOf(year, 12, 31) ? years(year, 1, 'year') : undefined
}

function monthOf({ from, to }: DateValue): DateValue | undefined {
  const { year, month } = partsOf(from)
  const value = months(year, month, 1, 'month')
  return to <= value.to ? value : undefined
}
