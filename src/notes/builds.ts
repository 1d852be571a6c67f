/** A file of the site: its path below the base, {@link HASH_LENGTH} digits of its SHA-256, and its bytes. */
export type KeepableFile = readonly [path: string, hash: string, bytes: number]

/** Hexadecimal digits: enough that a file that has changed is never taken for the one it was. */
export const HASH_LENGTH = 12

/** `builds/BUILD.json`: the data and images of one build of the site, in parts. A build is named by what stands here. */
export interface BuildIndex {
  version: number
  /** Names all else that a build depends on. */
  by: string
  files: number
  bytes: number
  /** In order, the first path of each part, and {@link HASH_LENGTH} digits of its SHA-256, by which it is named. */
  parts: (readonly [first: string, hash: string])[]
  /** What no screen can do without, and all of the search where it is one file. */
  first: string[]
}

/**
 * `builds/parts/HASH.json`, in order of the paths: builds share those that are alike. And `topic-files/PATH.json`, what
 * the pages of a topic show.
 */
export interface FileList {
  version: number
  files: KeepableFile[]
}
