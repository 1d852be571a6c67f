import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type HostileLibrary, writeLibrary } from '../hostile/library.ts'
import { type BrowserContext, expect, type Page, test } from './test.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let folder: string
let server: ChildProcess
let site: string
let said = ''
let seconds: number
let library: HostileLibrary

test.beforeAll(async () => {
  test.setTimeout(180_000)
  folder = mkdtempSync(join(tmpdir(), 'dateline-hostile-'))
  library = writeLibrary(join(folder, 'notes'))
  const began = performance.now()
  const args = ['--content', join(folder, 'notes'), '--out', join(folder, 'site'), '--port', '0']
  server = spawn(process.execPath, ['src/compiler/run.mjs', 'start', ...args], {
    cwd: resolve(import.meta.dirname, '../..'),
  })
  site = await new Promise((found, fail) => {
    const listen = (chunk: Buffer) => {
      said += chunk
      const address = /Read it at (http:\S+)/.exec(said)?.[1]
      if (address) found(address)
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.on('exit', () => fail(new Error(`the server has gone: ${said}`)))
  })
  seconds = (performance.now() - began) / 1000
})

test.afterAll(() => {
  server?.kill()
  rmSync(folder, { recursive: true, force: true })
})

interface ShelfPage {
  pages: number
  notes: { slug: string; title: string; topics: string[] }[]
}
const pageOf = (file: string) =>
  JSON.parse(readFileSync(join(folder, 'site/data', file), 'utf8')) as ShelfPage

/** All notes of the library, from all its pages. */
function notes(): ShelfPage['notes'] {
  const first = pageOf('newest.json')
  const others = Array.from({ length: first.pages - 1 }, (_, i) => pageOf(`newest.${i + 2}.json`))
  return [first, ...others].flatMap((page) => page.notes)
}

test('every good note comes out of the build, and every refused file is named', async ({ page }, {
  annotations,
}) => {
  annotations.push({
    type: 'built',
    description: `${notes().length} notes in ${seconds} s`,
  })
  // On a machine of its own it takes a third of this.
  expect(seconds).toBeLessThan(120)
  for (const file of library.named)
    expect(said).toMatch(new RegExp(`^${file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}:\\d+:\\d+: `, 'm'))
  for (const [slug, { title, sentence }] of library.good) {
    await page.goto(`${site}notes/${slug}`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('article')).toContainText(sentence)
  }
})

for (const walls of ['both walls', 'the first wall alone'] as const) {
  test(`nothing runs, loads or leads anywhere behind ${walls}`, async ({ browser }) => {
    const context = await browser.newContext({ bypassCSP: walls !== 'both walls' })
    const seen = await watch(context)
    // What the first wall lets through is seen without the second; with it, that the policy has nothing to report.
    const attacks = addressesOf('attacks').filter((_, i) => walls !== 'both walls' || i % 3 === 0)
    const paths = ['', 'timeline', 'sources', 'topics/attacks', ...attacks]
    // Two pages side by side take half the time.
    const visit = async (page: Page) => {
      for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
        await open(page, path)
        for (const strange of await page.evaluate(findStrange)) seen.push(`${path}: ${strange}`)
      }
    }
    await Promise.all([visit(await context.newPage()), visit(await context.newPage())])
    expect(seen).toEqual([])
    await context.close()
  })
}

test('the walls stand: the page takes no script, no markup and no frame, and the server says so too', async ({
  page,
}) => {
  const response = await page.goto(site)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const headers = response?.headers() ?? {}
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  const tried = await page.evaluate(async () => {
    const refused = (attempt: () => void) => {
      try {
        attempt()
        return undefined
      } catch (error) {
        return (error as Error).name
      }
    }
    const violation = new Promise<string>((heard) => {
      document.addEventListener('securitypolicyviolation', (event) => heard(event.violatedDirective))
    })
    const markup = refused(() => {
      document.body.innerHTML = '<b>x</b>'
    })
    const policy = refused(() => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy: (name: string, rules: object) => void }
      }
      trustedTypes.createPolicy('x', {})
    })
    return { markup, policy, violation: await violation }
  })
  expect(tried).toEqual({
    markup: 'TypeError',
    policy: 'TypeError',
    violation: expect.stringMatching(/trusted-types/),
  })
})

test('no form of a note keeps a reader waiting', async ({ page }) => {
  await open(page, 'notes/good-1')
  for (const path of addressesOf('large')) {
    await open(page, path)
    // Two frames: what is in sight has been set.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const taken = await page.evaluate(() => performance.now())
    // Within two seconds where nothing else runs.
    expect(taken, path).toBeLessThan(10_000)
  }
})

