import { escaped, wrapped } from '../citing/index.ts'
import { paths } from '../notes/index.ts'

/** A note with highlights in it, as they are remembered. */
export interface Highlighted {
  slug: string
  title: string
  highlights: readonly {
    quote: { exact: string }
    /** May be empty, and have several lines. */
    remark: string
    /** The statement or section that the words stand in. */
    anchor?: string
    /** When it was made; epoch milliseconds. */
    made: number
  }[]
}

/**
 * Highlights as Markdown: the words as quotations, below them what the reader says, and when, with the way back.
 * @param site the address of the site, with its base path
 */
export function highlightsMarkdown(notes: readonly Highlighted[], language: string, site: string): string {
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', numberingSystem: 'latn' })
  const blocks = notes.flatMap(({ slug, title, highlights }) => {
    const to = (text: string, anchor?: string) =>
      `[${escaped(text)}](${wrapped(site.replace(/\/$/, '') + paths.note(slug, anchor))})`
    return [
      `# ${to(title)}`,
      ...highlights.flatMap(({ quote, remark, anchor, made }) => [
        `> ${escaped(quote.exact)}`,
        ...remark.split('\n').flatMap((line) => (line.trim() ? [escaped(line.trim())] : [])),
        `— ${to(days.format(made), anchor)}`,
      ]),
    ]
  })
  return `${blocks.join('\n\n')}\n`
}
