import type { Link, LinkReference, Nodes, Parents } from 'mdast'

/** Visits a node and all below it, in order, without recursion: notes may nest deeper than calls can. */
export function walk(node: Nodes, visit: (node: Nodes) => void): void {
  const stack: Nodes[] = [node]
  for (let next = stack.pop(); next; next = stack.pop()) {
    visit(next)
    const { children = [] } = next as Partial<Parents>
    for (let i = children.length - 1; i >= 0; i -= 1) stack.push(children[i] as Nodes)
  }
}

export function linksIn(node: Nodes): (Link | LinkReference)[] {
  const found: (Link | LinkReference)[] = []
  walk(node, (inner) => {
    if (inner.type === 'link' || inner.type === 'linkReference') found.push(inner)
  })
  return found
}
