import { createReadStream, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { formatProblem } from '../notes/index.ts'
import { artifactReader } from './artifact-files.ts'
import { Forgotten } from './card.ts'
import type { DevData } from './dev-data.ts'
import type { DevNotes } from './dev-notes.ts'
import { markOf } from './disk-mark.ts'
import { headers } from './headers.ts'
import type { Site } from './site.ts'
import { watchFolder } from './watch-folder.ts'

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

/** Milliseconds between a change and the look at it: several come together. */
const SOON = 10
/** Where a file is empty now: editors empty it before they write it. */
const LATER = 100

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
  let endWatch = () => {}
  return {
    name: 'dateline:dev',
    // Also where the server starts again.
    closeBundle: () => endWatch(),
    async configureServer(server) {
      serve(server, folder, take)
      const tell = teller((problem) => server.config.logger.warn(problem))
      const renew = () => {
        site = undefined
        server.ws.send({ type: 'custom', event: 'dateline:renewed' })
        take(tell).catch((error) => server.config.logger.error(String(error)))
      }
      /** Of what has changed, the marks that it was last seen with: one change may be told more than once. */
      const marks = new Map<string, string | undefined>()
      const told = new Set<string>()
      const look = () => {
        const others = [...told].filter((path) => {
          const mark = markOf(join(folder, path))?.mark
          const isSame = mark !== undefined && mark === marks.get(path)
          marks.set(path, mark)
          return !isSame
        })
        told.clear()
        for (const path of others) changed.add(path)
        if (others.length > 0) renew()
      }
      let timer: NodeJS.Timeout | undefined
      endWatch = watchFolder(folder, {
        changed: (path) => {
          told.add(path)
          clearTimeout(timer)
          const isEmpty = statSync(join(folder, path), { throwIfNoEntry: false })?.size === 0
          timer = setTimeout(look, isEmpty ? LATER : SOON)
        },
        failed: (path, { message }) => {
          server.config.logger.warn(`changes in ${path || 'the folder of notes'} are not noticed: ${message}`)
        },
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
