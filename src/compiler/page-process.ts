import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { artifactPaths, type Library, type RenderedPage } from '../notes/index.ts'
import type { Program } from './build-program.ts'
import { fileOf, fillTemplate, type Page, type Place } from './page-head.ts'
import { hashOf } from './remembered.ts'
import { TextMemory } from './text-memory.ts'

/** What a process is asked: to render pages into a site. */
export interface PageJob {
  program: Program
  place: Place
  /** The folder of notes. */
  content: string
  template: string
  pages: readonly Page[]
}

/** Told of each page in turn: whether it was written, and what it is remembered by. The browser renders what was not. */
export interface PageTold {
  written: boolean
  key?: string | undefined
}

export type PageReply = 'ready' | PageTold

interface Renderer {
  createRenderer: () => (address: string, language: string) => Promise<RenderedPage>
  frameOf: (library: Library) => unknown
}

/** A process of its own that renders pages one after the other: what rendering leaves behind ends with it. */
process.on('message', async ({ program, place, content, template, pages }: PageJob) => {
  const { folder, base } = place
  globalThis.fetch = (address) => readArtifact(join(folder, String(address).slice(base.length)))
  const { createRenderer, frameOf }: Renderer = await import(pathToFileURL(program.server).href)
  const library = JSON.parse(await readFile(join(folder, artifactPaths.library(1)), 'utf8')) as Library
  const around = hashOf(
    basename(dirname(program.site)),
    JSON.stringify([place.origin, place.feed]),
    JSON.stringify(frameOf(library)),
  )
  const memory = new TextMemory('pages', content)
  const render = createRenderer()
  const fill = fillTemplate(place, program.site, template)
  tell('ready')
  for (const page of pages) {
    const key = page.note && hashOf(around, JSON.stringify(page), await textOf(page.note.slug))
    let text = key && memory.get(key)
    if (!text) {
      const rendered = await render(base.slice(0, -1) + page.address, page.language).catch(() => undefined)
      text = rendered && fill(page, rendered)
      if (key && text) memory.set(key, text)
    }
    if (text) write(join(folder, fileOf(page.address)), text)
    tell({ written: text !== undefined, key })
  }
  process.disconnect()
  process.exit()

  function textOf(slug: string): Promise<Buffer> {
    return readFile(join(folder, artifactPaths.note(slug)))
  }
})
process.on('disconnect', () => process.exit())

function tell(reply: PageReply): void {
  process.send?.(reply)
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

async function readArtifact(file: string): Promise<Response> {
  const text = await readFile(decodeURIComponent(file), 'utf8').catch(() => undefined)
  if (text === undefined) return new Response('', { status: 404 })
  return new Response(text, { headers: { 'content-type': 'application/json' } })
}
