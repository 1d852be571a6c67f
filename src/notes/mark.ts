import type { Nodes, Parents, PhrasingContent } from 'mdast'
import type { Attributes } from './artifacts.ts'
import type { Stretch } from './sentences.ts'

/** An element that the note itself does not have: a mention or a statement around its words. */
export interface Mark {
  stretch: Stretch
  tag: 'time' | 'span'
  attributes: Attributes
}

/** Where each child of a block begins and ends in the block's prose (see `readProse`). */
const widths = (node: Nodes): number => {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.length
  if (node.type === 'break') return 1
  if (node.type === 'image' || node.type === 'imageReference') return 0
  return 'children' in node ? node.children.reduce((sum, child) => sum + widths(child), 0) : 0
}

/**
 * Puts elements around stretches of a block's prose, cutting text, emphasis and the like where a stretch
 * begins or ends within them. Stretches are sorted, and nested or apart.
 */
export function markProse(block: Parents, marks: readonly Mark[]): void {
  const inOrder = [...marks].sort((a, b) => a.stretch[0] - b.stretch[0] || b.stretch[1] - a.stretch[1])
  block.children = mark(block.children as PhrasingContent[], 0, inOrder)
}

function mark(nodes: readonly PhrasingContent[], start: number, marks: readonly Mark[]): PhrasingContent[] {
  if (marks.length === 0) return [...nodes]
  const done: PhrasingContent[] = []
  let rest = [...nodes]
  let at = start
  let m = 0
  while (m < marks.length) {
    const { stretch, tag, attributes } = marks[m] as Mark
    const holder = holderOf(rest, at, stretch)
    if (holder) {
      // Wholly inside one link or emphasis: marked in there, so that the link stays one.
      const inside: Mark[] = []
      for (; m < marks.length && (marks[m]?.stretch[1] ?? 0) <= holder.end; m += 1)
        inside.push(marks[m] as Mark)
      const children = mark(holder.node.children as PhrasingContent[], holder.start, inside)
      done.push(...rest.slice(0, holder.index), { ...holder.node, children } as PhrasingContent)
      rest = rest.slice(holder.index + 1)
      at = holder.end
      continue
    }
    const inner: Mark[] = []
    for (m += 1; m < marks.length && (marks[m]?.stretch[0] ?? 0) < stretch[1]; m += 1)
      inner.push(marks[m] as Mark)
    const [before, from] = cut(rest, at, stretch[0])
    done.push(...before)
    const [within, after] = cut(from, stretch[0], stretch[1])
    done.push(element(tag, attributes, mark(within, stretch[0], inner)))
    rest = after
    at = stretch[1]
  }
  return [...done, ...rest]
}

function holderOf(nodes: readonly PhrasingContent[], start: number, [from, to]: Stretch) {
  let at = start
  for (const [index, node] of nodes.entries()) {
    const end = at + widths(node)
    if (at <= from && to <= end && 'children' in node) return { index, node: node as Parents, start: at, end }
    if (end > from) return undefined
    at = end
  }
  return undefined
}

function element(tag: string, attributes: Attributes, children: PhrasingContent[]): PhrasingContent {
  // Emphasis is only the carrier: `hName` says what it becomes.
  return { type: 'emphasis', children, data: { hName: tag, hProperties: { ...attributes } } }
}

/** Cuts a run of nodes that begins at `start` in two at `at`; a parent across the cut stands in both halves. */
function cut(
  nodes: readonly PhrasingContent[],
  start: number,
  at: number,
): [PhrasingContent[], PhrasingContent[]] {
  const before: PhrasingContent[] = []
  const after: PhrasingContent[] = []
  let from = start
  for (const node of nodes) {
    const to = from + widths(node)
    if (to <= at && !(to === from && from === at && after.length > 0)) before.push(node)
    else if (from >= at) after.push(node)
    else {
      const [head, tail] = halve(node, from, at)
      before.push(head)
      after.push(tail)
    }
    from = to
  }
  return [before, after]
}

function halve(node: PhrasingContent, start: number, at: number): [PhrasingContent, PhrasingContent] {
  if (node.type === 'text' || node.type === 'inlineCode') {
    const head = { ...node, value: node.value.slice(0, at - start) }
    return [head, { ...node, value: node.value.slice(at - start) }]
  }
  const [head, tail] = cut((node as Parents).children as PhrasingContent[], start, at)
  return [{ ...node, children: head } as PhrasingContent, { ...node, children: tail } as PhrasingContent]
}
