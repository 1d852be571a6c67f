import type { DateValue, Mention } from '../calendar/index.ts'
import type { Statement, StatementMention } from './artifacts.ts'
import { oneLine } from './plain-text.ts'
import { quotes } from './sentences.ts'

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
  if (!at || (!dated && !quotes(words))) return undefined
  const text = oneLine(words)
  // Soft breaks shorten the text; a mark moves by what was lost before it.
  const moved = (offset: number) => (text === words ? offset : oneLine(words.slice(0, offset)).length)
  return {
    text,
    mentions: mentions.map(({ text: _, start, end, ...mention }): StatementMention => {
      return { ...mention, start: moved(start), end: moved(end) }
    }),
    ...(said ? { said } : {}),
    at,
  }
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
