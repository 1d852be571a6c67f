import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { preview } from 'vite'
import { dayOf, months, toIso, years } from '../../src/calendar/index.ts'
import { timelineFiles } from '../../src/compiler/timeline.ts'
import { ARTIFACT_VERSION, type Note, type Statement } from '../../src/notes/index.ts'
import { findBrowser } from '../find-browser.ts'

const TOPICS = ['chips', 'models', 'energy', 'markets', 'law', 'space', 'health', 'cities']
const WORDS =
  'the market of models and energy grew while costs of power fell again in most of these cities'.split(' ')
const PER_NOTE = 100
/** Milliseconds that the strip, and the peer, are panned. */
const PANNED = 4000
/** Milliseconds that a page is given to show what it has. */
const PATIENCE = 180_000
/** A statement that the program shows: those of the page as it was rendered are there before anything has come. */
const ALIVE = '#root:not([data-address]) .statement'

/** A generated library: the same for the same number. */
function library(statements: number): Note[] {
  let seed = 1
  const random = (below: number) => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed % below
  }
  const statement = (n: number): Statement => {
    const year = random(50) === 0 ? random(2200) - 200 : 2016 + random(10)
    const at =
      random(8) === 0
        ? years(year, 1, 'year')
        : random(4) === 0
          ? months(year, 1 + random(12), 1, 'month')
          : { from: dayOf(year, 1, 1 + random(365)), to: 0, precision: 'day' as const }
    const value = at.precision === 'day' ? { ...at, to: at.from } : at
    const words = Array.from({ length: 14 + random(14) }, () => WORDS[random(WORDS.length)])
    return {
      id: `s-${n}`,
      text: `${words.join(' ')} ${toIso(value.from)}.`,
      mentions: [],
      at: value,
      cites: random(4) === 0 ? [1] : [],
    }
  }
  return Array.from({ length: statements / PER_NOTE }, (_, n) => ({
    version: ARTIFACT_VERSION,
    slug: `note-${n}`,
    group: `note-${n}`,
    title: `Note ${n}`,
    language: 'en',
    topics: [TOPICS[n % TOPICS.length] as string],
    minutes: 1,
    statements: PER_NOTE,
    revision: '',
    body: [],
    sections: [],
    statementList: Array.from({ length: PER_NOTE }, (_, i) => statement(n * PER_NOTE + i)),
    undated: [],
    references: [
      { number: 1, kind: 'list', title: 'A source', url: `https://example.org/${n}`, site: 'example.org' },
    ],
    translations: [],
    neighbours: { previous: [], next: [] },
  }))
}

/** What the first screen moves, how evenly the picture is panned, and what stays in memory. */
interface Measured {
  kilobytes: number
  p95: number
  megabytes: number
}

