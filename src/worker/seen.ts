import type { WorkboxPlugin } from 'workbox-core/types.js'
import { CacheExpiration, ExpirationPlugin } from 'workbox-expiration'
import { CacheFirst, Strategy, type StrategyHandler } from 'workbox-strategies'
import type { KeepableFile } from '../notes/index.ts'
import { fetchFile, findFile } from './builds.ts'
import { addressOf, CACHES, fileAt, keyOf } from './names.ts'

/** Files; what was not opened for longest goes first. Data takes some 30 KB a file. */
const MOST = 500
/** Of those opened last, fetched anew for a new build; the others when they are opened again. */
const MOST_RENEWED = 100

const bound = new ExpirationPlugin({ maxEntries: MOST, purgeOnQuotaError: true }) as WorkboxPlugin

/**
 * What was opened once is there from then on, held to the content that the page's build has at its path. `came`: it is
 * here, and was held to it.
 */
class Seen extends Strategy {
  protected override async _handle(request: Request, handler: StrategyHandler): Promise<Response> {
    const { file, came } = handler.params as { file: KeepableFile; came?: Response }
    const known = await handler.cacheMatch(keyOf(file))
    if (known) return known
    const response = came ?? (await fetchFile(request, file))
    // A full storage is no reason not to show it.
    handler.waitUntil(handler.cachePut(keyOf(file), response.clone()).catch(() => undefined))
    return response
  }
}

export const seen = new Seen({ cacheName: CACHES.seen, plugins: [bound] })

/** Parts of the program that this worker did not bring: catalogues, and all of a newer build. */
export const seenProgram = new CacheFirst({
  cacheName: CACHES.seen,
  plugins: [
    bound,
    {
      // Where a script has gone, some hosts answer with a page.
      cacheWillUpdate: async ({ response }) => (isProgram(response) ? response : null),
    },
  ],
})

export function isProgram({ status, headers }: Response): boolean {
  return status === 200 && !headers.get('content-type')?.includes('html')
}

/** Fetches what was opened last as the new build has it, as far as that can be had. */
export async function renewSeen(build: string): Promise<void> {
  const cache = await caches.open(CACHES.seen)
  const bound = new CacheExpiration(CACHES.seen, { maxEntries: MOST })
  const changed = await changedFiles(cache, build)
  for (const { file } of changed.slice(-MOST_RENEWED)) {
    if (!file || (await cache.match(keyOf(file)))) continue
    await cache.put(keyOf(file), await fetchFile(addressOf(file[0]), file))
    await bound.updateTimestamp(keyOf(file))
  }
}

/** Lets go of what the new build has otherwise, or not at all. */
export async function leaveOldSeen(build: string): Promise<void> {
  const cache = await caches.open(CACHES.seen)
  for (const { key } of await changedFiles(cache, build)) await cache.delete(key)
}

async function changedFiles(cache: Cache, build: string) {
  const changed: { key: Request; file: KeepableFile | undefined }[] = []
  for (const key of await cache.keys()) {
    const { path, hash } = fileAt(key.url)
    if (!hash) continue
    const file = await findFile(build, path)
    if (file?.[1] !== hash) changed.push({ key, file })
  }
  return changed
}
