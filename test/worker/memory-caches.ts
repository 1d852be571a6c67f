import { vi } from 'vitest'

/** The caches of a browser, in memory. */
export class MemoryCaches {
  private readonly caches = new Map<string, MemoryCache>()

  /** Puts them where the browser has its own. */
  static install(): MemoryCaches {
    const made = new MemoryCaches()
    vi.stubGlobal('caches', made)
    return made
  }

  async open(name: string): Promise<MemoryCache> {
    const cache = this.caches.get(name) ?? new MemoryCache()
    this.caches.set(name, cache)
    return cache
  }

  /** The addresses of all that lies in them. */
  get addresses(): string[] {
    return [...this.caches.values()].flatMap((cache) => [...cache.held.keys()])
  }
}

class MemoryCache {
  readonly held = new Map<string, Response>()

  async keys(): Promise<{ url: string }[]> {
    return [...this.held.keys()].map((url) => ({ url }))
  }

  async match(key: string | { url: string }): Promise<Response | undefined> {
    return this.held.get(whole(key))?.clone()
  }

  async put(key: string | { url: string }, response: Response): Promise<void> {
    this.held.set(whole(key), response)
  }

  async delete(key: string | { url: string }): Promise<boolean> {
    return this.held.delete(whole(key))
  }
}

function whole(key: string | { url: string }): string {
  return new URL(typeof key === 'string' ? key : key.url, location.href).href
}
