import { type DateValue, type Modifier, parseEdtf } from '../calendar/index.ts'
import type { Attributes } from './artifacts.ts'

/** The value of a mark: its EDTF, which has no early, mid or late, with what that leaves out. */
export function markedValue(attributes: Attributes | null): DateValue | undefined {
  const value = parseEdtf(String(attributes?.dateTime ?? ''))
  const mod = attributes?.['data-mod'] as Modifier | undefined
  return value && mod ? { ...value, mod } : value
}
