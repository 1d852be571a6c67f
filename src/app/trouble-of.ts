import { LibraryError } from '../library/index.ts'

/**
 * Why a screen cannot be had: there is no such note, or no such page; the network does not answer; the site was
 * renewed since; or something is not as it should be.
 */
export type Trouble = 'missing' | 'nowhere' | 'offline' | 'stale' | 'broken'

export function troubleOf(error: unknown): Trouble {
  if (error instanceof LibraryError) {
    if (error.kind !== 'missing') return error.kind
    return error.of === 'note' ? 'missing' : error.of === 'topic' ? 'nowhere' : 'broken'
  }
  // A script of this page that is gone, or cannot be reached.
  if (error instanceof TypeError && /import|module/i.test(error.message)) {
    return navigator.onLine ? 'stale' : 'offline'
  }
  return 'broken'
}
