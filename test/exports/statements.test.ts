// @vitest-environment jsdom

// @ts-expect-error its sources have no types
import { TimelineConfig } from '@knight-lab/timelinejs/src/js/core/TimelineConfig.js'
import { parse as parseMarkwhen } from '@markwhen/parser'
import ICAL from 'ical.js'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/calendar/index.ts'
import { compile } from '../../src/compiler/compile.ts'
import { beginFile, type StatementFormatName, type Taken } from '../../src/exports/index.ts'
import { placeNote } from '../../src/notes/index.ts'

const HOSTILE =
  '=SUM(A1), she said; \\"<img src=x onerror=alert(1)>" on 3 March 2021. 二〇二五年十月三日，他说：“开始了，终于开始了，真的开始了！”'

const { notes } = compile({
  notes: [
    {
      file: 'a-en.md',
      raw: `---\ndate: 2025-11-09\ntopics: [Sea/Ships]\ngenerated: true\nmodel: m-1\n---\n# A, “note”\n\n${HOSTILE}\n\nIn 221 BC it began. In 1999 it was [written](https://x.example/a,b?c=1). The 1980s; the end.\n`,
    },
  ],
  images: [],
})
const taken = notes
  .flatMap((note) => placeNote(note, 'told'))
  .map((entry): Taken => ({ entry, address: `https://site.example/notes/${entry.note.slug}#${entry.id}` }))
const today = dayOf(2026, 1, 2)
const texts = taken.map(({ entry }) => entry.text)

/** The whole file, in pieces of two statements. */
function write(format: StatementFormatName, all: readonly Taken[], day: number): string {
  const file = beginFile(format, day)
  const pieces = all.flatMap((_, i) => (i % 2 === 0 ? [file.add(all.slice(i, i + 2))] : []))
  return [...pieces, file.end()].join('')
}

describe('what is taken along', () => {
  it('is a table that Papa Parse reads, with no cell that a spreadsheet would run', () => {
    const { data, errors } = Papa.parse<Record<string, string>>(write('csv', taken, today), {
      header: true,
      skipEmptyLines: true,
    })
    expect(errors).toEqual([])
    expect(data.map(({ text }) => text?.replace(/^'/, ''))).toEqual(texts)
    expect(data.flatMap(Object.values).filter((cell) => /^[=+\-@\t\r]/.test(cell as string))).toEqual([])
    expect(data[0]).toMatchObject({ from: "'-0220-01-01", language: 'en', topics: 'sea/ships' })
  })

  it('is a calendar that ical.js reads: whole days, and no year that it cannot hold', () => {
    const text = write('ics', taken, today)
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
    expect(events).toHaveLength(taken.length - 1)
    const day = events.find(({ summary }) => summary.includes('SUM'))
    expect(day?.startDate.toString()).toBe('2021-03-03')
    expect(day?.endDate.toString()).toBe('2021-03-04')
    expect(day?.description.split('\n')[0]).toBe(texts.find((one) => one.includes('SUM')))
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  })

  it('does not take what a statement is about for what it is about roughly', () => {
    const one = taken.find(({ entry }) => entry.text.includes('SUM'))
    if (!one) throw new Error('nothing is taken')
    const rough: Taken = { ...one, entry: { ...one.entry, at: { ...one.entry.at, mod: 'approx' } } }
    const uids = write('ics', [one, rough], today)
      .replaceAll('\r\n ', '')
      .match(/UID:.*/g)
    expect(new Set(uids).size).toBe(2)
    const { events } = JSON.parse(write('timelinejs', [one, rough], today))
    expect(events[0].unique_id).not.toBe(events[1].unique_id)
  })

  it.each([
    ['csv', 0],
    ['ics', 1],
    ['json', 0],
    ['markwhen', 1],
    ['timelinejs', 0],
  ] as const)('tells of %s how many statements it could not hold: %i', (format, count) => {
    const file = beginFile(format, today)
    file.add(taken)
    expect(file.leftOut()).toBe(count)
  })

  it('is whole where there is nothing', () => {
    expect(JSON.parse(write('json', [], today))).toEqual([])
    expect(JSON.parse(write('timelinejs', [], today))).toEqual({ events: [] })
    expect(ICAL.parse(write('ics', [], today))[0]).toBe('vcalendar')
    expect(write('csv', [], today)).toMatch(/^\uFEFFfrom,to,.*\r\n$/)
  })

  it('is JSON with all that is known', () => {
    const read = JSON.parse(write('json', taken, today)) as { text: string; edtf: string }[]
    expect(read.map(({ text }) => text)).toEqual(texts)
    expect(read.map(({ edtf }) => edtf)).toContain('198X')
  })

  it.each(['csv', 'ics', 'json', 'markwhen', 'timelinejs'] as const)(
    'says as %s which model wrote it',
    (name) => {
      const text = write(name, taken, today).replaceAll('\r\n ', '')
      expect(text.split('m-1').length - 1).toBeGreaterThanOrEqual(taken.length - 1)
      if (name === 'csv' || name === 'json') expect(text).toContain('2025-11-09')
    },
  )

  it('is a timeline that the parser of Markwhen reads', () => {
    const { events } = parseMarkwhen(write('markwhen', taken, today))
    const found = flatten(events)
    expect(found).toHaveLength(taken.length - 1)
    const first = found.find(({ firstLine }) => firstLine.restTrimmed.includes('SUM'))
    expect(first?.dateRangeIso.fromDateTimeIso.slice(0, 10)).toBe('2021-03-03')
  })

  it('is a timeline for TimelineJS, in which no text is markup', () => {
    const { events } = JSON.parse(write('timelinejs', taken, today)) as {
      events: { start_date: { year: number; month?: number }; text: { headline: string; text: string } }[]
    }
    expect(events[0]?.start_date).toEqual({ year: -221 })
    const config = new TimelineConfig(JSON.parse(write('timelinejs', taken, today)))
    config.validate()
    expect(config.isValid()).toBe(true)
    expect(config.events).toHaveLength(taken.length)
    for (const { text } of events) {
      const page = new DOMParser().parseFromString(text.headline + text.text, 'text/html')
      expect(page.querySelector('img, script')).toBeNull()
    }
  })
})

interface MarkwhenEvent {
  firstLine: { restTrimmed: string }
  dateRangeIso: { fromDateTimeIso: string }
}

function flatten(node: unknown): MarkwhenEvent[] {
  const { children } = node as { children?: unknown[] }
  return children ? children.flatMap(flatten) : [node as MarkwhenEvent]
}
