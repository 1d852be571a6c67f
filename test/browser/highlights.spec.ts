import { readFileSync } from 'node:fs'
import { expect, type Page, test } from './test.ts'

const NOTE = 'notes/2025-11-09-tsai-on-ai-en'

/** Selects words as a finger or a mouse does, and tells where they stand. */
async function select(page: Page, words: string) {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.prose') as Element,
      NodeFilter.SHOW_TEXT,
    )
    while (walker.nextNode()) {
      const text = walker.currentNode as Text
      const at = text.data.indexOf(wanted)
      if (at < 0 || text.parentElement?.closest('.margin-sources')) continue
      text.parentElement?.scrollIntoView({ block: 'center' })
      getSelection()?.setBaseAndExtent(text, at, text, at + wanted.length)
      return
    }
  }, words)
}

test('words are highlighted with a remark, there again at the next visit, and taken along', async ({
  page,
}) => {
  const seen: string[] = []
  page.on('pageerror', (error) => seen.push(error.message))
  await page.goto(NOTE)
  await select(page, 'how fast a technology is put to use')
  await page
    .getByRole('toolbar', { name: 'Highlights' })
    .getByRole('button', { name: 'With a remark' })
    .click()
  await page.getByRole('textbox', { name: 'Remark' }).fill('By whom?')
  await page.getByRole('button', { name: 'Done' }).click()
  const mark = page.locator('mark.highlight')
  await expect(mark).toHaveText('how fast a technology is put to use')

  await page.reload()
  await expect(mark).toBeVisible()
  await page.getByRole('link', { name: '1 highlight' }).click()
  const list = page.getByRole('region', { name: 'Highlights' })
  await expect(list.getByText('By whom?')).toBeInViewport()
  await list.getByRole('link', { name: 'how fast' }).click()
  await expect(mark).toBeInViewport()

  await page.goto('')
  const saved = page.waitForEvent('download')
  await page.getByRole('region', { name: 'Highlights' }).getByRole('button', { name: 'Markdown' }).click()
  expect(readFileSync(await (await saved).path(), 'utf8')).toContain(
    '> how fast a technology is put to use\n\nBy whom?',
  )
  await page.getByRole('link', { name: 'how fast a technology' }).click()
  await expect(mark).toBeInViewport()
  expect(seen).toEqual([])
})
