import type { Image, ImageReference, Nodes, Parents, Root } from 'mdast'

/** A node with words of its own, and where they stand in the prose. */
interface Leaf {
  start: number
  end: number
  node: Nodes
  /** How far the raw file was walked for the last offset asked for: the next begins there. */
  reached?: { index: number; at: number }
}

/**
 * The words of one block (a paragraph, a heading, a table cell), as one text. Offsets into `text` are UTF-16.
 * What is no prose (code, addresses) keeps its length in `searchable` but not its words.
 */
export interface Prose {
  node: Parents | Image | ImageReference
  text: string
  searchable: string
  leaves: Leaf[]
  /** Stretches that no sentence may be cut in: links and code. */
  whole: [start: number, end: number][]
  /** It is the text of a list item. */
  isItem?: true
}

/** Stands for a character that holds no prose. */
const MASK = '\uFFFC'
const ADDRESS = /^(?:[a-z][a-z+.-]*:|www\.)\S*$/i

/** Every block of prose in the tree, in order; an image's alternative text is a block of its own. */
export function readProse(root: Root): Prose[] {
  const blocks: Prose[] = []
  // An explicit stack: a note may nest deeper than calls can.
  const stack: Nodes[] = [root]
  const items = new Set<Nodes>()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'listItem' && node.children[0]) items.add(node.children[0])
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      blocks.push({ ...readBlock(node, blocks), ...(items.has(node) ? { isItem: true } : {}) })
    } else if ('children' in node) {
      for (let i = node.children.length - 1; i >= 0; i -= 1) stack.push(node.children[i] as Nodes)
    }
  }
  return blocks
}

function readBlock(block: Parents, blocks: Prose[]): Prose {
  const prose: Prose = { node: block, text: '', searchable: '', leaves: [], whole: [] }
  for (const child of block.children) read(child)
  return prose

  function read(node: Nodes): void {
    const start = prose.text.length
    if (node.type === 'text') add(node, node.value, node.value)
    else if (node.type === 'inlineCode') add(node, node.value, MASK.repeat(node.value.length))
    else if (node.type === 'break') add(node, '\n', '\n')
    else if (node.type === 'image' || node.type === 'imageReference') {
      if (node.alt) blocks.push(altText(node, node.alt))
    } else if ('children' in node) {
      for (const child of node.children) read(child)
      const isAddress = node.type === 'link' && ADDRESS.test(prose.text.slice(start))
      // What is set below the line is a formula's, not a date's.
      if (isAddress || node.data?.hName === 'sub') {
        prose.searchable = prose.searchable.slice(0, start) + MASK.repeat(prose.text.length - start)
      }
    }
    const atom = node.type === 'link' || node.type === 'linkReference' || node.type === 'inlineCode'
    if (atom) prose.whole.push([start, prose.text.length])
  }

  function add(node: Nodes, text: string, searchable: string): void {
    prose.leaves.push({ start: prose.text.length, end: prose.text.length + text.length, node })
    prose.text += text
    prose.searchable += searchable
  }
}

function altText(node: Image | ImageReference, alt: string): Prose {
  return { node, text: alt, searchable: alt, leaves: [{ start: 0, end: alt.length, node }], whole: [] }
}

/**
 * The raw file's stretch for a stretch of prose. A text node's value is not its slice of the file (entities,
 * escapes, line prefixes of quotes), so the two are walked side by side.
 */
export function rawRange(prose: Prose, raw: string, start: number, end: number): [number, number] {
  const first = prose.leaves[leafAt(prose.leaves, start)]
  const last = prose.leaves[leafAt(prose.leaves, end - 1)]
  if (!first || !last) return [0, 0]
  return [rawOffset(raw, first, start - first.start), rawOffset(raw, last, end - last.start - 1) + 1]
}

/** The index of the leaf that holds an offset into the prose. */
function leafAt(leaves: readonly Leaf[], offset: number): number {
  let low = 0
  let high = leaves.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((leaves[middle] as Leaf).end > offset) high = middle
    else low = middle + 1
  }
  return low
}

function rawOffset(raw: string, leaf: Leaf, index: number): number {
  const { node, reached } = leaf
  const from = node.position?.start.offset ?? 0
  const to = node.position?.end.offset ?? from
  const value = 'value' in node ? node.value : 'alt' in node ? (node.alt ?? '') : ''
  if (node.type !== 'text') return Math.min(Math.max(from, raw.indexOf(value, from)) + index, to)
  // Entities, escapes and line prefixes only ever lengthen the source: of equal length is equal.
  if (to - from === value.length) return from + index
  let { index: i, at } = reached && reached.index <= index ? reached : { index: 0, at: from }
  for (; i < index && at < to; i += 1) at = step(raw, value, at, i)
  leaf.reached = { index, at }
  return at
}

/** The raw offset after the character `value[i]`, which begins at `at`. */
function step(raw: string, value: string, from: number, i: number): number {
  let at = from
  const char = value[i]
  // Marks that were piled up are not in the value.
  while (raw[at] !== char && /\p{M}/u.test(raw[at] ?? '')) at += 1
  let next = at
  if (raw[at] === '\\' && raw[at + 1] === char) next = at + 2
  else if (raw[at] === '&' && (char !== '&' || /^&(?:amp|#38|#x26);/i.test(raw.slice(at, at + 6)))) {
    const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{1,31});/i.exec(raw.slice(at, at + 34))
    next = at + (entity?.[0].length ?? 1)
  } else if (char === '\n' || char === '\r') {
    while (raw[next] === ' ' || raw[next] === '\t') next += 1
    next += 1
    if (value[i + 1] === '\n') return next
    // Indentation and quote marks at the head of the next line are not in the value.
    while (/[ \t>]/.test(raw[next] ?? '') && raw[next] !== value[i + 1]) next += 1
  } else next = at + 1
  return next
}
