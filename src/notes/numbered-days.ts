import type { List, ListItem, Nodes, Root, Text } from 'mdast'
import { walk } from './walk.ts'

/**
 * Gives list items back the day that Markdown took for their number: "4. Mai", in languages that write days so.
 * In place; offsets stay those of the raw file.
 */
export function restoreDays(root: Root, raw: string, language: string): void {
  const month = months.get(language) ?? monthsOf(language)
  months.set(language, month)
  if (!month) return
  walk(root, (node) => {
    if (node.type === 'list' && node.ordered) restore(node, raw, month)
    const inner = node.type === 'listItem' ? node.children[0] : undefined
    // "- 4. Mai": a list of one item in another.
    if (node.type !== 'listItem' || inner?.type !== 'list' || !inner.ordered) return
    if (restore(inner, raw, month) && inner.children.length === 1)
      node.children.splice(0, 1, ...(inner.children[0] as ListItem).children)
  })
}

function restore(list: List, raw: string, month: RegExp): boolean {
  const heads = list.children.map(headOf)
  if (!heads.every((head) => head && month.test(head.value)) || isOfMonths(list, heads, raw)) return false
  list.ordered = false
  for (const [i, head] of heads.entries()) {
    const start = list.children[i]?.position?.start
    if (!start || !head?.position) continue
    head.value = raw.slice(start.offset, head.position.start.offset) + head.value
    head.position = { ...head.position, start }
  }
  return true
}

/** "1. Januar", "2. Februar": numbered months. */
function isOfMonths({ children }: List, heads: readonly (Text | undefined)[], raw: string): boolean {
  const numbers = children.map(({ position }) => Number.parseInt(raw.slice(position?.start.offset), 10))
  const names = new Set(heads.map((head) => head?.value.slice(0, 3)))
  return names.size > 1 && numbers.every((number, i) => i === 0 || number === (numbers[i - 1] as number) + 1)
}

/** The words that an item begins with. */
function headOf(item: ListItem): Text | undefined {
  const block: Nodes | undefined = item.children[0]
  const head = block?.type === 'paragraph' ? block.children[0] : undefined
  return head?.type === 'text' ? head : undefined
}

/** Language → its months. */
const months = new Map<string, RegExp | false>()

/** What begins with a month's name, in a language that puts a full stop behind the day before it. */
function monthsOf(language: string): RegExp | false {
  const names = (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, m) => format.format(Date.UTC(2024, m, 4)))
  })
  if (!names.every((name) => /^4\. ?\p{L}/u.test(name))) return false
  const words = names.map((name) => name.replace(/^4\. ?|\.$/g, ''))
  return new RegExp(`^(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}
