import type { StoragePort } from './storage.ts'

/** What the storage may answer with, where it does not do what it is asked. */
export type Refusal = 'full' | 'denied'

export type Keeper = ReturnType<typeof createKeeper>

/** Broken records of one name that are kept. */
const MOST_COPIES = 9

/**
 * A storage as one site uses it: under names of its own, and never throwing; a refusal is told to `onRefusal`. Where the
 * storage is full, `makeRoom` is asked to let something go, for as long as it does.
 */
export function createKeeper(
  storage: StoragePort,
  scope: string,
  onRefusal: (refusal: Refusal) => void,
  makeRoom: () => boolean = () => false,
) {
  const prefix = `dateline:${scope}:`

  /** Runs what the storage may refuse. */
  function attempt<T>(run: () => T): T | undefined {
    try {
      return run()
    } catch (error) {
      onRefusal(isFull(error) ? 'full' : 'denied')
      return undefined
    }
  }

  function put(key: string, text: string): void {
    for (;;) {
      try {
        storage.set(key, text)
        return
      } catch (error) {
        if (!isFull(error) || !makeRoom()) throw error
      }
    }
  }

  function write(name: string, text: string): boolean {
    return attempt(() => put(prefix + name, text) ?? true) !== undefined
  }

  return {
    names: (): string[] =>
      (attempt(() => storage.keys()) ?? []).flatMap((key) =>
        key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
      ),
    /** Null where there is none, undefined where it is refused: nobody knows what is there then. */
    read: (name: string): string | null | undefined => attempt(() => storage.get(prefix + name)),
    /** Whether it is written. */
    write,
    remove: (name: string): boolean => attempt(() => storage.remove(prefix + name) ?? true) !== undefined,
    /**
     * Copies what is broken under a name of its own, beside earlier ones. Returns whether the copy is there; undefined
     * where the storage refuses.
     */
    setAside: (name: string, text: string): boolean | undefined =>
      attempt(() => {
        for (let n = 1; n <= MOST_COPIES; n += 1) {
          const key = `${prefix}aside:${name}${n > 1 ? `.${n}` : ''}`
          const copy = storage.get(key)
          if (copy === null) put(key, text)
          if (copy === null || copy === text) return true
        }
        return false
      }),
    /** Calls back when another tab has changed something. */
    onChange: (listener: (name: string, text: string | null) => void): (() => void) | undefined =>
      attempt(() =>
        storage.onChange((key, text) => {
          if (key.startsWith(prefix)) listener(key.slice(prefix.length), text)
        }),
      ),
  }
}

function isFull(error: unknown): boolean {
  return (error as Error | undefined)?.name === 'QuotaExceededError'
}
