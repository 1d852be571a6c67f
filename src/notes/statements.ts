import type { DateValue, Mention } from '../calendar/index.ts'
import type { Statement, StatementMention } from './artifacts.ts'
import { quotes } from './enclosures.ts'
import { onOneLine } from './plain-text.ts'

/** What goes on without an end for longer is shown in the note; elsewhere its beginning stands for it. */
const LONGEST = 2000

/** A sentence, list item or table row that may be a statement; mentions count from its first character. */
export interface Candidate {
  words: string
  mentions: readonly Mention[]
  /** The dateline it stands under. */
  said: DateValue | undefined
}

/**
 * The statement that a candidate makes: it has a date of its own, or it quotes somebody under a dateline.
 * Undefined where it is dated by nothing.
 */
export function readStatement({
  words,
  mentions,
  said,
}: Candidate): Omit<Statement, 'id' | 'cites'> | undefined {
  const at = standsAt(mentions, said)
  const dated = mentions.some(({ value }) => value)
  if (!at || (dated ? saysOnlyWhen(words, mentions) : !quotes(words))) return undefined
  // Soft breaks shorten the text; a mark moves by what was lost before it.
  const { text, moved } = onOneLine(
    words,
    mentions.flatMap(({ start, end }) => [start, end]),
  )
  const placed = mentions.map(({ text: _, aside: __, ...mention }, n): StatementMention => {
    return { ...mention, start: moved[2 * n] as number, end: moved[2 * n + 1] as number }
  })
  const isLong = text.length > LONGEST
  return {
    text: isLong ? `${text.slice(0, LONGEST)}…` : text,
    mentions: isLong ? placed.filter(({ end }) => end <= LONGEST) : placed,
    ...(said ? { said } : {}),
    at,
  }
}

/** Whether nothing is said but the date. */
function saysOnlyWhen(words: string, mentions: readonly Mention[]): boolean {
  let at = 0
  let rest = ''
  for (const { start, end } of mentions) {
    rest += words.slice(at, start)
    at = end
  }
  return !/[\p{L}\p{N}]/u.test(rest + words.slice(at))
}

/** The default place in time: its own explicit date, else when it was said, else what was resolved. */
function standsAt(mentions: readonly Mention[], said: DateValue | undefined): DateValue | undefined {
  // A weekday by itself is too little to date a statement by.
  const telling = mentions.filter(({ guess }) => guess !== 'week')
  const explicit = telling.filter(({ basis }) => basis === 'explicit')
  return narrowest(explicit) ?? said ?? narrowest(telling)
}

function narrowest(mentions: readonly Mention[]): DateValue | undefined {
  let best: DateValue | undefined
  for (const { value } of mentions) {
    if (value && (!best || value.to - value.from < best.to - best.from)) best = value
  }
  return best
}
