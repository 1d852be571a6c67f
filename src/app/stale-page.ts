const KEY = 'dateline:reloaded'
/** A reload within this time has not helped; milliseconds. */
const RECENT = 60_000

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
