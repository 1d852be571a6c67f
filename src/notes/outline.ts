import type { Mention } from '../calendar/index.ts'
import type { Dateline } from './artifacts.ts'
import { trimMarks } from './plain-text.ts'

/** A heading longer than this is a paragraph. */
const LONGEST = 400

const BRACKETS = /[(（[【]([^()（）[\]【】]*)[)）\]】]/g

/**
 * The dateline of a heading: its last brackets with a date, or a date that begins or ends it.
 * @example "AI Race (October 2025, All-In Summit)" → October 2025, venue "All-In Summit"
 */
export function readDateline(title: string, mentions: readonly Mention[]): Dateline | undefined {
  if (title.length > LONGEST) return undefined
  const dated = mentions.filter((mention) => mention.value)
  for (const match of [...title.matchAll(BRACKETS)].reverse()) {
    const [start, end] = [match.index, match.index + match[0].length]
    const all = dated.filter((mention) => mention.start > start && mention.end < end)
    const inside = all.find(({ fiscal }) => !fiscal) ?? all[0]
    if (inside?.value) return { start, end, value: inside.value, ...venue(title, start + 1, end - 1, inside) }
  }
  const edge = dated.find(({ start, end }) => {
    const before = title.slice(0, start)
    const after = title.slice(end)
    return /^[\s\p{P}\p{S}]*$/u.test(before) || /^[\s\p{P}]*$/u.test(after)
  })
  return edge?.value && { start: edge.start, end: edge.end, value: edge.value }
}

function venue(title: string, start: number, end: number, { start: from, end: to }: Mention) {
  const rest = `${title.slice(start, from)}${title.slice(to, end)}`
  const name = trimMarks(rest, ',，、;；:：·–—-')
  return name ? { venue: name } : {}
}
