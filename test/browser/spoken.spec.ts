import { findBrowser } from '../find-browser.ts'
import { expect, type Page, test } from './test.ts'
import { transcript } from './transcript.ts'

const executablePath = findBrowser()

// What is off screen is in the tree only while somebody listens.
test.use({
  launchOptions: {
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--disable-gpu',
      '--force-renderer-accessibility',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  },
})

const NOTE = 'notes/2025-11-09-tsai-on-ai-'
/** Text in scripts that tell their language, and which languages that may be. */
const SCRIPTS = [
  [String.raw`\p{Script=Hiragana}|\p{Script=Katakana}`, 'ja'],
  [String.raw`\p{Script=Han}`, 'zh|ja|ko'],
  [String.raw`\p{Script=Arabic}`, 'ar'],
  [String.raw`\p{Script=Devanagari}`, 'hi'],
] as const

/** Runs of text that no voice of their language would read. */
function inWrongLanguage(page: Page): Promise<string[]> {
  return page.evaluate((scripts) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const wrong: string[] = []
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode as Text
      const lang = parentElement?.closest<HTMLElement>('[lang]')?.lang ?? ''
      const [, languages] = scripts.find(([script]) => new RegExp(script, 'u').test(data)) ?? []
      const isSpoken = !languages || new RegExp(`^(?:${languages})`).test(lang)
      // Other titles that notes give a source may be of any language.
      if (!isSpoken && !parentElement?.closest('option, .other-titles, script'))
        wrong.push(`${lang}: ${data}`)
    }
    return wrong
  }, SCRIPTS)
}

const NAMED = /\[([^\]]*), (?:link|button|combobox|textbox|searchbox|slider|checkbox|radio)/g

const BESIDE = `${NOTE}zh?beside=2025-11-09-tsai-on-ai-ar`

for (const [locale, pages] of [
  ['en', ['', `${NOTE}en`, BESIDE, 'timeline', 'sources', 'settings']],
  ['zh-CN', [`${NOTE}zh`, 'timeline']],
  ['ar', [`${NOTE}ar`, BESIDE, 'timeline']],
] as const) {
  test.describe(`read aloud in ${locale}`, () => {
    test.use({ locale })

    test('every page makes sense', async ({ page, viewport }) => {
      test.skip((viewport?.width ?? 0) < 768, 'the same is said at every width')
      for (const path of pages) {
        await page.goto(path)
        await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${locale.slice(0, 2)}`))
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        const said = await transcript(page)
        const text = said.join('\n')
        // One title, under which no level is passed over.
        const levels = [...text.matchAll(/, heading, level (\d)/g)].map(([, level]) => Number(level))
        expect(
          levels.filter((level) => level === 1),
          path,
        ).toHaveLength(1)
        expect(
          levels.filter((level, i) => level > (levels[i - 1] ?? 1) + 1),
          path,
        ).toEqual([])
        // A few places to jump to, each under a name of its own.
        const landmarks = said.filter((line) =>
          /^<(?:banner|navigation|main|complementary|region)/.test(line),
        )
        expect(landmarks.length, path).toBeLessThan(12)
        expect(new Set(landmarks).size, path).toBe(landmarks.length)
        // Whatever can be acted upon has a name, and nothing is said twice on end.
        const names = [...text.matchAll(NAMED)].map(([, name]) => name?.trim())
        expect(names.length, path).toBeGreaterThan(5)
        expect(
          names.filter((name) => !name),
          path,
        ).toEqual([])
        expect(
          said.filter((line, i) => line.length > 40 && line === said[i - 1]),
          path,
        ).toEqual([])
        // Words that stand apart on the screen do not run together: a year, and minutes.
        expect(text.match(/\d{4}\d+ (?:minute|statement)|\d{4}年?\d+ ?(?:分钟|条)/g), path).toBeNull()
        expect(await inWrongLanguage(page), path).toEqual([])
      }
    })
  })
}

test('a statement on the timeline is said as: when, what, where, on what it rests, and what can be done', async ({
  page,
  viewport,
}) => {
  test.skip((viewport?.width ?? 0) < 768, 'the same is said at every width')
  await page.goto('timeline')
  // The page begins with some, the others follow.
  await expect(page.locator('.statement').nth(60)).toBeAttached()
  const said = await transcript(page)
  const text = said.join(' ').replace(/\( | \)/g, (edge) => edge.trim())
  expect(text).toContain(
    [
      '[May 868, heading, level 3] <list>',
      '[May 11, 868, link] The Diamond Sutra found at Dunhuang bears a printed date that answers to 11 May 868.',
      '[Paper and print, link] [Words in blocks and in type, link]',
      '<list Sources> [Source 3, link, hasPopup dialog] [Diamond Sutra (opens in a new tab), link] en.wikipedia.org',
      '</list> [Star this statement, button] [Read, button] [Copy with citation, button]',
    ].join(' '),
  )
  // Ends of the range in words, and all headings, also of what is far below the window.
  expect(text).toMatch(/\[Beginning of the range, slider, 179 BC, 1 statement\]/)
  expect(said.filter((line) => /, heading, level [23]\]$/.test(line)).length).toBeGreaterThan(60)
})
