import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Note, Tile } from '../notes/index.ts'
import { LedgerBook, type LedgerPlace } from './ledger.ts'
import { say } from './own-process.ts'
import { compileLessForSpeed } from './patience.ts'
import { type MadeFile, SiteFiles } from './site-files.ts'
import { Timeline, type TimelineNotes } from './timeline.ts'

/** What the process is asked: to make the timeline of a site whose notes are written. */
export interface TimelineJob extends Pick<SiteFiles, 'staging' | 'target'> {
  of: Omit<TimelineNotes, 'read'>
  /** The files of the notes. */
  places: readonly string[]
  /** Those of the timeline that the site before has. */
  before: SiteFiles['before']
  ledger: LedgerPlace
  /** The state of the ledger before, where what it was made of may be known, and that of the one to come. */
  was: string | undefined
  made: string
}

/** What it tells of the files of the timeline; those that are new are in the staging folder. */
export type TimelineReply = [path: string, file: MadeFile][] | string

/** A process of its own that makes the timeline while all else is made. */
compileLessForSpeed()
process.on('message', async (job: TimelineJob) => {
  // While the message is still being handled, the channel cannot be closed.
  await new Promise(setImmediate)
  try {
    const book = new LedgerBook(job.ledger)
    const { files, record } = make(job, book)
    // Who waits for the files need not wait for what they were made of.
    await say([...files])
    book.write('timeline', job.made, record)
  } catch (error) {
    await say(error instanceof Error ? error.message : String(error))
  }
  process.disconnect()
})

function make({ staging, target, of, places, before, was }: TimelineJob, book: LedgerBook) {
  const past = was === undefined ? undefined : book.read('timeline', was)
  const files = new SiteFiles(staging, target, before)
  const read = <T>(place: string): T => JSON.parse(readFileSync(place, 'utf8'))
  // For each lane in turn; of the text of all notes at once there would be too much.
  const notes = new Map<number, Note>()
  const note = (n: number) => {
    const known = notes.get(n) ?? { ...read<Note>(places[n] as string), body: [] }
    notes.set(n, known)
    return known
  }
  const tile = (path: string) => (before.has(path) ? read<Tile>(join(target, path)) : undefined)
  const timeline = new Timeline({ ...of, read: note }, past && { past, tile })
  for (const { path, was, make } of timeline.files()) {
    if (!was || !files.keepAny(path, was)) files.put(path, JSON.stringify(make()))
  }
  return { files: files.made, record: timeline.record }
}
