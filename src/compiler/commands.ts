import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Day, toEdtf, toIso } from '../calendar/index.ts'
import type { BibliographyFormat } from '../citing/index.ts'
import {
  BIBLIOGRAPHIES,
  beginFile,
  citedSources,
  STATEMENT_FORMATS,
  type StatementFormatName,
  type Taken,
} from '../exports/index.ts'
import {
  compareTimes,
  formatProblem,
  type PlacedProblem,
  paths,
  placeNote,
  printableJson,
} from '../notes/index.ts'
import { buildSingleProgram } from './build-program.ts'
import { buildSite, poolFor } from './build-site.ts'
import { DevData } from './dev-data.ts'
import { DevNotes } from './dev-notes.ts'
import { headers } from './headers.ts'
import { isInside } from './is-inside.ts'
import { LedgerBook } from './ledger.ts'
import { Misuse } from './misuse.ts'
import type { NotePool } from './note-pool.ts'
import { devPlugin, previewPlugin } from './plugin.ts'
import { BuildFailure } from './publish.ts'
import { readContent } from './read-content.ts'
import { hashOf, REMEMBERED } from './remembered.ts'
import { checkFile, inMegabytes, writeSingleFile } from './single-file.ts'
import { readSite, type Site } from './site.ts'

// Vite serves from this process, and builds in one of its own: the memory of what it takes is never needed with ours.

export interface SiteOptions {
  content: string
  out: string
  base: string
  /** Where the site will stand, as an address: gives the base, too. */
  site?: string | undefined
}

/**
 * Builds `out` and says what went in. Problems are told, and never keep the rest from coming out; 1 where one is
 * an error.
 */
export async function build(options: SiteOptions): Promise<number> {
  const { content, out, ...where } = options
  await checkFolder(content)
  const began = performance.now()
  const { problems, notes, library } = (await buildSite(content, out, addressOf(where))).compiled
  for (const problem of problems) print(formatProblem(problem))
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  print(
    `${count(notes.length, 'note')}, ${count(library[0]?.statements, 'dated statement')}, ` +
      `${count(library[0]?.sources, 'source')}, ${count(problems.length, 'problem')}. Built ${out} in ${seconds} s.`,
  )
  return exitCode(problems)
}

/** Builds one page that opens from a folder, and says how large it is. */
export async function buildFile({ content, out }: Pick<SiteOptions, 'content' | 'out'>): Promise<number> {
  checkFile(out)
  const site = await compiled(content)
  const { problems, notes } = site.compiled
  for (const problem of problems) print(formatProblem(problem))
  const program = await buildSingleProgram().catch((error: Error) => {
    throw new BuildFailure(`the program could not be built: ${error.message}`)
  })
  const { bytes, remarks } = writeSingleFile(site, program, out)
  for (const remark of remarks) print(remark)
  print(
    `${count(notes.length, 'note')}, ${count(problems.length, 'problem')}. Built ${out}, ${inMegabytes(bytes)}.`,
  )
  return exitCode(problems)
}

/** Builds, then serves the result on localhost until stopped. */
export async function start(options: SiteOptions & { port: number }): Promise<number> {
  const code = await build(options)
  const { preview } = await import('vite')
  const server = await preview({
    base: addressOf(options).base,
    build: { outDir: resolve(options.out) },
    preview: { port: options.port, host: 'localhost', headers },
    appType: 'mpa',
    plugins: [previewPlugin(options.out)],
    logLevel: 'warn',
  })
  print(`Read it at ${server.resolvedUrls?.local[0]}`)
  return code
}

/** Serves the site from its sources and renews it as notes change, until stopped. */
export async function dev({ content, port }: { content: string; port: number }): Promise<number> {
  await checkFolder(content)
  const folder = resolve(content)
  const book = new LedgerBook({ content: folder, of: [], kind: 'dev' })
  const [ledger, state] = [book.last(), randomUUID()]
  const pool = poolFor(content)
  // For the next start: one that begins with nothing reads all that is remembered of every note.
  const keep = ({ seen, cards }: Site) => {
    book.write('seen', state, seen)
    book.write('cards', state, cards)
    book.end(state)
  }
  const notes = new DevNotes(content, pool, ledger, keep)
  const data = new DevData(folder, join(REMEMBERED, `data-${hashOf(folder)}`))
  const { createServer } = await import('vite')
  const server = await createServer({
    plugins: [devPlugin(folder, notes, data)],
    // The notes are watched apart.
    server: { port, host: 'localhost', watch: { ignored: [(path) => isInside(path, folder)] } },
  })
  await server.listen()
  server.printUrls()
  return 0
}

