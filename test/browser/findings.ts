import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from './test.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeWindow {
  axe: {
    run: (options: { runOnly?: string[]; rules?: Record<string, { enabled: boolean }> }) => Promise<{
      violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[]
    }>
  }
}

/** What axe finds wrong on the page: the rule, where, and why. Of all rules, one is about colours. */
export async function findings(page: Page, about: 'all' | 'colours' = 'all'): Promise<string[]> {
  await page.evaluate(axe)
  // What is not laid out yet has neither size nor place, and seems to lie over its neighbours.
  await page.evaluate(() => {
    const whole = new CSSStyleSheet()
    whole.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [whole]
  })
  const { violations } = await page.evaluate(
    (options) => (window as unknown as AxeWindow).axe.run(options),
    about === 'all' ? { rules: { 'target-size': { enabled: true } } } : { runOnly: ['color-contrast'] },
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
  )
}
