import { artifactPaths } from '../notes/index.ts'

/**
 * Why an artifact could not be had: the network does not answer (`offline`), the site has no such file (`missing`),
 * it is of another version of the program than this page (`stale`), or it is not what it should be (`broken`).
 */
export type FailureKind = 'offline' | 'missing' | 'stale' | 'broken'

export class LibraryError extends Error {
  /** What the artifact is of; without those of the site itself there is none. */
  readonly of: 'note' | 'topic' | 'site'

  constructor(
    readonly kind: FailureKind,
    path: string,
  ) {
    super(`${path}: ${kind}`)
    this.name = 'LibraryError'
    const isBelow = (file: string) => path.startsWith(file.replace(/\.json$/, ''))
    this.of = isBelow(artifactPaths.note(''))
      ? 'note'
      : isBelow(artifactPaths.topic('', 1))
        ? 'topic'
        : 'site'
  }
}
