import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/calendar/index.ts'
import type { KnownNote } from '../../src/compiler/card.ts'
import { assemble, compile } from '../../src/compiler/compile.ts'
import { compileNote } from '../../src/compiler/compile-note.ts'
import { wholeNote } from '../../src/compiler/packed-note.ts'
import { Timeline, timelineFiles, timelineOf } from '../../src/compiler/timeline.ts'
import {
  begunIn,
  type Days,
  type Note,
  type Overview,
  type Tile,
  yearsAround,
  yearsToCount,
} from '../../src/notes/index.ts'

const files = (raws: Record<string, string>, change: (note: Note) => Note = (note) => note) => {
  const { notes } = compile({ notes: Object.entries(raws).map(([file, raw]) => ({ file, raw })), images: [] })
  return new Map(timelineFiles(notes.map(change)))
}
const tilesOf = (all: ReadonlyMap<string, object>, folder: string) =>
  [...all].filter(([path]) => path.startsWith(`data/timeline/${folder}/`) && /\/\d+\.json$/.test(path))
const overviewOf = (all: ReadonlyMap<string, object>, folder = 'all/told') =>
  all.get(`data/timeline/${folder}/overview.json`) as Overview

/** All of it, which is otherwise read when it is asked for. */
const whole = (note: Note): Note => JSON.parse(JSON.stringify(note))

/** So many statements of one day, whose words no compression makes much shorter. */
function crowd(note: Note, count: number): Note {
  const [one] = note.statementList
  if (!one) throw new Error('no statement')
  let seed = 1
  const word = () => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed.toString(36)
  }
  const statementList = Array.from({ length: count }, (_, n) => ({
    ...one,
    id: `s-${n}`,
    text: Array.from({ length: 60 }, word).join(' '),
  }))
  return { ...whole(note), statementList }
}

