import type { Html, Nodes, Parents, PhrasingContent, RootContent } from 'mdast'

/** The elements that a note may write as HTML, always without attributes. */
const PHRASES = new Set(['ins', 'kbd', 'mark', 'sub', 'sup'])

/**
 * Turns the few harmless HTML elements that notes use into nodes of the tree, in place: `<br>`, the phrases above,
 * and `<details>` with its `<summary>`. Only tags without attributes that open and close in one block count, so
 * nothing has to be parsed; comments go, and all other HTML stays what it is, to be shown as text.
 */
export function readBareHtml(root: Nodes): void {
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue
    const phrasing = node.type === 'paragraph' || isPhrasing(node)
    if (node.children.some(({ type }) => type === 'html')) {
      node.children = (phrasing ? joinPhrases(node) : joinDetails(node)) as typeof node.children
    }
    for (const child of node.children) stack.push(child)
  }
}

function isPhrasing({ type }: Parents): boolean {
  return !['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition'].includes(type)
}

function joinPhrases(parent: Parents): PhrasingContent[] {
  const done: PhrasingContent[] = []
  const open: { name: string; at: number }[] = []
  for (const node of parent.children as PhrasingContent[]) {
    const tag = node.type === 'html' ? tagOf(node) : undefined
    if (isComment(node)) continue
    if (tag?.name === 'br') done.push({ type: 'break', ...placeOf(node) })
    else if (tag?.closes && open.at(-1)?.name === tag.name) {
      const { name, at } = open.pop() as { name: string; at: number }
      const [opening, ...children] = done.splice(at)
      done.push({
        // Emphasis is only the carrier: `hName` says what it becomes.
        type: 'emphasis',
        children,
        data: { hName: name },
        ...span(opening as Nodes, node),
      })
    } else {
      if (tag && !tag.closes && PHRASES.has(tag.name)) open.push({ name: tag.name, at: done.length })
      done.push(node)
    }
  }
  return done
}

function joinDetails(parent: Parents): RootContent[] {
  const done: RootContent[] = []
  const open: { summary: string; at: number }[] = []
  for (const node of parent.children as RootContent[]) {
    if (node.type !== 'html') done.push(node)
    else if (isComment(node)) continue
    else if (/^<\/details>$/i.test(node.value.trim()) && open.length > 0) {
      const { summary, at } = open.pop() as { summary: string; at: number }
      const [opening, ...children] = done.splice(at)
      const place = span(opening as Nodes, node)
      done.push({
        type: 'blockquote',
        children: [...summaryNode(summary, opening as Nodes), ...children] as never,
        data: { hName: 'details' },
        ...place,
      })
    } else {
      const opening = /^<details>(?:\s*<summary>([^<]*)<\/summary>)?$/i.exec(node.value.trim())
      if (opening) open.push({ summary: opening[1]?.trim() ?? '', at: done.length })
      // A block of text, so that it is set like one.
      done.push({ type: 'paragraph', children: [node], ...placeOf(node) })
    }
  }
  return done
}

function summaryNode(text: string, opening: Nodes): RootContent[] {
  if (!text) return []
  const html = (opening as Parents).children[0] as Html
  const { start } = html.position ?? {}
  const offset = (start?.offset ?? 0) + html.value.indexOf(text)
  const place = start && {
    position: { start: { ...start, offset }, end: { ...start, offset: offset + text.length } },
  }
  const words: PhrasingContent = { type: 'text', value: text, ...place }
  return [{ type: 'paragraph', data: { hName: 'summary' }, children: [words], ...place }]
}

function tagOf({ value }: Html): { name: string; closes: boolean } | undefined {
  const tag = /^<(\/?)([a-z]+) ?\/?>$/i.exec(value)
  return tag ? { name: (tag[2] as string).toLowerCase(), closes: tag[1] === '/' } : undefined
}

function isComment(node: Nodes): boolean {
  return node.type === 'html' && /^<!--(?:(?!-->)[\s\S])*-->$/.test(node.value.trim())
}

function placeOf({ position }: Nodes) {
  return position ? { position } : {}
}

function span(from: Nodes, to: Nodes) {
  return from.position && to.position
    ? { position: { start: from.position.start, end: to.position.end } }
    : {}
}