/** The timeline of 300 and of 300,000 statements, and vis-timeline with the same 300,000. */
export async function benchTimeline(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--enable-precise-memory-info'],
  })
  try {
    console.log('\nTimeline: first screen (KB, compressed), p95 of a frame while panned (ms), heap (MB)')
    execFileSync(process.execPath, ['src/compiler/run.mjs', 'build', '--out', folder], { stdio: 'ignore' })
    const server = await preview({
      configFile: false,
      build: { outDir: folder },
      preview: { port: 0 },
      logLevel: 'error',
    })
    const site = server.resolvedUrls?.local[0] ?? ''
    for (const count of [300, 300_000]) {
      const sizes = writeTimeline(folder, library(count))
      // What a worker fetches once the page is idle is no part of it.
      const page = await browser.newPage({ serviceWorkers: 'block' })
      const measured = await measure(page, `${site}timeline`, ALIVE, '.strip-plot')
      report(`Dateline, ${count}`, measured)
      console.log(
        `  ${sizes.tiles} tiles, the largest ${kb(sizes.largest)} KB; overview ${kb(sizes.overview)} KB, compressed`,
      )
    }
    const bytes = writePeer(folder, library(300_000))
    const peer = measure(await browser.newPage(), `${site}peer.html`, '.vis-item', '.vis-panel.vis-center')
    report('vis-timeline, 300000', { ...(await peer), kilobytes: bytes / 1024 })
    await server.close()
  } catch (error) {
    console.log(`  ${(error as Error).message.split('\n')[0]}`)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeTimeline(folder: string, notes: readonly Note[]) {
  rmSync(join(folder, 'data/timeline'), { recursive: true, force: true })
  const sizes = { tiles: 0, largest: 0, overview: 0 }
  for (const [path, content] of timelineFiles(notes)) {
    const text = JSON.stringify(content)
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
    if (path.endsWith('told/overview.json')) sizes.overview = gzipSync(text).length
    if (!/\/told\/\d+\.json$/.test(path)) continue
    sizes.tiles += 1
    sizes.largest = Math.max(sizes.largest, gzipSync(text).length)
  }
  const library = join(folder, 'data/library.json')
  writeFileSync(library, JSON.stringify({ ...JSON.parse(readFileSync(library, 'utf8')), editions: ['all'] }))
  return sizes
}

/** The peer takes its items at once: that is what it has. Bytes of it all, compressed. */
function writePeer(folder: string, notes: readonly Note[]): number {
  const peer = dirname(createRequire(import.meta.url).resolve('vis-timeline/package.json'))
  const put = (name: string, path: string) =>
    writeFileSync(join(folder, name), readFileSync(join(peer, path)))
  put('peer.js', 'standalone/umd/vis-timeline-graph2d.min.js')
  put('peer.css', 'styles/vis-timeline-graph2d.min.css')
  const items = notes.flatMap(({ statementList }) =>
    statementList.map(({ id, text, at }) => ({ id, content: text, start: toIso(at.from) })),
  )
  writeFileSync(join(folder, 'peer.json'), JSON.stringify(items))
  writeFileSync(
    join(folder, 'peer.html'),
    `<!doctype html><link rel="stylesheet" href="peer.css"><div id="t"></div><script src="peer.js"></script><script>
fetch('peer.json').then((r) => r.json()).then((items) => {
  new vis.Timeline(document.getElementById('t'), new vis.DataSet(items), { height: 600, start: '2020-01-01', end: '2020-01-03', xss: { disabled: true } })
})</script>`,
  )
  return ['peer.js', 'peer.css', 'peer.json'].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length,
    0,
  )
}

async function measure(page: Page, address: string, sign: string, plot: string): Promise<Measured> {
  let bytes = 0
  const bodies: Promise<unknown>[] = []
  page.on('response', (response) =>
    bodies.push(
      response.body().then(
        (body) => {
          bytes += gzipSync(body).length
        },
        () => undefined,
      ),
    ),
  )
  await page.goto(address)
  await page.waitForSelector(sign, { timeout: PATIENCE, state: 'attached' })
  await Promise.all(bodies)
  const first = bytes
  const box = await page.locator(plot).first().boundingBox()
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
  await page.mouse.move(x, y)
  // Closer first: what is whole has nowhere to be panned to.
  for (let turns = 0; turns < 4; turns += 1) await page.mouse.wheel(0, -300)
  // As text: what runs in the page must not lean on what the loader puts into functions.
  await page.evaluate(`
    window.frames_ = []
    let last = performance.now()
    requestAnimationFrame(function tick(now) {
      window.frames_.push(now - last)
      last = now
      requestAnimationFrame(tick)
    })`)
  const isPeer = plot.startsWith('.vis')
  if (isPeer) await page.mouse.down()
  const began = Date.now()
  for (let turn = 0; Date.now() - began < PANNED; turn += 1) {
    const by = turn % 60 < 30 ? 12 : -12
    if (isPeer) await page.mouse.move(x + (turn % 60 < 30 ? turn % 30 : 30 - (turn % 30)) * 12, y)
    else await page.mouse.wheel(by, 0)
    await page.waitForTimeout(8)
  }
  if (isPeer) await page.mouse.up()
  const [frames, megabytes] = await page.evaluate<[number[], number]>(
    '[window.frames_, performance.memory.usedJSHeapSize / 2 ** 20]',
  )
  await page.close()
  const sorted = [...frames].sort((a, b) => a - b)
  return { kilobytes: first / 1024, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0, megabytes }
}

function report(name: string, { kilobytes, p95, megabytes }: Measured): void {
  console.log(
    `${name.padEnd(24)} ${kilobytes.toFixed(0).padStart(8)} ${p95.toFixed(1).padStart(8)} ${megabytes.toFixed(0).padStart(6)}`,
  )
}

function kb(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
