import { once } from 'node:events'
import { artifactPaths } from '../notes/index.ts'
import type { Compiled } from './compile.ts'
import type { LedgerPlace } from './ledger.ts'
import { startProcess } from './own-process.ts'
import type { SiteFiles } from './site-files.ts'
import { timelineOf } from './timeline.ts'
import type { TimelineJob, TimelineReply } from './timeline-process.ts'

/** For what has a place on one axis, of a quarter of a million statements. */
const MEGABYTES = 1024
const TIMELINE = /^data\/timeline\//

/** Makes the timeline of a site in a process, which may be begun before the notes are there. */
export class TimelineMaker {
  private readonly child: ReturnType<typeof startProcess>
  private readonly reply: Promise<TimelineReply | undefined>
  private readonly ended: Promise<unknown>

  constructor(signal?: AbortSignal) {
    this.child = startProcess('timeline-process', MEGABYTES, { signal })
    this.ended = once(this.child, 'disconnect')
    this.reply = new Promise((resolve) => {
      this.child.once('message', (reply) => resolve(reply as TimelineReply))
      const none = () => resolve(undefined)
      this.child.on('error', none)
      this.ended.then(none, none)
    })
  }

  /**
   * Begins, with notes that are written. Resolves when the process has all that it needs: what goes on at once would
   * keep it from that.
   * @param ledger where it is written down what it was made of, by the state `was` of the ledger before and `made` of this
   */
  async begin(
    { notes, keyOf }: Compiled,
    files: SiteFiles,
    ledger: LedgerPlace,
    { was, made }: Pick<TimelineJob, 'was' | 'made'>,
  ): Promise<void> {
    const { editions, keys } = timelineOf(notes, keyOf)
    const job: TimelineJob = {
      staging: files.staging,
      target: files.target,
      of: {
        notes: notes.map(({ group, language, topics }) => ({ group, language, topics })),
        editions,
        keys,
      },
      places: notes.map(({ slug }) => files.locate(artifactPaths.note(slug))),
      before: new Map([...files.before].filter(([path]) => TIMELINE.test(path))),
      ledger,
      was,
      made,
    }
    await new Promise<void>((sent) => this.child.send(job, () => sent()))
  }

  /** Tells a site of its files when they are there. @throws Error where they cannot be made */
  async tell(files: SiteFiles): Promise<void> {
    const reply = await this.reply
    if (reply === undefined || typeof reply === 'string') {
      throw new Error(reply ?? 'the timeline could not be made')
    }
    for (const [path, file] of reply) files.tell(path, file)
  }

  /** Resolves when it is written down, too, what it was made of. */
  async end(): Promise<void> {
    await this.ended.catch(() => undefined)
  }
}
