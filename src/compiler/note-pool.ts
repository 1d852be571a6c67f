import type { ChildProcess } from 'node:child_process'
import type { PlacedProblem, Problem } from '../notes/index.ts'
import { type Card, Forgotten, type KnownNote, keyOf } from './card.ts'
import { sideBySide, startProcess } from './own-process.ts'
import { knownNote, unpackNote } from './packed-note.ts'
import type { Progress } from './progress.ts'
import { stopwatch } from './stopwatch.ts'
import type { TextMemory } from './text-memory.ts'

/** What a process is asked: to compile a note, or to take its text as it is, for a reason. */
export interface Job {
  file: string
  raw: string
  plain?: Pick<Problem, 'offset' | 'message'>
}

export type Reply =
  | { kind: 'ready' }
  /** Packed, see {@link unpackNote}. */
  | { kind: 'done'; note: string }
  | { kind: 'failed'; reason: string }

type Result = Exclude<Reply, { kind: 'ready' }>

/** A note to be compiled. */
export interface NoteFile {
  file: string
  /** Read when it is asked for, where the key is known. */
  raw: string
  /** Where it need not be read to know it, see {@link keyOf}. */
  key?: string | undefined
}

interface Outcome {
  notes: KnownNote[]
  problems: PlacedProblem[]
}

export interface Limits {
  /** For one note: of the processor, so that a busy machine costs no note its form. */
  milliseconds: number
  /** Of the heap of each process. */
  megabytes: number
}

export interface PoolOptions {
  memory?: TextMemory | undefined
  limits?: Limits | undefined
  progress?: Progress | undefined
}

const LIMITS: Limits = { milliseconds: 2000, megabytes: 256 }
/** Milliseconds. */
const LOOK_EVERY = 50

/**
 * Compiles notes in processes of their own, which are ended where one takes too long or too much memory: such a
 * note is shown as plain text, or left out where even that fails, and a problem says so. Remembers what it has
 * compiled, in `memory` for the next time, too: only what has changed is compiled again. Close it when done.
 */
export class NotePool {
  private known = new Map<string, { key: string; note: KnownNote }>()
  private readonly workers: Worker[]
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly options: PoolOptions = {}) {
    const { limits = LIMITS } = options
    const count = sideBySide()
    this.workers = Array.from({ length: count }, () => new Worker(limits))
  }

  /** Starts a first process, before it is known whether there is a note to be compiled. */
  warm(): void {
    // Whether it can be had is told to the first note.
    this.workers[0]?.begin().catch(() => undefined)
  }

  /**
   * The notes in the order of the files, and the problems of those that did not come out.
   * @param cards of notes that `memory` has
   */
  compile(files: readonly NoteFile[], cards?: ReadonlyMap<string, Card>): Promise<Outcome> {
    // One after the other: a worker has one note at a time.
    const outcome = this.last.then(() => this.compileAll(files, cards))
    this.last = outcome.catch(() => undefined)
    return outcome
  }

  private async compileAll(files: readonly NoteFile[], cards?: ReadonlyMap<string, Card>): Promise<Outcome> {
    const problems: PlacedProblem[] = []
    const known = new Map<string, { key: string; note: KnownNote }>()
    const queue = files.filter((one) => {
      const key = one.key ?? keyOf(one.file, one.raw)
      const note = this.recall(one.file, key, cards?.get(key))
      if (note) known.set(one.file, { key, note })
      return !note
    })
    let [next, done] = [0, 0]
    await Promise.all(
      this.workers.map(async (worker) => {
        for (let job = queue[next++]; job; job = queue[next++]) {
          const { file, raw } = job
          const result = await this.compileOne(worker, { file, raw })
          if ('message' in result) problems.push(result)
          else known.set(file, { key: keyOf(file, raw), note: result })
          done += 1
          this.options.progress?.(done, queue.length)
        }
      }),
    )
    // Once: with each change of one note it would take longer than that.
    if (this.known.size === 0) this.options.memory?.tidy([...known.values()].map(({ key }) => key))
    this.known = known
    return { notes: files.flatMap(({ file }) => known.get(file)?.note ?? []), problems }
  }

  private recall(file: string, key: string, card: Card | undefined): KnownNote | undefined {
    const before = this.known.get(file)
    if (before?.key === key) return before.note
    const { memory } = this.options
    if (card && memory) return knownNote(card, () => memory.get(key) ?? forgotten(file))
    const text = memory?.get(key)
    return text === undefined ? undefined : unpackNote(text)
  }

  /** Believes no more what it knows of notes: only what is there. */
  forget(): void {
    this.known.clear()
  }

  close(): void {
    for (const worker of this.workers) worker.close()
  }

  private async compileOne(worker: Worker, job: Job): Promise<KnownNote | PlacedProblem> {
    const first = await worker.run(job)
    if (first.kind === 'done') {
      this.options.memory?.set(keyOf(job.file, job.raw), first.note)
      return unpackNote(first.note)
    }
    // What was slow today may be faster tomorrow: this is not remembered.
    const second = await worker.run({ ...job, plain: { offset: 0, message: first.reason } })
    if (second.kind === 'done') return unpackNote(second.note)
    const hint = 'Make it simpler, or several notes of it.'
    return {
      file: job.file,
      line: 1,
      column: 1,
      severity: 'error',
      message: `${second.reason}; it is left out`,
      hint,
    }
  }
}

function forgotten(file: string): never {
  throw new Forgotten(`${file} is remembered no more`)
}

/** One process, started when it is first needed and again when it had to be ended. */
class Worker {
  private child: Promise<ChildProcess> | undefined
  private closed = false

  constructor(private readonly limits: Limits) {}

  async begin(): Promise<ChildProcess> {
    if (this.closed) throw new Error('no more notes are compiled')
    this.child ??= start(this.limits.megabytes)
    return this.child
  }

  async run(job: Job): Promise<Result> {
    const child = await this.begin()
    return new Promise((resolve) => {
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
      const exited = () => fail(`this needs more than ${this.limits.megabytes} MB of memory`, true)
      const spent = stopwatch(child.pid as number)
      const timer = setInterval(() => {
        if (spent() < this.limits.milliseconds) return
        fail(`this takes longer than ${this.limits.milliseconds / 1000} seconds`, true)
      }, LOOK_EVERY)
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
    this.child?.then((child) => child.kill('SIGKILL')).catch(() => undefined)
    this.child = undefined
  }
}

/** Resolves when the process can take a note. */
function start(megabytes: number): Promise<ChildProcess> {
  const child = startProcess('note-process', megabytes)
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    // Also hears later that a message could not be sent: the process is gone then, and that is heard, too.
    child.on('error', reject)
    child.once('exit', (code) => reject(new Error(`the compiler's own process ended with ${code}`)))
  })
}
