import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RenderedPage } from '../notes/index.ts'
import type { Program } from './build-program.ts'
import { say } from './own-process.ts'
import { fileOf, fillTemplate, type Page, type Place, withData } from './page-head.ts'
import { compileLessForSpeed } from './patience.ts'
import { type MadeFile, SiteFiles } from './site-files.ts'
import { TextMemory } from './text-memory.ts'

/** What a process is asked: to render pages into the staging folder of a site. */
export interface PageJob {
  program: Program
  place: Place
  /** The folder of notes. */
  content: string
  template: string
  staging: string
  /** Where the site before lies, of which all files are in this one, too, but for some. */
  target: string
  changed: readonly string[]
  /** `key`: what a page that shows one artifact is remembered by. */
  pages: readonly { page: Page; key: string }[]
}

/** Told of each page in turn; the browser renders what was not made. */
export interface PageTold {
  /** `read`: the artifacts that it shows, unless it is its own alone. */
  made?: MadeFile | undefined
}

export type PageReply = 'ready' | PageTold

interface Renderer {
  createRenderer: () => (address: string, language: string) => Promise<RenderedPage>
}

const JSON_TYPE = new Headers({ 'content-type': 'application/json' })

let renderer: Promise<Renderer> | undefined

/**
 * A process of its own that renders pages one after the other: what rendering leaves behind ends with it, as soon as no
 * more are asked for. It is told first what renders them, to be at hand when there are some.
 */
compileLessForSpeed()
process.on('message', async (message: string | PageJob) => {
  if (typeof message !== 'string') return work(message)
  renderer = import(pathToFileURL(message).href)
  await renderer
  await tell('ready')
})
process.on('disconnect', () => process.exit())

async function work({ program, place, content, template, ...job }: PageJob): Promise<void> {
  const { base } = place
  const files = new SiteFiles(job.staging, job.target)
  const changed = new Set(job.changed)
  const read = new Set<string>()
  const placeOf = (path: string) => join(changed.has(path) ? job.staging : job.target, path)
  globalThis.fetch = async (address) => {
    const path = decodeURIComponent(String(address).slice(base.length))
    read.add(path)
    return readArtifact(placeOf(path)) as Response
  }
  const { createRenderer } = (await renderer) as Renderer
  const memory = new TextMemory('pages', content)
  const renderOwn = createRenderer()
  const fill = fillTemplate(place, program.site, template)
  for (const { page, key } of job.pages) {
    let text = page.own && memory.get(key)
    read.clear()
    if (!text) {
      // What such a page reads is its own: it is not to find it in the memory of another.
      const render = page.own ? renderOwn : createRenderer()
      const rendered = await render(base.slice(0, -1) + page.address, page.language).catch(() => undefined)
      text = rendered && fill(page, rendered)
      if (page.own && text) memory.set(key, text)
    }
    const path = fileOf(page.address)
    if (text && page.own) text = withData(text, page.own, readFileSync(placeOf(page.own), 'utf8'))
    if (text) files.put(path, text)
    const made = files.made.get(path)
    await tell({ made: made && (page.own ? made : { ...made, read: [...read] }) })
  }
}

function tell(reply: PageReply): Promise<void> {
  return say(reply)
}

/**
 * As much of a response as is looked at: a whole one takes as long as to render a part of the page. Nothing else is under
 * way: to wait for the file takes longer than to read it.
 */
function readArtifact(file: string): Pick<Response, 'ok' | 'status' | 'headers' | 'text'> {
  const there = existsSync(file)
  const text = there ? readFileSync(file, 'utf8') : ''
  return { ok: there, status: there ? 200 : 404, headers: JSON_TYPE, text: async () => text }
}
