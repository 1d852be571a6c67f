import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Misuse } from './misuse.ts'

/**
 * Does a work while a file says that this process is at it, so that no other is. What a process left that runs no more
 * is taken over.
 * @throws Misuse where another is at it
 */
export async function holding<T>(lock: string, target: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(lock), { recursive: true })
  const letGo = () => rmSync(lock, { force: true })
  try {
    take(lock)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const pid = Number(readFileSync(lock, 'utf8'))
    // Numbers are given again, in containers often the same: this process holds nothing yet.
    if (pid && pid !== process.pid && isRunning(pid)) {
      throw new Misuse(
        `another build, process ${pid}, is writing ${target}`,
        `Let it end first, or name another folder with --out. Where none is running, remove ${lock}.`,
      )
    }
    letGo()
    take(lock)
  }
  process.once('exit', letGo)
  try {
    return await work()
  } finally {
    process.off('exit', letGo)
    letGo()
  }
}

function take(lock: string): void {
  writeFileSync(lock, String(process.pid), { flag: 'wx' })
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
