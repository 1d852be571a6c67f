import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toIso } from '../calendar/index.ts'
import { artifactPaths, frameOf, type Library, paths } from '../notes/index.ts'
import type { Program } from './build-program.ts'
import type { Compiled } from './compile.ts'
import { feedOf } from './feed.ts'
import { versionOf } from './neighbours.ts'
import { sideBySide, startProcess } from './own-process.ts'
import { absolute, FEED, fileOf, type Page, type Place } from './page-head.ts'
import type { PageJob, PageReply, PageTold } from './page-process.ts'
import { showProgress } from './progress.ts'
import { hashOf } from './remembered.ts'
import type { Site } from './site.ts'
import type { SiteFiles } from './site-files.ts'
import { TextMemory } from './text-memory.ts'

/** Of the heap of each process. */
const MEGABYTES = 256
/** Pages: to start another process takes as long as these. */
const WORTH_A_PROCESS = 20
const TIMELINE = 'data/timeline/'

/**
 * Writes every screen into a site as a page with its content, so that the first paint waits for no script. Those that
 * show the same as before stay as they are; what cannot be rendered is left to the browser.
 * @param timeline resolves when that is there, which pages other than those of notes may show
 * @param renderer one that was begun
 */
export async function writePages(
  { compiled, folder: content }: Site,
  program: Program,
  address: Omit<Place, 'feed'>,
  files: SiteFiles,
  timeline: Promise<void>,
  renderer?: Renderer,
): Promise<void> {
  const feed = feedOf(compiled, address)
  if (feed) files.put(FEED, feed)
  const place = { ...address, feed: feed !== undefined }
  const pages = pagesOf(compiled)
  const around = JSON.stringify(place)
  const frame = hashOf(around, JSON.stringify(frameOf(compiled.library[0] as Library)))
  const hashAt = (path: string) => files.made.get(path)?.hash ?? ''
  const keyOf = (page: Page, read: readonly string[]) => {
    if (page.own) return hashOf(frame, JSON.stringify(page), hashAt(page.own))
    return hashOf(around, JSON.stringify(page), ...read.flatMap((path) => [path, hashAt(path)]))
  }
  const keys = new Map<Page, string>()
  const progress = showProgress('pages written', process.stderr)
  let [done, count] = [0, 0]
  const told = (page: Page, { made }: PageTold) => {
    done += 1
    progress(done, count)
    if (!made) return
    const { read } = made
    files.tell(fileOf(page.address), { ...made, key: read ? keyOf(page, read) : keys.get(page) })
  }
  const job = {
    program,
    place,
    content,
    template: await readFile(join(program.site, 'index.html'), 'utf8'),
    staging: files.staging,
    target: files.target,
  }
  const mayShowTimes = ({ own, address }: Page) => {
    const read = files.before.get(fileOf(address))?.read
    return !own && (!read || read.some((path) => path.startsWith(TIMELINE)))
  }
  const renderers = renderer ? [renderer] : []
  const write = async (some: readonly Page[]) => {
    for (const page of some) keys.set(page, keyOf(page, files.before.get(fileOf(page.address))?.read ?? []))
    const missing = some.filter((page) => !files.keep(fileOf(page.address), keys.get(page) as string))
    count += missing.length
    const sharing = Math.min(sideBySide(), Math.ceil(missing.length / WORTH_A_PROCESS))
    while (renderers.length < sharing) renderers.push(new Renderer(program, files.signal))
    const changed = [...files.fresh, ...files.there.filter((path) => !files.made.has(path))]
    await Promise.all(
      renderers.slice(0, sharing).map((renderer, n) => {
        const own = missing.filter((_, i) => i % sharing === n)
        const pages = own.map((page) => ({ page, key: keys.get(page) as string }))
        return renderer.render({ ...job, changed, pages }, told)
      }),
    )
  }
  await write(pages.filter((page) => !mayShowTimes(page)))
  await timeline
  await write(pages.filter(mayShowTimes))
  for (const renderer of renderers) renderer.end()
  new TextMemory('pages', content).tidy(pages.flatMap((page) => (page.own ? (keys.get(page) ?? []) : [])))
  const addresses = pages
    .filter((page) => files.made.has(fileOf(page.address)))
    .flatMap((page) => absolute(place, page.address) ?? [])
  if (addresses.length > 0) files.put('sitemap.xml', sitemap(addresses))
}

