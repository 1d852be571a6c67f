import { artifactPaths } from '../notes/index.ts'

/**
 * Why an artifact could not be had: the network does not answer (`offline`), the site has no such file (`missing`),
 * it is of another version of the program than this page (`stale`), or it is not what it should be (`broken`).
 */
export type FailureKind = 'offline' | 'missing' | 'stale' | 'broken'

export class LibraryError extends Error {
  /** Whether it is one note that is in question. */
  readonly isNote: boolean

  constructor(
    readonly kind: FailureKind,
    path: string,
  ) {
    super(`${path}: ${kind}`)
    this.name = 'LibraryError'
    this.isNote = path.startsWith(artifactPaths.note('').replace(/\.json$/, ''))
  }
}
