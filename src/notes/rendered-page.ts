import type { Library, Topic } from './artifacts.ts'

/** A screen as it is rendered at build: what the app hands to the compiler, which writes it as a page. */
export interface RenderedPage {
  /** What stands in the root of the page. */
  body: string
  /** Escaped, as it stands in the markup. */
  title: string
  /** What there is on the topic, or else in the library, in a line; no markup. */
  holdings: string
  /** Of the interface: BCP 47. */
  language: string
  direction: 'ltr' | 'rtl'
}

/**
 * What the frame around a note or topic shows of the library, whichever it is, to a reader of whom nothing is known: where
 * the notes are not few, the names of the topics and none of them, see the sidebar.
 */
export function frameOf({ newest, topics, count, loose, notes }: Library): unknown {
  if (newest > 0) return [newest === 1, loose > 0, topics.map(nameOf)]
  const listed = notes.map(({ slug, group, title, language, topics }) => [
    slug,
    group,
    title,
    language,
    topics,
  ])
  return [topics, count, listed]
}

function nameOf({ path, name, topics }: Topic): unknown {
  return [path, name, topics.map(nameOf)]
}
