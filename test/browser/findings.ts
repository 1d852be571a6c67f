import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from './test.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeWindow {
  axe: {
    run: (
      within: string,
      options: { runOnly?: string[]; rules?: Record<string, { enabled: boolean }> },
    ) => Promise<{
      violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[]
    }>
  }
}

/**
 * What axe finds wrong: the rule, where, and why. Of all rules, one is about colours. `within`: a selector of what it looks
 * at; what lies under a card is not to be pressed while that is open.
 */
export async function findings(
  page: Page,
  about: 'all' | 'colours' = 'all',
  within = ':root',
): Promise<string[]> {
  await page.evaluate(axe)
  // What is not laid out yet has neither size nor place, and seems to lie over its neighbours.
  await page.evaluate(() => {
    const whole = new CSSStyleSheet()
    whole.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [whole]
  })
  const { violations } = await page.evaluate(
    ([root, options]) => (window as unknown as AxeWindow).axe.run(root, options),
    [
      within,
      about === 'all' ? { rules: { 'target-size': { enabled: true } } } : { runOnly: ['color-contrast'] },
    ] as const,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
  )
}
