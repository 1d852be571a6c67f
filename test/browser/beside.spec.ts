import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findings } from './findings.ts'
import { expect, test } from './test.ts'

/** Notes that may lie beside the project: real ones, which are no part of it. */
const NOTES = resolve(import.meta.dirname, '../../../shared/notes')

test.describe('the notes beside the project', () => {
  test.skip(!existsSync(NOTES), 'there are none')
  test.describe.configure({ timeout: 240_000 })

  let server: ChildProcess | undefined
  let folder: string | undefined
  test.afterEach(() => {
    server?.kill()
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  test('show on their timeline what was said about bubbles in spring 2025', async ({ page }) => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-beside-'))
    server = spawn(
      process.execPath,
      ['src/compiler/run.mjs', 'start', '--content', NOTES, '--out', join(folder, 'site'), '--port', '0'],
      { cwd: resolve(import.meta.dirname, '../..') },
    )
    const site = await address(server)
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    await page.goto(site)
    await page.getByRole('link', { name: 'Timeline' }).first().click()
    await page.getByRole('textbox', { name: 'Dates' }).fill('spring 2025')
    await page.getByRole('textbox', { name: 'Dates' }).press('Enter')
    await page.getByRole('searchbox', { name: 'Words' }).fill('bubble')
    await expect(page).toHaveURL(/from=2025-03&to=2025-05&q=bubble/)
    const statements = page.locator('.statement')
    await expect(statements.first()).toContainText(/bubble/i)
    for (const month of await page.locator('.month > h3').allTextContents()) {
      expect(month).toMatch(/^(?:March|April|May) 2025$/)
    }
    expect(await findings(page)).toEqual([])
    expect(errors).toEqual([])
  })
})

/** Where the server says that the site is to be read. */
function address(server: ChildProcess): Promise<string> {
  return new Promise((found, lost) => {
    let said = ''
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk
      const [, site] = /Read it at (\S+)/.exec(said) ?? []
      if (site) found(site)
    })
    server.once('exit', () => lost(new Error(said)))
  })
}
