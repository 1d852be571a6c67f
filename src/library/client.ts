import { ARTIFACT_VERSION, BUILD_HEADER } from '../notes/index.ts'
import { heldArtifacts } from './held.ts'
import { takeInlined } from './inlined.ts'
import { LibraryError } from './library-error.ts'

/** A server that is silent for longer is not there; milliseconds. */
const LONGEST_WAIT = 30_000

/** What a service worker answers where the site is not any more what the page was made of. */
const STALE = 409

/**
 * Fetches an artifact below the site's base and checks it once, here at the edge.
 * @throws LibraryError
 */
export async function fetchArtifact<T extends { version: number }>(
  path: string,
  whole: (value: Record<string, unknown>) => boolean,
  signal?: AbortSignal,
): Promise<T> {
  const held = heldArtifacts()
  if (held) {
    if (!held.has(path)) throw new LibraryError('missing', path)
    return held.get(path) as T
  }
  const inlined = takeInlined(path)
  if (inlined !== undefined) return checked<T>(path, parse(inlined), whole)
  const address = import.meta.env.BASE_URL + path.split('/').map(encodeURIComponent).join('/')
  // The file's name stays when its content changes: always ask whether it has.
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), LONGEST_WAIT)
  const stop = () => limit.abort()
  signal?.addEventListener('abort', stop)
  const unreachable = (error: unknown): never => {
    if (signal?.aborted) throw error
    throw new LibraryError('offline', path)
  }
  try {
    const request = { cache: 'no-cache', signal: limit.signal, headers: ownBuild() } as const
    const response = await fetch(address, request).catch(unreachable)
    return await read<T>(path, response, whole, unreachable)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

async function read<T extends { version: number }>(
  path: string,
  response: Response,
  whole: (value: Record<string, unknown>) => boolean,
  unreachable: (error: unknown) => never,
): Promise<T> {
  // Hosts that answer every address with the start page send HTML where there is no file.
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  if (response.status === STALE) throw new LibraryError('stale', path)
  if (response.status === 404 || (response.ok && !isJson)) throw new LibraryError('missing', path)
  if (!response.ok) throw new LibraryError('offline', path)
  return checked<T>(path, parse(await response.text().catch(unreachable)), whole)
}

function checked<T extends { version: number }>(
  path: string,
  value: unknown,
  whole: (value: Record<string, unknown>) => boolean,
): T {
  if (typeof value !== 'object' || value === null) throw new LibraryError('broken', path)
  const artifact = value as Record<string, unknown>
  if (artifact.version !== ARTIFACT_VERSION) throw new LibraryError('stale', path)
  if (!whole(artifact)) throw new LibraryError('broken', path)
  return artifact as T
}

/** Of which build the page is; in dev, and while a site is built, there is none. */
function ownBuild(): Record<string, string> {
  const build = globalThis.document?.documentElement.dataset.build
  return build ? { [BUILD_HEADER]: build } : {}
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
