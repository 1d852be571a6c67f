import { defineConfig } from '@playwright/test'
import { findBrowser } from '../find-browser.ts'

const PORT = Number(process.env.TEST_PORT ?? 4199)
/** A base path of its own, as on a host that keeps several sites. */
const SITE = `http://localhost:${PORT}/reader/`
const executablePath = findBrowser()

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  reporter: 'list',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A busy machine is slow, not wrong.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: SITE,
    locale: 'en',
    timezoneId: 'UTC',
    // What goes through a worker cannot be made to fail; its own journeys let it in.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium refuses its sandbox to root, as in containers.
      args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      use: { viewport: { width: 375, height: 740 }, hasTouch: true },
      // What has nothing to do with how much room there is.
      testIgnore: ['beside', 'hostile', 'offline', 'renewal', 'single-file', 'storage', 'trouble'].map(
        (name) => `${name}.spec.ts`,
      ),
    },
  ],
  webServer: {
    command: `node src/compiler/run.mjs start --base /reader/ --out test-results/site --port ${PORT}`,
    cwd: '../..',
    url: SITE,
    reuseExistingServer: false,
    timeout: 120_000,
  },
})
