// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type DateValue, parseEdtf, parseRange } from '../../../src/calendar/index.ts'
import { InterfaceProvider, loadInterface, withWords } from '../../../src/messages/index.ts'
import { densityOfEntries } from '../../../src/notes/index.ts'
import { DensityPicture, laneOf } from '../../../src/ui/index.ts'

beforeAll(() => withWords(async () => undefined))
afterEach(cleanup)

async function picture(days: readonly string[], { marked = [] as string[], language = 'en' } = {}) {
  const lane = (some: readonly string[]) =>
    laneOf('a', (level) =>
      densityOfEntries(
        some.map((day) => ({ at: parseEdtf(day) as DateValue })),
        level,
      ),
    )
  const { from = 0 } = parseRange(days[0] ?? '2025') ?? {}
  const { to = 0 } = parseRange(days.at(-1) ?? '2025') ?? {}
  return (
    <InterfaceProvider value={await loadInterface([language])}>
      <DensityPicture lane={lane(days)} marked={lane(marked)} extent={{ from, to }} />
    </InterfaceProvider>
  )
}

const DAYS = ['2024-01-10', '2025-09-08', '2025-09-09', '2025-11-30']

describe('the small picture of density', () => {
  it('says in words what it shows', async () => {
    render(await picture(DAYS))
    expect(screen.getByRole('img').getAttribute('aria-label')?.replace(/\s/g, ' ')).toBe(
      '4 statements, 2024 – 2025; most: September 2025, 2 statements',
    )
  })

  it('says it in the reader’s language', async () => {
    render(await picture(DAYS, { language: 'zh' }))
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      '2024–2025年，共 4 条记述；最多的是2025年9月，2 条记述',
    )
  })

  it.each([
    ['years', DAYS, ['2024', '2025']],
    ['months within a year', ['2025-01-08', '2025-11-30'], ['January 2025', 'November 2025']],
    ['one month, once', ['2025-09-08', '2025-09-30'], ['September 2025']],
  ])('shows when it begins and ends, in %s, and says it no second time', async (_, days, ends) => {
    render(await picture(days))
    const shown = [...document.querySelectorAll('.picture-ends > span')]
    expect(shown.map(({ textContent }) => textContent)).toEqual(ends)
    expect(shown.every((end) => end.closest('[aria-hidden="true"]'))).toBe(true)
  })

  it('marks those that are spoken of, over the others', async () => {
    render(await picture(DAYS, { marked: ['2025-11-30'] }))
    const bars = (of: string) => document.querySelector(of)?.getAttribute('d')?.match(/M/g)?.length
    expect([bars('.bars:not(.chosen)'), bars('.bars.chosen')]).toEqual([3, 1])
  })

  it('shows a year that something is of as a year, and not on its first day', async () => {
    render(await picture(['2024', '2024-03-05', '2024-04-08']))
    expect(screen.getByRole('img').getAttribute('aria-label')).toMatch(/^3 statements/)
    const bars = (of: string) => document.querySelectorAll(`${of}[d^="M"]`).length
    expect([bars('.broad'), bars('.bars')]).toEqual([1, 1])
  })

  it('folds what is long and empty', async () => {
    render(await picture(['-0220-01-01', '2025-09-08']))
    expect(document.querySelectorAll('.folded')).toHaveLength(1)
  })

  it.each([[['2025-09-08']], [['-500000-01-01', '+500000-01-01']], [[]]])(
    'does not fail on %j, nor where there is no screen',
    async (days) => expect(renderToString(await picture(days))).toContain('role="img"'),
  )
})
