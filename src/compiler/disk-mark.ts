import { lstatSync } from 'node:fs'

/** Some file systems tell times in steps of two seconds; milliseconds. */
const STEP = 2000

/** What a plain file is known by without being read. */
export interface DiskMark {
  /** Its number, size and times: of the same, its content is taken to be the same. */
  mark: string
  /** Whether a change from now on would be told by the mark: not where the last one was only just now. */
  settled: boolean
}

/** Undefined where there is no plain file. */
export function markOf(path: string): DiskMark | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile()) return undefined
  const { ino, size, mtimeMs, ctimeMs } = stats
  return {
    mark: `${ino} ${size} ${mtimeMs} ${ctimeMs}`,
    settled: Date.now() - Math.max(mtimeMs, ctimeMs) > STEP,
  }
}
