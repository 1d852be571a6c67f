import { clientsClaim } from 'workbox-core'
import { addPlugins, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NetworkOnly } from 'workbox-strategies'
import { artifactPaths, BUILD_HEADER, BUILD_NAME, type KeepableFile } from '../notes/index.ts'
import { allFiles, Foreign, fetchFile, findFile, Gone, heldTo, indexOf, topicFiles } from './builds.ts'
import { type KeptRecord, readRecords, removeRecords, writeRecord } from './kept.ts'
import { ANSWERS, addressOf, CACHES, type Came, fileAt, KEEP_HEADER, keyOf } from './names.ts'
import { askForPagesAhead } from './preload.ts'
import { scope } from './scope.ts'
import { isProgram, leaveOldSeen, renewSeen, seen, seenProgram } from './seen.ts'

/**
 * The service worker. Online, pages come from the network; offline, every address is the program's shell, which draws
 * the screen from what is there. Each request for data says of which build its page is, and gets that or nothing: what
 * lies in the caches is found by its content, see {@link keyOf}, so that builds share what has not changed.
 */

const { build, entry, program } = scope.dateline
const BASE = import.meta.env.BASE_URL
const SHELL = 'shell.html'
/** A server that is silent for longer is as good as none; seconds. */
const PATIENCE = 4
/** So many files of a new build are under way at once. */
const AT_ONCE = 4

addPlugins([
  {
    // In the middle of a deployment the shell may be that of another build.
    cacheWillUpdate: async ({ request, response }) => {
      const isRight = request.url.includes(SHELL)
        ? response.ok && (await response.clone().text()).includes(build)
        : isProgram(response)
      return isRight ? response : null
    },
  },
])
precacheAndRoute(program, { directoryIndex: '', cleanURLs: false })
clientsClaim()

scope.addEventListener('install', (event) => event.waitUntil(prepare().then(() => scope.skipWaiting())))
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()))

const network = new NetworkOnly({ networkTimeoutSeconds: PATIENCE })
registerRoute(
  new NavigationRoute(
    async (options) => {
      const response = await network.handle(options).catch(() => undefined)
      if (response && response.status < 500) return response
      return (await matchPrecache(SHELL)) ?? response ?? Response.error()
    },
    // Pages have no ending.
    { denylist: [/^[^?]*\.\w+(?:\?|$)/] },
  ),
)
// Without a connection the site is what this worker knows.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === BASE + BUILD_NAME,
  async (options) => {
    const response = await network.handle(options).catch(() => undefined)
    // What says so in a hotel, or in trouble, is no site.
    const isSite = response?.ok && response.headers.get('content-type')?.includes('json')
    return isSite ? response : Response.json({ build, entry })
  },
)
registerRoute(
  ({ url, sameOrigin, request }) =>
    sameOrigin &&
    (url.pathname.startsWith(`${BASE}files/`) ||
      (url.pathname.startsWith(`${BASE}data/`) && request.headers.has(BUILD_HEADER))),
  async (options) => {
    const { request, url } = options
    const asked = request.headers.get(BUILD_HEADER)
    try {
      const file = await findFile(asked ?? build, fileAt(url.href).path)
      if (!file) return asked ? new Response(null, { status: 404 }) : fetch(request)
      if (request.headers.has(KEEP_HEADER)) return await keep(file)
      const cache = await caches.open(CACHES.kept)
      return (await cache.match(keyOf(file))) ?? (await seen.handle({ ...options, params: { file } }))
    } catch (error) {
      if (!asked || error instanceof Foreign) return fetch(request)
      // Of another build than this worker's nothing is known offline, and of this one it may be.
      const isStale = error instanceof Gone || asked !== build
      return isStale ? new Response(null, { status: ANSWERS.stale }) : Response.error()
    }
  },
)
registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(`${BASE}assets/`), seenProgram)

scope.addEventListener('message', (event) => {
  const tell = (isOfBuild: boolean) => event.ports[0]?.postMessage(isOfBuild)
  // What cannot be told now is not told.
  event.waitUntil(seeCame(event.data as Came, event).then(tell, () => undefined))
})

