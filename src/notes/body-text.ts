import { BODY_TAGS, type Body } from './artifacts.ts'

const TAGS = new Set(BODY_TAGS)

/**
 * The one text of a note that places in it are counted in: all words of its body in their order, each blank one
 * space. As long, to the character, as what a page shows of it, without what the program adds.
 */
export function bodyText(body: readonly Body[]): string {
  let text = ''
  const visit = (one: Body) => {
    if (typeof one === 'string') text += one
    else if (TAGS.has(one[0])) for (const child of one.slice(2) as Body[]) visit(child)
  }
  for (const one of body) visit(one)
  return blanksAsSpaces(text)
}

/** UTF-16 units stay where they are. */
export const blanksAsSpaces = (text: string): string => text.replace(/\s/g, ' ')

/** A paragraph, heading, item or row of a note, on one line. */
export interface BodyPassage {
  text: string
  /** The heading that it stands below, or is. */
  section?: string
}

/** What stands on lines of its own; the cells of a row stand on one. */
export const BLOCKS = new Set('p li h2 h3 h4 h5 h6 pre blockquote tr section details summary'.split(' '))

/** The text of a note by its blocks, in order. */
export function bodyPassages(body: readonly Body[]): BodyPassage[] {
  const passages: BodyPassage[] = []
  let words = ''
  let section: string | undefined
  const end = () => {
    const text = words.replace(/\s+/g, ' ').trim()
    if (text) passages.push(section ? { text, section } : { text })
    words = ''
  }
  const visit = (one: Body) => {
    if (typeof one === 'string') {
      words += one
      return
    }
    const [tag, attributes, ...children] = one
    if (!TAGS.has(tag)) return
    if (BLOCKS.has(tag)) end()
    if (/^h\d$/.test(tag) && typeof attributes?.id === 'string') section = attributes.id
    for (const child of children as Body[]) visit(child)
    if (BLOCKS.has(tag)) end()
    else if (/^(?:td|th|br)$/.test(tag)) words += ' '
  }
  for (const one of body) visit(one)
  end()
  return passages
}
