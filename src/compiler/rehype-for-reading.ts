import type { Element, ElementContent, Root, RootContent } from 'hast'
import { safeAddress } from '../notes/index.ts'
import { HIDDEN_TITLE } from './compile-note.ts'

/**
 * Where an address inside a note leads; undefined where nothing may be followed. `offset` is the link's place in
 * the raw file.
 */
export type LinkResolver = (href: string, kind: 'link' | 'image', offset: number) => string | undefined

/**
 * Makes the tree fit to be read: headings start below the page's own `h1`, the hidden title goes, addresses are
 * resolved or taken away, remote images become links that say so.
 */
export function rehypeForReading(resolve: LinkResolver) {
  return (root: Root) => {
    root.children = root.children.filter(
      (node) => !(node.type === 'element' && node.tagName === HIDDEN_TITLE),
    )
    const shift = headingShift(root)
    const stack: (Root | Element)[] = [root]
    for (let parent = stack.pop(); parent; parent = stack.pop()) {
      parent.children = (parent.children as RootContent[]).map((node) => {
        if (node.type !== 'element') return node
        const adapted = adapt(node, shift, resolve)
        if (adapted.type === 'element') stack.push(adapted)
        return adapted
      }) as ElementContent[]
    }
  }
}

/** How far headings move, so that the note's highest becomes `h2`. */
function headingShift(root: Root): number {
  const levels = root.children.flatMap((node) => {
    const level = node.type === 'element' && /^h([1-6])$/.exec(node.tagName)?.[1]
    return level ? [Number(level)] : []
  })
  return levels.length > 0 ? 2 - Math.min(...levels) : 0
}

function adapt(node: Element, shift: number, resolve: LinkResolver): ElementContent {
  const heading = /^h([1-6])$/.exec(node.tagName)?.[1]
  // Footnotes bring an h2 of their own.
  if (heading && node.properties.id !== 'footnote-label') {
    return { ...node, tagName: `h${Math.min(6, Math.max(2, Number(heading) + shift))}` }
  }
  if (node.tagName === 'a') return adaptLink(node, resolve)
  if (node.tagName === 'img') return adaptImage(node, resolve)
  return node
}

function adaptLink(node: Element, resolve: LinkResolver): ElementContent {
  const href = String(node.properties.href ?? '')
  if (href.startsWith('#')) return node
  const address = resolve(decode(href), 'link', offsetOf(node))
  if (address) return { ...node, properties: { ...node.properties, href: address } }
  const { href: _, ...properties } = node.properties
  return { ...node, tagName: 'span', properties: { ...properties, dataUnresolved: true } }
}

function adaptImage(node: Element, resolve: LinkResolver): ElementContent {
  const src = String(node.properties.src ?? '')
  const alt = String(node.properties.alt ?? '')
  const address = resolve(decode(src), 'image', offsetOf(node))
  if (address && !safeAddress(address)) {
    return { ...node, properties: { src: address, alt, loading: 'lazy' } }
  }
  const children: ElementContent[] = [{ type: 'text', value: alt || src }]
  if (!address) return { type: 'element', tagName: 'span', properties: { dataUnresolved: true }, children }
  return { type: 'element', tagName: 'a', properties: { href: address, dataRemoteImage: true }, children }
}

function offsetOf(node: Element): number {
  return node.position?.start.offset ?? 0
}

/** mdast-util-to-hast percent-encodes what the owner wrote; file names are compared as written. */
function decode(href: string): string {
  if (/^[a-z][a-z+.-]*:/i.test(href)) return href
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}
