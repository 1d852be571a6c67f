import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** More would not stay within a gigabyte, and wait for the one that puts together what they make. */
const MOST_PROCESSES = 8

/** How many processes share the work of a build: one on each core, so far. */
export function sideBySide(): number {
  return Math.min(MOST_PROCESSES, availableParallelism())
}

/**
 * Starts a script of this folder, named without its ending, in a process of its own, whose heap takes no more than
 * `megabytes`, and which a `signal` ends. It says nothing but by messages.
 */
export function startProcess(
  script: string,
  megabytes: number,
  { args = [], signal }: { args?: readonly string[]; signal?: AbortSignal | undefined } = {},
): ChildProcess {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return fork(fileURLToPath(new URL(`${script}.${ending}`, import.meta.url)), args, {
    execArgv: [...(ending === 'ts' ? translator() : []), `--max-old-space-size=${megabytes}`],
    env: { ...process.env, NODE_ENV: 'production' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It may be at a long work, and hear of nothing.
    ...(signal && { signal, killSignal: 'SIGKILL' }),
  })
}

/**
 * Resolves when a process has done its one work.
 * @throws Error with what it said last, else `otherwise`, where it has not
 */
export async function finished(child: ChildProcess, otherwise: string): Promise<void> {
  let said = otherwise
  child.on('message', (message) => {
    said = String(message)
  })
  // As in `answerOf`: what it said may be heard only after its end.
  const [[code]] = await Promise.all([once(child, 'exit'), once(child, 'disconnect')])
  if (code !== 0) throw new Error(said)
}

/** From its sources, as the tests run it, the compiler has to be translated. */
function translator(): string[] {
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
}

/** The last message of a process. Its end may be heard before what it said; only then has all been heard. */
export function answerOf<T>(child: ChildProcess): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let said: T | undefined
    child.on('message', (message) => {
      said = message as T
    })
    child.on('error', reject)
    child.on('disconnect', () => resolve(said))
  })
}

/** Sends a message from a process that was started; resolves when it has left, for what has not goes with the process. */
export function say(message: unknown): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve())
  })
}
