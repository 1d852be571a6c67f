import type { Day } from '../../calendar/index.ts'

/** A source as its number at a statement names it. */
export interface MarkedSource {
  number: number
  title: string
  /** The text does not cite it. */
  likely?: boolean
  /** Where its entry stands: an anchor of this page, or a path of the site. */
  href: string
}

/** What speaks for a likely source. */
export interface ShownEvidence {
  words: readonly string[]
  heading?: boolean
  date?: boolean
  order?: boolean
  place?: boolean
  /** Language of the translation that it was found in, BCP 47. */
  translation?: string
}

/** What the card of a source says. */
export interface SourceDetails extends MarkedSource {
  language?: string
  url?: string
  site?: string
  /** As short as can be read before it is followed. */
  leadsTo?: string
  /** Read from the address. */
  date?: Day
  evidence?: ShownEvidence
  followed: boolean
  onFollow: () => void
  /** A copy that an archive may hold. */
  archive?: string
  /** The page at the words that the statement quotes. */
  passage?: string
  /** In one line, to be copied. */
  citation: string
  /** The statement at which it stands, as Markdown with all of its sources. */
  statement?: () => string
  /** All that rests on it, in the whole library. */
  everywhere?: string
}

/** Where the card of a source stands, and for how long. */
export interface CardPlace {
  at: HTMLElement
  /** It stays until it is closed. */
  pinned: boolean
  onEnter: () => void
  onLeave: () => void
  /** `back`: the keyboard goes on at the number. */
  onClose: (back: boolean) => void
}
