import { test as base } from '@playwright/test'

export {
  type BrowserContext,
  expect,
  type Locator,
  type Page,
  type Response,
  type Route,
} from '@playwright/test'

/** Some never come alive: their script does not load. Milliseconds. */
const PATIENCE = 15_000

/** A page is there at once and alive a moment later: after going to one, tests wait until it is. */
export const test = base.extend({
  page: async ({ page, javaScriptEnabled }, use) => {
    const go = page.goto.bind(page)
    page.goto = async (...args) => {
      const response = await go(...args)
      if (javaScriptEnabled)
        await page
          .waitForFunction(() => !document.querySelector('#root[data-address]'), undefined, {
            timeout: PATIENCE,
          })
          .catch(() => undefined)
      return response
    }
    await use(page)
  },
})
