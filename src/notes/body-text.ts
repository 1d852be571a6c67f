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
