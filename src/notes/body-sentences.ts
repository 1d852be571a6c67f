import { BODY_TAGS, type Body } from './artifacts.ts'
import { BLOCKS, bodyText } from './body-text.ts'
import type { Stretch } from './enclosures.ts'
import { sentences } from './sentences.ts'

const TAGS = new Set(BODY_TAGS)

/** The sentences of a note in order, headings among them, as stretches of its {@link bodyText}. `language`: BCP 47. */
export function bodySentences(body: readonly Body[], language: string): Stretch[] {
  const text = bodyText(body)
  const found: Stretch[] = []
  let at = 0
  let start = 0
  /** Dates and statements of the block, which the compiler has found to be whole. */
  let whole: Stretch[] = []
  const end = () => {
    const held = whole.map(([from, to]): Stretch => [from - start, to - start])
    for (const [from, to] of sentences(text.slice(start, at), language, held)) {
      found.push([start + from, start + to])
    }
    start = at
    whole = []
  }
  const visit = (one: Body) => {
    if (typeof one === 'string') {
      at += one.length
      return
    }
    const [tag, attributes, ...children] = one
    if (!TAGS.has(tag)) return
    if (BLOCKS.has(tag)) end()
    const from = at
    for (const child of children as Body[]) visit(child)
    if (BLOCKS.has(tag)) end()
    else if (tag === 'time' || attributes?.['data-statement']) whole.push([from, at])
  }
  for (const one of body) visit(one)
  end()
  return found
}
