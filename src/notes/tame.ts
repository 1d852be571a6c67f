import type { Nodes, Root } from 'mdast'
import type { Problem } from './problem.ts'

/** Control characters, halves of characters, and what turns the direction of all text around it. */
const INERT = /(?![\t\n\r\u0080-\u009F])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu
const TURNS = /[\u202A-\u202E\u2066-\u2069]/
/** No script stacks more marks on a letter; thousands of them stop a browser for minutes. */
const PILE = /([\p{M}\u200C\u200D]{8})[\p{M}\u200C\u200D]+/gu

/** The text without power over what stands around it: marks piled up are cut, invisible controls become �. */
export function tame(text: string): string {
  return text.replace(INERT, '\uFFFD').replace(PILE, '$1')
}

/** Tames every word of the tree, in place, and tells where that first changed something. */
export function tameTree(root: Root): Problem[] {
  const problems = new Map<string, Problem>()
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const words = node as { value?: unknown; alt?: unknown; title?: unknown; lang?: unknown }
    for (const field of ['value', 'alt', 'title', 'lang'] as const) {
      const text = words[field]
      if (typeof text !== 'string') continue
      const tamed = tame(text)
      if (tamed === text) continue
      words[field] = tamed
      const { message, hint } = say(text, tamed)
      const offset = node.position?.start.offset ?? 0
      if (offset < (problems.get(message)?.offset ?? Number.POSITIVE_INFINITY)) {
        problems.set(message, { offset, severity: 'warning', message, hint })
      }
    }
    if ('children' in node) for (const child of node.children) stack.push(child)
  }
  return [...problems.values()]
}

function say(text: string, tamed: string): Pick<Problem, 'message' | 'hint'> {
  if (tamed.length < text.length) {
    return { message: 'marks are piled up on one letter', hint: 'Only eight are shown; take the others out.' }
  }
  if (TURNS.test(text)) {
    return {
      message: 'an invisible character turns the direction of the text',
      hint: 'It is shown as � and turns nothing; take it out.',
    }
  }
  return { message: 'a control character stands in the text', hint: 'It is shown as �; take it out.' }
}
