import type { Body } from '../../../notes/index.ts'
import { CONTEXT, type Highlight } from '../../../reading/index.ts'
import type { Stretch } from './find.ts'

/** What is remembered of a stretch of the text. `now` in epoch milliseconds. */
export function describe(
  body: readonly Body[],
  text: string,
  { start, end }: Stretch,
  now: number,
): Highlight {
  const anchor = anchorAt(body, start)
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT), start),
      suffix: text.slice(end, end + CONTEXT),
    },
    position: { start, end },
    ...(anchor ? { anchor } : {}),
    remark: '',
    made: now,
  }
}

/** The statement that a place lies in, else the heading before it. */
function anchorAt(body: readonly Body[], place: number): string | undefined {
  let done = 0
  let section: string | undefined
  let statement: string | undefined
  const visit = (one: Body): boolean => {
    if (typeof one === 'string') {
      done += one.length
      return done > place
    }
    const [tag, attributes, ...children] = one
    const id = typeof attributes?.id === 'string' ? attributes.id : undefined
    if (id && /^h\d$/.test(tag)) section = id
    const found = (children as Body[]).some(visit)
    if (found && attributes?.['data-statement']) statement ??= id
    return found
  }
  body.some(visit)
  return statement ?? section
}

/** What of a stretch is words: without the blanks at its ends. */
export function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: from + words.trim().length }
}
