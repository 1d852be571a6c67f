import type { Keeper } from './keeper.ts'
import { isMoment, isObject } from './record.ts'

/** A note's text as its reader knows it. */
interface KeptText {
  revision: string
  /** When it was kept; epoch milliseconds. */
  at: number
  text: string
}

export const TEXT = 'text:'

/** UTF-16 units, of one text and of all: the last hundred notes of usual length, in an eighth of a usual storage. */
const LONGEST_TEXT = 100_000
const MOST_TEXT = 600_000

export type Texts = ReturnType<typeof createTexts>

/**
 * What was read, to tell what has changed since: of the notes read last, and the first to go where room is wanted. `keeper`
 * tells nobody of what is refused, for nobody misses it.
 */
export function createTexts(keeper: Keeper) {
  function read(slug: string): KeptText | undefined {
    try {
      const kept: unknown = JSON.parse(keeper.read(TEXT + slug) ?? 'null')
      if (!isObject(kept) || !isMoment(kept.at)) return undefined
      const whole = typeof kept.revision === 'string' && typeof kept.text === 'string'
      return whole ? (kept as unknown as KeptText) : undefined
    } catch {
      return undefined
    }
  }

  /** All that is kept, the oldest first. */
  function all(): { slug: string; at: number; size: number }[] {
    return keeper
      .names()
      .flatMap((name) => {
        if (!name.startsWith(TEXT)) return []
        const slug = name.slice(TEXT.length)
        const kept = read(slug)
        return [{ slug, at: kept?.at ?? Number.NEGATIVE_INFINITY, size: kept?.text.length ?? 0 }]
      })
      .sort((a, b) => a.at - b.at)
  }

  const drop = (slug: string) => keeper.remove(TEXT + slug)

  return {
    /** That of a revision; undefined where it is not kept. */
    of: (slug: string, revision: string): string | undefined => {
      const kept = read(slug)
      return kept?.revision === revision ? kept.text : undefined
    },
    keep: (slug: string, kept: KeptText): void => {
      drop(slug)
      if (kept.text.length > LONGEST_TEXT) return
      const others = all()
      let size = others.reduce((sum, one) => sum + one.size, kept.text.length)
      for (const one of others) {
        if (size <= MOST_TEXT) break
        drop(one.slug)
        size -= one.size
      }
      keeper.write(TEXT + slug, JSON.stringify(kept))
    },
    /** Lets go of the oldest; returns whether there was one. */
    makeRoom: (): boolean => {
      const [oldest] = all()
      return oldest !== undefined && drop(oldest.slug)
    },
    forget: (): void => {
      for (const { slug } of all()) drop(slug)
    },
  }
}
