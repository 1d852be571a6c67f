import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { toIso } from '../calendar/index.ts'
import { paths } from '../notes/index.ts'
import type { Program } from './build-program.ts'
import type { Compiled } from './compile.ts'
import { feedOf } from './feed.ts'
import { versionOf } from './neighbours.ts'
import { startProcess } from './own-process.ts'
import { absolute, FEED, type Page, type Place } from './page-head.ts'
import type { PageJob, PageReply, PageTold } from './page-process.ts'
import { showProgress } from './progress.ts'
import type { Site } from './site.ts'
import { TextMemory } from './text-memory.ts'

/** Of the heap of each process; more of them would not stay within a gigabyte. */
const MEGABYTES = 256
const MOST_PROCESSES = 2

/**
 * Writes every screen into a built site as a page with its content, so that the first paint waits for no script.
 * What cannot be rendered is left to the browser.
 */
export async function writePages(
  { compiled, folder: content }: Site,
  program: Program,
  at: Place,
): Promise<void> {
  const feed = feedOf(compiled, at)
  if (feed) await writeFile(join(at.folder, FEED), feed)
  const place = { ...at, feed: feed !== undefined }
  const pages = pagesOf(compiled)
  const progress = showProgress('pages written', process.stderr)
  let done = 0
  const step = () => {
    done += 1
    progress(done, pages.length)
  }
  const template = await readFile(join(program.site, 'index.html'), 'utf8')
  const count = Math.min(MOST_PROCESSES, availableParallelism())
  const written = await Promise.all(
    Array.from({ length: count }, (_, n) => {
      const own = pages.filter((_, i) => i % count === n)
      return renderAll({ program, place, content, template, pages: own }, step)
    }),
  )
  new TextMemory('pages', content).tidy(written.flatMap(({ keys }) => keys))
  const addresses = written
    .flatMap((part) => part.pages)
    .flatMap(({ address }) => absolute(place, address) ?? [])
  if (addresses.length > 0) await writeFile(join(place.folder, 'sitemap.xml'), sitemap(addresses))
}

/** The pages that were written. One that ends its process is passed over, and the next begins a new one. */
async function renderAll(
  { pages, ...job }: PageJob,
  step: () => void,
): Promise<{ pages: Page[]; keys: string[] }> {
  const written: Page[] = []
  const keys: string[] = []
  for (let done = 0; done < pages.length; ) {
    const rest = pages.slice(done)
    const told = await renderIn({ ...job, pages: rest }, step)
    written.push(...rest.filter((_, i) => told[i]?.written))
    keys.push(...told.flatMap(({ key }) => key ?? []))
    done += told.length + (told.length < rest.length ? 1 : 0)
  }
  return { pages: written, keys }
}

/** @throws Error where the process does not even begin: then none would */
function renderIn(job: PageJob, step: () => void): Promise<PageTold[]> {
  const child = startProcess('page-process', MEGABYTES)
  let told: PageTold[] | undefined
  return new Promise((resolve, reject) => {
    const end = () => (told ? resolve(told) : reject(new Error('pages cannot be rendered')))
    child.on('message', (reply: PageReply) => {
      if (reply === 'ready') told = []
      else {
        told?.push(reply)
        step()
      }
    })
    child.on('error', end)
    child.on('exit', end)
    child.send(job)
  })
}

function sitemap(addresses: readonly string[]): string {
  // Addresses are percent-encoded: an ampersand cannot be in them.
  const entries = addresses.map((address) => `<url><loc>${address}</loc></url>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>
`
}

/** Every screen that the site has. */
function pagesOf({ notes, topics }: Compiled): Page[] {
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
        ? { address: paths.topic(shelf.path), language, view: 'src/views/topics/topic-view.tsx' }
        : []
    }),
    ...notes.map((note) => ({
      address: paths.note(note.slug),
      language: note.language,
      view: 'src/views/note/index.ts',
      note: {
        slug: note.slug,
        description: note.summary ?? note.statementList[0]?.text,
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
