// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  type DateValue,
  type DayRange,
  dayOf,
  type Level,
  parseEdtf,
  parseRange,
  rangeEnds,
} from '../../../src/calendar/index.ts'
import { InterfaceProvider, loadInterface, withWords } from '../../../src/messages/index.ts'
import { densityOfEntries } from '../../../src/notes/index.ts'
import { type Lane, laneOf, Strip } from '../../../src/ui/index.ts'

beforeAll(() => withWords(async () => undefined))
afterEach(cleanup)

const laneFrom = (days: readonly string[], name = 'Statements'): Lane =>
  laneOf(name, (level) =>
    densityOfEntries(
      days.map((day) => ({ at: parseEdtf(day) as DateValue })),
      level,
    ),
  )

/** In three years: 36 months, 800 pixels where there is no screen. */
const DAYS = ['2023-01-10', '2024-03-05', '2025-09-08', '2025-09-09', '2025-09-20', '2025-10-01']

/**
 * Shows a strip whose range is kept; `told`: each range it told, as an address has it; `say`: gives it another; `give`:
 * gives it other lanes.
 */
async function show({
  days = DAYS,
  range = '',
  lanes = [laneFrom(days)],
  extent = days === DAYS ? '2023..2025' : `${days[0]}..${days.at(-1)}`,
  today = dayOf(2025, 10, 5),
  language = 'en',
  onView,
}: Partial<{
  days: readonly string[]
  range: string
  lanes: Lane[]
  extent: string
  today: number
  language: string
  onView: (view: { level: Level; from: number; to: number }) => void
}> = {}) {
  const told: string[] = []
  const interfaceOf = await loadInterface([language])
  const { from = 0, to = 0 } = parseRange(extent) ?? {}
  let say = (_: string): void => undefined
  let give = (_: Lane[]): void => undefined
  function Kept() {
    const [given, setGiven] = useState(lanes)
    give = (next) => act(() => setGiven(next))
    const [kept, setKept] = useState<DayRange>(parseRange(range) ?? {})
    say = (text) => act(() => setKept(parseRange(text) ?? {}))
    return (
      <Strip
        label="Over time"
        lanes={given}
        extent={{ from, to }}
        range={kept}
        today={today}
        onRange={(next) => {
          const ends = rangeEnds(next)
          told.push(`${ends.from}..${ends.to}`)
          setKept(next)
        }}
        {...(onView ? { onView } : {})}
      />
    )
  }
  const element = (
    <InterfaceProvider value={interfaceOf}>
      <Kept />
    </InterfaceProvider>
  )
  render(element)
  return { told, element, say: (text: string) => say(text), give: (next: Lane[]) => give(next) }
}

const thumb = (name: 'Beginning' | 'End') => screen.getByRole('slider', { name: `${name} of the range` })
const value = (name: 'Beginning' | 'End') => thumb(name).getAttribute('aria-valuetext')
const press = async (name: 'Beginning' | 'End', keys: string) => {
  thumb(name).focus()
  await userEvent.keyboard(keys)
}
const button = (name: string) => screen.getByRole('button', { name })

