import { type Day, partsOf } from '../calendar/index.ts'

/** Whether a feed can write the year of a day. */
export function isWritten(day: Day): boolean {
  const { year } = partsOf(day)
  return year >= 1 && year <= 9999
}
