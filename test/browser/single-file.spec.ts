import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from './test.ts'

let folder: string
let file: string

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-file-'))
  file = join(folder, 'notes.html')
  const args = ['src/compiler/run.mjs', 'build', '--single-file', '--out', file]
  execFileSync(process.execPath, args, { cwd: resolve(import.meta.dirname, '../..') })
})

test.afterAll(() => rmSync(folder, { recursive: true }))

test('a library in one file is read, searched and walked from a folder, and asks for nothing', async ({
  page,
}) => {
  const asked: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) asked.push(request.url().replace(/#.*/, ''))
  })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  const address = pathToFileURL(file).href
  const main = page.getByRole('main')
  const go = (name: string) => page.getByRole('banner').getByRole('link', { name }).click()
  await page.goto(address)
  await main.getByRole('link', { name: 'React, announced' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'React, announced' })).toBeVisible()
  await page.locator('.prose sup a').first().click()
  await expect(page).toHaveURL(/#\/notes\/2025-10-08-react-announced-en#.+/)
  const marked = page.getByRole('button', { name: 'Mark as unread' })
  await page.getByRole('button', { name: 'Mark as read' }).click()
  await expect(marked).toBeVisible()
  await page.reload()
  await expect(marked).toBeVisible()

  await go('Timeline')
  await page.getByRole('textbox', { name: 'Dates' }).fill('spring 2013')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(main).toContainText('JSConf')
  await go('Sources')
  await expect(main.getByRole('link', { name: /React/ }).first()).toBeVisible()
  await go('Search')
  await main.getByRole('searchbox').fill('造纸')
  await expect(main.getByRole('link', { name: '纸与印刷' }).first()).toBeVisible()
  expect([...new Set(asked)]).toEqual([address])
  expect(errors).toEqual([])
})
