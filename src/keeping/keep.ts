import { BUILD_HEADER, type KeepableFile } from '../notes/index.ts'
import {
  ANSWERS,
  addressOf,
  allFiles,
  Gone,
  KEEP_HEADER,
  readRecords,
  registerWorker,
  removeRecords,
  topicFiles,
  type What,
  writeRecord,
} from '../worker/index.ts'

/** What is kept for a reader, with its size in bytes. */
export interface Kept {
  what: What
  name: string
  bytes: number
}

/** What keeping something takes, said before it is done. */
export interface Weighed {
  files: KeepableFile[]
  bytes: number
  /** Bytes that the browser has room for; undefined where it does not say. */
  room: number | undefined
}

/** How keeping ended: nothing of it is kept but where it is `kept`. */
export type Outcome = 'kept' | 'full' | 'broken' | 'stopped'

/** So many files are under way at once. */
const AT_ONCE = 4
/** A worker that comes no sooner does not come; milliseconds. */
const PATIENCE = 10_000

/** What the reader has asked to be kept. */
export async function readKept(): Promise<Kept[]> {
  if (!('caches' in globalThis)) return []
  const records = await readRecords()
  return records.flatMap(({ what, name, files }) =>
    what === 'first' ? [] : [{ what, name, bytes: bytesOf(files) }],
  )
}

/**
 * @throws Error where the site cannot be reached, or has been renewed
 * @returns undefined where this browser keeps nothing
 */
export async function weigh(what: What): Promise<Weighed | undefined> {
  if (!(await hasWorker())) return undefined
  const files = what === 'all' ? await allFiles(ownBuild()) : await topicFiles(ownBuild(), topicOf(what))
  if (!files) throw new Gone(what)
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {}
  const room = quota === undefined || usage === undefined ? undefined : quota - usage
  return { files, bytes: bytesOf(files), room }
}

/** Fetches all files through the worker, which puts them where they stay. `onProgress`: how many are there. */
export async function keep(
  { what, name }: Pick<Kept, 'what' | 'name'>,
  files: readonly KeepableFile[],
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  const build = ownBuild()
  // What a reader asks for is worth keeping when the browser needs room.
  navigator.storage?.persist?.().catch(() => undefined)
  const waiting = [...files]
  let done = 0
  let outcome = 'kept' as Outcome
  const run = async () => {
    for (let file = waiting.shift(); file && outcome === 'kept'; file = waiting.shift()) {
      const headers = { [BUILD_HEADER]: build, [KEEP_HEADER]: 'yes' }
      const status = await fetch(addressOf(file[0]), { headers, signal }).then(
        (response) => response.status,
        () => 0,
      )
      if (signal.aborted) outcome = 'stopped'
      else if (status === ANSWERS.full) outcome = 'full'
      else if (status !== ANSWERS.kept) outcome = 'broken'
      else {
        done += 1
        onProgress(done)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, run))
  if (outcome === 'kept') {
    await writeRecord({ what, name, build, files: [...files] }).catch(() => {
      outcome = 'full'
    })
  }
  // What has come before the connection broke off need not come again.
  if (outcome === 'full' || outcome === 'stopped') await removeRecords()
  return outcome
}

export function forget(wanted: What): Promise<void> {
  return removeRecords(({ what }) => what === wanted)
}

/** On the first visit it may be only just coming, or wait to be asked for. */
function hasWorker(): Promise<boolean> {
  const { serviceWorker } = navigator
  if (!serviceWorker || !ownBuild()) return Promise.resolve(false)
  if (serviceWorker.controller) return Promise.resolve(true)
  return new Promise((resolve) => {
    registerWorker().catch(() => resolve(false))
    serviceWorker.addEventListener('controllerchange', () => resolve(true), { once: true })
    setTimeout(() => resolve(false), PATIENCE)
  })
}

function ownBuild(): string {
  return document.documentElement.dataset.build ?? ''
}

function bytesOf(files: readonly KeepableFile[]): number {
  return files.reduce((sum, [, , bytes]) => sum + bytes, 0)
}

function topicOf(what: What): string {
  return what.slice('topics/'.length)
}
