import {
  ARTIFACT_VERSION,
  artifactPaths,
  type BuildIndex,
  type BuildPart,
  HASH_LENGTH,
  type KeepableFile,
} from '../notes/index.ts'
import { addressOf, CACHES } from './names.ts'

/** The site is not, or not any more, what it was taken for: another build has taken its place. */
export class Gone extends Error {}

/** The build was made by a program that writes down otherwise what it consists of. */
export class Foreign extends Error {}

const read = new Map<string, Promise<BuildIndex | BuildPart>>()

/** What a build consists of. @throws Gone, Foreign, TypeError where the network fails */
export function indexOf(build: string): Promise<BuildIndex> {
  return list(artifactPaths.build(build))
}

/** The file of a build at a path, if it has one. @throws as {@link indexOf} */
export async function findFile(build: string, path: string): Promise<KeepableFile | undefined> {
  const { parts } = await indexOf(build)
  const n = parts.findLastIndex((first) => first <= path)
  if (n < 0) return undefined
  const { files } = await list<BuildPart>(artifactPaths.buildPart(build, n))
  return files.find(([one]) => one === path)
}

/** All files of a build. @throws as {@link indexOf} */
export async function allFiles(build: string): Promise<KeepableFile[]> {
  const { parts } = await indexOf(build)
  const read = await Promise.all(parts.map((_, n) => list<BuildPart>(artifactPaths.buildPart(build, n))))
  return read.flatMap(({ files }) => files)
}

/** What a topic needs; undefined where the build does not have it. @throws as {@link indexOf} */
export async function topicFiles(build: string, topic: string): Promise<KeepableFile[] | undefined> {
  await indexOf(build)
  return list<BuildPart>(artifactPaths.topicFiles(build, topic)).then(
    ({ files }) => files,
    (error: unknown) => {
      if (error instanceof Gone) return undefined
      throw error
    },
  )
}

/**
 * A file from the network, held to what it is to be.
 * @throws Gone where it is not what the build has, TypeError where the network fails
 */
export async function fetchFile(request: RequestInfo, file: KeepableFile): Promise<Response> {
  const [path] = file
  const response = await fetch(request, { cache: 'no-cache' })
  if (response.status >= 500) throw new TypeError(`${path}: ${response.status}`)
  if (!response.ok) throw new Gone(path)
  return heldTo(response, file)
}

/** @throws Gone where it is not what the build has */
export async function heldTo(response: Response, [path, hash]: KeepableFile): Promise<Response> {
  if ((await hashOf(await response.clone().arrayBuffer())) !== hash) throw new Gone(path)
  return response
}

async function hashOf(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  const digits = [...digest].map((byte) => byte.toString(16).padStart(2, '0'))
  return digits.join('').slice(0, HASH_LENGTH)
}

function list<T extends BuildIndex | BuildPart>(path: string): Promise<T> {
  const known = read.get(path) ?? readList(path)
  read.set(path, known)
  known.catch(() => read.delete(path))
  return known as Promise<T>
}

async function readList(path: string): Promise<BuildIndex | BuildPart> {
  const cache = await caches.open(CACHES.builds)
  const address = addressOf(path)
  const known = await cache.match(address)
  const response = known ?? (await fetch(address))
  if (response.status >= 500) throw new TypeError(`${path}: ${response.status}`)
  // Some hosts answer with a page where there is no file.
  const copy = response.clone()
  const content: unknown = response.ok ? await response.json().catch(() => undefined) : undefined
  if (typeof content !== 'object' || content === null) throw new Gone(path)
  const found = content as BuildIndex | BuildPart
  if (found.version !== ARTIFACT_VERSION) throw new Foreign(path)
  // Where there is no room it is asked for again.
  if (!known) await cache.put(address, copy).catch(() => undefined)
  return found
}
