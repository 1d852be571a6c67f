import { createReadStream, realpathSync } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { formatProblem } from '../notes/index.ts'
import { headersFile, metaPolicy } from './headers.ts'
import type { Site } from './site.ts'

/** Puts a compiled folder of notes into the built site: artifacts, images, and the walls around them. */
export function buildPlugin({ folder, artifacts, images }: Site): Plugin {
  return {
    name: 'dateline:build',
    // First of all in the head: a policy holds for what comes after it.
    transformIndexHtml: (html) =>
      html.replace(
        '<head>',
        `<head>\n    <meta http-equiv="Content-Security-Policy" content="${metaPolicy}" />`,
      ),
    async writeBundle({ dir = '' }) {
      const put = async (path: string, write: (to: string) => Promise<void>) => {
        const to = join(dir, path)
        await mkdir(dirname(to), { recursive: true })
        await write(to)
      }
      for (const [path, text] of artifacts) await put(path, (to) => writeFile(to, text))
      for (const image of images) await put(`files/${image}`, (to) => copyFile(join(folder, image), to))
      await put('_headers', (to) => writeFile(to, headersFile))
      // Hosts serve 404.html for addresses they have no file for: the app finds its way from there.
      await put('404.html', (to) => copyFile(join(dir, 'index.html'), to))
    },
  }
}

/**
 * How long a folder lies still before it is read again; milliseconds. Editors empty a file before they write it, and
 * of two changes within 50 the watcher tells only the first.
 */
const SETTLED_AFTER = 100

/** Serves a folder of notes in dev, and renews the page as they change. */
export function devPlugin(folder: string, readSite: () => Promise<Site>): Plugin {
  let site: Promise<Site> | undefined
  const read = () => {
    site ??= readSite()
    return site
  }
  return {
    name: 'dateline:dev',
    async configureServer(server) {
      serve(server, folder, read)
      server.watcher.add(folder)
      const tell = teller((problem) => server.config.logger.warn(problem))
      const renew = () => {
        site = undefined
        server.ws.send({ type: 'custom', event: 'dateline:renewed' })
        read().then(tell, (error) => server.config.logger.error(String(error)))
      }
      let timer: ReturnType<typeof setTimeout> | undefined
      server.watcher.on('all', (event, path) => {
        if (!path.startsWith(folder) || event === 'addDir' || event === 'unlinkDir') return
        clearTimeout(timer)
        timer = setTimeout(renew, SETTLED_AFTER)
      })
      tell(await read())
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

function serve(server: ViteDevServer, folder: string, read: () => Promise<Site>): void {
  server.middlewares.use(async (request, response, next) => {
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      const path = decodeURIComponent(pathname.slice(server.config.base.length))
      const image = path.startsWith('files/') ? path.slice('files/'.length) : undefined
      if (image !== undefined && (await read()).images.includes(image)) {
        createReadStream(realpathSync(join(folder, image)))
          .on('error', next)
          .pipe(response)
      } else if (path.startsWith('data/')) {
        const body = (await read()).artifacts.get(path)
        response.statusCode = body === undefined ? 404 : 200
        response.setHeader('content-type', 'application/json; charset=utf-8')
        response.end(body ?? '{}')
      } else next()
    } catch (error) {
      next(error)
    }
  })
}
