import { expect, type Page, test } from './test.ts'

const strip = (page: Page) => page.getByRole('group', { name: 'Statements over all time' })
const thumb = (page: Page, name: 'Beginning' | 'End') =>
  page.getByRole('slider', { name: `${name} of the range` })

/** Opens the timeline, and tells where on the screen shares of the strip's width lie, at half the height of its bars. */
async function open(page: Page, address = 'timeline') {
  await page.goto(address)
  const box = await strip(page).locator('svg[data-grip]').boundingBox()
  if (!box) throw new Error('no strip')
  return (share: number): [number, number] => [box.x + box.width * share, box.y + box.height * 0.8]
}

const range = (page: Page) => {
  const { searchParams } = new URL(page.url())
  return [searchParams.get('from'), searchParams.get('to')]
}

test('a range is drawn, moved as a whole and by its ends, and taken back, by a pointer', async ({ page }) => {
  const at = await open(page, 'timeline?from=2024-01&to=2025-06')
  await page.mouse.move(...at(0.05))
  await page.mouse.down()
  await page.mouse.move(...at(0.1))
  await page.mouse.move(...at(0.2))
  // Nothing is chosen before the pointer is released.
  expect(range(page)).toEqual(['2024-01', '2025-06'])
  await page.mouse.up()
  await expect.poll(() => range(page)).not.toEqual(['2024-01', '2025-06'])
  const drawn = range(page)

  const brush = await page.locator('.strip-brush').boundingBox()
  await page.mouse.move((brush?.x ?? 0) + (brush?.width ?? 0) / 2, at(0)[1])
  await page.mouse.down()
  await page.mouse.move(...at(0.5))
  await page.mouse.move(...at(0.6))
  await page.mouse.up()
  await expect.poll(() => range(page)).not.toEqual(drawn)
  const moved = range(page)

  const end = await thumb(page, 'End').boundingBox()
  await page.mouse.move((end?.x ?? 0) + 8, at(0)[1])
  await page.mouse.down()
  await page.mouse.move(...at(0.8))
  await page.mouse.move(...at(0.9))
  await page.mouse.up()
  await expect.poll(() => range(page)[1]).not.toBe(moved[1])
  expect(range(page)[0]).toBe(moved[0])

  await strip(page).getByRole('button', { name: 'All time' }).click()
  await expect.poll(() => range(page)).toEqual([null, null])
})

test('a wheel zooms the strip at the pointer, and turns the page where there is nothing wider', async ({
  page,
}) => {
  const at = await open(page)
  const labels = () => strip(page).locator('.tick').allTextContents()
  const whole = await labels()
  await page.mouse.move(...at(0.7))
  await page.mouse.wheel(0, -600)
  await expect.poll(labels).not.toEqual(whole)
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await page.mouse.wheel(0, 3000)
  await expect.poll(labels).toEqual(whole)
  await page.mouse.wheel(0, 400)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
})

test('two fingers zoom the strip, and one chooses on it', async ({ page }, { project }) => {
  test.skip(project.name !== 'phone', 'needs a touch screen')
  const at = await open(page)
  const cdp = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...shares: number[]) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: shares.map((share, id) => ({ x: at(share)[0], y: at(share)[1], id })),
    })
  const labels = () => strip(page).locator('.tick').allTextContents()
  const whole = await labels()
  await touch('touchStart', 0.6)
  await touch('touchStart', 0.6, 0.8)
  await touch('touchMove', 0.5, 0.85)
  await touch('touchMove', 0.3, 0.95)
  await touch('touchEnd')
  await expect.poll(labels).not.toEqual(whole)
  expect(range(page)).toEqual([null, null])

  // Both the same way: what is seen goes with them.
  const closer = await labels()
  await touch('touchStart', 0.4)
  await touch('touchStart', 0.4, 0.8)
  await touch('touchMove', 0.5, 0.9)
  await touch('touchMove', 0.55, 0.95)
  await touch('touchEnd')
  await expect.poll(labels).not.toEqual(closer)

  await touch('touchStart', 0.2)
  await touch('touchMove', 0.3)
  await touch('touchMove', 0.5)
  await touch('touchEnd')
  await expect.poll(() => range(page)).not.toEqual([null, null])
  for (const name of ['Beginning', 'End'] as const) {
    const box = await thumb(page, name).boundingBox()
    expect(box?.width, name).toBeGreaterThanOrEqual(44)
  }
})

test('no label of the axis lies over another or beyond the strip, as wide as it may become', async ({
  page,
}, { project }) => {
  test.skip(project.name === 'phone', 'goes through all widths by itself')
  const wrong = () =>
    page.evaluate(() => {
      const edge = document.querySelector('.strip-axis')?.getBoundingClientRect() as DOMRect
      const boxes = [...document.querySelectorAll('.tick')].map((tick) => tick.getBoundingClientRect())
      const over = (a: DOMRect, b: DOMRect) =>
        a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1
      return boxes.filter(
        (box, index) =>
          box.right > edge.right + 1 || boxes.some((other, at) => at > index && over(box, other)),
      ).length
    })
  for (const query of ['', '?from=2024-01&to=2025-06', '?from=2025-09-01&to=2025-09-09', '?to=1100']) {
    await open(page, `timeline${query}`)
    for (const width of [320, 375, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 700 })
      await expect.poll(wrong, `${width} ${query}`).toBe(0)
    }
    // Text of twice the size.
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    await page.setViewportSize({ width: 1000, height: 700 })
    await expect.poll(wrong, `200% ${query}`).toBe(0)
  }
})

test('the strip moves nothing as it appears, and its thumbs are reached and worked by keys', async ({
  page,
}) => {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        document.documentElement.dataset.shift = `${Number(document.documentElement.dataset.shift ?? 0) + (entry as unknown as { value: number }).value}`
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await open(page, 'timeline?from=2024-01&to=2025-06')
  expect(await page.evaluate(() => Number(document.documentElement.dataset.shift ?? 0))).toBeLessThan(0.01)
  const beginning = thumb(page, 'Beginning')
  await strip(page).getByRole('button', { name: 'All time' }).focus()
  await page.keyboard.press('Tab')
  await expect(beginning).toBeFocused()
  await expect(beginning).toHaveAttribute('aria-valuetext', /^January 2024, \d+ statements?$/)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => range(page)).toEqual(['2024-02', '2025-06'])
  await expect(beginning).toBeFocused()
})
