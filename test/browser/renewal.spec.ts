import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from './test.ts'

let folder: string
let server: ChildProcess
let site: string
let said = ''

const write = (file: string, text: string) => writeFileSync(join(folder, file), text)

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-dev-'))
  write('first.md', '# First\n\nIt began in 2020.\n')
  const args = ['src/compiler/run.mjs', 'dev', '--content', folder, '--port', '0']
  server = spawn(process.execPath, args, { cwd: resolve(import.meta.dirname, '../..') })
  site = await new Promise((found, fail) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the address is printed in colour
      const address = /http:\/\/localhost:\d+\//.exec(said.replace(/\u001b\[\d+m/g, ''))
      if (address) found(address[0])
    })
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk
    })
    server.on('exit', () => fail(new Error(`the server has gone: ${said}`)))
  })
})

test.afterAll(() => {
  server?.kill()
  rmSync(folder, { recursive: true })
})

test('the page is renewed when a note is changed, added or taken away', async ({ page }) => {
  await page.goto(`${site}notes/first`)
  const text = page.getByRole('article')
  await expect(text).toContainText('It began in 2020.', { timeout: 60_000 })

  write('first.md', '# First\n\nIt began in 2021.\n')
  await expect(text).toContainText('It began in 2021.')

  write('first.md', '---\ndate: soon\n---\n\nIt began in 2021.\n')
  await expect.poll(() => said).toContain('first.md:2:')

  const list = page.getByRole('navigation', { name: 'Topics' })
  await expect(list.getByRole('link')).toHaveCount(1)
  write('second.md', '# Second\n\nIt went on.\n')
  await expect(list.getByRole('link', { name: 'Second' })).toBeVisible()

  rmSync(join(folder, 'second.md'))
  await expect(list.getByRole('link', { name: 'Second' })).toHaveCount(0)

  rmSync(join(folder, 'first.md'))
  await expect(page.getByRole('heading', { name: 'This note is not here' })).toBeVisible()
  write('first.md', '# First\n\nIt is back since 2022.\n')
  await expect(text).toContainText('It is back since 2022.')
})
