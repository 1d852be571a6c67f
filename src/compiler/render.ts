import type { Root } from 'mdast'
import type { ReactElement, ReactNode } from 'react'
import Markdown, { type Options } from 'react-markdown'
import type { Attributes, Body } from '../notes/index.ts'
import { rehypeForReading, type WrittenLink } from './rehype-for-reading.ts'
import { rehypeSanitize } from './sanitize.ts'

/** A note's elements as data, with the addresses that still have to be put into them. */
export interface RenderedBody {
  body: Body[]
  links: WrittenLink[]
}

/**
 * Renders a marked tree with react-markdown and returns the elements as data, which the browser revives. Raw
 * HTML comes out as text; the tree was parsed before, so react-markdown's own parser is replaced by it.
 */
export function renderBody(tree: Root, language: string): RenderedBody {
  const links: WrittenLink[] = []
  const words = FOOTNOTE_WORDS.get(language) ?? { label: 'Footnotes', back: 'Back to the text' }
  const options: Options = {
    remarkPlugins: [
      function replaceParser() {
        this.parser = () => tree
      },
    ],
    rehypePlugins: [[rehypeForReading, links], rehypeSanitize],
    remarkRehypeOptions: {
      footnoteLabel: words.label,
      // The second and later ways back show their number: their names say it, too.
      footnoteBackLabel: (_, use) => (use > 1 ? `${words.back} ${use}` : words.back),
    },
    // Addresses are judged when they are put back.
    urlTransform: (url) => url,
  }
  // react-markdown is a plain function of its props: no renderer is needed to have its elements.
  const element = Markdown({ ...options, children: '' }) as ReactElement<{ children?: ReactNode }>
  return { body: toBodies(element), links }
}

const FOOTNOTE_WORDS = new Map([
  ['zh-Hans', { label: '脚注', back: '回到正文' }],
  ['zh-Hant', { label: '註腳', back: '回到正文' }],
  ['ja', { label: '脚注', back: '本文に戻る' }],
  ['es', { label: 'Notas', back: 'Volver al texto' }],
  ['fr', { label: 'Notes', back: 'Revenir au texte' }],
  ['de', { label: 'Fußnoten', back: 'Zurück zum Text' }],
  ['hi', { label: 'पाद टिप्पणियाँ', back: 'पाठ पर वापस' }],
  ['ar', { label: 'الحواشي', back: 'العودة إلى النص' }],
])

function toBodies(node: ReactNode): Body[] {
  // What parses the page knows one kind of line break: places in the text are counted alike in both.
  if (typeof node === 'string') return node === '' ? [] : [node.replace(/\r\n?/g, '\n')]
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
