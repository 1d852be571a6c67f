import { artifactPaths, decoded, type KeepableFile } from '../notes/index.ts'

const BASE = import.meta.env.BASE_URL

/** An origin may hold several sites. */
export const CACHES = {
  /** What builds consist of. */
  builds: `dateline:${BASE}:builds`,
  /** What was opened last, bounded. */
  seen: `dateline:${BASE}:seen`,
  /** What the reader asked for, and what no screen can do without. */
  kept: `dateline:${BASE}:kept`,
}

/** The header of a request that is for keeping, and not for reading. */
export const KEEP_HEADER = 'dateline-keep'

/** What came within a page: it tells the worker of it, and hears whether it is what the page's build has. */
export interface Came {
  build: string
  path: string
  text: string
}

/** Answers of the worker that no file of the site is. */
export const ANSWERS = { kept: 204, stale: 409, full: 507 } as const

/** The address of a file as it lies in a cache: of another content, it is another. */
export function keyOf([path, hash]: KeepableFile): string {
  return new URL(`${addressOf(path)}?${hash}`, location.href).href
}

export function addressOf(path: string): string {
  return BASE + path.split('/').map(encodeURIComponent).join('/')
}

/** The path of the file at an address; of a key, the hash too. */
export function fileAt(address: string): { path: string; hash: string } {
  const { pathname, search } = new URL(address)
  return { path: decoded(pathname.slice(BASE.length)), hash: search.slice(1) }
}

/** The note that a file in a cache is, by its slug. */
export function noteAt(address: string): string | undefined {
  const { path } = fileAt(address)
  const [before, after] = artifactPaths.note('\n').split('\n') as [string, string]
  return path.startsWith(before) && path.endsWith(after)
    ? path.slice(before.length, -after.length)
    : undefined
}
