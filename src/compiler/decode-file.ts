import type { Problem } from '../notes/index.ts'

/** The text of a file, or why it has none. */
export type Decoded =
  | { raw: string; problems: Problem[] }
  | { raw?: undefined; problems: [Problem, ...Problem[]] }

/** More broken characters than this share make a file no text. */
const MOST_BROKEN = 0.05

/**
 * Decodes UTF-8, and UTF-16 with a byte order mark. Broken bytes are told and shown as �; a file that is mostly
 * that is no text. Pure.
 */
export function decodeFile(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes)
  const raw = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const first = raw.search(BROKEN)
  if (first < 0) return { raw, problems: [] }
  const broken = raw.match(BROKEN)?.length ?? 0
  if (broken > Math.max(2, raw.length * MOST_BROKEN)) {
    return {
      problems: [error(first, 'this is not text in UTF-8', 'Save it as UTF-8, if it is text at all.')],
    }
  }
  // A � may have been written as such.
  if (isWellFormed(bytes, encoding) && !raw.includes('\0')) return { raw, problems: [] }
  const places = broken === 1 ? 'a place' : `${broken} places`
  return {
    raw,
    problems: [
      error(first, `${places} cannot be read, here first`, 'They show as �; save the file as UTF-8.'),
    ],
  }
}

const BROKEN = /[\0\uFFFD]/g

function encodingOf([a, b]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
}

function isWellFormed(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function error(offset: number, message: string, hint: string): Problem {
  return { offset, severity: 'error', message, hint }
}
