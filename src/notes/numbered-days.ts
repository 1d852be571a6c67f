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
    if (node.type === 'list' && node.ordered) restored(node, raw, month)
    const inner = node.type === 'listItem' ? node.children[0] : undefined
    // "- 4. Mai": a list of one item in another.
    if (node.type !== 'listItem' || inner?.type !== 'list' || !inner.ordered) return
    if (restored(inner, raw, month) && inner.children.length === 1)
      node.children.splice(0, 1, ...(inner.children[0] as ListItem).children)
  })
}

function restored(list: List, raw: string, month: RegExp): boolean {
  return restore(list, raw, month) || restoreNumbers(list, raw)
}

/** "22. 10. 2024": the day is a list's number, the month that of a list in it, with the year for its words. */
function restoreNumbers(list: List, raw: string): boolean {
  const inner = list.children.map(({ children: [child] }) =>
    child?.type === 'list' && child.ordered && child.children.length === 1 ? child.children[0] : undefined,
  )
  if (!inner.every((item) => item && YEAR.test(headOf(item)?.value ?? ''))) return false
  list.ordered = false
  for (const [i, item] of list.children.entries()) {
    item.children.splice(0, 1, ...(inner[i] as ListItem).children)
    takeNumber(item, raw)
  }
  return true
}

/** Of our time, where it has two digits: a short number is of anything. */
const YEAR = /^(?:\d{4}|[3-9]\d)(?!\d)/

/** Gives the words of an item the number before them. */
function takeNumber(item: ListItem, raw: string): void {
  const head = headOf(item)
  const start = item.position?.start
  if (!start || !head?.position) return
  head.value = raw.slice(start.offset, head.position.start.offset) + head.value
  head.position = { ...head.position, start }
}

function restore(list: List, raw: string, month: RegExp): boolean {
  const heads = list.children.map(headOf)
  if (!heads.every((head) => head && month.test(head.value)) || isOfMonths(list, heads, raw)) return false
  list.ordered = false
  for (const item of list.children) takeNumber(item, raw)
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
  // "1. Quartal"
  const quarter = new Intl.DisplayNames(language, { type: 'dateTimeField' }).of('quarter')
  return new RegExp(`^(?:${[...words, quarter ?? []].flat().join('|')})(?![\\p{L}\\p{N}])`, 'u')
}
