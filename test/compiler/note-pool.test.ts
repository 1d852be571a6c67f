import { afterEach, describe, expect, it } from 'vitest'
import { type Limits, NotePool } from '../../src/compiler/note-pool.ts'
import { formatProblem } from '../../src/notes/index.ts'

/** Many short lines: nothing to notice beforehand, and seconds of work. */
const slow = 'a b\n'.repeat(200_000)

let pool: NotePool | undefined
afterEach(() => pool?.close())

async function compile(files: Record<string, string>, limits?: Limits) {
  pool = new NotePool(limits)
  const { notes, problems } = await pool.compile(Object.entries(files).map(([file, raw]) => ({ file, raw })))
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
    expect(again?.notes[0]).toBe(notes[0])
    expect(again?.notes[1]?.title).toBe('C')
  })
}, 60_000)
