import type { Body } from '../artifacts.ts'
import type { Stretch } from '../enclosures.ts'
import { ending, textOf } from './body-text.ts'

/** A stretch of a block's text with the number of the difference that it shows. */
export interface Differing {
  stretch: Stretch
  difference: number
}

/** What is marked as a whole where a stretch is just what it holds. */
const WHOLE = /^(?:time|a|em|strong|del|ins)$/

/** Puts each stretch of a block's text into a `mark` that names its difference. `differing`: in order, apart. */
export function markBody(body: Body, differing: readonly Differing[]): Body {
  let at = 0
  const visit = (one: Body): Body[] => {
    const start = at
    if (typeof one === 'string') {
      at += one.length
      return cut(one, start, differing)
    }
    const [tag, attributes, ...children] = one
    const end = start + textOf(one).length
    const whole = differing.find(({ stretch }) => stretch[0] === start && stretch[1] === end)
    if (whole && WHOLE.test(tag)) {
      at = end
      return [mark(one, whole)]
    }
    const inner = children.flatMap(visit)
    at += ending(tag).length
    return [[tag, attributes, ...inner]]
  }
  return visit(body)[0] as Body
}

function mark(body: Body, { difference }: Differing): Body {
  return ['mark', { 'data-differs': String(difference) }, body]
}

function cut(text: string, start: number, differing: readonly Differing[]): Body[] {
  const pieces: Body[] = []
  let done = 0
  for (const one of differing) {
    const from = Math.max(one.stretch[0] - start, done)
    const to = Math.min(one.stretch[1] - start, text.length)
    if (from >= to) continue
    if (from > done) pieces.push(text.slice(done, from))
    pieces.push(mark(text.slice(from, to), one))
    done = to
  }
  if (done < text.length) pieces.push(text.slice(done))
  return pieces
}
