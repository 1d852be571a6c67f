import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { Forgotten } from './card.ts'
import { exchange, takeBack } from './exchange.ts'
import { audit, type Ledger, marked } from './ledger.ts'
import { Misuse } from './misuse.ts'
import { SiteFiles } from './site-files.ts'

/** The site could not be written; the one that was there still is. */
export class BuildFailure extends Error {}

/**
 * Puts what `write` makes in the place of the folder `out`, at the very end and at once: whatever goes wrong or is
 * interrupted before that leaves `out` as it was. What is in `before` and lies there as it was left stays where it is.
 * @throws Misuse where `out` is not a place for a site, BuildFailure where `write` or the disk fails, Forgotten
 */
export async function publish(
  out: string,
  content: string,
  before: Ledger['files'] | undefined,
  write: (files: SiteFiles) => Promise<void>,
): Promise<Ledger['files']> {
  const target = resolve(out)
  const places = beside(target)
  const { staging } = places
  const give = giveUpOnSignal(staging)
  try {
    recover(target, places)
    checkTarget(target, resolve(content))
    removeAbandoned(target)
    mkdirSync(staging, { recursive: true })
    const { sound, there } = before && existsSync(target) ? audit(target, before) : NOTHING
    const files = new SiteFiles(staging, target, sound)
    await write(files)
    if (sound.size === 0) swap(target, places)
    else {
      const gone = there.filter((path) => !files.made.has(path))
      exchange(target, places, [...files.fresh], gone)
    }
    return marked(target, files, before)
  } catch (error) {
    if (error instanceof Forgotten || error instanceof Misuse) throw error
    throw new BuildFailure(`the site could not be written: ${reasonOf(error)}`)
  } finally {
    give.up()
    rmSync(staging, { recursive: true, force: true })
  }
}

const NOTHING: ReturnType<typeof audit> = { sound: new Map(), there: [] }

/** What went wrong, on one line, without the calls that led there. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message
    .split('\n')
    .filter((line) => line.trim() && !/^\s+at /.test(line))
    .join(' ')
}

interface Places {
  /** Where the new files are put together. */
  staging: string
  /** Where the old site is for the moment between two renames. */
  before: string
  /** Where files of the old site are while new ones take their places. */
  replaced: string
}

function beside(target: string): Places {
  const name = join(dirname(target), `.${basename(target)}`)
  return {
    staging: `${name}.building-${process.pid}`,
    before: `${name}.before`,
    replaced: `${name}.replaced`,
  }
}

/** Nothing can come between the two renames but the end of the process; then `recover` puts things right. */
function swap(target: string, { staging, before }: Places): void {
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

/** A run that ended while it put a new site in the place of the last good one is undone. */
function recover(target: string, { before, replaced }: Places): void {
  if (existsSync(replaced)) takeBack(target, replaced)
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
  if (!isOurs) throw new Misuse(`${target} is there already, and Dateline did not build it`, hint)
}

function isInside(path: string, folder: string): boolean {
  const away = relative(folder, path)
  return away !== '..' && !away.startsWith(`..${sep}`) && resolve(folder, away) === path
}
