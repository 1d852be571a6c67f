import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Audit, audited } from './audit.ts'
import type { AuditJob } from './audit-process.ts'
import { Forgotten } from './card.ts'
import { exchange, HalfDone, takeBack } from './exchange.ts'
import { isInside } from './is-inside.ts'
import { type Ledger, type LedgerPlace, marked } from './ledger.ts'
import { holding } from './lock.ts'
import { Misuse } from './misuse.ts'
import { answerOf, startProcess } from './own-process.ts'
import { SiteFiles } from './site-files.ts'

/** The site could not be written; the one that was there still is, or the hint says what of it. */
export class BuildFailure extends Error {
  readonly hint: string

  constructor(message: string, hint = 'What was built before is as it was.') {
    super(message)
    this.hint = hint
  }
}

/** Where a site is put together. */
export interface Building {
  /** Of what is known of the site before, takes over what lies there as it was left; nothing else is looked for. */
  begin: (before: Pick<Ledger, 'files'> | undefined) => Promise<SiteFiles>
  /** Says when the site is made or given up: whoever still writes for it is to end. */
  signal: AbortSignal
}

/** `made`: what else has come of it. */
interface Written<T> {
  files: SiteFiles
  made: T
}

/**
 * Puts what `write` makes in the place of the folder `out`, at the very end and at once: whatever goes wrong or is
 * interrupted before that leaves `out` as it was.
 * @param ledger of the site before, as `write` will read it
 * @throws Misuse where `out` is not a place for a site, BuildFailure where `write` or the disk fails, Forgotten
 */
export async function publish<T>(
  out: string,
  content: string,
  ledger: LedgerPlace,
  write: (building: Building) => Promise<Written<T>>,
): Promise<{ files: Ledger['files']; made: T }> {
  const target = resolve(out)
  checkPlace(target, resolve(content))
  const lock = `${beside(target)}.lock`
  try {
    return await holding(lock, target, () => replace(target, ledger, write))
  } catch (error) {
    if (error instanceof Forgotten || error instanceof Misuse) throw error
    const hint = error instanceof HalfDone ? 'The next build puts right what was built before.' : undefined
    throw new BuildFailure(`the site could not be written: ${reasonOf(error)}`, hint)
  }
}

/** As {@link publish}, where no other process does the same. */
async function replace<T>(
  target: string,
  ledger: LedgerPlace,
  write: (building: Building) => Promise<Written<T>>,
): Promise<{ files: Ledger['files']; made: T }> {
  recover(target)
  checkTarget(target)
  removeAbandoned(target)
  // Numbers of processes are given again; and what a run began that was ended by force may still write into its own.
  const staging = `${beside(target)}${STAGING}${randomUUID()}`
  const begun = new AbortController()
  const clear = () => {
    begun.abort()
    rmSync(staging, { recursive: true, force: true, maxRetries: 5 })
  }
  const give = giveUpOnSignal(clear)
  try {
    mkdirSync(staging)
    const { signal } = begun
    const audit = existsSync(target) ? auditApart({ folder: target, ledger }, signal) : undefined
    const begin = async (known?: Pick<Ledger, 'files'>) => {
      const found = known && (await audit)
      if (!found) return new SiteFiles(staging, target, new Map(), [], signal)
      const { before, there } = audited(known.files, found)
      return new SiteFiles(staging, target, before, there, signal)
    }
    const { files, made } = await write({ begin, signal })
    if (files.before.size === 0) swap(target, staging)
    else exchange(files, `${beside(target)}${REPLACED}`)
    return { files: marked(files), made }
  } finally {
    give.up()
    clear()
  }
}

const MEGABYTES = 256

/** Undefined where the process did not come to its end. */
function auditApart(job: AuditJob, signal: AbortSignal): Promise<Audit | undefined> {
  const child = startProcess('audit-process', MEGABYTES, { signal })
  child.send(job)
  // It may end before anybody asks.
  return answerOf<Audit>(child).catch(() => undefined)
}

/** What went wrong, on one line, without the calls that led there. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message
    .split('\n')
    .filter((line) => line.trim() && !/^\s+at /.test(line))
    .join(' ')
}

/** Where the new files are put together. */
const STAGING = '.building-'
/** Where the old site is for the moment between two renames. */
const BEFORE = '.before'
/** Where files of the old site are while new ones take their places. */
const REPLACED = '.replaced'

/** What the names of all that is kept beside a site begin with. */
function beside(target: string): string {
  return join(dirname(target), `.${basename(target)}`)
}

/** Nothing can come between the two renames but the end of the process; then `recover` puts things right. */
function swap(target: string, staging: string): void {
  const before = `${beside(target)}${BEFORE}`
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
function recover(target: string): void {
  const [before, replaced] = [`${beside(target)}${BEFORE}`, `${beside(target)}${REPLACED}`]
  if (existsSync(replaced)) {
    // Of a site that was removed meanwhile, what was replaced would be but a piece.
    if (existsSync(target) && readdirSync(target).length > 0) takeBack(target, replaced)
    else rmSync(replaced, { recursive: true })
  }
  if (!existsSync(before)) return
  if (existsSync(target)) rmSync(before, { recursive: true, force: true })
  else renameSync(before, target)
}

/** Removes what runs left that were ended by force. */
function removeAbandoned(target: string): void {
  const prefix = `${basename(beside(target))}${STAGING}`
  for (const name of readdirSync(dirname(target))) {
    if (name.startsWith(prefix)) rmSync(join(dirname(target), name), { recursive: true, force: true })
  }
}

function giveUpOnSignal(clear: () => void): { up: () => void } {
  const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }
  const listeners = Object.entries(signals).map(([signal, code]) => {
    const listener = () => {
      clear()
      process.exit(code)
    }
    process.on(signal, listener)
    return () => process.off(signal, listener)
  })
  return { up: () => listeners.forEach((stop) => void stop()) }
}

const HINT = 'Name a new folder for the site with --out.'

/** A site replaces the whole folder. */
function checkPlace(target: string, content: string): void {
  if (isInside(content, target) || isInside(process.cwd(), target)) {
    throw new Misuse(`${target} holds more than the site`, HINT)
  }
  if (isInside(target, content)) throw new Misuse(`${target} lies inside the folder of notes`, HINT)
}

/** So that has to be free, or a site of ours. */
function checkTarget(target: string): void {
  if (!existsSync(target)) return
  const isOurs =
    statSync(target).isDirectory() &&
    (readdirSync(target).length === 0 || existsSync(join(target, 'data', 'library.json')))
  if (!isOurs) throw new Misuse(`${target} is there already, and Dateline did not build it`, HINT)
}
