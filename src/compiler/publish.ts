import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { Misuse } from './misuse.ts'

/** The site could not be written; the one that was there still is. */
export class BuildFailure extends Error {}

/**
 * Replaces the folder `out` by what `write` puts into a new one beside it, at the very end and at once: whatever
 * goes wrong or is interrupted before that leaves `out` as it was.
 * @throws Misuse where `out` is not a place for a site, BuildFailure where `write` or the disk fails
 */
export async function publish(
  out: string,
  content: string,
  write: (folder: string) => Promise<void>,
): Promise<void> {
  const target = resolve(out)
  const { staging, before } = beside(target)
  recover(target, before)
  checkTarget(target, resolve(content))
  const give = giveUpOnSignal(staging)
  try {
    removeAbandoned(target)
    mkdirSync(staging, { recursive: true })
    await write(staging)
    swap(staging, target, before)
  } catch (error) {
    throw new BuildFailure(`the site could not be written: ${reasonOf(error)}`)
  } finally {
    give.up()
    rmSync(staging, { recursive: true, force: true })
  }
}

/** What went wrong, on one line, without the calls that led there. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message
    .split('\n')
    .filter((line) => line.trim() && !/^\s+at /.test(line))
    .join(' ')
}

function beside(target: string) {
  const name = join(dirname(target), `.${basename(target)}`)
  return { staging: `${name}.building-${process.pid}`, before: `${name}.before` }
}

/** Nothing can come between the two renames but the end of the process; then `recover` puts things right. */
function swap(staging: string, target: string, before: string): void {
  const replaces = existsSync(target)
  if (replaces) renameSync(target, before)
  try {
    renameSync(staging, target)
  } catch (error) {
    if (replaces) renameSync(before, target)
    throw error
  }
  rmSync(before, { recursive: true, force: true })
}

/** A run that ended between the renames of {@link swap} left the last good site under its other name. */
function recover(target: string, before: string): void {
  if (!existsSync(before)) return
  if (existsSync(target)) rmSync(before, { recursive: true, force: true })
  else renameSync(before, target)
}

/** Removes what runs left that were ended by force. */
function removeAbandoned(target: string): void {
  const prefix = `${basename(beside(target).staging).replace(/\d+$/, '')}`
  for (const name of existsSync(dirname(target)) ? readdirSync(dirname(target)) : []) {
    const pid = name.startsWith(prefix) && Number(name.slice(prefix.length))
    if (pid && !isRunning(pid)) rmSync(join(dirname(target), name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function giveUpOnSignal(staging: string): { up: () => void } {
  const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }
  const listeners = Object.entries(signals).map(([signal, code]) => {
    const listener = () => {
      rmSync(staging, { recursive: true, force: true })
      process.exit(code)
    }
    process.on(signal, listener)
    return () => process.off(signal, listener)
  })
  return { up: () => listeners.forEach((stop) => void stop()) }
}

/** A site replaces the whole folder: so that has to be free, or a site of ours. */
function checkTarget(target: string, content: string): void {
  const hint = 'Name a new folder for the site with --out.'
  if (isInside(content, target) || isInside(process.cwd(), target)) {
    throw new Misuse(`${target} holds more than the site`, hint)
  }
  if (isInside(target, content)) throw new Misuse(`${target} lies inside the folder of notes`, hint)
  if (!existsSync(target)) return
  const isOurs =
    statSync(target).isDirectory() &&
    (readdirSync(target).length === 0 || existsSync(join(target, 'data', 'library.json')))
  if (!isOurs) throw new Misuse(`${target} is there already, and no site that Dateline has built`, hint)
}

function isInside(path: string, folder: string): boolean {
  const away = relative(folder, path)
  return away !== '..' && !away.startsWith(`..${sep}`) && resolve(folder, away) === path
}
