import type { Nodes, Parents, PhrasingContent } from 'mdast'
import type { Attributes } from './artifacts.ts'
import type { Stretch } from './enclosures.ts'

/** An element that the note itself does not have: a mention or a statement around its words. */
export interface Mark {
  stretch: Stretch
  tag: 'time' | 'span'
  attributes: Attributes
}

/** How much of the block's prose a node holds (see `readProse`). */
function widthOf(node: Nodes): number {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.length
  if (node.type === 'break') return 1
  if (!('children' in node)) return 0
  let width = widths.get(node)
  if (width === undefined) {
    width = node.children.reduce((sum, child) => sum + widthOf(child), 0)
    widths.set(node, width)
  }
  return width
}

/** Of parents, so that none is counted for every mark in it. */
const widths = new WeakMap<Parents, number>()

/**
 * Puts elements around stretches of a block's prose, cutting text, emphasis and the like where a stretch
 * begins or ends within them. Stretches are sorted, and nested or apart.
 */
export function markProse(block: Parents, marks: readonly Mark[]): void {
  const inOrder = [...marks].sort((a, b) => a.stretch[0] - b.stretch[0] || b.stretch[1] - a.stretch[1])
  block.children = mark(block.children as PhrasingContent[], 0, inOrder)
}

/** Goes once through nodes and marks, side by side. */
function mark(nodes: readonly PhrasingContent[], start: number, marks: readonly Mark[]): PhrasingContent[] {
  const done: PhrasingContent[] = []
  const rest = [...nodes]
  let i = 0
  let at = start
  const takeUntil = (end: number, into: PhrasingContent[]) => {
    for (let node = rest[i]; node; node = rest[i]) {
      const to = at + widthOf(node)
      if (to > end) {
        if (at < end) {
          const [head, tail] = halve(node, at, end)
          into.push(head)
          rest[i] = tail
          at = end
        }
        return
      }
      into.push(node)
      at = to
      i += 1
    }
  }
  for (let m = 0; m < marks.length; ) {
    const { stretch, tag, attributes } = marks[m] as Mark
    while (i < rest.length && at + widthOf(rest[i] as Nodes) <= stretch[0]) {
      at += widthOf(rest[i] as Nodes)
      done.push(rest[i++] as PhrasingContent)
    }
    const holder = rest[i]
    const end = holder ? at + widthOf(holder) : at
    const inner: Mark[] = []
    if (holder && 'children' in holder && stretch[1] <= end) {
      // Wholly inside one link or emphasis: marked in there, so that the link stays one.
      for (; m < marks.length && (marks[m]?.stretch[1] ?? 0) <= end; m += 1) inner.push(marks[m] as Mark)
      const children = mark(holder.children as PhrasingContent[], at, inner)
      done.push({ ...holder, children } as PhrasingContent)
      at = end
      i += 1
      continue
    }
    takeUntil(stretch[0], done)
    for (m += 1; m < marks.length && (marks[m]?.stretch[0] ?? 0) < stretch[1]; m += 1)
      inner.push(marks[m] as Mark)
    const from = at
    const within: PhrasingContent[] = []
    takeUntil(stretch[1], within)
    done.push(element(tag, attributes, mark(within, from, inner)))
  }
  for (; i < rest.length; i += 1) done.push(rest[i] as PhrasingContent)
  return done
}

function element(tag: string, attributes: Attributes, children: PhrasingContent[]): PhrasingContent {
  // Emphasis is only the carrier: `hName` says what it becomes.
  return { type: 'emphasis', children, data: { hName: tag, hProperties: { ...attributes } } }
}

/** Cuts a node that begins at `start` in two at `at`; a parent stands in both halves. */
function halve(node: PhrasingContent, start: number, at: number): [PhrasingContent, PhrasingContent] {
  if (node.type === 'text' || node.type === 'inlineCode') {
    const head = { ...node, value: node.value.slice(0, at - start) }
    return [head, { ...node, value: node.value.slice(at - start) }]
  }
  const before: PhrasingContent[] = []
  const after: PhrasingContent[] = []
  let from = start
  for (const child of (node as Parents).children as PhrasingContent[]) {
    const to = from + widthOf(child)
    if (to <= at && after.length === 0) before.push(child)
    else if (from >= at) after.push(child)
    else {
      const [head, tail] = halve(child, from, at)
      before.push(head)
      after.push(tail)
    }
    from = to
  }
  return [{ ...node, children: before } as PhrasingContent, { ...node, children: after } as PhrasingContent]
}
