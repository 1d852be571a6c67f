import { expect, test } from './test.ts'

const NOTE = 'notes/2025-11-10-vite-majors-en'

test('a reader finds a sentence by keyboard alone, from anywhere, and comes to its place', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(NOTE)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(asked.filter((url) => url.includes('search'))).toEqual([])

  await page.keyboard.press('/')
  const dialog = page.getByRole('dialog', { name: 'Search' })
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('democratises')
  await expect(dialog.getByRole('status')).toContainText('Close to it: 1 result')
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('link', { name: /^Joe Tsai on AI/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page).toHaveURL(/notes\/2025-11-09-tsai-on-ai-en#s-/)
  await expect(page.getByText('democratizes the usage of AI')).toBeInViewport()

  await page.keyboard.press('Control+k')
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page).toHaveURL(/tsai-on-ai-en#s-/)
})

test('a search stands in its address: sent, gone back to, and narrowed', async ({ page }) => {
  await page.goto(NOTE)
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Search' }).click()
  const field = page.getByRole('searchbox', { name: /^Search notes/ })
  await expect(field).toBeFocused()
  await page.keyboard.type('開源')
  const results = page.getByRole('region', { name: 'Results' })
  await expect(results.getByRole('link', { name: /React 历次发布/ })).toBeVisible()
  await expect(page).toHaveURL(/search\?q=/)
  await page.getByText('Narrow the search').click()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-Hant')
  await expect(results.getByRole('heading', { level: 2 })).toHaveCount(1)
  await expect(page).toHaveURL(/lang=zh-Hant/)

  const passage = results.getByRole('link', { name: '為什麼開源（2025年6月）' })
  await passage.click()
  await expect(page).toHaveURL(/tsai-on-ai-hant#h-/)
  await page.goBack()
  await expect(field).toHaveValue('開源')
  await expect(passage).toBeFocused()
  await page.reload()
  await expect(passage).toBeVisible()
})

test('a date that is searched for leads to the timeline', async ({ page }) => {
  await page.goto('search')
  await page.getByRole('searchbox', { name: /^Search notes/ }).fill('autumn 2025')
  await page.getByRole('link', { name: /^Timeline:/ }).click()
  await expect(page).toHaveURL(/timeline\?from=2025-09&to=2025-11$/)
})

test('what is found has room for a thumb', async ({ page, viewport }) => {
  test.skip((viewport?.width ?? 0) >= 768, 'a thumb is for phones')
  await page.goto('search?q=2025')
  const links = page.locator('.found a')
  await expect(links.first()).toBeVisible()
  for (const link of await links.all()) expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44)
})
