import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from '../find-browser.ts'
import { MEDIA_TYPES } from '../media-types.ts'
import { writeNotes } from './library.ts'
import { measured, type Run } from './processes.ts'

/** Fetched for the time of a run, and no part of the project: together they are larger than all else here. */
const PEERS = ['vitepress@1.6.4', 'lighthouse@12']
const RUNS = 3
/** A frame more or less is as long as half of it: three would tell chance. */
const CLICKS = 15
interface Site {
  name: string
  folder: string
  built: Run
  /** Below the root: a note, and what its text is in. */
  note: string
  text: string
}

/**
 * Builds libraries of generated notes, and reads one of them, beside VitePress with its local search and a sidebar of all
 * notes by topic, as ours has one.
 */
export async function benchSites(counts: readonly number[]): Promise<void> {
  const top = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const executablePath = findBrowser()
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args })
  try {
    writeFileSync(join(top, 'package.json'), '{ "private": true }')
    const npm = ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...PEERS]
    execFileSync('npm', npm, { cwd: top, stdio: 'ignore', shell: process.platform === 'win32' })
    for (const count of counts) {
      console.log(`a library of ${count} notes of 7 KB`)
      for (const build of [dateline, vitePress]) await tell(await build(top, count), top, browser)
    }
  } finally {
    await browser.close()
    rmSync(top, { recursive: true, force: true })
  }
}

async function dateline(top: string, count: number): Promise<Site> {
  const content = join(top, `notes-${count}`)
  mkdirSync(content)
  const [note = ''] = writeNotes(content, count)
  const folder = join(top, `dateline-${count}`)
  const command = ['src/compiler/run.mjs', 'build', '--content', content, '--out', folder]
  const built = await measured(process.execPath, command)
  writeFileSync(
    join(content, `${note}.md`),
    `${readFileSync(join(content, `${note}.md`), 'utf8')}\nOne more.\n`,
  )
  const again = await measured(process.execPath, command)
  console.log(`  Dateline, one note changed: built in ${again.seconds.toFixed(1)} s`)
  return { name: 'Dateline', folder, built, note: `notes/${note}`, text: 'article.prose h2' }
}

async function vitePress(top: string, count: number): Promise<Site> {
  const content = join(top, `vitepress-${count}`)
  mkdirSync(join(content, '.vitepress'), { recursive: true })
  const notes = writeNotes(content, count)
  const links = notes.slice(0, 30).map((name) => `- [${name}](./${name}.md)`)
  writeFileSync(join(content, 'index.md'), `# Notes\n\n${links.join('\n')}\n`)
  const sidebar = sidebarOf(content, notes)
  const config = { title: 'Notes', themeConfig: { search: { provider: 'local' }, sidebar } }
  writeFileSync(join(content, '.vitepress/config.mjs'), `export default ${JSON.stringify(config)}\n`)
  const built = await measured(
    process.execPath,
    ['node_modules/vitepress/bin/vitepress.js', 'build', content],
    {
      cwd: top,
    },
  )
  return {
    name: 'VitePress',
    folder: join(content, '.vitepress/dist'),
    built,
    note: `${notes[0]}.html`,
    text: '.vp-doc h2',
  }
}

