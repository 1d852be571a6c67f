import { readFileSync } from 'node:fs'
import { findings } from './findings.ts'
import { expect, test } from './test.ts'

const NOTE = 'notes/2025-11-09-tsai-on-ai-'

test('from a statement on the timeline to its source and back it is two keys each', async ({ page }) => {
  await page.context().route(/^https:\/\//, (route) => route.fulfill({ body: 'elsewhere' }))
  await page.goto('timeline?q=bubble&sourced=1')
  const statement = page.locator('.statement').first()
  await expect(statement).toBeVisible()
  await statement.focus()
  await page.keyboard.press('o')
  await expect(
    page
      .getByRole('dialog', { name: /^About source/ })
      .getByRole('link')
      .first(),
  ).toBeFocused()
  const [source] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')])
  await expect(source).toHaveURL(/^https:/)
  await source.close()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(statement).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the card of a source says why it is likely, and axe finds nothing wrong, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('timeline?sourced=1')
    await page
      .getByRole('link', { name: /^Likely source/ })
      .first()
      .click()
    const card = page.getByRole('dialog', { name: /^About source/ })
    await expect(card).toContainText('Likely a source: the text does not cite it.')
    await expect(card.locator('.evidence li').first()).toBeVisible()
    await expect(card).toBeInViewport({ ratio: 1 })
    expect(await findings(page, 'all', '.source-card')).toEqual([])
  })
}

test('sources in the margin cover neither the text nor one another, on whichever side they are', async ({
  page,
}, { project }) => {
  test.skip(project.name === 'phone', 'there is no margin')
  for (const [width, slug] of [
    [1280, 'en'],
    [1280, 'ar'],
    [1920, 'en'],
    [1920, 'ar'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(NOTE + slug)
    const boxes = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect))
    const margin = await boxes('.margin-sources')
    expect(margin.length, `${slug} at ${width}`).toBeGreaterThan(3)
    const others = await boxes('.prose > *, .rail, .column')
    for (const [i, one] of margin.entries()) {
      expect(one.right).toBeLessThanOrEqual(width)
      for (const other of [...others, ...margin.slice(0, i)]) {
        const apart =
          one.left >= other.right - 1 ||
          one.right <= other.left + 1 ||
          one.top >= other.bottom - 1 ||
          one.bottom <= other.top + 1
        expect(apart, `${slug} at ${width}: ${JSON.stringify([one, other])}`).toBe(true)
      }
    }
  }
})

test('a site tells what it supports over time, and its sources can be taken along', async ({ page }) => {
  await page.goto('sources')
  await page.getByRole('searchbox', { name: 'Words' }).fill('bubble')
  await page.locator('.site-group').getByRole('heading', { level: 2 }).getByRole('link').first().click()
  await expect(page).toHaveURL(/site=/)
  const time = page.getByRole('region', { name: 'What this site supports over time' })
  await time.locator('summary').click()
  await expect(time.getByRole('listitem').first()).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSL-JSON' }).click(),
  ])
  const items = JSON.parse(readFileSync(await file.path(), 'utf8')) as { note?: string }[]
  expect(items.length).toBeGreaterThan(0)
  expect(items[0]?.note).toContain('language model')
  expect(await findings(page)).toEqual([])
})
