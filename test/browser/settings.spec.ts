import { expect, test } from './test.ts'

const NOTE = 'notes/2025-10-08-react-announced-en'

test('what is chosen in a note holds before the first paint, on every page, and in other tabs', async ({
  page,
  context,
}) => {
  const seen: string[] = []
  page.on('pageerror', (error) => seen.push(error.message))
  await page.goto(NOTE)
  const other = await context.newPage()
  await other.goto(NOTE)
  await page.getByRole('button', { name: 'Appearance' }).click()
  const panel = page.getByRole('dialog', { name: 'Appearance' })
  await panel.getByRole('radio', { name: 'Sepia' }).check()
  await panel.getByRole('radio', { name: '130%' }).check()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(page.getByRole('button', { name: 'Appearance' })).toBeFocused()
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'sepia')
  const [title = 0, heading = 0] = await page.evaluate(() =>
    ['h1', '.prose h2'].map((css) =>
      Number.parseFloat(getComputedStyle(document.querySelector(css) as Element).fontSize),
    ),
  )
  expect(title, 'the title stands above the headings').toBeGreaterThan(heading)

  // Whoever draws next finds it there: when the body begins, no module has run yet.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return
      observer.disconnect()
      const { theme, size } = document.documentElement.dataset
      Object.assign(window, { atFirst: `${theme} ${size}` })
    }).observe(document, { childList: true, subtree: true })
  })
  for (const path of [NOTE, 'timeline', 'settings']) {
    await page.goto(path)
    expect(await page.evaluate(() => (window as unknown as { atFirst: string }).atFirst), path).toBe(
      'sepia 130',
    )
  }
  await expect(page.getByRole('radio', { name: 'Sepia' })).toBeChecked()
  expect(seen).toEqual([])
})

test('the language of the interface is chosen, and a note keeps its own', async ({ page }) => {
  await page.goto('settings')
  await page.getByRole('combobox', { name: 'Language of the interface' }).selectOption('zh-Hans')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置')
  await page.goto(NOTE)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await expect(page.locator('article')).toHaveAttribute('lang', 'en')
})

for (const broken of ['{', 'null', '{"v":1,"theme":7}', '{"v":9}']) {
  test(`settings that cannot be read (${broken}) leave no page blank`, async ({ page, baseURL }) => {
    const seen: string[] = []
    page.on('pageerror', (error) => seen.push(error.message))
    await page.addInitScript(
      ([key, value]) => localStorage.setItem(key as string, value as string),
      [`dateline:${new URL(baseURL as string).pathname}:settings`, broken],
    )
    await page.goto(NOTE)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('.trouble')).not.toBeEmpty()
    expect(seen).toEqual([])
  })
}
