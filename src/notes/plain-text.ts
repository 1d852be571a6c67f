import type { Nodes } from 'mdast'

/** The words of a node as a reader sees them: code included, images and footnote marks not. */
export function plainText(node: Nodes): string {
  let text = ''
  const stack: Nodes[] = [node]
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'text' || next.type === 'inlineCode') text += next.value
    else if (next.type === 'break') text += '\n'
    else if ('children' in next) {
      for (let i = next.children.length - 1; i >= 0; i -= 1) stack.push(next.children[i] as Nodes)
    }
  }
  return text
}

/**
 * A stretch of prose on one line: soft breaks become a space, or nothing between characters of scripts that
 * write without spaces.
 */
export function oneLine(text: string): string {
  return text
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！」』”])[ \t]*\r?\n[ \t]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！「『“])/gu,
      '',
    )
    .replace(/[ \t]*\r?\n[ \t]*/g, ' ')
}
