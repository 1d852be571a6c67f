import { ARTIFACT_VERSION } from '../notes/index.ts'
import { LibraryError } from './library-error.ts'

/**
 * Fetches an artifact below the site's base and checks it once, here at the edge.
 * @throws LibraryError
 */
export async function fetchArtifact<T extends { version: number }>(
  path: string,
  whole: (value: Record<string, unknown>) => boolean,
  signal?: AbortSignal,
): Promise<T> {
  const address = import.meta.env.BASE_URL + path.split('/').map(encodeURIComponent).join('/')
  // The file's name stays when its content changes: always ask whether it has.
  const response = await fetch(address, { cache: 'no-cache', ...(signal ? { signal } : {}) }).catch(
    (error: unknown) => {
      if (signal?.aborted) throw error
      throw new LibraryError('offline', path)
    },
  )
  // Hosts that answer every address with the start page send HTML where there is no file.
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  if (response.status === 404 || (response.ok && !isJson)) throw new LibraryError('missing', path)
  if (!response.ok) throw new LibraryError('offline', path)
  const value: unknown = await response.json().catch(() => undefined)
  if (typeof value !== 'object' || value === null) throw new LibraryError('broken', path)
  const artifact = value as Record<string, unknown>
  if (artifact.version !== ARTIFACT_VERSION) throw new LibraryError('stale', path)
  if (!whole(artifact)) throw new LibraryError('broken', path)
  return artifact as T
}
