import { gzipSync } from 'node:zlib'
import { findings } from './findings.ts'
import { expect, type Page, type Response, test } from './test.ts'

const PAGES = {
  start: '',
  'a note in English': 'notes/2025-10-08-react-announced-en',
  'a note in Chinese': 'notes/2025-11-14-paper-and-print-zh',
  'a note in Arabic': 'notes/2025-11-09-tsai-on-ai-ar',
  'a note with a table': 'notes/2025-11-10-vite-majors-en',
  'two versions side by side': 'notes/2025-11-09-tsai-on-ai-zh?beside=2025-11-09-tsai-on-ai-ar',
  'a topic': 'topics/ai',
  timeline: 'timeline',
  'an empty timeline': 'timeline?from=1600&to=1601',
  sources: 'sources',
  'a search': 'search?q=2025&topic=ai',
  'a search that finds nothing': 'search?q=%22zzzz%22',
  settings: 'settings',
  'all notes of a topic on one page': 'paper?topic=web/tools',
  'an address that leads nowhere': 'nowhere',
  'a note that is not there': 'notes/nowhere',
}

for (const theme of ['sepia', 'dark']) {
  test(`axe finds nothing wrong on pages in ${theme}, chosen against the system`, async ({
    page,
    baseURL,
    viewport,
  }) => {
    test.skip((viewport?.width ?? 0) < 768, 'colours are the same at every width')
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' })
    await page.addInitScript(
      ([key, value]) => localStorage.setItem(key as string, value as string),
      [
        `dateline:${new URL(baseURL as string).pathname}:settings`,
        JSON.stringify({ v: 1, theme: { value: theme, at: 1 } }),
      ],
    )
    for (const name of ['start', 'a note in English', 'timeline', 'sources', 'settings'] as const) {
      await page.goto(PAGES[name])
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await findings(page, 'colours'), name).toEqual([])
    }
  })
}

for (const locale of ['zh-CN', 'zh-TW', 'ja', 'es', 'fr', 'de', 'hi', 'ar']) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })

    test('the frame speaks it on a note, the timeline and the settings, and nothing sticks out', async ({
      page,
      viewport,
    }) => {
      test.skip((viewport?.width ?? 0) >= 768, 'words are most in need of room where there is little')
      for (const name of ['a note in English', 'timeline', 'settings'] as const) {
        await page.goto(PAGES[name])
        await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${locale.slice(0, 2)}`))
        await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr')
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        // Words change with a language, roles and names only where it runs the other way.
        if (locale === 'ar') expect(await findings(page), name).toEqual([])
        await page.setViewportSize({ width: 320, height: 640 })
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(overflow, name).toBeLessThanOrEqual(0)
      }
    })
  })
}

for (const [name, path] of Object.entries(PAGES)) {
  test(`axe finds nothing wrong on ${name}, light and dark`, async ({ page }) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await findings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await findings(page, 'colours'), 'dark').toEqual([])
  })
}

/** What lies over a page, and how it is opened. */
const OVERLAYS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the card of a date': (page) => page.locator('.prose .date-mark').first().click(),
  'the reader’s panel': (page) => page.getByRole('button', { name: 'Appearance' }).click(),
  'the list of keys': (page) => page.keyboard.press('?'),
  'the search': async (page) => {
    await page.keyboard.press('/')
    await page.getByRole('dialog').getByRole('searchbox').fill('2025')
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('result')
  },
  'the drawer': (page) => page.getByRole('button', { name: /^(?:Notes|Open topics)/ }).click(),
}

for (const [name, open] of Object.entries(OVERLAYS)) {
  test(`axe finds nothing wrong on ${name}, light and dark`, async ({ page, viewport }) => {
    test.skip(name === 'the drawer' && (viewport?.width ?? 0) >= 1200, 'there is none at this width')
    await page.goto(PAGES['a note in English'])
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await open(page)
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await findings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await findings(page, 'colours'), 'dark').toEqual([])
  })
}

test('no page scrolls sideways at 320 pixels', async ({ page, viewport }) => {
  test.skip((viewport?.width ?? 0) >= 768, 'it makes itself narrow')
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of Object.values(PAGES)) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, path).toBeLessThanOrEqual(0)
  }
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('every page is there with its content, in a frame of its own language', async ({ page }) => {
    const expected = {
      '': ['en', 'The library', 'React, announced'],
      'notes/2025-11-14-paper-and-print-zh': ['zh-Hans', '纸与印刷', '撒马尔罕已经造纸'],
      'notes/2025-11-09-tsai-on-ai-ar': ['ar', 'جو تساي', 'المراجع'],
      'topics/ai': ['en', 'AI', 'Alibaba'],
      timeline: ['en', 'Timeline', 'The oldest paper known comes from Fangmatan'],
      sources: ['en', 'Sources', 'react.dev'],
      search: ['en', 'Search', ''],
    }
    for (const [path, [language, title, text]] of Object.entries(expected)) {
      await page.goto(path)
      await expect(page.locator('html'), path).toHaveAttribute('lang', language as string)
      await expect(page.getByRole('heading', { level: 1 }), path).toContainText(title as string)
      await expect(page.getByRole('main'), path).toContainText(text as string)
      await expect(page, path).toHaveTitle(new RegExp(path ? (title as string) : 'Dateline'))
    }
  })

  test('a page brings no style and no script of its own', async ({ page, viewport }) => {
    test.skip((viewport?.width ?? 0) < 768, 'whatever room there is')
    for (const path of Object.values(PAGES)) {
      await page.goto(path)
      const own = page.locator('[style], style, script:not([src], [type="application/json"])')
      await expect(own, path).toHaveCount(0)
    }
  })
})

test('nothing moves or is shown anew while a page comes alive', async ({ page }) => {
  const seen: string[] = []
  page.on('pageerror', (error) => seen.push(error.message))
  await page.addInitScript(() => {
    const marked = window as unknown as { moved: number; first: Element | null }
    marked.moved = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) marked.moved += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
    document.addEventListener('readystatechange', () => {
      marked.first ??= document.querySelector('main h1')
    })
  })
  for (const path of Object.values(PAGES).filter((known) => !/nowhere|\?/.test(known))) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    const [moved, kept] = await page.evaluate(() => {
      const { moved, first } = window as unknown as { moved: number; first: Element | null }
      return [moved, first === document.querySelector('main h1')] as const
    })
    expect(moved, path).toBeLessThan(0.05)
    expect(kept, path).toBe(true)
  }
  expect(seen).toEqual([])
})

test('a page asks nothing of any other site', async ({ page, baseURL, viewport }) => {
  test.skip((viewport?.width ?? 0) < 768, 'whatever room there is')
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL as string)) foreign.push(request.url())
  })
  for (const path of Object.values(PAGES)) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  expect(foreign).toEqual([])
})

test('a note page moves at most 150 KB, compressed as hosts do', async ({ page }, { annotations }) => {
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await page.goto('notes/2025-10-08-react-announced-en', { waitUntil: 'networkidle' })
  const sizes = await Promise.all(responses.map(async (response) => gzipSync(await response.body()).length))
  const moved = sizes.reduce((sum, size) => sum + size, 0)
  annotations.push({ type: 'moved', description: `${moved} bytes in ${sizes.length} responses` })
  expect(responses.some((response) => response.url().endsWith('.js'))).toBe(true)
  expect(moved).toBeLessThan(150_000)
})
