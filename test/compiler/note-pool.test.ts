import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NotePool } from '../../src/compiler/note-pool.ts'
import type { Limits } from '../../src/compiler/note-worker.ts'
import { TextMemory } from '../../src/compiler/text-memory.ts'
import { formatProblem } from '../../src/notes/index.ts'

/** Many short lines: nothing to notice beforehand, and seconds of work. */
const slow = 'a b\n'.repeat(200_000)

let pool: NotePool | undefined
afterEach(() => pool?.close())

async function compile(files: Record<string, string>, limits?: Limits, memory?: TextMemory) {
  pool = new NotePool({ memory, limits })
  const outcome = await pool.compile(Object.entries(files).map(([file, raw]) => ({ file, raw })))
  const { problems } = outcome
  const notes = outcome.notes.map((note) => note.full())
  return {
    notes,
    problems: [...notes.flatMap((note) => note.problems), ...problems].map(
      (problem) => formatProblem(problem).split('\n')[0],
    ),
  }
}

describe('a note in its own process', () => {
  it('comes out as it would beside others, in the order of the files', async () => {
    const { notes, problems } = await compile({ 'b.md': '# B\n\nIn 2020.', 'a.md': '# A' })
    expect(notes.map(({ title, statements }) => [title, statements.length])).toEqual([
      ['B', 1],
      ['A', 0],
    ])
    expect(problems).toEqual([])
  })

  it('does not take longer than its time: it is shown as plain text, and the others come out', async () => {
    const files = { 'a.md': '# A', 'slow.md': `---\ntitle: Slow\n---\n${slow}`, 'z.md': '# Z', 'y.md': '# Y' }
    const { notes, problems } = await compile(files, { milliseconds: 500, megabytes: 512 })
    expect(notes.map(({ title }) => title)).toEqual(['A', 'Slow', 'Z', 'Y'])
    const [[tag, attributes, ...pieces]] = (notes[1]?.body ?? []) as unknown as [
      [string, object, ...[string, object, string][]],
    ]
    expect([tag, attributes]).toEqual(['section', { className: 'plain' }])
    expect(pieces.map(([, , text]) => text).join('\n')).toBe(`\n${slow}`)
    expect(problems).toEqual(['slow.md:1:1: error: this takes longer than 0.5 seconds'])
  })

  it('does not take more memory than it is given', async () => {
    const { notes, problems } = await compile(
      { 'slow.md': slow, 'z.md': '# Z' },
      { milliseconds: 60_000, megabytes: 48 },
    )
    expect(notes.map(({ title }) => title)).toEqual(['slow', 'Z'])
    expect(problems).toEqual(['slow.md:1:1: error: this needs more than 48 MB of memory'])
  })

  it('is left out, and told, where not even its text can be had in time', async () => {
    // So long that the first look at the clock comes before its text does.
    const long = slow.repeat(15)
    const { notes, problems } = await compile({ 'slow.md': long }, { milliseconds: 0, megabytes: 512 })
    expect(notes).toEqual([])
    expect(problems).toEqual(['slow.md:1:1: error: this takes longer than 0 seconds; it is left out'])
  })

  it('is not compiled again while it stays the same', async () => {
    const { notes } = await compile({ 'a.md': '# A', 'b.md': '# B' })
    const again = await pool?.compile([
      { file: 'a.md', raw: '# A' },
      { file: 'b.md', raw: '# C' },
    ])
    expect(again?.notes[0]?.full()).toBe(notes[0])
    expect(again?.notes[1]?.card.title).toBe('C')
  })

  it('is not what cards are read for: only those of notes that lie as they did are', async () => {
    let read = 0
    const cards = () => {
      read += 1
      return new Map()
    }
    pool = new NotePool()
    await pool.compile([{ file: 'a.md', raw: '# A' }], cards)
    expect(read).toBe(0)
    const { notes } = await pool.compile(
      [
        { file: 'a.md', raw: '# A', seen: true },
        { file: 'b.md', raw: '# B' },
      ],
      cards,
    )
    expect([read, notes.map(({ card }) => card.title)]).toEqual([1, ['A', 'B']])
  })
}, 60_000)

describe('what a compiler remembers', () => {
  const files = { 'a.md': '# A\n\nIn 2020.', 'b.md': '# B' }
  const long = { 'a.md': `# A\n\nIn 2020.\n\n${'a b\n'.repeat(20_000)}` }
  /** So little time that a long note does not come out as what it is, unless it is remembered. */
  const none = { milliseconds: 0, megabytes: 512 }
  let within: string
  beforeEach(() => {
    within = mkdtempSync(join(tmpdir(), 'dateline-'))
  })
  afterEach(() => rmSync(within, { recursive: true }))

  const remember = async (notes: Record<string, string>, limits?: Limits, compiler = within) => {
    const outcome = await compile(notes, limits, new TextMemory('notes', 'content', compiler))
    pool?.close()
    return outcome
  }
  const kept = () => {
    const [folder = ''] = readdirSync(within)
    return readdirSync(join(within, folder)).map((name) => join(within, folder, name))
  }

  it('is not compiled again, and is what it was', async () => {
    const { notes } = await remember(long, { milliseconds: 60_000, megabytes: 512 })
    const again = await remember(long, none)
    expect(again).toEqual({ notes: JSON.parse(JSON.stringify(notes)), problems: [] })
  })

  it('is neither a note whose text has changed nor one that has moved', async () => {
    await remember(files)
    const { notes } = await remember({ 'a.md': '# A\n\nIn 2021.', 'c.md': '# B' })
    expect(notes.map(({ file, statements }) => [file, statements.map(({ text }) => text)])).toEqual([
      ['a.md', ['In 2021.']],
      ['c.md', []],
    ])
  })

  it('is not what another compiler made', async () => {
    await remember(long, { milliseconds: 60_000, megabytes: 512 })
    const other = mkdtempSync(join(tmpdir(), 'dateline-'))
    const { notes } = await remember(long, none, other)
    rmSync(other, { recursive: true })
    expect(notes.flatMap(({ statements }) => statements)).toEqual([])
  })

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['changed', (bytes: Buffer) => Buffer.from(bytes.toString().replace('2020', '1020'))],
  ])('is not believed where it is %s, and is made anew', async (_, damage) => {
    const { notes } = await remember(files)
    const sound = kept().map((file) => readFileSync(file))
    for (const file of kept()) writeFileSync(file, damage(readFileSync(file)))
    expect((await remember(files)).notes).toEqual(notes)
    expect(kept().map((file) => readFileSync(file))).toEqual(sound)
  })

  it('is forgotten with the note', async () => {
    await remember(files)
    await remember({ 'b.md': '# B' })
    expect(kept()).toHaveLength(1)
  })

  it('is not a note that took too long', async () => {
    await remember({ 'slow.md': slow }, { milliseconds: 300, megabytes: 512 })
    expect(readdirSync(within)).toEqual([])
  })
}, 60_000)
