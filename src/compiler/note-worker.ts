import type { ChildProcess } from 'node:child_process'
import type { Problem } from '../notes/index.ts'
import { startProcess } from './own-process.ts'
import { stopwatch } from './stopwatch.ts'

/** What a process is asked: to compile a note, or to take its text as it is, for a reason. */
export interface Job {
  file: string
  raw: string
  plain?: Pick<Problem, 'offset' | 'message'>
}

export type Reply =
  | { kind: 'ready' }
  /** Packed, see `packed-note.ts`. */
  | { kind: 'done'; note: string }
  | { kind: 'failed'; reason: string }

type Result = Exclude<Reply, { kind: 'ready' }>

export interface Limits {
  /** For one note: of the processor, so that a busy machine costs no note its form. */
  milliseconds: number
  /** Of the heap of each process. */
  megabytes: number
}

/** Milliseconds. */
const LOOK_EVERY = 50

/** One process, started when it is first needed and again when it had to be ended. */
export class NoteWorker {
  private started: Started | undefined
  private closed = false

  constructor(private readonly limits: Limits) {}

  begin(): Started {
    if (this.closed) throw new Error('no more notes are compiled')
    this.started ??= start(this.limits.megabytes)
    return this.started
  }

  /** Hands a note over before this returns: the process takes it up as soon as it can. */
  async run(job: Job): Promise<Result> {
    const { child, ready } = this.begin()
    let timer: NodeJS.Timeout | undefined
    return new Promise((resolve, reject) => {
      const finish = (result: Result, ended: boolean) => {
        clearInterval(timer)
        child.off('message', answered)
        child.off('exit', exited)
        if (ended) this.end()
        resolve(result)
      }
      const fail = (reason: string, ended: boolean) => finish({ kind: 'failed', reason }, ended)
      const answered = (reply: Reply) => {
        if (reply.kind === 'done') finish(reply, false)
        else if (reply.kind === 'failed') fail(`this cannot be read (${reply.reason})`, false)
      }
      const exited = () => {
        const message = `this needs more than ${this.limits.megabytes} MB of memory`
        ready.then(() => fail(message, true)).catch(reject)
      }
      const watch = () => {
        const spent = stopwatch(child.pid as number)
        timer = setInterval(() => {
          if (spent() < this.limits.milliseconds) return
          fail(`this takes longer than ${this.limits.milliseconds / 1000} seconds`, true)
        }, LOOK_EVERY)
      }
      ready.then(watch).catch(reject)
      child.on('message', answered)
      child.on('exit', exited)
      child.send(job)
    })
  }

  /** What was being compiled is not begun again. */
  close(): void {
    this.closed = true
    this.end()
  }

  private end(): void {
    this.started?.child.kill('SIGKILL')
    this.started = undefined
  }
}

interface Started {
  child: ChildProcess
  /** Rejects where the process does not begin at all. */
  ready: Promise<void>
}

function start(megabytes: number): Started {
  const child = startProcess('note-process', megabytes)
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    // Also hears later that a message could not be sent: the process is gone then, and that is heard, too.
    child.on('error', reject)
    child.once('exit', (code) => reject(new Error(`the compiler's own process ended with ${code}`)))
  })
  // Told to the first note, if there is one.
  ready.catch(() => undefined)
  return { child, ready }
}
