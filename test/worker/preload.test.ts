import { afterEach, expect, it, vi } from 'vitest'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

async function ask(userAgent: string, navigationPreload?: object) {
  vi.stubGlobal('self', { registration: { navigationPreload } })
  vi.stubGlobal('navigator', { userAgent })
  const { askForPagesAhead } = await import('../../src/worker/preload.ts')
  await askForPagesAhead()
}

it.each([
  ['ahead', CHROME, ['enable']],
  // An earlier worker may have asked for it.
  ['never ahead where that fails offline', FIREFOX, ['disable']],
])('asks for pages %s', async (_, userAgent, expected) => {
  const calls: string[] = []
  await ask(userAgent, {
    enable: async () => calls.push('enable'),
    disable: async () => calls.push('disable'),
  })
  expect(calls).toEqual(expected)
})

it('does without where the browser cannot', async () => {
  await expect(ask(CHROME)).resolves.toBeUndefined()
})
