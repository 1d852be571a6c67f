/** How long after it was loaded a page is taken to be idle at the latest; milliseconds. */
const IDLE_AFTER = 5000
/** The same where the browser does not tell, as in Safari: a page that is soon left is to be kept for offline, too. */
const IDLE_UNTOLD = 300

/** Runs what no reader waits for, and what they do not miss where it fails. */
export function whenIdle(run: () => Promise<void>): void {
  const begin = () => {
    const start = () => void run().catch(() => undefined)
    if ('requestIdleCallback' in window) requestIdleCallback(start, { timeout: IDLE_AFTER })
    else setTimeout(start, IDLE_UNTOLD)
  }
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, { once: true })
}
