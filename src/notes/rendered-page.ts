import type { Library } from './artifacts.ts'

/** A screen as it is rendered at build: what the app hands to the compiler, which writes it as a page. */
export interface RenderedPage {
  /** What stands in the root of the page. */
  body: string
  /** Escaped, as it stands in the markup. */
  title: string
  /** What there is in the library, in a line; no markup. */
  holdings: string
  /** Of the interface: BCP 47. */
  language: string
  direction: 'ltr' | 'rtl'
}

/**
 * What the frame around a note shows of the library, whatever the note: of one that is more than a page the topics and
 * no notes, see the sidebar.
 */
export function frameOf({ pages, topics, ...library }: Library): unknown {
  return pages > 1 ? topics : { topics, ...library }
}
