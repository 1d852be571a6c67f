const KEY = 'dateline:reloaded'
/** A reload within this time has not helped; milliseconds. */
const RECENT = 60_000
/** By then a page that is left has let go of what it was fetching; milliseconds. */
const LETS_GO = 2000

/**
 * Loads the page again when its files were replaced by a newer deployment: once, so that a broken site does not
 * reload for ever. Returns whether it does. Even to name the session's storage may be forbidden.
 */
export function reloadOnce(
  session: () => Pick<Storage, 'getItem' | 'setItem'>,
  now: number,
  reload: () => void,
): boolean {
  try {
    if (now - Number(session().getItem(KEY) ?? 0) < RECENT) return false
    session().setItem(KEY, String(now))
  } catch {
    // Without a memory it could go on for ever.
    return false
  }
  reload()
  return true
}

/**
 * Whether the page is being left: Firefox then fails all that it is still fetching, and to load the page again would
 * keep the reader where they are. What leads to a file or to another program leaves the page where it is.
 */
export function isLeaving(now: number): boolean {
  const { leftAt = Number.NEGATIVE_INFINITY } = globalThis as { leftAt?: number }
  return now - leftAt < LETS_GO
}

/** Loads the page again where that may help, see {@link reloadOnce}, and keeps nobody who is leaving it. */
export function renew(): boolean {
  if (isLeaving(performance.now())) return false
  return reloadOnce(
    () => sessionStorage,
    Date.now(),
    () => location.reload(),
  )
}
