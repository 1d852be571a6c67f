import { useDeferredValue, useMemo } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import type { Body, Note } from '../../notes/index.ts'
import { useReading } from '../../reading/index.ts'

/** Letters that fill most windows; a character as wide as it is high is as much as two. */
const WINDOWFUL = 3000
const WIDE = /[\u2e80-\uffff]/g

/**
 * How many blocks of the text are shown. Where a reader goes to the head of a note, what fills the window is there at
 * once, and the rest follows in steps; whoever comes back, or is led to a place in it, finds all of it, and so does who
 * asks for all before it is there.
 */
export function useBlocks({ slug, body }: Note, isAskedFor: boolean): number {
  const { hash } = useLocation()
  // As the first page of a visit is, too: it is taken over whole.
  const isBack = useNavigationType() === 'POP'
  const isResumed = useReading(({ notes }) => notes.get(slug)?.place !== undefined)
  const isWhole = isAskedFor || hash !== '' || isBack || isResumed
  const head = useMemo(() => (isWhole ? body.length : headOf(body)), [isWhole, body])
  const late = useDeferredValue(body.length, head)
  return isWhole ? body.length : late
}

/** As many blocks as are longer than a window, together. */
function headOf(body: readonly Body[]): number {
  let length = 0
  const last = body.findIndex((block) => {
    length += lengthOf(block)
    return length > WINDOWFUL
  })
  return last < 0 ? body.length : last + 1
}

function lengthOf(one: Body): number {
  if (typeof one === 'string') return one.length + (one.match(WIDE)?.length ?? 0)
  return (one.slice(2) as Body[]).reduce((sum, child) => sum + lengthOf(child), 0)
}