describe('the strip', () => {
  it('gives no room to years of the library that have nothing of what is shown', async () => {
    await show({ days: ['2024-03-05', '2025-09-08'], extent: '-0178..2030' })
    const limit = (name: 'Beginning' | 'End', one: string) => Number(thumb(name).getAttribute(one))
    expect(limit('Beginning', 'aria-valuemin')).toBeGreaterThanOrEqual(dayOf(2024, 1, 1))
    expect(limit('End', 'aria-valuemax')).toBeLessThanOrEqual(dayOf(2025, 12, 31))
  })

  it('does not lose a range that lies outside of what is shown', async () => {
    await show({ days: ['2024-03-05', '2025-09-08'], extent: '-0178..2030', range: '1900..1950' })
    expect(value('Beginning')).toMatch(/^1900|^January 1900|20th century/)
    expect(Number(thumb('Beginning').getAttribute('aria-valuenow'))).toBe(dayOf(1900, 1, 1))
  })

  it('does not stay where nothing is when other statements are shown', async () => {
    const seen: { from: number; to: number }[] = []
    const [old, young] = [laneFrom(['1901-01-10', '1902-03-05']), laneFrom(['2024-03-05', '2025-09-08'])]
    const { give } = await show({
      lanes: [old],
      extent: '1900..2026',
      onView: (view) => void seen.push(view),
    })
    await userEvent.click(button('Closer'))
    give([young])
    expect(seen.at(-1)?.from).toBeGreaterThanOrEqual(dayOf(2024, 1, 1))
    expect(seen.at(-1)?.to).toBeGreaterThan(dayOf(2025, 9, 8))
  })

  it('is a group with two sliders that say their period and its count in words', async () => {
    await show({ range: '2025-09..2025-10' })
    expect(screen.getByRole('group', { name: 'Over time' })).toBeTruthy()
    expect(value('Beginning')).toMatch(/September/)
    await press('Beginning', '{ArrowLeft}{ArrowRight}')
    expect(screen.getAllByRole('slider')).toHaveLength(2)
  })

  it('says a month with what was said in it', async () => {
    await show({ range: '2024-01..2025-09' })
    expect(value('Beginning')).toBe('January 2024, 0 statements')
    expect(value('End')).toBe('September 2025, 3 statements')
  })

  it('has each thumb be the limit of the other', async () => {
    await show({ range: '2024-01..2025-09' })
    const limits = (name: 'Beginning' | 'End') =>
      ['aria-valuemin', 'aria-valuenow', 'aria-valuemax'].map((one) => Number(thumb(name).getAttribute(one)))
    const [from, to] = [dayOf(2024, 1, 1), dayOf(2025, 9, 30)]
    expect(limits('Beginning')).toEqual([dayOf(2023, 1, 1), from, to])
    expect(limits('End')).toEqual([from, to, dayOf(2025, 12, 31)])
  })

  it.each([
    ['{ArrowRight}', '2024-02..2025-09'],
    ['{ArrowUp}', '2024-02..2025-09'],
    ['{ArrowLeft}', '2023-12..2025-09'],
    ['{ArrowDown}', '2023-12..2025-09'],
    ['{PageUp}', '2025-01..2025-09'],
    ['{PageDown}', '..2025-09'],
    ['{Home}', '..2025-09'],
    ['{End}', '2025-09-30..2025-09-30'],
  ])('moves the beginning by %s to %s', async (keys, range) => {
    const { told } = await show({ range: '2024-01..2025-09' })
    await press('Beginning', keys)
    expect(told).toEqual([range])
  })

  it.each([
    ['{ArrowRight}', '2024-01..2025-10'],
    ['{ArrowLeft}', '2024-01..2025-08'],
    ['{PageDown}', '2024..2024'],
    ['{End}', '2024..'],
    ['{Home}', '2024-01-01..2024-01-01'],
  ])('moves the end by %s to %s', async (keys, range) => {
    const { told } = await show({ range: '2024-01..2025-09' })
    await press('End', keys)
    expect(told).toEqual([range])
  })

  it('never moves one end over the other', async () => {
    const { told } = await show({ range: '2024-01..2024-02' })
    await press('Beginning', '{ArrowRight>8/}')
    for (const one of told) {
      const range = parseRange(one)
      expect(range?.from).toBeLessThanOrEqual(range?.to as number)
    }
    expect(told.at(-1)).toMatch(/2024-02/)
  })

  it('leaves keys alone that are not its own', async () => {
    const { told } = await show({ range: '2024-01..2025-09' })
    await press('Beginning', 'a{Enter}{Control>}{ArrowRight}{/Control}')
    expect(told).toEqual([])
  })

  it('goes from period to period by its buttons, never to an empty one', async () => {
    const { told } = await show({ range: '2024-03' })
    await userEvent.click(button('After'))
    await userEvent.click(button('After'))
    await userEvent.click(button('After'))
    expect(told).toEqual(['2025-09..2025-09', '2025-10..2025-10'])
    expect(button('After').getAttribute('aria-disabled')).toBe('true')
    await userEvent.click(button('Before'))
    expect(told.at(-1)).toBe('2025-09..2025-09')
  })

  it('shows all again by one button', async () => {
    const { told } = await show({ range: '2025-09' })
    await userEvent.click(button('All time'))
    expect(told).toEqual(['..'])
    expect(screen.getByText('All time', { selector: 'p' })).toBeTruthy()
  })

  it('tells what comes into view, and at which level, as it zooms; and not what is in view already', async () => {
    const onView = vi.fn()
    await show({ onView })
    expect(onView.mock.calls.map(([{ level }]) => level)).toEqual(['month'])
    for (let times = 0; times < 9; times += 1) await userEvent.click(button('Closer'))
    const [view] = onView.mock.lastCall as [{ level: Level; from: number; to: number }]
    expect(view.level).toBe('day')
    expect(view.to - view.from).toBeLessThanOrEqual(15)
    expect(button('Closer').getAttribute('aria-disabled')).toBe('true')
    const calls = onView.mock.calls.length
    await userEvent.click(button('Closer'))
    expect(onView.mock.calls).toHaveLength(calls)
  })

  it('says politely what a button has changed', async () => {
    await show({ range: '2024-03' })
    const said = () => screen.getByRole('status').textContent
    expect(said()).toBe('')
    await userEvent.click(button('After'))
    expect(said()).toBe('September 2025')
    await userEvent.click(button('All time'))
    expect(said()?.replace(/\s/g, ' ')).toBe('In view: 2023 – 2025')
  })

  it('zooms without choosing anything', async () => {
    const { told } = await show()
    await userEvent.click(button('Closer'))
    await userEvent.click(button('Wider'))
    expect(told).toEqual([])
  })

  it('draws nothing of a range beyond what is in view', async () => {
    await show({ range: '2024-03..2025-10' })
    for (let times = 0; times < 9; times += 1) {
      const { insetInlineStart, inlineSize } = (document.querySelector('.strip-brush') as HTMLElement).style
      const start = Number.parseFloat(insetInlineStart)
      expect(start).toBeGreaterThanOrEqual(0)
      expect(start + Number.parseFloat(inlineSize)).toBeLessThanOrEqual(800.001)
      await userEvent.click(button('Closer'))
    }
  })

  it('says its words in the reader’s language', async () => {
    await show({ range: '2024-01..2025-09', language: 'zh-CN' })
    expect(screen.getByRole('slider', { name: '范围终点' }).getAttribute('aria-valuetext')).toBe(
      '2025年9月，3 条记述',
    )
  })

  it('runs with the reading where that is from right to left: the left arrow is later', async () => {
    const { told } = await show({ range: '2024-01..2025-09' })
    thumb('Beginning').style.direction = 'rtl'
    await press('Beginning', '{ArrowLeft}')
    await press('Beginning', '{ArrowUp}')
    await press('Beginning', '{ArrowRight}')
    expect(told).toEqual(['2024-02..2025-09', '2024-03..2025-09', '2024-02..2025-09'])
  })
})

