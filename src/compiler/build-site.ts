import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { buildProgram } from './build-program.ts'
import { Forgotten } from './card.ts'
import { writeInventory, writeTopicFiles } from './inventory.ts'
import { type LastLedger, LedgerBook } from './ledger.ts'
import { NotePool } from './note-pool.ts'
import type { Place } from './page-head.ts'
import { Renderer, writePages } from './pages.ts'
import { compileLessForSpeed } from './patience.ts'
import { showProgress } from './progress.ts'
import { publish } from './publish.ts'
import { readSite, type Site } from './site.ts'
import { TextMemory } from './text-memory.ts'
import { writeSearch } from './write-search.ts'
import { writeArtifacts, writeName, writeProgram } from './write-site.ts'
import { TimelineMaker } from './write-timeline.ts'

/**
 * Compiles a folder of notes and writes the site into the folder `out`, of which what has not changed stays.
 * @param place where it will stand; without it the data alone are written, which dev shows with a program of its own
 * @throws as {@link publish}
 */
export async function buildSite(content: string, out: string, place?: Place): Promise<Site> {
  compileLessForSpeed()
  try {
    return await buildFrom(content, out, place, (book) => book.last())
  } catch (error) {
    if (!(error instanceof Forgotten)) throw error
    return buildFrom(content, out, place, () => undefined)
  }
}

async function buildFrom(
  content: string,
  out: string,
  place: Place | undefined,
  recall: (book: LedgerBook) => LastLedger | undefined,
): Promise<Site> {
  // Beside a site for readers, that of dev is remembered, too.
  const kind = place ? 'ledger' : 'ledger-dev'
  const book = new LedgerBook({ content: resolve(content), of: [resolve(out), place], kind })
  const pool = poolFor(content)
  const { files, made } = await publish(out, content, book.place, async ({ begin, signal }) => {
    pool.warm()
    const ledger = recall(book)
    const program = place && (await buildProgram(place.base))
    const [site, files] = await Promise.all([readSite(content, pool, ledger), begin(ledger)])
    // All that follows needs the memory of its processes.
    pool.close()
    const [was, made] = [ledger?.state, randomUUID()]
    const maker = new TimelineMaker(signal)
    // Of few pages, most of the work is to start: not sooner, for all cores are busy till then.
    const renderer = ledger && program && new Renderer(program, signal)
    let search = Promise.resolve()
    // In dev, images are shown from where they are.
    const images = place ? site.images : []
    const past = was === undefined ? undefined : book.read('sources', was)
    const sources = await writeArtifacts({ ...site, images }, files, past, async () => {
      await maker.begin(site.compiled, files, book.place, { was, made })
      search = writeSearch(site.compiled, files, ledger?.files.keys())
      // Told below; what fails before that is told first.
      search.catch(() => undefined)
    })
    const timeline = maker.tell(files)
    timeline.catch(() => undefined)
    const pages = program && place && writePages(site, program, place, files, timeline, renderer)
    pages?.catch(() => undefined)
    book.write('sources', made, sources)
    book.write('seen', made, site.seen)
    book.write('cards', made, site.cards)
    if (program && place) {
      writeProgram(program, place.base, files)
      writeTopicFiles(site.compiled, files)
    }
    await Promise.all([search, timeline])
    if (program && place) {
      const name = writeInventory(files, place.base)
      await pages
      writeName(program, name, files)
    }
    await maker.end()
    return { files, made: { ...site, made } }
  }).finally(() => pool.close())
  book.write('files', made.made, files)
  book.end(made.made)
  return made
}

export function poolFor(content: string): NotePool {
  return new NotePool({
    memory: new TextMemory('notes', resolve(content)),
    progress: showProgress('notes compiled', process.stderr),
  })
}
