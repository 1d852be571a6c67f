import { createReadStream, realpathSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { formatProblem } from '../notes/index.ts'
import { artifactReader } from './artifact-files.ts'
import { Forgotten } from './card.ts'
import type { DevData } from './dev-data.ts'
import type { DevNotes } from './dev-notes.ts'
import { markOf } from './disk-mark.ts'
import { headers } from './headers.ts'
import type { Site } from './site.ts'

/** Answers as hosts do where there is no file: with `404.html`. */
export function previewPlugin(out: string): Plugin {
  return {
    name: 'dateline:preview',
    configurePreviewServer: (server) => () => {
      server.middlewares.use((request, response, next) => {
        // An address that has a page has become that page's file by now.
        if (new URL(request.url ?? '/', 'http://localhost').pathname.endsWith('.html')) return next()
        response.statusCode = 404
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
        response.setHeader('content-type', 'text/html; charset=utf-8')
        createReadStream(join(resolve(out), '404.html')).pipe(response)
      })
    },
  }
}

/** Milliseconds between what the watcher tells and the first look: several changes come together. */
const SOON = 10
/**
 * How long a folder lies still before it is looked at a second time; milliseconds. Editors empty a file before they
 * write it, and of two changes within 50 the watcher tells only the first.
 */
const SETTLED_AFTER = 100

/** What stands over all notes is made apart, see {@link DevData}; the rest at once, from what is at hand. */
const OVER_ALL = /^data\/(?:search|sources|timeline)[./]/

/** What nobody asks for is not made. */
interface ServedSite extends Site {
  artifact: (path: string) => string | undefined | Promise<string | undefined>
}

/** What of a site is asked for. */
type Take = <T>(of: (site: ServedSite) => T | Promise<T>) => Promise<T>

/** Serves a folder of notes in dev, and renews the page as they change. */
export function devPlugin(
  folder: string,
  notes: Pick<DevNotes, 'read' | 'forget'>,
  data: Pick<DevData, 'read'>,
): Plugin {
  let site: Promise<ServedSite> | undefined
  let changed = new Set<string>()
  const read = () => {
    if (site) return site
    site = notes.read(changed).then((found) => {
      const { compiled } = found
      const artifact = artifactReader(compiled)
      return {
        ...found,
        artifact: (path) => (OVER_ALL.test(path) ? data.read(compiled, path) : artifact(path)),
      }
    })
    changed = new Set()
    return site
  }
  const take: Take = async (of) => {
    const now = read()
    try {
      return await of(await now)
    } catch (error) {
      if (!(error instanceof Forgotten)) throw error
      // Another run may have tidied away what this one remembers.
      if (site === now) {
        notes.forget()
        site = undefined
      }
      return of(await read())
    }
  }
  return {
    name: 'dateline:dev',
    async configureServer(server) {
      serve(server, folder, take)
      server.watcher.add(folder)
      const tell = teller((problem) => server.config.logger.warn(problem))
      const renew = () => {
        site = undefined
        server.ws.send({ type: 'custom', event: 'dateline:renewed' })
        take(tell).catch((error) => server.config.logger.error(String(error)))
      }
      const recent = new Map<string, string | undefined>()
      const markNow = (path: string) => markOf(join(folder, path))?.mark
      const look = () => {
        const others = [...recent].filter(([path, mark]) => markNow(path) !== mark)
        for (const [path] of others) {
          recent.set(path, markNow(path))
          changed.add(path)
        }
        if (others.length > 0) renew()
      }
      let [soon, settled]: (NodeJS.Timeout | undefined)[] = []
      server.watcher.on('all', (event, place) => {
        if (!place.startsWith(folder) || event === 'addDir' || event === 'unlinkDir') return
        const path = relative(folder, place).replaceAll(sep, '/')
        // Whatever it was: the first look finds it changed.
        recent.set(path, 'unknown')
        clearTimeout(soon)
        clearTimeout(settled)
        // What is empty now is about to be written.
        const isEmpty = statSync(place, { throwIfNoEntry: false })?.size === 0
        if (!isEmpty) soon = setTimeout(look, SOON)
        settled = setTimeout(() => {
          look()
          recent.clear()
        }, SETTLED_AFTER)
      })
      await take(tell)
    },
  }
}

/** Tells the problems of a site that the one before did not have. */
function teller(warn: (problem: string) => void) {
  let told = new Set<string>()
  return ({ compiled }: Site) => {
    const problems = new Set(compiled.problems.map(formatProblem))
    for (const problem of problems) if (!told.has(problem)) warn(problem)
    told = problems
  }
}

function serve(server: ViteDevServer, folder: string, take: Take): void {
  server.middlewares.use(async (request, response, next) => {
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      const path = decodeURIComponent(pathname.slice(server.config.base.length))
      const image = path.startsWith('files/') ? path.slice('files/'.length) : undefined
      if (image !== undefined && (await take(({ images }) => images.includes(image)))) {
        createReadStream(realpathSync(join(folder, image)))
          .on('error', next)
          .pipe(response)
      } else if (path.startsWith('data/')) {
        const body = await take(({ artifact }) => artifact(path))
        response.statusCode = body === undefined ? 404 : 200
        response.setHeader('content-type', 'application/json; charset=utf-8')
        response.end(body ?? '{}')
      } else next()
    } catch (error) {
      next(error)
    }
  })
}
