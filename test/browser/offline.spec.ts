import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { StaticHost } from './static-host.ts'
import { expect, type Page, test } from './test.ts'

test.use({ serviceWorkers: 'allow' })

const BASE = '/reader/'
let folder: string
let host: StaticHost

const write = (name: string, text: string) =>
  writeFileSync(join(folder, `notes/${name}.md`), `---\ntopics: [Printing]\n---\n# ${text}\n`)

/** Builds the notes as they are now. */
function build(name: string): string {
  const out = join(folder, name)
  const args = ['src/compiler/run.mjs', 'build', '--content', join(folder, 'notes'), '--base', BASE]
  execFileSync(process.execPath, [...args, '--out', out], { cwd: resolve(import.meta.dirname, '../..') })
  return out
}

const builds: Record<'first' | 'second', string> = { first: '', second: '' }

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-offline-'))
  execFileSync('mkdir', [join(folder, 'notes')])
  write('paper', 'Paper\n\nPaper came to Samarkand in 751.')
  write('press', 'The press\n\nGutenberg printed in 1454.')
  builds.first = build('first')
  write('press', 'The press\n\nGutenberg printed in 1455, not before.')
  write('type', 'Type\n\nBi Sheng cut type in 1041.')
  builds.second = build('second')
})

test.afterAll(() => rmSync(folder, { recursive: true }))

test.beforeEach(async () => {
  host = new StaticHost(builds.first, BASE)
  await host.start()
})

test.afterEach(() => host.stop())

/** What lies in the browser. */
const cached = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('dateline:'))
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return keys.flat().map(({ url }) => url)
  })

const kept = (page: Page, part: string) =>
  expect.poll(async () => (await cached(page)).some((url) => url.includes(part)), part).toBe(true)

const title = (page: Page) => page.getByRole('heading', { level: 1 })

test('what was opened once opens offline; what was not says so, and leads to what is there', async ({
  page,
}) => {
  await page.goto(`${host.site}notes/paper`)
  await kept(page, 'data/notes/paper.json')
  await page.goto(`${host.site}timeline`)
  await expect(page.getByText('Gutenberg printed in 1454.')).toBeVisible()
  await kept(page, 'told/0.json')
  await host.stop()

  await page.goto(`${host.site}notes/paper`)
  await expect(page.getByRole('article')).toContainText('Samarkand in 751')
  await page.reload()
  await expect(title(page)).toHaveText('Paper')
  await page.getByRole('link', { name: 'Timeline' }).first().click()
  await expect(page.getByText('Gutenberg printed in 1454.')).toBeVisible()
  await page.goto(`${host.site}search?q=guten`)
  await expect(page.getByRole('main')).toContainText('Gutenberg printed')

  await page.goto(`${host.site}notes/press`)
  await expect(title(page)).toHaveText('The site cannot be reached')
  await page.getByRole('main').getByRole('link', { name: 'Paper' }).click()
  await expect(title(page)).toHaveText('Paper')
  await page.goto(`${host.site}notes/nowhere`)
  await expect(title(page)).toHaveText('This note is not here')
  await host.start()
  await page.goto(`${host.site}notes/press`)
  await expect(title(page)).toHaveText('The press')
})

test('a page that is open while the site is renewed never shows one build within another', async ({
  page,
}) => {
  await page.goto(host.site)
  await kept(page, 'told/overview.json')
  await page.evaluate(() => Object.assign(window, { same: true }))
  const isSame = () => page.evaluate(() => 'same' in window)
  host.folder = builds.second

  // What has not changed is of either build.
  await page.getByRole('main').getByRole('link', { name: 'Paper' }).first().click()
  await expect(title(page)).toHaveText('Paper')
  expect(await isSame()).toBe(true)
  // What has, brings the page of the new one.
  await page.getByRole('link', { name: 'The press' }).first().click()
  await expect(page.getByRole('article')).toContainText('1455, not before')
  await expect(
    page.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: 'Type' }),
  ).toBeVisible()
  expect(await isSame()).toBe(false)
})

test('a note that came within a page of an older build is shown as it is now', async ({ page }) => {
  host.folder = builds.second
  await page.goto(host.site)
  await kept(page, 'data/library.json')
  // As where a cache has kept the page.
  const stale = join(folder, 'stale')
  cpSync(builds.second, stale, { recursive: true })
  cpSync(join(builds.first, 'notes/press.html'), join(stale, 'notes/press.html'))
  host.folder = stale
  await page.goto(`${host.site}notes/press`)
  await expect(page.getByRole('article')).toContainText('1455, not before')
  await host.stop()
  await page.reload()
  await expect(page.getByRole('article')).toContainText('1455, not before')
})

test('the whole library is kept when asked, renewed with the site, and forgotten when asked', async ({
  page,
}) => {
  await page.goto(`${host.site}settings`)
  const part = page.getByRole('group', { name: 'The whole library' })
  await part.getByRole('button', { name: 'Keep the whole library…' }).click()
  await expect(part).toContainText(/It takes [\d.]+ kB/)
  await part.getByRole('button', { name: 'Keep it' }).click()
  await expect(part).toContainText(/kept, [\d.]+ kB/)
  const records = async () => (await cached(page)).filter((url) => url.includes('kept/all'))
  const [before] = await records()

  host.folder = builds.second
  await page.goto(host.site)
  await expect
    .poll(async () => (await records()).join(), 'the new build is there whole')
    .not.toContain(before)
  await host.stop()
  await page.goto(`${host.site}notes/press`)
  await expect(page.getByRole('article')).toContainText('1455, not before')
  await page.goto(`${host.site}notes/type`)
  await expect(page.getByRole('article')).toContainText('Bi Sheng')

  await page.goto(`${host.site}settings`)
  await part.getByRole('button', { name: 'Remove The whole library' }).click()
  await expect(part).toContainText('It is no longer kept.')
  await page.goto(`${host.site}topics/printing`)
  await expect(title(page)).toHaveText('The site cannot be reached')
})
