import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Compiled } from './compile.ts'
import { finished, startProcess } from './own-process.ts'
import type { SiteJob } from './site-process.ts'

/** For ten thousand notes that are put beside each other for the first time. */
const MEGABYTES = 4096

/**
 * What stands over all notes, in dev: written as a build writes it, into a folder of its own, when it is asked for; from
 * then on only what has changed is made.
 */
export class DevData {
  private of: Compiled | undefined
  private last: Promise<unknown> = Promise.resolve()

  /** @param content the folder of notes @param folder where the data are put */
  constructor(
    private readonly content: string,
    private readonly folder: string,
  ) {}

  /** @throws Error where it cannot be made */
  read(compiled: Compiled, path: string): Promise<string | undefined> {
    // One after the other: what is asked for is not to be replaced while it is read.
    const text = this.last.then(() => this.readNow(compiled, path))
    this.last = text.catch(() => undefined)
    return text
  }

  private async readNow(compiled: Compiled, path: string): Promise<string | undefined> {
    if (this.of !== compiled) await this.write()
    this.of = compiled
    return readFile(join(this.folder, path), 'utf8').catch(() => undefined)
  }

  private write(): Promise<void> {
    const child = startProcess('site-process', MEGABYTES)
    const job: SiteJob = { content: this.content, out: this.folder }
    child.send(job)
    return finished(child, 'what stands over all notes could not be made')
  }
}
