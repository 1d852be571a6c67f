/** Where records are kept. Every call may throw: storage can be full, forbidden or gone. */
export interface StoragePort {
  keys(): string[]
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
  /** Calls back when another tab has changed a key. */
  onChange(listener: (key: string, value: string | null) => void): () => void
}

/** The browser's `localStorage`. Touches it only when called: reading the property may throw. */
export function browserStorage(): StoragePort {
  return {
    keys: () => Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? ''),
    get: (key) => localStorage.getItem(key),
    set: (key, value) => localStorage.setItem(key, value),
    remove: (key) => localStorage.removeItem(key),
    onChange: (listener) => {
      const heard = ({ key, newValue }: StorageEvent) => {
        if (key !== null) listener(key, newValue)
      }
      addEventListener('storage', heard)
      return () => removeEventListener('storage', heard)
    },
  }
}
