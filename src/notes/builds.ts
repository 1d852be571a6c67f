/** A file of the site: its path below the base, {@link HASH_LENGTH} digits of its SHA-256, and its bytes. */
export type KeepableFile = readonly [path: string, hash: string, bytes: number]

/** Hexadecimal digits: enough that a file that has changed is never taken for the one it was. */
export const HASH_LENGTH = 12

/**
 * `builds/BUILD/index.json`: the data and images of one build of the site, in parts. It is named after the build: where
 * it is not there any more, another has taken its place.
 */
export interface BuildIndex {
  version: number
  files: number
  bytes: number
  /** The first path of each part, in order. */
  parts: string[]
  /** What no screen can do without, and all of the search where it is one file. */
  first: string[]
}

/** `builds/BUILD/NUMBER.json`, in order of the paths; and `builds/BUILD/topics/PATH.json`, what the pages of a topic show. */
export interface BuildPart {
  version: number
  files: KeepableFile[]
}
