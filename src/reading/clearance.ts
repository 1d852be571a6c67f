import type { Keeper } from './keeper.ts'
import { isMoment, isObject } from './record.ts'
import { AWAY } from './visit.ts'

/** The moment up to which all was cleared: no tab that has not heard of it brings anything back. */
export const CLEARED = 'cleared'
/** What was cleared, for a while. */
export const BACKUP = 'cleared:kept'

interface Backup {
  at: number
  /** What was kept, by name, as it was stored. */
  entries: Record<string, string>
}

/** What the reader has had forgotten: since when, and how to bring it back. */
export function createClearance(keeper: Keeper) {
  let until = Number.NEGATIVE_INFINITY
  let backup: Backup | undefined
  const parse = (text: string | null | undefined): Backup | undefined => {
    try {
      const read: unknown = JSON.parse(text ?? 'null')
      const whole = isObject(read) && isMoment(read.at) && isObject(read.entries)
      const texts = whole && Object.values(read.entries as object).every((entry) => typeof entry === 'string')
      return texts ? (read as unknown as Backup) : undefined
    } catch {
      return undefined
    }
  }
  return {
    /** Epoch milliseconds; nothing until then counts. */
    until: () => until,
    /** Whether the moment is still to come. */
    isAhead: (now: () => number) => Number.isFinite(until) && until > now(),
    backup: () => backup,
    /** Returns whether it is another moment now. */
    hear: (text: string | null | undefined): boolean => {
      const before = until
      until = text && isMoment(Number(text)) ? Number(text) : Number.NEGATIVE_INFINITY
      return until !== before
    },
    hearBackup: (text: string | null | undefined): void => {
      backup = parse(text)
    },
    begin: (moment: number): void => {
      until = moment
      keeper.write(CLEARED, String(moment))
    },
    keep: (entries: Record<string, string>, at: number): void => {
      backup = { at, entries }
      // Where it is refused, it can be undone while the page is open.
      keeper.write(BACKUP, JSON.stringify(backup))
    },
    /** What was done before the clearing counts again, where it comes back. */
    end: (): void => {
      until = Number.NEGATIVE_INFINITY
      keeper.remove(CLEARED)
    },
    dropBackup: (): void => {
      backup = undefined
      keeper.remove(BACKUP)
    },
    /** Whether it was so long ago that it cannot be undone any more. */
    isOver: (now: number): boolean => backup !== undefined && now - backup.at > AWAY,
  }
}