/**
 * Renders pages in a process of its own. It is begun before there are any: to start it takes as long as to render some.
 * A page that ends it is passed over, and the next begins another.
 */
export class Renderer {
  private process: PageProcess

  constructor(
    private readonly program: Program,
    private readonly signal?: AbortSignal,
  ) {
    this.process = new PageProcess(program, signal)
  }

  /** @throws Error where a process does not even begin: then no page would be rendered */
  async render(job: PageJob, tell: (page: Page, told: PageTold) => void): Promise<void> {
    for (let done = 0; done < job.pages.length; ) {
      const pages = job.pages.slice(done)
      const count = await this.process.render({ ...job, pages }, (told, i) => {
        tell((pages[i] as PageJob['pages'][number]).page, told)
      })
      if (count === pages.length) return
      done += count + 1
      this.process = new PageProcess(this.program, this.signal)
    }
  }

  end(): void {
    this.process.end()
  }
}

class PageProcess {
  private readonly child: ChildProcess
  private readonly ended: Promise<unknown>
  private begun = false
  private told: (told: PageTold) => void = () => undefined

  constructor({ server }: Program, signal?: AbortSignal) {
    this.child = startProcess('page-process', MEGABYTES, { signal })
    this.child.on('message', (reply: PageReply) => {
      if (reply === 'ready') this.begun = true
      else this.told(reply)
    })
    this.ended = new Promise((resolve) => {
      this.child.on('error', resolve)
      // Its end may be heard before what it said.
      this.child.on('disconnect', resolve)
    })
    this.child.send(server)
  }

  /** How many pages it has come to: all of them, but where one has ended it. */
  async render(job: PageJob, tell: (told: PageTold, i: number) => void): Promise<number> {
    let count = 0
    const all = new Promise<void>((resolve) => {
      this.told = (told) => {
        tell(told, count)
        count += 1
        if (count === job.pages.length) resolve()
      }
    })
    this.child.send(job)
    await Promise.race([all, this.ended])
    if (!this.begun) throw new Error('pages cannot be rendered')
    return count
  }

  end(): void {
    if (this.child.connected) this.child.disconnect()
  }
}

function sitemap(addresses: readonly string[]): string {
  // Addresses are percent-encoded: an ampersand cannot be in them.
  const entries = addresses.map((address) => `<url><loc>${address}</loc></url>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>
`
}

/** Every screen that the site has. */
function pagesOf({ notes, topics, lead }: Compiled): Page[] {
  const language = mostFrequent(notes.map((note) => note.language))
  return [
    { address: paths.start, language, view: 'src/views/start/index.ts' },
    { address: paths.timeline(), language, view: 'src/views/timeline/index.ts' },
    { address: paths.sources, language, view: 'src/views/sources/index.ts' },
    { address: paths.search(), language, view: 'src/views/search/index.ts' },
    { address: paths.paper(), language, view: 'src/views/note/paper-view.tsx' },
    { address: paths.settings, language, view: 'src/views/settings/index.ts' },
    ...topics.flatMap(([shelf]) => {
      return shelf
        ? {
            address: paths.topic(shelf.path),
            language,
            view: 'src/views/topics/topic-view.tsx',
            own: artifactPaths.topic(shelf.path, 1),
          }
        : []
    }),
    ...notes.map((note) => ({
      address: paths.note(note.slug),
      language: note.language,
      view: 'src/views/note/index.ts',
      own: artifactPaths.note(note.slug),
      note: {
        slug: note.slug,
        description: note.summary ?? lead(note),
        date: note.date === undefined ? undefined : toIso(note.date),
        versions: [note, ...note.translations].map(versionOf),
      },
    })),
  ]
}

function mostFrequent(languages: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'en'
}
