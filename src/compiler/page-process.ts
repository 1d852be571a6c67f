import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RenderedPage } from '../notes/index.ts'
import type { Program } from './build-program.ts'
import { fileOf, fillTemplate, type Page, type Place } from './page-head.ts'

/** What a process is asked: to render pages into a site. */
export interface PageJob {
  program: Program
  place: Place
  template: string
  pages: readonly Page[]
}

/** Told of each page in turn: whether it was written. The browser renders what was not. */
export type PageReply = boolean

type Render = (address: string, language: string) => Promise<RenderedPage>

/** A process of its own that renders pages one after the other: what rendering leaves behind ends with it. */
process.on('message', async ({ program, place, template, pages }: PageJob) => {
  const { folder, base } = place
  globalThis.fetch = (address) => readArtifact(join(folder, String(address).slice(base.length)))
  const { createRenderer }: { createRenderer: () => Render } = await import(
    pathToFileURL(program.server).href
  )
  const render = createRenderer()
  const fill = fillTemplate(place, program.site, template)
  for (const page of pages) {
    const rendered = await render(base.slice(0, -1) + page.address, page.language).catch(() => undefined)
    if (rendered) {
      const file = join(folder, fileOf(page.address))
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, fill(page, rendered))
    }
    process.send?.(rendered !== undefined)
  }
  process.disconnect()
  process.exit()
})
process.on('disconnect', () => process.exit())

async function readArtifact(file: string): Promise<Response> {
  const text = await readFile(decodeURIComponent(file), 'utf8').catch(() => undefined)
  if (text === undefined) return new Response('', { status: 404 })
  return new Response(text, { headers: { 'content-type': 'application/json' } })
}
