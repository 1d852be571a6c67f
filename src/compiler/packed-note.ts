import { type Card, cardOf, type KnownNote, keyOf } from './card.ts'
import type { CompiledNote } from './compile-note.ts'

/** A note as text, as it travels and is remembered: its card, what else it says, and its body, a line each. */
export function packNote(key: string, note: CompiledNote): string {
  const { body, ...rest } = note
  return [cardOf(key, note), rest, body].map((part) => JSON.stringify(part)).join('\n')
}

/**
 * The note that was packed. Its body is larger than all else, and is needed only when its page is written: until then
 * it stays packed, and it is unpacked anew each time.
 */
export function unpackNote(packed: string): KnownNote {
  const end = packed.indexOf('\n')
  const card = JSON.parse(packed.slice(0, end)) as Card
  let rest: Buffer | undefined = Buffer.from(packed.slice(end + 1))
  let note: CompiledNote | undefined
  return {
    card,
    full: () => {
      note ??= unpackRest(rest as Buffer)
      rest = undefined
      return note
    },
  }
}

/** A note of which the card is known, and the rest is fetched when it is asked for. */
export function knownNote(card: Card, fetch: () => string): KnownNote {
  let note: KnownNote | undefined
  return {
    card,
    full: () => {
      note ??= unpackNote(fetch())
      return note.full()
    },
  }
}

/** A note that is there. */
export function wholeNote(note: CompiledNote, raw: string): KnownNote {
  return { card: cardOf(keyOf(note.file, raw), note), full: () => note }
}

function unpackRest(rest: Buffer): CompiledNote {
  const end = rest.indexOf('\n')
  // A copy: a part of it would keep all of it.
  const body = Buffer.from(rest.subarray(end + 1))
  return {
    ...JSON.parse(rest.toString('utf8', 0, end)),
    get body() {
      return JSON.parse(body.toString())
    },
  }
}
