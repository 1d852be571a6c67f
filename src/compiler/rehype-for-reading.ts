import type { Element, ElementContent, Root, RootContent } from 'hast'

/** The tag of a heading that only repeats the page's own title. */
export const HIDDEN_TITLE = 'hidden-title'

/** An address as the note writes it. */
export interface WrittenLink {
  kind: 'link' | 'image'
  href: string
  /** UTF-16 offset into the raw file. */
  offset: number
}

/**
 * Makes the tree fit to be read: raw HTML becomes text, the hidden title goes, and every address is taken out into
 * `links`, its number left behind as `data-link`: where it leads depends on the other notes.
 */
export function rehypeForReading(links: WrittenLink[]) {
  return (root: Root) => {
    root.children = root.children.filter(
      (node) => !(node.type === 'element' && node.tagName === HIDDEN_TITLE),
    )
    const stack: (Root | Element)[] = [root]
    for (let parent = stack.pop(); parent; parent = stack.pop()) {
      parent.children = (parent.children as RootContent[]).map((node) => {
        if (node.type === 'raw') return { type: 'text', value: node.value }
        if (node.type !== 'element') return node
        const adapted = adapt(node, links)
        stack.push(adapted)
        return adapted
      }) as ElementContent[]
    }
  }
}

function adapt(node: Element, links: WrittenLink[]): Element {
  // Within a quotation or a list: the page has one `h1`, and it is not this.
  if (node.tagName === 'h1') return { ...node, tagName: 'h2' }
  const { href, src, ...properties } = node.properties
  const leadsInside = 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties
  const address = node.tagName === 'img' ? src : node.tagName === 'a' && !leadsInside ? href : undefined
  if (address === undefined) return node
  const kind = node.tagName === 'img' ? 'image' : 'link'
  links.push({ kind, href: String(address), offset: node.position?.start.offset ?? 0 })
  return { ...node, properties: { ...properties, dataLink: links.length - 1 } }
}
