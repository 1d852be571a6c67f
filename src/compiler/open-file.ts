import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/** The file is not one that is read: why, and what to do. */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly hint: string,
    /** Whether the system would not give it, which it may the next time. */
    readonly passing = false,
  ) {
    super(message)
  }
}

/** A link put in place since the folder was read is not followed, and a pipe is not waited for. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * Reads a plain file of at most `most` bytes, whatever stands at its path by now.
 * @throws Unreadable
 */
export function readPlainFile(path: string, most: number): Buffer {
  return withPlainFile(path, most, (file, size) => {
    const buffer = Buffer.alloc(size + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(file, buffer, length, buffer.length - length, null)
    }
    // What grows meanwhile, or has no honest size, is not read to its end.
    if (length > most) throw tooLarge(most)
    return buffer.subarray(0, length)
  })
}

/**
 * Makes sure that a file is a plain one of at most `most` bytes.
 * @throws Unreadable
 */
export function checkPlainFile(path: string, most: number): void {
  withPlainFile(path, most, () => undefined)
}

function withPlainFile<T>(path: string, most: number, use: (file: number, size: number) => T): T {
  let file: number | undefined
  try {
    file = openSync(path, FLAGS)
    const stats = fstatSync(file)
    if (!stats.isFile()) throw new Unreadable('this is not a plain file', 'Only plain files are read.')
    if (stats.size > most) throw tooLarge(most)
    return use(file, stats.size)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const hint = 'Check its permissions, or take it out.'
    throw new Unreadable(`this cannot be read: ${reasonOf(error)}`, hint, true)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function tooLarge(most: number): Unreadable {
  return new Unreadable(
    `this is larger than ${most / 1024 / 1024} MB`,
    'Make it smaller, or several files of it.',
  )
}

/** The system's short name for what went wrong, without a path of this machine. */
export function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'an unknown error'
}