/** “1 note”, “2 notes”. */
function count(number = 0, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

/** Tells every problem in the notes; 1 where one is an error. */
export async function check(content: string): Promise<number> {
  const { problems, notes } = (await compiled(content)).compiled
  for (const problem of problems) print(formatProblem(problem))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  print(
    `${count(notes.length, 'note')}: ${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`,
  )
  return exitCode(problems)
}

/**
 * Prints what was found: every mention of a date, or statements or sources as other programs read them. `today`:
 * what a calendar says that it was made on.
 */
export async function exportFound(content: string, format: string, today: Day): Promise<number> {
  if (format === 'mentions') return exportMentions(content)
  const name = format === 'statements' ? 'json' : format
  const asSources = name in BIBLIOGRAPHIES && BIBLIOGRAPHIES[name as BibliographyFormat]
  if (!asSources && !(name in STATEMENT_FORMATS)) {
    const formats = [...Object.keys(STATEMENT_FORMATS), ...Object.keys(BIBLIOGRAPHIES)]
    const known = ['mentions', 'statements', ...formats].join(', ')
    throw new Misuse(`“${format}” is not a format`, `Formats: ${known}.`)
  }
  const { notes, problems } = (await compiled(content)).compiled
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`)
  if (asSources) {
    process.stdout.write(asSources.write(citedSources(notes)))
    return 0
  }
  const taken = notes
    .flatMap((note) => placeNote(note, 'told'))
    .sort((a, b) => compareTimes(a.at, b.at))
    .map((entry): Taken => ({ entry, address: paths.note(entry.note.slug, entry.id) }))
  const file = beginFile(name as StatementFormatName, today)
  process.stdout.write(file.add(taken))
  process.stdout.write(file.end())
  if (file.leftOut() > 0) {
    const count = `${file.leftOut()} of ${taken.length} statements`
    process.stderr.write(
      `Left out: ${count}. This format has no years before 1 or after 9999; csv and json do.\n`,
    )
  }
  return 0
}

/** One JSON object a line; offsets are UTF-16 into the raw file. */
async function exportMentions(content: string): Promise<number> {
  await checkFolder(content)
  const found = readContent(resolve(content))
  const raws = new Map(found.notes.map(({ file, raw }) => [file, raw]))
  const { notes, problems } = await withPool(content, (pool) => pool.compile(found.notes))
  for (const problem of [...found.problems, ...problems]) {
    process.stderr.write(`${formatProblem(problem)}\n`)
  }
  for (const { file, mentions } of notes.map((note) => note.full())) {
    for (const { rawStart, rawEnd, value, basis } of mentions) {
      if (!value) continue
      const edtf = toEdtf(value)
      const line = {
        file,
        start: rawStart,
        end: rawEnd,
        text: raws.get(file)?.slice(rawStart, rawEnd),
        from: toIso(value.from),
        to: toIso(value.to),
        ...(edtf ? { edtf } : {}),
        precision: value.precision,
        ...(value.mod ? { mod: value.mod } : {}),
        basis,
      }
      print(printableJson(line))
    }
  }
  return 0
}

async function compiled(content: string): Promise<Site> {
  await checkFolder(content)
  return withPool(content, (pool) => readSite(content, pool))
}

async function withPool<T>(content: string, use: (pool: NotePool) => Promise<T>): Promise<T> {
  const pool = poolFor(content)
  try {
    return await use(pool)
  } finally {
    pool.close()
  }
}

async function checkFolder(content: string): Promise<void> {
  const found = await stat(content).catch(() => undefined)
  if (!found?.isDirectory()) {
    throw new Misuse(`there is no folder ${content}`, 'Name a folder that holds Markdown notes.')
  }
}

function exitCode(problems: readonly PlacedProblem[]): number {
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** @throws Misuse where the site's address is none */
function addressOf({ base, site }: Pick<SiteOptions, 'base' | 'site'>): { base: string; origin?: string } {
  const slashed = (path: string) => `/${path}/`.replace(/\/{2,}/g, '/')
  if (site === undefined) return { base: slashed(base) }
  const address = URL.canParse(site) ? new URL(site) : undefined
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new Misuse(
      `“${site}” is not the address of a site`,
      'Write it in full: https://notes.example/reader/.',
    )
  }
  return { base: slashed(address.pathname), origin: address.origin }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
