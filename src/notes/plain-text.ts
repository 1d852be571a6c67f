import type { Nodes } from 'mdast'

/** The words of a node as a reader sees them: code included, images, footnote marks and what is `left` out not. */
export function plainText(node: Nodes, left: readonly Nodes['type'][] = []): string {
  let text = ''
  const stack: Nodes[] = [node]
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'text' || next.type === 'inlineCode') text += next.value
    else if (next.type === 'break') text += '\n'
    else if ('children' in next && !left.includes(next.type)) {
      for (let i = next.children.length - 1; i >= 0; i -= 1) stack.push(next.children[i] as Nodes)
    }
  }
  return text
}

/** The text without the blanks and the `marks` at its ends. */
export function trimMarks(text: string, marks: string): string {
  const isEdge = (char: string | undefined) => char !== undefined && (marks.includes(char) || /\s/.test(char))
  let start = 0
  let end = text.length
  while (start < end && isEdge(text[start])) start += 1
  while (end > start && isEdge(text[end - 1])) end -= 1
  return text.slice(start, end)
}

/** Line breaks with the blanks around them; begins only where a run of blanks does, to stay linear. */
const SOFT_BREAK = /(?<![ \t])[ \t]*\r?\n[ \t]*/g
const ENDS_UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！」』”]$/u
const BEGINS_UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！「『“]/u

/**
 * A stretch of prose on one line: soft breaks become a space, or nothing between characters of scripts that
 * write without spaces.
 */
export function oneLine(text: string): string {
  return onOneLine(text).text
}

/** {@link oneLine}, with where each offset into the text, in rising order, comes to lie. */
export function onOneLine(text: string, offsets: readonly number[] = []): { text: string; moved: number[] } {
  let line = ''
  let at = 0
  const moved: number[] = []
  for (const { index, 0: soft } of text.matchAll(SOFT_BREAK)) {
    const end = index + soft.length
    take(index)
    const unspaced =
      ENDS_UNSPACED.test(text.slice(Math.max(0, index - 2), index)) &&
      BEGINS_UNSPACED.test(text.slice(end, end + 2))
    if (!unspaced) line += ' '
    at = end
  }
  take(text.length)
  return { text: line, moved }

  /** Keeps what stands before `end`; offsets in it move by what was left out. */
  function take(end: number): void {
    const begin = line.length
    while (moved.length < offsets.length && (offsets[moved.length] as number) <= end) {
      moved.push(begin + Math.max(0, (offsets[moved.length] as number) - at))
    }
    line += text.slice(at, end)
  }
}
