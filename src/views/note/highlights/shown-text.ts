import { blanksAsSpaces } from '../../../notes/index.ts'
import type { Stretch } from './find.ts'

/** What the program adds to the text of a note. */
const ADDED =
  '.margin-sources, .source-marks, .section-sources, .about-source, .star, .highlight-sign, .choose-words, .visually-hidden, .remote-image'

/** The pieces of the text of a note as it is shown, in order, with where each begins. */
function piecesOf(element: Element): { node: Text; at: number }[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element
      ? node.matches(ADDED)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_SKIP
      : NodeFilter.FILTER_ACCEPT,
  )
  const pieces: { node: Text; at: number }[] = []
  let at = 0
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    pieces.push({ node, at })
    at += node.data.length
  }
  return pieces
}

/** The text of a note as it is shown: what `bodyText` says, unless something has changed the page. */
export function shownText(element: Element): string {
  return blanksAsSpaces(
    piecesOf(element)
      .map(({ node }) => node.data)
      .join(''),
  )
}

/** Which stretch of the text lies in a range of the page; undefined where none does. */
export function stretchIn(element: Element, range: Range): Stretch | undefined {
  let start: number | undefined
  let end = 0
  for (const { node, at } of piecesOf(element)) {
    if (!range.intersectsNode(node)) continue
    const from = node === range.startContainer ? range.startOffset : 0
    const to = node === range.endContainer ? range.endOffset : node.length
    if (to <= from) continue
    start ??= at + from
    end = at + to
  }
  return start === undefined ? undefined : { start, end }
}

/** What of the page shows a stretch of the text. */
export function rangeOf(element: Element, { start, end }: Stretch): Range | undefined {
  const pieces = piecesOf(element)
  const first = pieces.find(({ node, at }) => at + node.length > start)
  const last = pieces.find(({ node, at }) => at + node.length >= end)
  if (!first || !last) return undefined
  const range = document.createRange()
  range.setStart(first.node, start - first.at)
  range.setEnd(last.node, end - last.at)
  return range
}
