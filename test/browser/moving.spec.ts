import { expect, test } from './test.ts'

const NOTE = 'notes/2025-10-08-react-announced-en'
const NEXT = 'notes/2025-11-14-paper-and-print-en'

test('going back gives the focus to the link that was left from', async ({ page }) => {
  await page.goto('')
  const link = page.getByRole('main').getByRole('link', { name: 'React, announced' })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'React, announced' })).toBeFocused()
  await page.goBack()
  await expect(link).toBeFocused()
})

test('a change of the filters does not take the focus away from them', async ({ page }) => {
  await page.goto('timeline')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // Folded where there is little room.
  const fold = page.getByRole('button', { name: 'Filters' })
  if (await fold.isVisible()) await fold.click()
  const topic = page.getByRole('combobox', { name: 'Topic' })
  await topic.focus()
  await topic.selectOption({ value: 'web' })
  await expect(page).toHaveURL(/topic=web/)
  await expect(page.getByRole('main')).not.toHaveAttribute('aria-busy', 'true')
  await expect(topic).toBeFocused()
})

test('another address typed into the same tab does not open where the last page was left', async ({
  page,
}) => {
  await page.goto('timeline')
  await page.getByRole('heading', { name: '2025', exact: true }).scrollIntoViewIfNeeded()
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(400)
  await page.goto('sources')
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeInViewport()
})

test('a note opens at the statement that was come to, however else it is laid out by then', async ({
  page,
  viewport,
}) => {
  test.skip((viewport?.width ?? 0) < 768, 'it makes itself narrow')
  await page.goto(NOTE)
  const last = page.getByRole('heading', { level: 2 }).last()
  await last.evaluate((heading) => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 100))
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200)
  await page.goto('sources')
  await page.setViewportSize({ width: 360, height: 600 })
  await page.goto(NOTE)
  await expect(page.getByText('You are back where you left off.')).toBeVisible()
  await expect(last).toBeInViewport()
})

test('the line that tells of the resumed place goes when the reader reads on', async ({ page }) => {
  await page.goto(NOTE)
  await page.getByRole('heading', { level: 2 }).last().scrollIntoViewIfNeeded()
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200)
  await page.goto(NEXT)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto('')
  await page.getByRole('main').getByRole('link', { name: 'React, announced' }).first().click()
  const resumed = page.getByText('You are back where you left off.')
  await expect(resumed).toBeVisible()
  await page.getByRole('button', { name: 'Mark as', exact: false }).scrollIntoViewIfNeeded()
  await expect(resumed).toBeHidden()
})

test('the open note can be seen in a long list of notes, and the page does not move for it', async ({
  page,
  viewport,
}) => {
  test.skip((viewport?.width ?? 0) < 1200, 'the list lies in the drawer')
  await page.setViewportSize({ width: 1280, height: 420 })
  await page.goto(NEXT)
  const list = page.getByRole('navigation', { name: 'Topics' })
  await expect(list.getByRole('link', { name: 'Paper and print' })).toBeInViewport()
  await expect(list.getByRole('searchbox', { name: 'Filter notes' })).toBeInViewport()
  expect(await page.evaluate(() => scrollY)).toBe(0)
})
