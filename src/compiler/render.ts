import type { Root } from 'mdast'
import type { ReactElement, ReactNode } from 'react'
import Markdown, { type Options } from 'react-markdown'
import type { Attributes, Body } from '../notes/index.ts'
import { type LinkResolver, rehypeForReading } from './rehype-for-reading.ts'

/** What the footnotes of a note are called in its language. */
export interface FootnoteWords {
  label: string
  back: string
}

/**
 * Renders a marked tree with react-markdown and returns the elements as data, which the browser revives. Raw
 * HTML comes out as text; the tree was parsed before, so react-markdown's own parser is replaced by it.
 */
export function renderBody(tree: Root, resolve: LinkResolver, words: FootnoteWords): Body[] {
  const options: Options = {
    remarkPlugins: [
      function replaceParser() {
        this.parser = () => tree
      },
    ],
    rehypePlugins: [[rehypeForReading, resolve]],
    remarkRehypeOptions: {
      footnoteLabel: words.label,
      // The second and later ways back show their number: their names say it, too.
      footnoteBackLabel: (_, use) => (use > 1 ? `${words.back} ${use}` : words.back),
    },
    // Addresses are judged in rehypeForReading.
    urlTransform: (url) => url,
  }
  // react-markdown is a plain function of its props: no renderer is needed to have its elements.
  const element = Markdown({ ...options, children: '' }) as ReactElement<{ children?: ReactNode }>
  return toBodies(element)
}

function toBodies(node: ReactNode): Body[] {
  if (typeof node === 'string') return node === '' ? [] : [node]
  if (typeof node === 'number') return [String(node)]
  if (Array.isArray(node)) return node.flatMap((child: ReactNode) => toBodies(child))
  if (!node || typeof node !== 'object' || !('props' in node)) return []
  const { type, props } = node as ReactElement<Record<string, unknown>>
  const children = toBodies(props.children as ReactNode)
  // A fragment has no name of its own.
  if (typeof type !== 'string') return children
  return [[type, toAttributes(props), ...children]]
}

function toAttributes(props: Record<string, unknown>): Attributes | null {
  const attributes: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' || value === undefined || value === null) continue
    if (name === 'style') {
      // The alignment of table cells; the page allows no inline style.
      const { textAlign } = value as { textAlign?: string }
      if (textAlign) attributes['data-align'] = textAlign
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      attributes[name] = value
    }
  }
  return Object.keys(attributes).length > 0 ? attributes : null
}
