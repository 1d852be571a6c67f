/** As much of a service worker's surroundings as this one uses: the library of types has pages or workers, not both. */
interface Scope {
  registration: {
    navigationPreload?: { enable(): Promise<void>; disable(): Promise<void> }
  }
  skipWaiting(): Promise<void>
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent & { waitUntil(work: Promise<unknown>): void }) => void,
  ): void
  /** Put before the worker when a site is written, see `compiler/worker-file`. */
  dateline: {
    build: string
    /** The script that the program begins with. */
    entry: string
    program: { url: string; revision: string | null }[]
  }
}

export const scope = self as unknown as Scope