describe('a pointer on the strip', () => {
  const plot = () => thumb('Beginning').parentElement as HTMLElement
  const ground = () => document.querySelector('svg[data-grip]') as Element
  /** From one place to another on an element; the plot is 800 pixels wide and shows 2023 to 2025. */
  const drag = (
    element: Element,
    from: number,
    to: number,
    end: 'pointerUp' | 'pointerCancel' = 'pointerUp',
  ) => {
    plot().getBoundingClientRect = () => ({ left: 0, right: 800 }) as DOMRect
    const at = (clientX: number) => ({ clientX, pointerId: 1, button: 0 })
    fireEvent.pointerDown(element, at(from))
    if (from !== to) fireEvent.pointerMove(element, at((from + to) / 2))
    if (from !== to) fireEvent.pointerMove(element, at(to))
    fireEvent[end](element, at(to))
  }
  /** The place of a month in 2023 to 2025. */
  const month = (index: number) => ((index + 0.5) / 36) * 800

  it('draws a brush of whole periods on empty ground', async () => {
    const { told } = await show()
    drag(ground(), month(13), month(15))
    expect(told).toEqual(['2024-02..2024-04'])
  })

  it('draws it backwards as well', async () => {
    const { told } = await show()
    drag(ground(), month(15), month(13))
    expect(told).toEqual(['2024-02..2024-04'])
  })

  it('draws from right to left where the reading goes so', async () => {
    const { told } = await show()
    plot().style.direction = 'rtl'
    drag(ground(), 800 - month(13), 800 - month(15))
    expect(told).toEqual(['2024-02..2024-04'])
  })

  it('enters the bar that is pressed, and none where there is none', async () => {
    const { told } = await show()
    drag(ground(), month(20), month(20))
    expect(told).toEqual([])
    drag(ground(), month(14), month(14))
    expect(told).toEqual(['2024-03..2024-03'])
    expect(value('Beginning')).toBe('March 1, 2024, 0 statements')
  })

  it('moves one end', async () => {
    const { told } = await show({ lanes: [laneFrom(DAYS)], range: '' })
    drag(thumb('End'), 800, month(20))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^\.\.2024-/)
  })

  it('chooses nothing where the drag is cancelled, by the system or by Escape', async () => {
    const { told } = await show()
    drag(ground(), month(3), month(9), 'pointerCancel')
    fireEvent.pointerDown(ground(), { clientX: 100, pointerId: 2, button: 0 })
    fireEvent.pointerMove(ground(), { clientX: 400, pointerId: 2 })
    fireEvent.keyDown(thumb('End'), { key: 'Escape' })
    fireEvent.pointerUp(ground(), { clientX: 400, pointerId: 2 })
    expect(told).toEqual([])
    expect(screen.getByText('All time', { selector: 'p' })).toBeTruthy()
  })

  it('moves an end without a drag: a press on it, and one where it should stand', async () => {
    const { told } = await show()
    drag(thumb('Beginning'), 0, 0)
    expect(screen.getByText('Press where this end should go.')).toBeTruthy()
    drag(ground(), month(12) - 11, month(12) - 11)
    expect(told).toEqual(['2024..'])
    expect(screen.queryByText('Press where this end should go.')).toBeNull()
  })

  it('tells what the bar under it counts, and how bars are measured where it is over none', async () => {
    await show()
    plot().getBoundingClientRect = () => ({ left: 0, right: 800 }) as DOMRect
    fireEvent.pointerMove(ground(), { clientX: month(32) })
    expect(screen.getByText('September 2025, 3 statements')).toBeTruthy()
    fireEvent.pointerMove(ground(), { clientX: month(31) })
    expect(screen.getByText(/square roots/)).toBeTruthy()
  })

  it('zooms under two fingers, and moves with them where they move together', async () => {
    const onView = vi.fn()
    const { told } = await show({ onView })
    plot().getBoundingClientRect = () => ({ left: 0, right: 800 }) as DOMRect
    const touch = (type: 'pointerDown' | 'pointerMove' | 'pointerUp', pointerId: number, clientX: number) =>
      fireEvent[type](ground(), { clientX, pointerId, button: 0 })
    const seen = () => onView.mock.lastCall?.[0] as { from: number; to: number }
    touch('pointerDown', 1, 300)
    touch('pointerDown', 2, 500)
    touch('pointerMove', 1, 200)
    touch('pointerMove', 2, 600)
    const closer = seen()
    expect(closer.to - closer.from).toBeLessThan(560)
    touch('pointerMove', 1, 100)
    touch('pointerMove', 2, 500)
    const moved = seen()
    expect(Math.abs(moved.to - moved.from - (closer.to - closer.from))).toBeLessThanOrEqual(1)
    expect(moved.from - closer.from).toBeGreaterThan(60)
    touch('pointerUp', 1, 100)
    touch('pointerMove', 2, 700)
    expect(seen()).toEqual(moved)
    touch('pointerUp', 2, 700)
    expect(told).toEqual([])
  })

  it('enters a year that something is of, where none of its months holds more', async () => {
    const { told } = await show({ lanes: [laneFrom(['2024', ...DAYS])] })
    drag(ground(), month(20), month(20))
    expect(told).toEqual(['2024..2024'])
  })

  it('does not take a second button for the first', async () => {
    const { told } = await show()
    plot().getBoundingClientRect = () => ({ left: 0, right: 800 }) as DOMRect
    fireEvent.pointerDown(ground(), { clientX: month(14), pointerId: 1, button: 2 })
    fireEvent.pointerUp(ground(), { clientX: month(14), pointerId: 1, button: 2 })
    expect(told).toEqual([])
  })
})

