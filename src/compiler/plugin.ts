import { resolve } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { formatProblem } from '../notes/index.ts'
import { artifactFiles } from './artifact-files.ts'
import { type Compiled, compile } from './compile.ts'
import { isNote, readContent } from './read-content.ts'

/** Vite's hooks around the compiler: artifacts into `dist/data`, or served and renewed in dev. */
export function dateline({ content }: { content: string }): Plugin {
  const folder = resolve(content)
  let compiled: Promise<Compiled> | undefined
  const read = () => {
    compiled ??= readContent(folder).then(compile)
    return compiled
  }
  return {
    name: 'dateline',
    async generateBundle() {
      for (const [fileName, source] of artifactFiles(await read()))
        this.emitFile({ type: 'asset', fileName, source })
    },
    configureServer(server) {
      serve(server, read)
      server.watcher.add(folder)
      server.watcher.on('all', (event, path) => {
        if (!path.startsWith(folder) || !isNote(path.slice(path.lastIndexOf('/') + 1)) || event === 'addDir')
          return
        compiled = undefined
        server.ws.send({ type: 'custom', event: 'dateline:notes' })
      })
      void read().then(({ problems }) => {
        for (const problem of problems) server.config.logger.warn(formatProblem(problem))
      })
    },
  }
}

function serve(server: ViteDevServer, read: () => Promise<Compiled>): void {
  server.middlewares.use(async (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const below = pathname.startsWith(server.config.base)
      ? pathname.slice(server.config.base.length)
      : pathname
    if (!below.startsWith('data/')) return next()
    try {
      const body = artifactFiles(await read()).get(decodeURIComponent(below))
      response.statusCode = body === undefined ? 404 : 200
      response.setHeader('content-type', 'application/json; charset=utf-8')
      response.end(body ?? '{}')
    } catch (error) {
      next(error)
    }
  })
}
