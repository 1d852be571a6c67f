import type { ChildProcess } from 'node:child_process'
import { artifactPaths } from '../notes/index.ts'
import type { Compiled } from './compile.ts'
import type { LedgerPlace } from './ledger.ts'
import { answerOf, startProcess } from './own-process.ts'
import type { SiteFiles } from './site-files.ts'
import { timelineOf } from './timeline.ts'
import type { TimelineJob, TimelineReply } from './timeline-process.ts'

/** For what has a place on one axis, of a quarter of a million statements. */
const MEGABYTES = 1024
const TIMELINE = /^data\/timeline\//

/** Starts the process that makes a timeline, ended by the signal: to start takes as long as to mend one. */
export function beginTimeline(signal?: AbortSignal): ChildProcess {
  return startProcess('timeline-process', MEGABYTES, { signal })
}

/**
 * Writes the timeline into a site whose notes are written.
 * @param ledger where it is written down what it was made of, by the state `was` of the ledger before and `made` of this
 * @param sent is called when the process has all that it needs: what goes on at once would keep it from that
 * @param child a process that was begun
 * @throws Error where it cannot be written
 */
export async function writeTimeline(
  { notes, keyOf }: Compiled,
  files: SiteFiles,
  ledger: LedgerPlace,
  { was, made }: Pick<TimelineJob, 'was' | 'made'>,
  sent: () => void,
  child = beginTimeline(files.signal),
): Promise<void> {
  const of = timelineOf(notes, keyOf)
  const job: TimelineJob = {
    staging: files.staging,
    target: files.target,
    of: {
      notes: of.notes.map(({ group, language, topics }) => ({ group, language, topics })),
      editions: of.editions,
      keys: of.keys,
    },
    places: notes.map(({ slug }) => files.locate(artifactPaths.note(slug))),
    before: new Map([...files.before].filter(([path]) => TIMELINE.test(path))),
    ledger,
    was,
    made,
  }
  child.send(job, sent)
  const reply = await answerOf<TimelineReply>(child)
  if (reply === undefined || typeof reply === 'string') {
    throw new Error(reply ?? 'the timeline could not be made')
  }
  for (const [path, file] of reply) files.tell(path, file)
}
