import type { Body } from '../artifacts.ts'

/** What ends a line: cells that touch on the page do not touch in the text. */
const LINES = /^(?:p|li|td|th|tr|br|h\d)$/

/** What an element adds to the text of its block behind its own children. */
export function ending(tag: string): string {
  return LINES.test(tag) ? '\n' : ''
}

/** The text of a block, as offsets into it count. */
export function textOf(body: Body): string {
  if (typeof body === 'string') return body
  const [tag, , ...children] = body
  return children.map(textOf).join('') + ending(tag)
}
