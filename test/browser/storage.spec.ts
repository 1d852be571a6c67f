import { readFileSync } from 'node:fs'
import { expect, type Page, test } from './test.ts'

const SLUG = '2025-10-08-react-announced-en'
const NOTE = `notes/${SLUG}`

/** Names of what is stored, below the site's base path. */
const names = (baseURL: string | undefined) => {
  const prefix = `dateline:${new URL(baseURL as string).pathname}:`
  return { note: `${prefix}note:${SLUG}`, aside: `${prefix}aside:${SLUG}` }
}

/** A few of test/reading/states.ts, for what a browser does with them. */
const STATES: Readonly<Record<string, string>> = {
  'no JSON': '{',
  'a newer version': '{"v":99,"shape":["unknown"]}',
  'a huge one': JSON.stringify({ v: 3, place: { anchor: 'x'.repeat(2_000_000), progress: 0.5, at: 1 } }),
  'a clock far ahead': '{"v":3,"opened":4000000000000,"finished":{"on":true,"at":4000000000000}}',
}

test('whatever is stored, no page is blank and nothing of it is lost', async ({ page, baseURL }) => {
  const { note, aside } = names(baseURL)
  const seen: string[] = []
  page.on('pageerror', (error) => seen.push(error.message))
  await page.goto('settings')
  for (const [state, text] of Object.entries(STATES)) {
    await page.evaluate(
      ([key, value]) => {
        localStorage.clear()
        localStorage.setItem(key as string, value as string)
      },
      [note, text],
    )
    await page.goto(NOTE)
    await expect(page.getByRole('heading', { level: 1 }), state).toBeVisible()
    await page.getByRole('button', { name: /^Mark as/ }).click()
    await page.goto('')
    await expect(page.getByRole('heading', { level: 1 }), state).toBeVisible()
    const [own, copy] = await page.evaluate(
      (keys) => keys.map((key) => localStorage.getItem(key)),
      [note, aside],
    )
    if (state === 'a newer version') expect(own, state).toBe(text)
    else expect(JSON.parse(own ?? ''), state).toMatchObject({ v: 5 })
    if (/JSON|huge/.test(state)) expect(copy, state).toBe(text)
  }
  expect(seen).toEqual([])
})

for (const refusal of ['denied', 'full'] as const) {
  test(`a storage that is ${refusal} is told once, and reading goes on`, async ({ page }) => {
    const seen: string[] = []
    page.on('pageerror', (error) => seen.push(error.message))
    await page.addInitScript((kind) => {
      if (kind === 'denied') {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('no', 'SecurityError')
          },
        })
      } else {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError')
        }
      }
    }, refusal)
    await page.goto(NOTE)
    const trouble = page.locator('.trouble')
    await expect(trouble).toContainText(refusal === 'full' ? 'full' : 'does not let')
    await trouble.getByRole('button').click()
    await page.getByRole('button', { name: 'Mark as read' }).click()
    await expect(page.getByRole('button', { name: 'Mark as unread' })).toBeVisible()
    await page.getByRole('button', { name: 'Appearance' }).click()
    await page.getByRole('radio', { name: 'Dark' }).check()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    expect(seen).toEqual([])
  })
}

test('two tabs hear of each other within a second, and what one clears can be brought back in the other', async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto(NOTE)
  const other = await context.newPage()
  await other.goto(NOTE)
  await finished(page, 'Mark as read')
  await expect(other.getByRole('button', { name: 'Mark as unread' })).toBeVisible({ timeout: 1000 })

  await other.goto('settings')
  const saved = other.waitForEvent('download')
  await other.getByRole('button', { name: 'Save as a file' }).click()
  const file = await (await saved).path()
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ dateline: 'reading', version: 1 })

  await other.getByRole('button', { name: 'Clear…' }).click()
  await other.getByRole('button', { name: 'Clear all' }).click()
  await expect(page.getByRole('button', { name: 'Mark as read' })).toBeVisible()
  await other.reload()
  await other.getByRole('button', { name: 'Bring it back' }).click()
  await expect(page.getByRole('button', { name: 'Mark as unread' })).toBeVisible()

  await finished(page, 'Mark as unread')
  const { note } = names(baseURL)
  await expect
    .poll(() => other.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '').finished.on, note))
    .toBe(false)
  await other.getByLabel('Import a file').setInputFiles(file)
  await expect(other.getByText('keeps what is newer here for 1 note')).toBeVisible()
  await other.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Mark as read' })).toBeVisible()
})

/** Presses a button of the note, which says the other thing then. */
async function finished(page: Page, name: string) {
  await page.getByRole('button', { name }).click()
  await expect(page.getByRole('button', { name })).toBeHidden()
}
