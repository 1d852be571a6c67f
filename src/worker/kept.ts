import type { KeepableFile } from '../notes/index.ts'
import { CACHES, keyOf } from './names.ts'

/** What is kept: the whole library, a topic, or what the site begins with. */
export type What = 'all' | 'first' | `topics/${string}`

/** Written when all of its files are there. */
export interface KeptRecord {
  what: What
  /** Of the topic. */
  name: string
  /** The build whose files these are. */
  build: string
  files: KeepableFile[]
}

const RECORDS = `${import.meta.env.BASE_URL}kept/`

/** All that is kept; of one thing there are two records while a new build is being fetched. */
export async function readRecords(): Promise<KeptRecord[]> {
  const cache = await caches.open(CACHES.kept)
  const found = await Promise.all((await recordKeys(cache)).map((key) => cache.match(key)))
  return Promise.all(found.flatMap((response) => response?.json() ?? []))
}

export async function writeRecord(record: KeptRecord): Promise<void> {
  const cache = await caches.open(CACHES.kept)
  const key = `${RECORDS}${encodeURIComponent(record.what)}?${record.build}`
  await cache.put(key, Response.json(record))
}

/** Removes the records that are not wanted any more, and every file that no other names. */
export async function removeRecords(
  isOver: (record: KeptRecord, all: readonly KeptRecord[]) => boolean = () => false,
): Promise<void> {
  const cache = await caches.open(CACHES.kept)
  const all = await readRecords()
  const left = all.filter((record) => !isOver(record, all))
  const named = new Set(left.flatMap(({ files }) => files.map(keyOf)))
  const records = new Set(left.map(({ what, build }) => `${encodeURIComponent(what)}?${build}`))
  for (const { url } of await cache.keys()) {
    const [, record] = url.split(RECORDS)
    const isNeeded = record === undefined ? named.has(url) : records.has(record)
    if (!isNeeded) await cache.delete(url)
  }
}

async function recordKeys(cache: Cache): Promise<Request[]> {
  return (await cache.keys()).filter(({ url }) => url.includes(RECORDS))
}
