import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as chrono from 'chrono-node'
import { build, type Rollup } from 'vite'
import { dayOf, toIso } from '../../src/calendar/index.ts'
import { compileNote } from '../../src/compiler/compile-note.ts'
import { readContent } from '../../src/compiler/read-content.ts'
import { findDates } from '../../src/date-finder/index.ts'

const ROOM = join(import.meta.dirname, '../../src/date-finder')

/** The locales that chrono has; it reads others as English. */
const CHRONO = new Map<string, { parse: typeof chrono.parse }>([
  ['zh', chrono.zh],
  ['hant', chrono.zh.hant],
  ['ja', chrono.ja],
  ['es', chrono.es],
  ['fr', chrono.fr],
  ['de', chrono.de],
  ['pt', chrono.pt],
  ['it', chrono.it],
  ['ru', chrono.ru],
])

/** Minified and gzipped, with all languages and with three. */
export async function benchSize(): Promise<void> {
  const ours = await bundled(join(ROOM, 'index.ts'), (tag) => ['en', 'ja', 'zh', 'index'].includes(tag))
  const all = await bundled(join(ROOM, 'index.ts'), () => true)
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const entry = join(folder, 'peer.js')
  writeFileSync(entry, `export { en, ja, zh } from ${JSON.stringify(import.meta.resolve('chrono-node'))}`)
  const peer = await bundled(entry, () => true)
  rmSync(folder, { recursive: true })
  console.log(`size, gzipped: zh+en+ja ${kb(ours)}, chrono zh+en+ja ${kb(peer)}; all languages ${kb(all)}`)
}

async function bundled(entry: string, keeps: (language: string) => boolean): Promise<number> {
  const output = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'only-some-languages',
        enforce: 'pre',
        load(id) {
          const tag = /date-finder[\\/]languages[\\/]([a-z-]+)\.ts$/.exec(id)?.[1]
          return tag && !keeps(tag) ? `export const ${tag} = { tag: '${tag}' }` : undefined
        },
      },
    ],
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'dates' } },
  })) as Rollup.RollupOutput[]
  const [chunk] = output.flatMap((bundle) => bundle.output)
  return gzipSync(chunk?.type === 'chunk' ? chunk.code : '').length
}

function kb(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}

/** Paragraphs of real notes, read over and over by each in turn; the fastest round of each counts. */
export async function benchSpeed(data: string): Promise<void> {
  const folder = existsSync(join(data, 'notes')) ? join(data, 'notes') : 'content'
  const { notes } = await readContent(folder)
  const texts = notes.flatMap(({ file, raw }) => {
    const { language } = compileNote(file, raw).metadata
    return raw.split(/\n{2,}/).map((text) => ({ text, language }))
  })
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  const ours = () => texts.forEach(({ text, language }) => void findDates(text, language, { date: 20_000 }))
  const peer = () =>
    texts.forEach(({ text, language }) => {
      chronoOf(language).parse(text, new Date(20_000 * 86_400_000))
    })
  let [best, bestPeer] = [Infinity, Infinity]
  for (let round = 0; round < 4; round += 1) {
    best = Math.min(best, timed(ours))
    bestPeer = Math.min(bestPeer, timed(peer))
  }
  const rate = (ms: number) => (bytes / 1000 / ms).toFixed(1)
  console.log(
    `speed, ${(bytes / 1e6).toFixed(2)} MB of ${folder}: ${rate(best)} MB/s, chrono ${rate(bestPeer)} MB/s: ` +
      `${(bestPeer / best).toFixed(1)} times as fast`,
  )
}

/** Repeated without end, these make readers of dates take the square of their time, or worse. */
const HOSTILE: readonly (readonly [language: string, unit: string])[] = [
  ['zh', '一'],
  ['zh', '2025年'],
  ['zh', '9月'],
  ['zh', '第'],
  ['zh', '上个月'],
  ['en', '1-'],
  ['en', '1/'],
  ['en', '1.'],
  ['en', 'May '],
  ['en', 'last '],
  ['en', 'the '],
  ['en', 'of,'],
  ['en', '5, '],
  ['en', '1 day and '],
  ['es', 'mil y '],
  ['en', '3 March '],
  ['en', "'8"],
  ['en', '𑄸'],
  ['de', 'vor '],
  ['ar', 'و'],
  ['ko', '년'],
]

