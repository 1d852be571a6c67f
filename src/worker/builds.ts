import {
  ARTIFACT_VERSION,
  artifactPaths,
  type BuildIndex,
  type FileList,
  HASH_LENGTH,
  type KeepableFile,
} from '../notes/index.ts'
import { addressOf, CACHES, keyOf } from './names.ts'

/** The site is not, or not any more, what it was taken for: another build has taken its place. */
export class Gone extends Error {}

/** The build was made by a program that writes down otherwise what it consists of. */
export class Foreign extends Error {}

const read = new Map<string, Promise<unknown>>()

/** What a build consists of. @throws Gone, Foreign, TypeError where the network fails */
export function indexOf(build: string): Promise<BuildIndex> {
  return list(artifactPaths.build(build), build)
}

/** The file of a build at a path, if it has one. @throws as {@link indexOf} */
export async function findFile(build: string, path: string): Promise<KeepableFile | undefined> {
  const { parts } = await indexOf(build)
  const part = parts.findLast(([first]) => first <= path)
  return part && (await filesOf(part)).find(([one]) => one === path)
}

/** All files of a build. @throws as {@link indexOf} */
export async function allFiles(build: string): Promise<KeepableFile[]> {
  const { parts } = await indexOf(build)
  return (await Promise.all(parts.map(filesOf))).flat()
}

/** What a topic needs; undefined where the build does not have it. @throws as {@link indexOf} */
export async function topicFiles(build: string, topic: string): Promise<KeepableFile[] | undefined> {
  const file = await findFile(build, artifactPaths.topicFiles(topic))
  return file && (await list<FileList>(file[0], file[1])).files
}

async function filesOf([, hash]: BuildIndex['parts'][number]): Promise<KeepableFile[]> {
  return (await list<FileList>(artifactPaths.buildPart(hash), hash)).files
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
  if ((await hashOf(new Uint8Array(await response.clone().arrayBuffer()))) !== hash) throw new Gone(path)
  return response
}

async function hashOf(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  const digits = [...digest].map((byte) => byte.toString(16).padStart(2, '0'))
  return digits.join('').slice(0, HASH_LENGTH)
}

/** @throws as {@link fetchFile}, and Foreign */
function list<T extends { version: number }>(path: string, hash: string): Promise<T> {
  const key = keyOf([path, hash, 0])
  const known = (read.get(key) as Promise<T> | undefined) ?? readList<T>(path, hash)
  read.set(key, known)
  known.catch(() => read.delete(key))
  return known
}

async function readList<T extends { version: number }>(path: string, hash: string): Promise<T> {
  const file = [path, hash, 0] as const
  const cache = await caches.open(CACHES.builds)
  const known = await cache.match(keyOf(file))
  const response = known ?? (await fetchFile(addressOf(path), file))
  const copy = response.clone()
  const content: T = await response.json()
  if (content.version !== ARTIFACT_VERSION) throw new Foreign(path)
  // Where there is no room it is asked for again.
  if (!known) await cache.put(keyOf(file), copy).catch(() => undefined)
  return content
}
