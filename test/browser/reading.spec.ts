import { expect, type Page, test } from './test.ts'

const ZH = 'notes/2025-11-09-tsai-on-ai-zh'

/** Keeps a click on a source from leaving the machine. */
async function answerOutside(page: Page) {
  await page.context().route(/^https:\/\//, (route) => route.fulfill({ body: 'elsewhere' }))
}

test.use({ locale: 'zh-CN' })

test('a reader finds a note, follows a date and a source, and comes back to the same place', async ({
  page,
  viewport,
}) => {
  const isPhone = (viewport?.width ?? 0) < 768
  await answerOutside(page)
  await page.goto('')
  if (isPhone) await page.getByRole('button', { name: '笔记' }).click()
  await topics(page)
    .getByRole('link', { name: /蔡崇信谈人工智能/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('蔡崇信谈人工智能与阿里巴巴战略')
  if (isPhone) await page.getByRole('button', { name: '笔记' }).click()
  await topics(page)
    .getByRole('link', { name: /泡沫的开端/ })
    .click()
  if (isPhone) await expect(page.getByRole('dialog', { name: '主题' })).toBeHidden()
  await expect(page.getByRole('heading', { name: /泡沫的开端/ })).toBeInViewport()

  await page.locator('.prose').getByRole('link', { name: '2025年9月8日至10日' }).click()
  const card = page.getByRole('dialog', { name: '关于这个日期' })
  await expect(card).toContainText('原文写明。')
  await card.getByRole('link', { name: '在时间线上查看' }).click()
  await expect(page).toHaveURL(/timeline\?at=2025-09-08#/)
  await expect(
    page.getByRole('listitem').filter({ hasText: 'All-In 峰会于2025年9月8日至10日举行' }),
  ).toBeVisible()

  await page.getByRole('textbox', { name: '日期' }).fill('2025-09..2025-10')
  await page.getByRole('button', { name: '显示', exact: true }).click()
  await expect(page).toHaveURL(/from=2025-09&to=2025-10$/)
  const shown = page.locator('.statement')
  await expect(shown.filter({ hasText: '10月1日' })).toBeVisible()
  await expect(shown.filter({ hasText: '2024年1月' })).toHaveCount(0)

  await page.goBack()
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(ZH))
  const source = page.locator('.prose').getByRole('link', { name: /^数据中心建设热潮中的泡沫警告/ })
  const [opened] = await Promise.all([page.waitForEvent('popup'), source.click()])
  await expect(opened).toHaveURL('https://x.com/wallstengine/status/1904438237554515976')
  expect(await opened.evaluate(() => window.opener)).toBeNull()
  await opened.close()

  await page
    .getByRole('button', { name: '标为已读' })
    .or(page.getByRole('button', { name: '标为未读' }))
    .scrollIntoViewIfNeeded()
  await expect(page.getByRole('button', { name: '标为未读' })).toBeVisible()
  const before = await page.evaluate(() => scrollY)
  await page.reload()
  await expect(page.getByRole('button', { name: '标为未读' })).toBeInViewport()
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(200)
})

test('the same journey by keyboard alone', async ({ page, viewport }) => {
  const isPhone = (viewport?.width ?? 0) < 768
  await answerOutside(page)
  await page.goto('')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  if (isPhone) {
    await tabTo(page, page.getByRole('button', { name: '笔记' }))
    await page.keyboard.press('Enter')
  }
  await tabTo(page, topics(page).getByRole('link', { name: /蔡崇信谈人工智能/ }))
  await page.keyboard.press('Enter')
  const title = page.getByRole('heading', { level: 1, name: '蔡崇信谈人工智能与阿里巴巴战略' })
  await expect(title).toBeFocused()

  if (isPhone) {
    await tabTo(page, page.getByRole('button', { name: '笔记' }))
    await page.keyboard.press('Enter')
  }
  await tabTo(page, topics(page).getByRole('link', { name: /一场马拉松/ }))
  await page.keyboard.press('Enter')
  const section = page.getByRole('heading', { name: /一场马拉松/ })
  await expect(section).toBeFocused()
  await expect(section).toBeInViewport()

  await tabTo(page, page.locator('.prose').getByRole('link', { name: '2025年9月8日至10日' }))
  await page.keyboard.press('Enter')
  const card = page.getByRole('dialog', { name: '关于这个日期' })
  await expect(card.getByRole('link')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(page.locator('.prose').getByRole('link', { name: '2025年9月8日至10日' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(card.getByRole('link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.statement:focus')).toBeInViewport()

  await tabTo(page, page.getByRole('textbox', { name: '日期' }))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('2025-09..2025-10')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/from=2025-09&to=2025-10$/)

  await tabTo(
    page,
    page.locator('.statement').getByRole('link', { name: '蔡崇信谈人工智能与阿里巴巴战略' }).first(),
  )
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${ZH}#s-`))
  await expect(page.locator('[data-statement]:focus')).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/from=2025-09&to=2025-10$/)
  await expect(page.locator('.statement a:focus')).toHaveText('蔡崇信谈人工智能与阿里巴巴战略')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-statement]:focus')).toBeVisible()

  await tabTo(page, page.locator('.prose').getByRole('link', { name: /^数据中心建设热潮中的泡沫警告/ }))
  const popup = page.waitForEvent('popup')
  await page.keyboard.press('Enter')
  const opened = await popup
  await expect(opened).toHaveURL('https://x.com/wallstengine/status/1904438237554515976')
  await opened.close()

  const unread = page.getByRole('button', { name: '标为未读' })
  await tabTo(page, page.getByRole('button', { name: '标为已读' }).or(unread))
  await expect(unread).toBeVisible()
  const before = await page.evaluate(() => scrollY)
  await page.reload()
  await expect(unread).toBeInViewport()
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(200)
})

test('a starred statement waits on the start page', async ({ page }) => {
  await page.goto(ZH)
  await page.locator('.prose').getByRole('link', { name: '2030年' }).click()
  const star = page.getByRole('dialog').getByRole('button', { name: '为这条记述加星标' })
  await star.click()
  await expect(star).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(page.getByRole('region', { name: '加星标的记述' })).toContainText('2030年')
  await expect(page.getByRole('region', { name: '继续阅读' })).toContainText('蔡崇信谈人工智能')
})

/** The topics, wherever they are at this width. */
function topics(page: Page) {
  return page.getByRole('navigation', { name: '主题' })
}

/** Presses Tab until the element has the focus, as a reader without a mouse would. */
async function tabTo(page: Page, target: ReturnType<Page['locator']>) {
  for (let presses = 0; presses < 250; presses += 1) {
    // Looked for anew: what was there may have given way to another.
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${target}`)
}

test('a note is printed as an article: no chrome, black on white in a dark room, its sources written out', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('notes/2025-11-09-tsai-on-ai-en')
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const role of ['navigation', 'banner', 'complementary', 'button'] as const) {
    for (const part of await page.getByRole(role).all()) await expect(part).toBeHidden()
  }
  const looks = await page.evaluate(() => {
    const source = document.querySelector('.reference .external') as Element
    const { color } = getComputedStyle(document.body)
    const { backgroundColor } = getComputedStyle(document.documentElement)
    return { color, backgroundColor, address: getComputedStyle(source, '::after').content }
  })
  expect(looks.color).toBe('rgb(0, 0, 0)')
  expect(looks.backgroundColor).toBe('rgb(255, 255, 255)')
  expect(looks.address).toMatch(/^" <https:\/\/\S+>"$/)
  await page.goto('timeline')
  await expect(page.locator('.strip-range')).toBeVisible()
  // As wide as a window, it would be cut off at the end of the paper.
  await expect(page.locator('.strip-plot')).toBeHidden()
})

test('the notes of a topic stand on one page, without script errors, and lead to no other note', async ({
  page,
}) => {
  const seen: string[] = []
  page.on('pageerror', (error) => seen.push(error.message))
  await page.goto('topics/web')
  await page.getByRole('main').getByRole('link', { name: '全部排在一页' }).click()
  await expect(page.getByRole('button', { name: '打印' })).toBeVisible()
  const notes = page.getByRole('article')
  expect(await notes.count()).toBeGreaterThan(2)
  // No note has a margin here that its sources could stand in.
  await expect(page.locator('.margin-sources').first()).toBeHidden()
  const last = notes.last()
  await last.locator('a[href^="#"]').first().click()
  expect(await last.evaluate((note) => note.contains(document.activeElement))).toBe(true)
  expect(seen).toEqual([])
})
