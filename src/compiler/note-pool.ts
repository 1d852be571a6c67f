import type { PlacedProblem } from '../notes/index.ts'
import { type Card, Forgotten, type KnownNote, keyOf } from './card.ts'
import { type Job, type Limits, NoteWorker } from './note-worker.ts'
import { sideBySide } from './own-process.ts'
import { knownNote, unpackNote } from './packed-note.ts'
import type { Progress } from './progress.ts'
import type { TextMemory } from './text-memory.ts'

/** A note to be compiled. */
export interface NoteFile {
  file: string
  /** Read when it is asked for, where the key is known. */
  raw: string
  /** Where it need not be read to know it, see {@link keyOf}. */
  key?: string | undefined
  /** Whether it lies as it did in the last run, so that a card of it may be at hand. */
  seen?: boolean
}

type ReadCards = () => ReadonlyMap<string, Card> | undefined

interface Outcome {
  notes: KnownNote[]
  problems: PlacedProblem[]
}

export interface PoolOptions {
  memory?: TextMemory | undefined
  limits?: Limits | undefined
  progress?: Progress | undefined
}

const LIMITS: Limits = { milliseconds: 2000, megabytes: 256 }

/**
 * Compiles notes in processes of their own, which are ended where one takes too long or too much memory: such a
 * note is shown as plain text, or left out where even that fails, and a problem says so. Remembers what it has
 * compiled, in `memory` for the next time, too: only what has changed is compiled again. Close it when done.
 */
export class NotePool {
  private known = new Map<string, { key: string; note: KnownNote }>()
  private readonly workers: NoteWorker[]
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly options: PoolOptions = {}) {
    const { limits = LIMITS } = options
    const count = sideBySide()
    this.workers = Array.from({ length: count }, () => new NoteWorker(limits))
  }

  /** Starts a first process, before it is known whether there is a note to be compiled. */
  warm(): void {
    this.workers[0]?.begin()
  }

  /**
   * The notes in the order of the files, and the problems of those that did not come out.
   * @param readCards of notes that `memory` has; called while what is new is being compiled
   */
  compile(files: readonly NoteFile[], readCards: ReadCards = () => undefined): Promise<Outcome> {
    // One after the other: a worker has one note at a time.
    const outcome = this.last.then(() => this.compileAll(files, readCards))
    this.last = outcome.catch(() => undefined)
    return outcome
  }

  private async compileAll(files: readonly NoteFile[], readCards: ReadCards): Promise<Outcome> {
    const problems: PlacedProblem[] = []
    const known = new Map<string, { key: string; note: KnownNote }>()
    const [begun, others]: [NoteFile[], NoteFile[]] = [[], []]
    for (const one of files) (this.isNew(one) ? begun : others).push(one)
    const recallOthers = async () => {
      // What was handed over leaves before all have to wait for the cards.
      if (begun.length > 0) await new Promise(setImmediate)
      const cards = others.length > 0 ? readCards() : undefined
      return others.filter((one) => {
        const key = keyTo(one)
        const note = this.recall(one.file, key, cards?.get(key))
        if (note) known.set(one.file, { key, note })
        return !note
      })
    }
    const compiling = this.compileEach(begun, known, problems)
    const [lost] = await Promise.all([recallOthers(), compiling])
    await this.compileEach(lost, known, problems)
    // Once: with each change of one note it would take longer than that.
    if (this.known.size === 0) this.options.memory?.tidy([...known.values()].map(({ key }) => key))
    this.known = known
    return { notes: files.flatMap(({ file }) => known.get(file)?.note ?? []), problems }
  }

  /** Whether there is no need to look for what was made of it before. */
  private isNew(one: NoteFile): boolean {
    if (one.seen) return false
    const key = keyTo(one)
    return this.known.get(one.file)?.key !== key && !this.options.memory?.has(key)
  }

  private async compileEach(
    files: readonly NoteFile[],
    known: Map<string, { key: string; note: KnownNote }>,
    problems: PlacedProblem[],
  ): Promise<void> {
    let [next, done] = [0, 0]
    await Promise.all(
      this.workers.map(async (worker) => {
        for (let job = files[next++]; job; job = files[next++]) {
          const { file, raw } = job
          const result = await this.compileOne(worker, { file, raw })
          if ('message' in result) problems.push(result)
          else known.set(file, { key: keyOf(file, raw), note: result })
          done += 1
          this.options.progress?.(done, files.length)
        }
      }),
    )
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

  private async compileOne(worker: NoteWorker, job: Job): Promise<KnownNote | PlacedProblem> {
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

/** Does not ask for a text that may have to be read. */
function keyTo(one: NoteFile): string {
  return one.key ?? keyOf(one.file, one.raw)
}

function forgotten(file: string): never {
  throw new Forgotten(`${file} is remembered no more`)
}
