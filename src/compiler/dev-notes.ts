import type { NotePool } from './note-pool.ts'
import { readSite, type Site } from './site.ts'

/** A folder of notes that is read again as it changes: of what is not told to have changed, nothing is looked at. */
export class DevNotes {
  /** What may have changed since `before`; undefined where all may. */
  private changed: Set<string> | undefined
  private last: Promise<unknown> = Promise.resolve()

  /**
   * @param before what is known of a run before
   * @param keep is given what was read where all may have changed, for the next run
   */
  constructor(
    private readonly folder: string,
    private readonly pool: NotePool,
    private before?: Pick<Site, 'seen' | 'cards'>,
    private readonly keep: (site: Site) => void = () => undefined,
  ) {}

  /** @param changed paths below the folder that may have changed since the last call */
  read(changed: ReadonlySet<string>): Promise<Site> {
    // One after the other: each leans on what the one before has seen.
    return this.inTurn(() => this.readNow(changed))
  }

  /** Leans on nothing the next time. */
  forget(): void {
    this.inTurn(async () => {
      this.before = undefined
      this.changed = undefined
      this.pool.forget()
    })
  }

  private async readNow(changed: ReadonlySet<string>): Promise<Site> {
    // Also what a read that failed was told.
    for (const path of changed) this.changed?.add(path)
    const all = this.changed
    const site = await readSite(this.folder, this.pool, this.before, all && ((path) => all.has(path)))
    if (!all) this.keep(site)
    this.before = site
    this.changed = new Set()
    return site
  }

  private inTurn<T>(step: () => Promise<T>): Promise<T> {
    const result = this.last.then(step)
    this.last = result.catch(() => undefined)
    return result
  }
}