/** How the time grows on texts made to be slow, up to a million characters. */
export function benchGrowth(): void {
  for (const [language, unit] of HOSTILE) {
    const read = (length: number) => {
      const text = unit.repeat(length / unit.length)
      return Math.min(...[1, 2, 3].map(() => timed(() => findDates(text, language, { date: 20_000 }))))
    }
    const [small, large] = [read(125_000), read(1_000_000)]
    console.log(
      `hostile “${unit.trim()}”: ${small.toFixed(0)} ms for 125,000 characters, ${large.toFixed(0)} ms for 8 times as many`,
    )
  }
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function chronoOf(language: string): { parse: typeof chrono.parse } {
  return CHRONO.get(language.startsWith('zh-Hant') ? 'hant' : (language.split('-')[0] as string)) ?? chrono.en
}

/** Span and value F1 on the gold notes and on the cases of other libraries, by the scorer that lies beside them. */
export async function benchAccuracy(data: string): Promise<void> {
  const dates = join(data, 'dates')
  if (!existsSync(dates)) {
    console.log(`accuracy: there is no ${dates} to measure on`)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const cases = join(folder, 'cases')
  mkdirSync(cases)
  spawnSync('node', [join(dates, 'expand.mjs'), join(dates, 'peer-cases.ndjson'), cases])
  for (const [title, notes, gold] of [
    ['gold notes', join(dates, 'notes'), join(dates, 'gold')],
    ['cases of other libraries', join(cases, 'notes'), join(cases, 'gold')],
  ] as const) {
    for (const [name, find] of [
      ['Dateline', ours],
      ['chrono', peer],
    ] as const) {
      const found = join(folder, 'found.ndjson')
      const lines = readdirSync(notes).flatMap((file) => find(file, readFileSync(join(notes, file), 'utf8')))
      writeFileSync(found, lines.map((line) => JSON.stringify(line)).join('\n'))
      console.log(`\n${title}, ${name}`)
      spawnSync('node', [join(dates, 'score.mjs'), gold, found], { stdio: 'inherit' })
    }
  }
  rmSync(folder, { recursive: true })
}

interface Line {
  file: string
  start: number
  end: number
  from: string
  to: string
  mod?: string
}

function ours(file: string, raw: string): Line[] {
  return compileNote(file, raw).mentions.flatMap(({ rawStart, rawEnd, value }) =>
    value
      ? [
          {
            file,
            start: rawStart,
            end: rawEnd,
            from: toIso(value.from),
            to: toIso(value.to),
            ...(value.mod ? { mod: value.mod } : {}),
          },
        ]
      : [],
  )
}

/** chrono has no stretches: what it is certain of says how broad a date is. */
function peer(file: string, raw: string): Line[] {
  const { metadata } = compileNote(file, raw)
  const body = raw.replace(/^---\n[\s\S]*?\n---\n/, (head) => ' '.repeat(head.length))
  const reference =
    metadata.date === undefined ? new Date() : new Date(metadata.date * 86_400_000 + 43_200_000)
  return chronoOf(metadata.language)
    .parse(body, { instant: reference, timezone: 0 })
    .map(({ index, text, start, end }) => ({
      file,
      start: index,
      end: index + text.length,
      from: toIso(stretch(start)[0]),
      to: toIso(stretch(end ?? start)[1]),
    }))
}

function stretch(parsed: chrono.ParsedComponents): [number, number] {
  const [year, month, day] = [parsed.get('year') ?? 0, parsed.get('month') ?? 1, parsed.get('day') ?? 1]
  if (parsed.isCertain('day') || parsed.isCertain('weekday')) {
    const at = dayOf(year, month, day)
    return [at, at]
  }
  if (parsed.isCertain('month')) return [dayOf(year, month, 1), dayOf(year, month + 1, 1) - 1]
  if (parsed.isCertain('year')) return [dayOf(year, 1, 1), dayOf(year + 1, 1, 1) - 1]
  const at = dayOf(year, month, day)
  return [at, at]
}
