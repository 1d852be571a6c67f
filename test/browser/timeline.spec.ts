import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from './test.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const statements = (page: Page) => page.locator('.statement')

/** The filters are folded where there is little room. */
async function unfold(page: Page) {
  const fold = page.getByRole('button', { name: /^(?:Filters|\d+ filters?)$/ })
  if (await fold.isVisible()) await fold.click()
}

test('what was said about bubbles in spring 2025 is found in two moves', async ({ page }) => {
  await page.goto('timeline')
  await page.getByRole('textbox', { name: 'Dates' }).fill('spring 2025')
  await page.getByRole('textbox', { name: 'Dates' }).press('Enter')
  await expect(page).toHaveURL(/from=2025-03&to=2025-05/)
  await unfold(page)
  await page.getByRole('searchbox', { name: 'Words' }).fill('bubble')
  await expect(page).toHaveURL(/q=bubble/)
  await expect(statements(page)).toHaveCount(2)
  await expect(statements(page).first()).toContainText('bubble')
  await expect(page.getByText('2 statements, in order of time.')).toBeVisible()
  await page.reload()
  await expect(statements(page)).toHaveCount(2)

  await page.evaluate(axe)
  const wrong = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }
    return (await axe.run()).violations.map(({ id }) => id)
  })
  expect(wrong).toEqual([])
})

test('a date in a note leads to its place among all others, and back; going back keeps the place', async ({
  page,
}) => {
  await page.goto('notes/2025-11-09-tsai-on-ai-en')
  await page.locator('.prose .date-mark').nth(3).click()
  await page.getByRole('dialog').getByRole('link', { name: 'See it on the timeline' }).click()
  await expect(page).toHaveURL(/timeline\?at=.*#2025-11-09-tsai-on-ai-en/)
  const here = page.locator('.statement:focus')
  await expect(here).toBeInViewport()
  expect(await statements(page).count()).toBeGreaterThan(10)
  const top = await here.evaluate((element) => element.getBoundingClientRect().top)
  const id = await here.getAttribute('id')
  await here
    .getByRole('link', { name: /Joe Tsai|Tsai/ })
    .first()
    .click()
  await expect(page.locator('[data-statement]:focus')).toBeInViewport()
  await page.goBack()
  const again = page.locator(`[id="${id}"]`)
  await expect(again).toBeInViewport()
  await expect
    .poll(async () =>
      Math.abs((await again.evaluate((element) => element.getBoundingClientRect().top)) - top),
    )
    .toBeLessThan(120)
})

test('all is done without the strip, and the list is taken along', async ({ page }) => {
  await page.goto('timeline')
  const strip = page.getByRole('group', { name: 'Statements over all time' })
  await strip.evaluate((element) => element.style.setProperty('display', 'none'))
  await unfold(page)
  await page.getByRole('combobox', { name: 'Topic' }).selectOption('ai')
  await page.getByRole('checkbox', { name: /^With a source/ }).check()
  await expect(page).toHaveURL(/topic=ai&sourced=1/)
  const shown = await statements(page).count()
  expect(shown).toBeGreaterThan(0)
  await page.getByText('Take these along').click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Table (CSV)' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('timeline.csv')
  expect(
    readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n'),
  ).toHaveLength(shown + 1)
})
