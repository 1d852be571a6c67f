import { isMoment } from './record.ts'

/** Milliseconds: who was away for longer comes back. */
export const AWAY = 30 * 60_000

/** Moments in epoch milliseconds. */
export interface Visit {
  /** When the reader was last seen. */
  last: number
  /** When they were last seen in the visit before this one. */
  before?: number
}

/** The visit that the reader is on, after what was stored of the one before; what cannot be read is as if new. */
export function nextVisit(stored: string | null | undefined, now: number): Visit {
  const { last, before } = parse(stored)
  if (last === undefined || last > now) return { last: now }
  if (now - last > AWAY) return { last: now, before: last }
  return { last: now, ...(before === undefined ? {} : { before }) }
}

function parse(stored: string | null | undefined): Partial<Visit> {
  try {
    const { last, before } = JSON.parse(stored ?? '{}') as Record<string, unknown>
    if (!isMoment(last)) return {}
    // Nobody was here last after they were here.
    return { last, ...(isMoment(before) && before <= last ? { before } : {}) }
  } catch {
    return {}
  }
}