async function open(page: Page, path: string): Promise<void> {
  await page.goto(site + path.split('/').map(encodeURIComponent).join('/'))
  // Not the page that says that something went wrong.
  const shown = path.startsWith('notes/')
    ? page.getByRole('article')
    : page.getByRole('heading', { level: 1 })
  await expect(shown.first(), path).toBeAttached()
}

/** Addresses of the notes that are large, or of those that attack, whatever topics these give themselves. */
function addressesOf(kind: 'large' | 'attacks'): string[] {
  const roots = kind === 'large' ? ['large'] : ['large', 'shapes', 'a', 'm', 'zz', 'deep']
  const isIn = (path: string) => roots.includes(path.split('/')[0] as string)
  return notes()
    .filter(({ topics }) => topics.some(isIn) === (kind === 'large'))
    .map(({ slug }) => `notes/${slug}`)
}

/** Listens for whatever should not happen; what did is in the list returned. */
async function watch(context: BrowserContext): Promise<string[]> {
  const seen: string[] = []
  await context.exposeFunction('ran', () => void seen.push('a script ran'))
  await context.exposeFunction(
    'violated',
    (what: string) => void seen.push(`the policy was violated: ${what}`),
  )
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violated } = window as unknown as { violated: (what: string) => void }
      violated(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`)
    })
  })
  await context.route(
    (url) => url.origin !== new URL(site).origin,
    (route) => {
      seen.push(`a request to ${route.request().url()}`)
      return route.abort()
    },
  )
  context.on('page', (page: Page) => {
    page.on('dialog', (dialog) => {
      seen.push(`a dialog: ${dialog.message()}`)
      return dialog.dismiss()
    })
    page.on('pageerror', (error) => seen.push(`an error: ${error.message}`))
    page.on('popup', (popup) => seen.push(`a window: ${popup.url()}`))
    page.on('framenavigated', (frame) => {
      if (!frame.url().startsWith(site) && frame.url() !== 'about:blank')
        seen.push(`a move to ${frame.url()}`)
    })
  })
  return seen
}

/** Runs in the page: what no note may have brought in. */
function findStrange(): string[] {
  const strange: string[] = []
  const names = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])
  const ids = new Map<string, number>()
  // The page's own data, which nothing runs.
  for (const element of document.querySelectorAll('body *:not(body > script[type="application/json"])')) {
    const tag = element.localName
    const isIcon = Boolean(element.closest('svg.icon, .strip-plot svg, svg.density-picture'))
    const allowed =
      /^(?:a|article|aside|bdi|blockquote|br|button|code|datalist|dd|del|details|dialog|div|dl|dt|em|fieldset|footer|form|h[1-6]|header|hr|img|input|ins|kbd|label|legend|li|main|mark|nav|noscript|ol|option|output|p|pre|search|section|select|span|strong|sub|summary|sup|table|tbody|td|th|thead|time|tr|ul)$/
    if (!isIcon && !allowed.test(tag)) strange.push(`<${tag}>`)
    for (const { name, value } of element.attributes) {
      if (/^on|^(?:style|srcdoc|srcset|formaction|action|ping|background|poster|name)$/.test(name)) {
        const own = (name === 'name' || name === 'style') && !element.closest('.prose')
        if (!own) strange.push(`<${tag} ${name}="${value}">`)
      }
      if (name === 'href' || name === 'src') {
        const { protocol, origin } = new URL(value, location.href)
        const leads = /^https?:$/.test(protocol) || (protocol === 'mailto:' && name === 'href')
        if (!leads || (name === 'src' && origin !== location.origin))
          strange.push(`<${tag} ${name}="${value}">`)
        const leaves = origin !== location.origin && protocol !== 'mailto:'
        if (leaves && !/\bnoopener\b/.test(element.getAttribute('rel') ?? ''))
          strange.push(`${value} has an opener`)
      }
    }
    if (element.id) {
      ids.set(element.id, (ids.get(element.id) ?? 0) + 1)
      const isBare = /^[a-z_$][\w$]*$/i.test(element.id) && element.closest('.prose')
      if (names.has(element.id) || isBare) strange.push(`id ${element.id}`)
    }
  }
  for (const [id, count] of ids) if (count > 1) strange.push(`${count} times the id ${id}`)
  const turning = /[\u202A-\u202E\u2066-\u2069]|\p{M}{20}/u.exec(
    document.documentElement.textContent + document.title,
  )
  if (turning) strange.push(`a character ${turning[0].codePointAt(0)?.toString(16)}`)
  return strange
}
