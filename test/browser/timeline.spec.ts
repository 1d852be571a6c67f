import { readFileSync } from 'node:fs'
import { findings } from './findings.ts'
import { expect, type Locator, type Page, test } from './test.ts'

const statements = (page: Page) => page.locator('.statement')

/** The filters are folded where there is little room. */
async function unfold(page: Page) {
  const fold = page.getByRole('button', { name: /^(?:Filters|\d+ filters?)$/ })
  if (await fold.isVisible()) await fold.click()
}

test('what was said about bubbles in spring 2025 is found from the start page by mouse', async ({ page }) => {
  await page.goto('')
  await page.getByRole('link', { name: 'Timeline' }).first().click()
  await page.getByRole('textbox', { name: 'Dates' }).click()
  await page.keyboard.type('spring 2025')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await unfold(page)
  await page.getByRole('searchbox', { name: 'Words' }).click()
  await page.keyboard.type('bubble')
  await expect(page).toHaveURL(/timeline\?from=2025-03&to=2025-05&q=bubble/)
  await expect(statements(page)).toHaveCount(2)
  await statements(page).first().getByRole('link', { name: /Tsai/ }).first().click()
  await expect(page.locator('[data-statement]:focus')).toContainText('bubble')
})

test('it is found by keys alone', async ({ page }, { project }) => {
  test.skip(project.name === 'phone', 'has no keys')
  await page.goto('')
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page.getByRole('heading', { name: 'Timeline', level: 1 })).toBeFocused()
  const tabTo = async (role: 'textbox' | 'searchbox' | 'checkbox', name: string | RegExp) => {
    const target = page.getByRole(role, { name })
    for (let tabs = 0; tabs < 14; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
  }
  await tabTo('textbox', 'Dates')
  await page.keyboard.type('spring 2025')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/from=2025-03&to=2025-05/)
  await tabTo('searchbox', 'Words')
  await page.keyboard.type('bubble')
  await expect(page).toHaveURL(/q=bubble$/)
  await expect(statements(page)).toHaveCount(2)
  await tabTo('checkbox', /^Unread/)
  await page.keyboard.press('j')
  await expect(statements(page).first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(statements(page).nth(1)).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-statement]:focus')).toContainText('demand')
})

test('it is found by touch', async ({ page }, { project }) => {
  test.skip(project.name !== 'phone', 'needs a touch screen')
  await page.goto('')
  const tap = async (target: Locator) => {
    // Clear of the bar at the foot.
    await target.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    const box = await target.boundingBox()
    if (!box) throw new Error('nothing to tap')
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  }
  await tap(page.getByRole('navigation').getByRole('link', { name: 'Timeline' }).last())
  const dates = page.getByRole('textbox', { name: 'Dates' })
  await tap(dates)
  await expect(dates).toBeFocused()
  await page.keyboard.insertText('spring 2025')
  await tap(page.getByRole('button', { name: 'Show', exact: true }))
  await expect(page).toHaveURL(/from=2025-03&to=2025-05/)
  await tap(page.getByRole('button', { name: 'Filters', exact: true }))
  await tap(page.getByRole('searchbox', { name: 'Words' }))
  await page.keyboard.insertText('bubble')
  await expect(page).toHaveURL(/q=bubble$/)
  await expect(statements(page)).toHaveCount(2)
  await tap(statements(page).first().getByRole('link', { name: /Tsai/ }).first())
  await expect(page.locator('[data-statement]:focus')).toContainText('bubble')
})

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
  await expect(page.getByText('2 statements, in chronological order.')).toBeVisible()
  await page.reload()
  await expect(statements(page)).toHaveCount(2)

  expect(await findings(page)).toEqual([])
})

test('loaded again, the timeline is where it was; gone to anew, at its beginning', async ({ page }) => {
  await page.goto('timeline')
  await expect.poll(() => statements(page).count()).toBeGreaterThan(80)
  const here = statements(page).nth(70)
  const text = await here.textContent()
  await here.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const height = () =>
    page
      .getByText(text ?? '')
      .first()
      .evaluate((element) => element.getBoundingClientRect().top)
  const top = await height()
  await page.reload()
  await expect.poll(async () => Math.abs((await height()) - top)).toBeLessThan(120)
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000)
  await page.goto('about:blank')
  await page.goto('timeline')
  await expect.poll(() => statements(page).count()).toBeGreaterThan(80)
  expect(await page.evaluate(() => scrollY)).toBe(0)
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
  await page.getByRole('textbox', { name: 'Dates' }).fill('1990..')
  await page.getByRole('textbox', { name: 'Dates' }).press('Enter')
  await expect(page).toHaveURL(/from=1990/)
  await unfold(page)
  await page.getByRole('combobox', { name: 'Topic' }).selectOption('ai')
  await page.getByRole('checkbox', { name: /^With a source/ }).check()
  await expect(page).toHaveURL(/from=1990&topic=ai&sourced=1/)
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption({ index: 2 })
  await page.getByRole('combobox', { name: 'Ordered by' }).selectOption('about')
  await expect(page).toHaveURL(/vs=.*axis=about/)
  await page.getByRole('combobox', { name: 'Ordered by' }).selectOption('told')
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('')
  await expect(page).toHaveURL(/sourced=1$/)
  await page.getByText('Export these statements').click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Table (CSV)' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('timeline.csv')
  const shown = await statements(page).count()
  expect(shown).toBeGreaterThan(0)
  expect(
    readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n'),
  ).toHaveLength(shown + 1)
})
