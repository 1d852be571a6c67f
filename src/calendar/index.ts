export type { DateValue, Day, Modifier } from './date-value.ts'
export { dayOf, daysInMonth, parseIso, partsOf, toIso } from './days.ts'
export { digitValue } from './digits.ts'
export { months, parseEdtf, years } from './edtf.ts'
export { formatValue } from './format.ts'
export { formatDay } from './format-day.ts'
export { firstDayOf, LEVELS, type Level, periodOf } from './level.ts'
export type { Anchor, Basis, Guess, ImpliedBy, Mention, Reference } from './mention.ts'
export {
  between,
  type DayRange,
  formatRange,
  parseEnds,
  parseRange,
  rangeEnds,
  type TypedRange,
  toRange,
} from './range.ts'
export { toEdtf } from './to-edtf.ts'