describe('a range from elsewhere', () => {
  it('is gone to where it cannot be seen, and not where it can', async () => {
    const onView = vi.fn()
    const { say } = await show({ range: '2023-01', onView })
    const seen = () => onView.mock.lastCall?.[0] as { from: number; to: number }
    expect(seen().to).toBeLessThan(dayOf(2024, 1, 1))
    say('2025-09')
    expect([seen().from <= dayOf(2025, 9, 1), seen().to >= dayOf(2025, 9, 30)]).toEqual([true, true])
    const there = seen()
    say('2025-09-02..2025-09-20')
    expect(seen()).toEqual(there)
  })
})

describe('odd libraries on the strip', () => {
  it.each([
    ['one statement', ['2025-09-08']],
    ['one day with thousands', Array.from({ length: 5000 }, () => '2025-09-08')],
    ['years before the first and beyond 9999', ['-0220-01-01', '0001-01-01', '+12025-01-01']],
    ['statements of a million years, which no platform has words for', ['-500000-01-01', '+500000-01-01']],
  ])('hold: %s', async (_, days) => {
    await show({ days, today: dayOf(2026, 1, 1) })
    expect(value('Beginning')).toMatch(/, [\d,]+ statements?$/)
    await press('End', '{ArrowLeft}{PageDown}{Home}{End}')
    for (const name of ['Closer', 'Closer', 'After', 'Before', 'Wider', 'All time'])
      await userEvent.click(button(name))
    expect(document.querySelector('path.bars')?.getAttribute('d')).toMatch(/^M/)
  })

  it('hold: none at all, in any lane', async () => {
    await show({ days: ['2025-09-08'], lanes: [laneFrom([]), laneFrom([], 'Others')] })
    await userEvent.click(button('After'))
    expect(value('End')).toBe('September 30, 2025, 0 statements')
  })

  it('hold: nothing but a year, which looks like one', async () => {
    await show({ days: ['2022'], extent: '2022-01-01' })
    expect(document.querySelector('path.broad')?.getAttribute('d')).toMatch(/^M/)
    expect(Number(thumb('End').getAttribute('aria-valuenow'))).toBe(dayOf(2022, 12, 31))
  })

  it('have two lanes of one name', async () => {
    const warned = vi.spyOn(console, 'error')
    await show({ lanes: [laneFrom(DAYS, 'Sea'), laneFrom(['2025-09-01'], 'Sea')] })
    expect(screen.getAllByText('Sea')).toHaveLength(2)
    expect(warned).not.toHaveBeenCalled()
    warned.mockRestore()
  })

  it('do not pretend a count where it is not loaded yet', async () => {
    await show({ lanes: [laneOf('a', (level) => (level === 'year' ? [[2023, 2]] : undefined))] })
    expect(value('Beginning')).toBe('January 2023')
    expect(screen.getByText(/the highest stands for 2\.$/)).toBeTruthy()
    expect(document.querySelector('[data-loading="true"] path')?.getAttribute('d')).toMatch(/^M/)
  })

  it('have nothing drawn before anything is loaded, and keep their room', async () => {
    await show({ lanes: [laneOf('a', () => undefined)] })
    expect(document.querySelector('path.bars')?.getAttribute('d')).toBe('')
    expect(document.querySelector('svg[data-grip]')?.getAttribute('height')).toBe('80')
  })

  it('draw a range in that lies outside of all', async () => {
    await show({ range: '2040..2041' })
    expect(value('Beginning')).toMatch(/^December/)
    expect(thumb('Beginning').getAttribute('aria-valuenow')).toBe(thumb('End').getAttribute('aria-valuenow'))
  })

  it('render where there is no screen, without style that the policy of the page forbids', async () => {
    const { element } = await show()
    const markup = renderToString(element)
    expect(markup).toContain('role="group"')
    expect(markup).not.toContain('style=')
  })
})

describe('two lanes', () => {
  it('stand over one scale of time and of height, each with its name', async () => {
    await show({ lanes: [laneFrom(DAYS, 'Sea'), laneFrom(['2025-09-01'], 'Mines')], range: '2025-09' })
    expect(screen.getByText('Sea')).toBeTruthy()
    expect(screen.getByText('Mines')).toBeTruthy()
    const [sea, mines] = [...document.querySelectorAll('svg[data-grip] g')]
    expect(sea?.querySelector('.chosen')?.getAttribute('d')).toMatch(/^M/)
    expect(mines?.querySelector('.chosen')?.getAttribute('d')).toMatch(/^M/)
  })
})
