import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { formatProblem } from '../notes/index.ts'
import { artifactFiles } from './artifact-files.ts'
import { type Compiled, compile } from './compile.ts'
import { readContent } from './read-content.ts'

/** What the plugin serves: the artifacts as text, and the images of the folder of notes by their path in it. */
interface Site {
  compiled: Compiled
  artifacts: Map<string, string>
  images: readonly string[]
}

/**
 * How long a folder lies still before it is read again; milliseconds. Editors empty a file before they write it, and
 * of two changes within 50 the watcher tells only the first.
 */
const SETTLED_AFTER = 100

/** Vite's hooks around the compiler: artifacts and images into the site, or served and renewed in dev. */
export function dateline({ content }: { content: string }): Plugin {
  const folder = resolve(content)
  let site: Promise<Site> | undefined
  const read = () => {
    site ??= readSite(folder)
    return site
  }
  return {
    name: 'dateline',
    async generateBundle() {
      const { artifacts, images, compiled } = await read()
      for (const problem of compiled.problems) this.info(formatProblem(problem))
      for (const [fileName, source] of artifacts) this.emitFile({ type: 'asset', fileName, source })
      for (const image of images) {
        const source = await readFile(join(folder, image))
        this.emitFile({ type: 'asset', fileName: `files/${image}`, source })
      }
    },
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

async function readSite(folder: string): Promise<Site> {
  const content = await readContent(folder)
  const compiled = compile(content)
  return { compiled, artifacts: artifactFiles(compiled), images: content.images }
}

function serve(server: ViteDevServer, folder: string, read: () => Promise<Site>): void {
  server.middlewares.use(async (request, response, next) => {
    try {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      const path = decodeURIComponent(pathname.slice(server.config.base.length))
      const image = path.startsWith('files/') ? path.slice('files/'.length) : undefined
      if (image !== undefined && (await read()).images.includes(image)) {
        createReadStream(join(folder, image)).on('error', next).pipe(response)
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
