import type { CompiledNote } from './compile-note.ts'

/** A note as text, as it travels and is remembered: its body on the second line, by itself. */
export function packNote({ body, ...note }: CompiledNote): string {
  return `${JSON.stringify(note)}\n${JSON.stringify(body)}`
}

/**
 * The note that was packed. Its body is larger than all else, and is needed only when its page is written: until then
 * it stays packed, and it is unpacked anew each time.
 */
export function unpackNote(packed: string): CompiledNote {
  const end = packed.indexOf('\n')
  const body = Buffer.from(packed.slice(end + 1))
  return {
    ...JSON.parse(packed.slice(0, end)),
    get body() {
      return JSON.parse(body.toString())
    },
  }
}