describe('the timeline in tiles', () => {
  it('cuts a day of thousands of statements, and no tile is above 50 KB, however compressed', () => {
    const all = files({ 'a-en.md': 'It began on 3 March 2022.' }, (note) => crowd(note, 3000))
    const tiles = tilesOf(all, 'all/told')
    expect(tiles.length).toBeGreaterThan(10)
    for (const [, tile] of tiles) expect(gzipSync(JSON.stringify(tile)).length).toBeLessThan(50_000)
    const entries = tiles.flatMap(([, tile]) => (tile as Tile).entries)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3000)
    expect(overviewOf(all).tiles.map(([, count]) => count)).toEqual(
      tiles.map(([, tile]) => (tile as Tile).entries.length),
    )
  })

  it('does not cut all that follows anew behind one statement more', () => {
    const tilesWith = (extra: number) => {
      const all = files({ 'a-en.md': 'It began on 3 March 2022.' }, (note) => {
        const { statementList, ...rest } = crowd(note, 3000)
        const inTurn = statementList.map((one, n) => {
          const day = dayOf(2022, 1, 1) + Math.floor(n / 7)
          return { ...one, at: { ...one.at, from: day, to: day } }
        })
        const more = inTurn.slice(500, 500 + extra).map((one) => ({ ...one, id: 's-more' }))
        return { ...rest, statementList: [...inTurn, ...more] }
      })
      return tilesOf(all, 'all/told').map(([, tile]) => JSON.stringify(tile))
    }
    const before = new Set(tilesWith(0))
    const changed = tilesWith(1).filter((tile) => !before.has(tile))
    expect(before.size).toBeGreaterThan(30)
    expect(changed.length).toBeLessThan(4)
  })

  it('has one tile for few, whatever lies between them, years before 1 and beyond 9999 included', () => {
    const all = files({ 'a-en.md': 'In 221 BC. In 2022.' }, (note) => {
      const [one] = note.statementList
      const far = { from: dayOf(12_025, 1, 1), to: dayOf(12_025, 12, 31), precision: 'year' as const }
      return one
        ? { ...whole(note), statementList: [...note.statementList, { ...one, id: 's-far', at: far }] }
        : note
    })
    expect(tilesOf(all, 'all/told')).toHaveLength(1)
    expect(overviewOf(all).extent).toEqual({ from: dayOf(-220, 1, 1), to: dayOf(12_025, 1, 1) })
  })

  it('has an overview, and no tile, where there is nothing', () => {
    const all = files({ 'a-en.md': 'Nothing.' })
    expect(tilesOf(all, 'all/told')).toEqual([])
    expect(overviewOf(all)).toMatchObject({ count: 0, without: 0, tiles: [] })
  })

  it('counts in its overview what begins in a range, of the kinds that are wanted', () => {
    const all = files({
      'a-en.md': '---\ntopics: Sea\n---\nIt began on 3 March 2022. It ended in June 2023.',
      'b-en.md': '---\ntopics: Air\n---\nIt began in 2022.',
    })
    const overview = overviewOf(all)
    const year = { from: dayOf(2022, 1, 1), to: dayOf(2022, 12, 31) }
    const sea = overview.kinds.map(({ topics }) => topics.includes('sea'))
    const { byKind, exact } = begunIn(overview, year, new Map())
    expect([byKind.filter((_, kind) => sea[kind]), exact]).toEqual([[1], true])
    expect(begunIn(overview, {}, new Map())).toEqual({ byKind: [1, 2], exact: true })
  })

  it('does not count a whole year for one month of it: by its days, and roughly where these are not there', () => {
    // 22 days of each of 300 years, by turns in March and in July.
    const line = (n: number) =>
      `It was on ${1 + (n % 22)} ${n % 2 ? 'March' : 'July'} ${1700 + Math.floor(n / 22)}.`
    const all = files(
      Object.fromEntries(
        Array.from({ length: 20 }, (_, note) => [
          `n${note}-en.md`,
          Array.from({ length: 330 }, (_, n) => line(note * 330 + n)).join('\n\n'),
        ]),
      ),
    )
    const overview = overviewOf(all)
    expect(overview.level).toBe('month')
    const range = { from: dayOf(1801, 3, 1), to: dayOf(1801, 3, 10) }
    expect(yearsToCount(overview, range)).toEqual([1801])
    const days = new Map([[1801, all.get('data/timeline/all/told/days-1801.json') as Days]])
    expect(begunIn(overview, range, days)).toEqual({ byKind: [5], exact: true })
    // Ten of its 31 days, in which eleven begin.
    expect(begunIn(overview, range, new Map())).toEqual({ byKind: [4], exact: false })
  })

  it('knows which years are not empty, to be looked at by days beside those that are seen', () => {
    const all = files({ 'a-en.md': 'It was in 1931. It was on 3 March 2022, and 2 May 2025.' })
    const overview = overviewOf(all)
    const wanted = overview.kinds.map(() => true)
    expect(yearsAround(overview, wanted, [2000])).toEqual([1931, 2000, 2022])
  })

  it('has an edition for each language of translated notes, in which every note stands once', () => {
    const all = files({
      '2025-01-01-a-en.md': 'It began in 2021.',
      '2025-01-01-a-zh.md': '始于2021年。',
      '2025-01-02-b-en.md': 'It ended in 2023.',
    })
    const texts = (edition: string) =>
      tilesOf(all, `${edition}/told`).flatMap(([, tile]) => (tile as Tile).entries.map(({ text }) => text))
    expect(texts('en')).toEqual(['It began in 2021.', 'It ended in 2023.'])
    expect(texts('zh-Hans')).toEqual(['始于2021年。', 'It ended in 2023.'])
    expect(tilesOf(all, 'all/told')).toEqual([])
  })

  describe('on several axes', () => {
    const raw = 'It was on May 3.\n\nIt began in 2021.\n\n## Talk (June 2023)\n\nOne said: “It works well.”'
    const { notes } = compile({ notes: [{ file: 'a-en.md', raw: `# A\n\n${raw}` }], images: [] })
    const timeline = () => new Timeline(timelineOf(notes, ({ slug }) => slug)).files()

    it('has no tile of another axis where it is made when all have been told of', () => {
      const inTurn = [...timeline()].map(({ path, make }) => [path, make()])
      expect(inTurn).toEqual([...timelineFiles(notes)])
    })
  })

  describe('made a second time', () => {
    const lines = (n: number) =>
      Array.from(
        { length: 330 },
        (_, k) =>
          `It was on ${1 + (k % 22)} ${k % 2 ? 'March' : 'July'} ${1500 + n * 15 + Math.floor(k / 22)}.`,
      ).join('\n\n')
    const known = new Map<string, KnownNote>()
    const knownOf = (file: string, raw: string) => {
      const note = known.get(file + raw) ?? wholeNote(compileNote(file, raw), raw)
      known.set(file + raw, note)
      return note
    }
    const compiled = (change: Record<string, string> = {}) => {
      const files = Array.from({ length: 20 }, (_, n) => [`n${n}-en.md`, `# N ${n}\n\n${lines(n)}`] as const)
      const all = Object.entries({ ...Object.fromEntries(files), ...change }).filter(([, raw]) => raw)
      return assemble(
        all.map(([file, raw]) => knownOf(file, raw)),
        [],
      )
    }
    const first = compiled()
    const before = new Timeline(timelineOf(first.notes, first.keyOf))
    const old = new Map([...before.files()].map(({ path, make }) => [path, make()]))
    /** What the second is told to take over, and what it makes. */
    const again = (change: Record<string, string>, record = before.record) => {
      const { notes, keyOf } = compiled(change)
      const next = new Timeline(timelineOf(notes, keyOf), {
        past: record,
        tile: (path) => old.get(path) as Tile,
      })
      const files = [...next.files()]
      const got = new Map(files.map(({ path, was, make }) => [path, (was && old.get(was)) ?? make()]))
      return {
        got,
        wanted: new Map(timelineFiles(notes)),
        kept: files.filter(({ was }) => was),
        record: next.record,
      }
    }

    it.each([
      ['nothing', {}],
      ['a statement more', { 'n4-en.md': `# N 4\n\n${lines(4)}\n\nIt was on 3 May 1700.` }],
      ['another topic', { 'n4-en.md': `---\ntopics: Sea\n---\n# N 4\n\n${lines(4)}` }],
      ['another title', { 'n4-en.md': `# M\n\n${lines(4)}` }],
      ['a note less', { 'n4-en.md': '' }],
      ['a note more, before the others', { 'm-en.md': `It was on 2 May 1501. It was on May 3.` }],
    ])('is what it would be from nothing, with %s', (_, change: Record<string, string>) => {
      const { got, wanted, record } = again(change)
      expect(got).toEqual(wanted)
      expect(again({}, record).wanted).toEqual(new Map(old))
    })

    it('makes neither the tiles nor the years again in which nothing has changed', () => {
      const { kept } = again({ 'n4-en.md': `# N 4\n\n${lines(4)}\n\nIt was on 3 May 1700.` })
      const years = kept.filter(({ path }) => path.startsWith('data/timeline/all/told/days-'))
      expect(years.length).toBeGreaterThan(250)
      expect(years.some(({ path }) => path.endsWith('-1700.json'))).toBe(false)
      expect(kept.filter(({ path }) => /told\/\d+\.json$/.test(path)).length).toBeGreaterThan(20)
    })
  })
})
