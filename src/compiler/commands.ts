import { copyFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createServer, preview, build as viteBuild } from 'vite'
import { toEdtf, toIso } from '../calendar/index.ts'
import { formatProblem } from '../notes/index.ts'
import { compile } from './compile.ts'
import { compileNote } from './compile-note.ts'
import { Misuse } from './misuse.ts'
import { readContent } from './read-content.ts'

export interface SiteOptions {
  content: string
  out: string
  base: string
}

/** Builds `out` and says what went in; problems are told, and never stop the build. Returns the exit code. */
export async function build({ content, out, base }: SiteOptions): Promise<number> {
  const began = performance.now()
  const { problems, library } = compile(await read(content))
  for (const problem of problems) print(formatProblem(problem))
  process.env.DATELINE_CONTENT = resolve(content)
  await viteBuild({
    base: siteBase(base),
    logLevel: 'warn',
    build: { outDir: resolve(out), emptyOutDir: true },
  })
  // Hosts serve 404.html for addresses they have no file for: the app finds its way from there.
  await copyFile(join(out, 'index.html'), join(out, '404.html'))
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  print(
    `${library.notes.length} notes, ${library.statements} dated statements, ${library.sources} sources, ` +
      `${problems.length} problems. Built ${out} in ${seconds} s.`,
  )
  return 0
}

/** Builds, then serves the result on localhost until stopped. */
export async function start(options: SiteOptions & { port: number }): Promise<number> {
  const code = await build(options)
  const server = await preview({
    base: siteBase(options.base),
    build: { outDir: resolve(options.out) },
    preview: { port: options.port, host: 'localhost' },
    logLevel: 'warn',
  })
  print(`Read it at ${server.resolvedUrls?.local[0]}`)
  return code
}

/** Serves the site from its sources and renews it as notes change, until stopped. */
export async function dev({ content, port }: { content: string; port: number }): Promise<number> {
  await read(content)
  process.env.DATELINE_CONTENT = resolve(content)
  const server = await createServer({ server: { port, host: 'localhost' } })
  await server.listen()
  server.printUrls()
  return 0
}

/** Tells every problem in the notes; 1 where one is an error. */
export async function check(content: string): Promise<number> {
  const { problems, library } = compile(await read(content))
  for (const problem of problems) print(formatProblem(problem))
  const errors = problems.filter(({ severity }) => severity === 'error').length
  print(`${library.notes.length} notes: ${errors} errors, ${problems.length - errors} warnings`)
  return errors > 0 ? 1 : 0
}

/** Prints every mention of a date, one JSON object a line; offsets are UTF-16 into the raw file. */
export async function exportFound(content: string, format: string): Promise<number> {
  if (format !== 'mentions') throw new Misuse(`“${format}” is no format`, 'Formats: mentions.')
  for (const { file, raw } of (await read(content)).notes) {
    const { mentions } = compileNote(file, raw)
    for (const { rawStart, rawEnd, value, basis } of mentions) {
      if (!value) continue
      const edtf = toEdtf(value)
      const line = {
        file,
        start: rawStart,
        end: rawEnd,
        text: raw.slice(rawStart, rawEnd),
        from: toIso(value.from),
        to: toIso(value.to),
        ...(edtf ? { edtf } : {}),
        precision: value.precision,
        ...(value.mod ? { mod: value.mod } : {}),
        basis,
      }
      print(JSON.stringify(line))
    }
  }
  return 0
}

async function read(content: string) {
  const found = await stat(content).catch(() => undefined)
  if (!found?.isDirectory()) {
    throw new Misuse(`there is no folder ${content}`, 'Name a folder that holds Markdown notes.')
  }
  return readContent(resolve(content))
}

function siteBase(base: string): string {
  return `/${base}/`.replace(/\/{2,}/g, '/')
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
