import type { StoragePort } from '../../src/reading/index.ts'

/** A storage that several stores can share, as tabs do; `refuse` makes it throw, `full` what would be written. */
export class MemoryStorage {
  readonly values = new Map<string, string>()
  refuse: Error | undefined
  full = false
  private readonly listeners = new Map<object, (key: string, value: string | null) => void>()

  /** The storage as one tab sees it: it hears what other tabs write, not what it writes itself. */
  tab(): StoragePort {
    const me = {}
    const guarded = <T>(run: () => T): T => {
      if (this.refuse) throw this.refuse
      return run()
    }
    return {
      keys: () => guarded(() => [...this.values.keys()]),
      get: (key) => guarded(() => this.values.get(key) ?? null),
      set: (key, value) =>
        guarded(() => {
          if (this.full) throw new DOMException('full', 'QuotaExceededError')
          this.values.set(key, value)
          for (const [other, heard] of this.listeners) if (other !== me) heard(key, value)
        }),
      remove: (key) =>
        guarded(() => {
          this.values.delete(key)
          for (const [other, heard] of this.listeners) if (other !== me) heard(key, null)
        }),
      onChange: (listener) => {
        this.listeners.set(me, listener)
        return () => this.listeners.delete(me)
      },
    }
  }
}