/** Whether what came within a page is what its build has; then it is there from now on. */
async function seeCame({ build, path, text }: Came, event: Event): Promise<boolean> {
  try {
    const file = await findFile(build, path)
    if (!file) return false
    const headers = { 'content-type': 'application/json' }
    const came = await heldTo(new Response(text, { headers }), file)
    const kept = await caches.open(CACHES.kept)
    if (await kept.match(keyOf(file))) return true
    await seen.handle({ event, request: addressOf(path), params: { file, came } })
    return true
  } catch (error) {
    if (error instanceof Gone) return false
    throw error
  }
}

/** Puts a file where it stays, and says only that. */
async function keep(file: KeepableFile): Promise<Response> {
  const cache = await caches.open(CACHES.kept)
  if (!(await cache.match(keyOf(file)))) {
    const response = (await caches.match(keyOf(file))) ?? (await fetchFile(addressOf(file[0]), file))
    try {
      await cache.put(keyOf(file), response)
    } catch {
      return new Response(null, { status: ANSWERS.full })
    }
  }
  return new Response(null, { status: ANSWERS.kept })
}

/**
 * Fetches what this build has otherwise than the one before, while that goes on being shown. Where it fails, that goes
 * on, and the browser tries again at the next visit, from where this has come to.
 */
async function prepare(): Promise<void> {
  const { first } = await indexOf(build)
  const files = await Promise.all(first.map((path) => findFile(build, path)))
  await keepAll({ what: 'first', name: '', build, files: files.flatMap((file) => (file ? [file] : [])) })
  await renewKept()
  await renewSeen(build).catch(() => undefined)
}

/** Of a topic that has gone, nothing is kept. */
async function renewKept(): Promise<void> {
  const records = await readRecords()
  for (const { what, name } of records) {
    if (records.some((other) => other.what === what && other.build === build)) continue
    const files = what === 'all' ? await allFiles(build) : await topicFiles(build, topicOf(what))
    await keepAll({ what, name, build, files: files ?? [] })
  }
}

async function keepAll(record: KeptRecord): Promise<void> {
  const cache = await caches.open(CACHES.kept)
  const there = new Set((await cache.keys()).map(({ url }) => url))
  const missing = record.files.filter((file) => !there.has(keyOf(file)))
  const run = async () => {
    for (let file = missing.shift(); file; file = missing.shift()) {
      const { status } = await keep(file)
      if (status !== ANSWERS.kept) throw new Error(`${file[0]}: ${status}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, run))
  await writeRecord(record)
}

/** Lets go of what only builds before this one have. */
async function takeOver(): Promise<void> {
  await askForPagesAhead()
  // What was asked for while this build was fetched.
  await renewKept().catch(() => undefined)
  await removeRecords(
    ({ what, files, build: of }, all) =>
      files.length === 0 || (of !== build && all.some((one) => one.what === what && one.build === build)),
  )
  await leaveOldSeen(build)
  await leaveOldBuilds()
}

/** The last two stay: pages of them may be open. */
async function leaveOldBuilds(): Promise<void> {
  const cache = await caches.open(CACHES.builds)
  const listed = (await cache.keys()).map(({ url }) => ({ url, ...fileAt(url) }))
  const builds = listed.flatMap(({ path, hash }) => (path === artifactPaths.build(hash) ? hash : []))
  const last = [build, ...builds.slice(-2)]
  const parts = last.map((one) =>
    indexOf(one).then(
      ({ parts }) => parts.map(([, hash]) => hash),
      () => [],
    ),
  )
  const needed = new Set([...last, ...(await Promise.all(parts)).flat()])
  for (const { url, path, hash } of listed) {
    const isNeeded = needed.has(hash) || (await findFile(build, path))?.[1] === hash
    if (!isNeeded) await cache.delete(url)
  }
}

function topicOf(what: string): string {
  return what.slice('topics/'.length)
}
