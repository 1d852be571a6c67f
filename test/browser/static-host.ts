import { readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { MEDIA_TYPES } from '../media-types.ts'

/** A host of plain files that a test can take away, and deploy to. */
export class StaticHost {
  private server: Server | undefined
  private port = 0

  /** @param folder a built site @param base as it was built for */
  constructor(
    public folder: string,
    private readonly base: string,
  ) {}

  get site(): string {
    return `http://localhost:${this.port}${this.base}`
  }

  async start(): Promise<void> {
    this.server = createServer(({ url }, response) => {
      const { pathname } = new URL(url ?? '/', 'http://localhost')
      const path = decodeURIComponent(pathname.slice(this.base.length)) || 'index.html'
      const file = [path, `${path}.html`].map((one) => join(this.folder, one)).find(isFile)
      const shown = file ?? join(this.folder, '404.html')
      const type = MEDIA_TYPES[extname(shown)] ?? 'application/octet-stream'
      response.writeHead(file ? 200 : 404, { 'content-type': type, 'cache-control': 'no-cache' })
      response.end(readFileSync(shown))
    })
    await new Promise<void>((ready) => this.server?.listen(this.port, ready))
    this.port = (this.server.address() as AddressInfo).port
  }

  /** The network is gone: for pages and for the worker behind them. */
  async stop(): Promise<void> {
    const closed = new Promise((done) => this.server?.close(done))
    this.server?.closeAllConnections()
    await closed
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
