export type { DateValue, Day, Modifier } from './date-value.ts'
export { dayOf, daysInMonth, parseIso, partsOf, toIso } from './days.ts'
export { digitValue } from './digits.ts'
export { months, parseEdtf, toEdtf, years } from './edtf.ts'
export { formatDay, formatValue } from './format.ts'
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
