import { expect, test } from '@playwright/test'

const NOTE = 'notes/2025-10-08-react-announced-en'

test('an unknown address gets a page that leads on', async ({ page }) => {
  await page.goto('nowhere/at/all')
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'To the start page' }).click()
  await expect(page.getByRole('heading', { name: 'The library' })).toBeVisible()
})

test('a fetch that fails is told, and trying again brings the page', async ({ page }) => {
  await page.goto('')
  await page.route('**/data/timeline.json', (route) => route.abort())
  await page
    .getByRole('main')
    .getByRole('link', { name: /statements/ })
    .click()
  await expect(page.getByRole('heading', { name: 'The site cannot be reached' })).toBeVisible()
  await page.unroute('**/data/timeline.json')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Timeline' })).toBeVisible()
})

test('a page older than the site reloads once, and no more', async ({ page }) => {
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  await page.route('**/data/timeline.json', (route) => route.fulfill({ json: { version: 999, entries: [] } }))
  await page.goto('timeline')
  await expect(page.getByRole('heading', { name: 'This page is out of date' })).toBeVisible()
  await expect.poll(() => loads).toBe(2)
  await expect(page.getByRole('button', { name: 'Load again' })).toBeVisible()
  expect(loads).toBe(2)
})

test('a script that a new deployment took away reloads the page instead of breaking it', async ({ page }) => {
  await page.goto('')
  await expect(page.getByRole('heading', { name: 'The library' })).toBeVisible()
  let replaced = true
  await page.route(/assets\/timeline-.*\.js/, (route) =>
    replaced ? route.fulfill({ status: 404 }) : route.continue(),
  )
  page.on('request', (request) => {
    if (request.isNavigationRequest()) replaced = false
  })
  const reloaded = page.waitForEvent('load')
  await page
    .getByRole('main')
    .getByRole('link', { name: /statements/ })
    .click()
  await reloaded
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('what cannot be read in the storage is set aside and told, never deleted', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('dateline:/reader/:note:x', '{broken'))
  await page.goto(NOTE)
  await expect(page.getByText('It was set aside, not deleted.')).toBeVisible()
  expect(await page.evaluate(() => localStorage.getItem('dateline:/reader/:aside:x'))).toBe('{broken')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('It was set aside')).toBeHidden()
})

test('a browser that forbids storage still shows the note', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('no', 'SecurityError')
      },
    })
  })
  await page.goto(NOTE)
  await expect(page.getByRole('heading', { level: 1, name: 'React, announced' })).toBeVisible()
  await expect(page.getByText('does not let this site store anything')).toBeVisible()
})
