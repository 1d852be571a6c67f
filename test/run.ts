import { spawnSync } from 'node:child_process'
import { findBrowser, installBrowser } from './find-browser.ts'

/** Every check, cheapest first; stops at the first that fails. */
const CHECKS: readonly (readonly [title: string, ...command: string[]])[] = [
  ['types', 'tsc', '--noEmit'],
  ['lint and format', 'biome', 'check', '--error-on-warnings'],
  ['unit and component tests', 'vitest', 'run'],
  ['journeys in a browser', 'playwright', 'test', '--config', 'test/browser/playwright.config.ts'],
]

if (process.argv.includes('--help')) {
  console.log(
    'npm test\n  Runs every check: types, lint and format, unit and component tests, journeys in a browser.',
  )
  process.exit(0)
}

const browser = findBrowser() ?? installBrowser()
if (!browser) {
  console.error(
    'No browser found: install Chrome, Chromium or Edge, or set CHROME_PATH to one, and run this again.',
  )
  process.exit(1)
}
for (const [title, command, ...args] of CHECKS) {
  console.log(`\n── ${title}`)
  const { status } = spawnSync('npx', ['--no-install', command as string, ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, CHROME_PATH: browser },
  })
  if (status !== 0) process.exit(status ?? 1)
}