/** Its topics, closed, each with the titles of its notes. */
function sidebarOf(content: string, notes: readonly string[]) {
  const topics = new Map<string, { text: string; link: string }[]>()
  for (const name of notes) {
    const raw = readFileSync(join(content, `${name}.md`), 'utf8')
    const [, text = name] = /^title: "(.*)"$/m.exec(raw) ?? []
    const [, topic = ''] = /^topics: \[(\w+)/m.exec(raw) ?? []
    const held = topics.get(topic)
    if (held) held.push({ text, link: `/${name}` })
    else topics.set(topic, [{ text, link: `/${name}` }])
  }
  return [...topics].map(([text, items]) => ({ text, collapsed: true, items }))
}

async function tell({ name, folder, built, note, text }: Site, top: string, browser: Browser): Promise<void> {
  const server = serve(folder)
  const root = `http://localhost:${(server.address() as AddressInfo).port}/`
  try {
    // What a worker fetches once the page is idle is no part of the first load. The note is Chinese, and so is its reader:
    // for another, one file of 2 KB more has the words of the interface.
    const page = await browser.newPage({ serviceWorkers: 'block', locale: 'zh-CN' })
    const sizes: Promise<number>[] = []
    page.on('response', (response) =>
      sizes.push(
        response.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      ),
    )
    await page.goto(root + note, { waitUntil: 'networkidle' })
    const first = await Promise.all(sizes)
    const moved = first.reduce((sum, size) => sum + size, 0)
    const clicked: number[] = []
    for (let i = 0; i < CLICKS; i += 1) {
      await page.goto(root, { waitUntil: 'networkidle' })
      clicked.push(
        await page.evaluate(async (shown) => {
          const link = [...document.querySelectorAll<HTMLAnchorElement>('main a')].find(({ href }) =>
            /note-\d+-/.test(href),
          )
          const began = performance.now()
          link?.click()
          while (!document.querySelector(shown)) await new Promise(requestAnimationFrame)
          await new Promise(requestAnimationFrame)
          return performance.now() - began
        }, text),
      )
    }
    await page.close()
    const [lcp, tbt, scores] = await lighthouse(top, root + note)
    const [files, bytes] = sizeOf(folder)
    console.log(
      `  ${name}: built in ${built.seconds.toFixed(1)} s, ${built.peak?.toFixed(0) ?? '?'} MB; ` +
        `${files} files, ${(bytes / 1e6).toFixed(0)} MB; a note ${(moved / 1024).toFixed(0)} KB in ${first.length} requests, ` +
        `LCP ${lcp.toFixed(0)} ms, TBT ${tbt.toFixed(0)} ms, Lighthouse ${scores}; from click to text ${median(clicked).toFixed(0)} ms`,
    )
  } finally {
    server.close()
  }
}

/** The mobile preset, the median: milliseconds of the largest paint, and of blocked time; the four scores of the last. */
async function lighthouse(top: string, address: string): Promise<[lcp: number, tbt: number, scores: string]> {
  const [lcps, tbts]: [number[], number[]] = [[], []]
  let scores = ''
  for (let i = 0; i < RUNS; i += 1) {
    const out = join(top, 'lighthouse.json')
    const flags = `--headless=new --disable-gpu${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`
    await measured(
      process.execPath,
      [
        'node_modules/lighthouse/cli/index.js',
        address,
        '--quiet',
        '--output=json',
        `--output-path=${out}`,
        `--chrome-flags=${flags}`,
      ],
      { cwd: top, env: { ...process.env, CHROME_PATH: findBrowser() ?? '' } },
    )
    const { audits, categories } = JSON.parse(readFileSync(out, 'utf8')) as {
      audits: Record<string, { numericValue: number }>
      categories: Record<string, { score: number }>
    }
    lcps.push(audits['largest-contentful-paint']?.numericValue ?? Number.NaN)
    tbts.push(audits['total-blocking-time']?.numericValue ?? Number.NaN)
    scores = Object.values(categories)
      .map(({ score }) => Math.round(score * 100))
      .join('/')
  }
  return [median(lcps), median(tbts), scores]
}

/** A plain host: packs what it sends, and answers `/x` with `x.html`. */
function serve(folder: string) {
  return createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
    const file = [path, `${path}.html`, join(path, 'index.html')].find(
      (one) => existsSync(one) && statSync(one).isFile(),
    )
    response.writeHead(file ? 200 : 404, {
      'content-type': MEDIA_TYPES[extname(file ?? '')] ?? 'text/plain',
      'content-encoding': 'gzip',
    })
    response.end(gzipSync(file ? readFileSync(file) : ''))
  }).listen(0)
}

function sizeOf(folder: string): [files: number, bytes: number] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return [files.length, files.reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0)]
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
