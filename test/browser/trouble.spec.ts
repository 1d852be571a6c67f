import { ARTIFACT_VERSION } from '../../src/notes/artifacts.ts'
import { expect, type Route, test } from './test.ts'

const NOTE = 'notes/2025-10-08-react-announced-en'

test('an unknown address gets a page that leads on', async ({ page }) => {
  await page.goto('nowhere/at/all')
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Go to Home' }).click()
  await expect(page.getByRole('heading', { name: 'The library' })).toBeVisible()
})

test('a fetch that fails is told, and trying again brings the page', async ({ page }) => {
  await page.goto('')
  await page.route('**/data/sources.json', (route) => route.abort())
  await page
    .getByRole('main')
    .getByRole('link', { name: /^\d+ sources$/ })
    .click()
  await expect(page.getByRole('heading', { name: 'The site cannot be reached' })).toBeVisible()
  await page.unroute('**/data/sources.json')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible()
})

/** What may come in place of an artifact. */
const ANSWERS: Record<string, (route: Route) => Promise<void>> = {
  'is missing': (route) => route.fulfill({ status: 404, body: 'no' }),
  'is cut off': (route) => route.fulfill({ contentType: 'application/json', body: '{"version":1,"no' }),
  'is empty': (route) => route.fulfill({ contentType: 'application/json', body: '' }),
  'is a page of the host': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>x' }),
  'is a page that calls itself JSON': (route) =>
    route.fulfill({ contentType: 'application/json', body: '<p>x' }),
  'is of another version': (route) => route.fulfill({ json: { version: 0 } }),
  'lacks its parts': (route) => route.fulfill({ json: { version: ARTIFACT_VERSION, body: 1, notes: null } }),
  'is an error of the server': (route) => route.fulfill({ status: 503, body: 'later' }),
  'breaks off': (route) => route.abort('connectionreset'),
}

for (const [what, answer] of Object.entries(ANSWERS)) {
  test(`a page whose data ${what} says what failed, beside the text that is there`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    for (const [artifact, path, title] of [
      ['library', NOTE, 'React, announced'],
      ['library', '', 'The library'],
      ['timeline/*/told/overview', 'timeline', 'Timeline'],
      ['sources', 'sources', 'Sources'],
    ] as const) {
      await page.unrouteAll()
      await page.route(`**/data/${artifact}.json`, answer)
      await page.goto(path)
      await expect(page.getByRole('alert')).toContainText(
        /^(?:Something went wrong|This page is out of date|The site cannot be reached)You can read on\./,
      )
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page.getByRole('link', { name: 'Dateline' })).toBeVisible()
    }
    expect(errors).toEqual([])
  })
}

test('a page of an older program, which a cache has kept, shows no data of the site that is newer', async ({
  page,
}) => {
  const asked: string[] = []
  await page.route('**/data/**', (route) => {
    asked.push(route.request().url())
    return route.continue()
  })
  await page.route('**/build.json', (route) =>
    route.fulfill({ json: { build: 'b2', entry: 'assets/b2.js' } }),
  )
  await page.goto(NOTE)
  await expect(page.getByRole('alert')).toContainText('This page is out of date')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('React, announced')
  expect(asked).toEqual([])
})

test('what was pressed before the data came is done once trying again brings it', async ({ page }) => {
  await page.route('**/data/library.json', (route) => route.abort())
  await page.goto(NOTE)
  await page.getByRole('button', { name: 'Mark as read' }).click()
  await page.unroute('**/data/library.json')
  await page.evaluate(() => scrollTo(0, 300))
  await page.getByRole('button', { name: 'Try again' }).dispatchEvent('click')
  await expect(page.getByRole('button', { name: 'Mark as unread' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  // Less by what the notice took.
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100)
})

test('a card that was pressed for comes with its part of the program, unless its reader has turned away', async ({
  page,
}) => {
  let bring = () => undefined as unknown
  const held = new Promise<void>((resolve) => {
    bring = resolve
  })
  await page.route('**/assets/acting-*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(NOTE, { waitUntil: 'networkidle' })
  const picture = page.getByRole('complementary').getByRole('img')
  const rendered = await picture.innerHTML()
  const date = page.locator('.prose a.date-mark').first()
  const card = page.getByRole('dialog', { name: 'About this date' })
  await date.click()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Shift+Tab')
  await expect(card).toHaveCount(0)
  await date.click()
  bring()
  await expect(card.getByRole('link')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(date).toBeFocused()
  await expect(card).toHaveCount(0)
  expect(await picture.innerHTML()).toBe(rendered)
})

test('a program that cannot be loaded leaves the text to read, and a way to load it', async ({ page }) => {
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.goto(NOTE)
  await expect(page.getByRole('heading', { level: 1, name: 'React, announced' })).toBeVisible()
  await page.goto('nowhere')
  const again = page.getByRole('link', { name: 'Reload' })
  await expect(again).toBeVisible()
  await page.unroute('**/assets/*.js')
  await again.click()
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible()
  await expect(again).toHaveCount(0)
})

test('a page older than the site reloads once, and no more', async ({ page }) => {
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  await page.route('**/data/timeline/*/told/overview.json', (route) =>
    route.fulfill({ json: { version: 999, entries: [] } }),
  )
  await page.goto('timeline')
  await expect(page.getByRole('alert')).toContainText('This page is out of date')
  await expect.poll(() => loads).toBe(2)
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible()
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
    .getByRole('link', { name: /^\d+ statements$/ })
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
    const denied = {
      get() {
        throw new DOMException('no', 'SecurityError')
      },
    }
    Object.defineProperties(window, { localStorage: denied, sessionStorage: denied })
  })
  await page.goto(NOTE)
  await expect(page.getByRole('heading', { level: 1, name: 'React, announced' })).toBeVisible()
  await expect(page.getByText('does not let this site store anything')).toBeVisible()
})

test('a browser that forbids storage is not reloaded for ever by a new deployment', async ({ page }) => {
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('no', 'SecurityError')
      },
    })
  })
  await page.route('**/data/timeline/*/told/overview.json', (route) =>
    route.fulfill({ json: { version: 999, entries: [] } }),
  )
  await page.goto('timeline')
  await expect(page.getByRole('alert')).toContainText('This page is out of date')
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible()
  expect(loads).toBe(1)
})

test('a full storage is told, and the page goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.goto(NOTE)
  await expect(page.getByRole('status').filter({ hasText: /full/i })).toBeVisible()
  await page.getByRole('button', { name: 'Mark as read' }).click()
  await expect(page.getByRole('button', { name: 'Mark as unread' })).toBeVisible()
})
