import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DevData } from '../../src/compiler/dev-data.ts'
import { DevNotes } from '../../src/compiler/dev-notes.ts'
import { NotePool } from '../../src/compiler/note-pool.ts'
import { devPlugin } from '../../src/compiler/plugin.ts'
import type { Site } from '../../src/compiler/site.ts'
import { TextMemory } from '../../src/compiler/text-memory.ts'

let top: string
let folder: string
let pool: NotePool
let close = () => {}
/** How often a page that is open was renewed. */
let renewals = 0
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'dateline-'))
  folder = join(top, 'notes')
  mkdirSync(folder)
  // As if all had lain there for a while: what is only just written is read again in any case.
  const now = Date.now
  vi.spyOn(Date, 'now').mockImplementation(() => now() + 60_000)
  pool = newPool()
})
afterEach(() => {
  pool.close()
  close()
  vi.restoreAllMocks()
  rmSync(top, { recursive: true })
})

const newPool = () => new NotePool({ memory: new TextMemory('texts', folder, join(top, 'memory')) })
const tidyAway = () => rmSync(join(top, 'memory'), { recursive: true })
const write = (...names: string[]) => {
  for (const name of names) writeFileSync(join(folder, `${name}.md`), `# ${name}\n\n${Math.random()}`)
}
const said = ({ compiled }: Site) => JSON.stringify(compiled.notes.map(({ body }) => body))
/** What a run before has left. */
async function runBefore() {
  const site = await new DevNotes(folder, pool).read(new Set())
  pool.close()
  pool = newPool()
  return site
}
const saidNow = async () => said(await new DevNotes(folder, pool).read(new Set()))

describe('notes that are read again', () => {
  it('are what they are by then, also those that changed while others were still read', async () => {
    write('a', 'b')
    const before = await runBefore()
    const notes = new DevNotes(folder, pool, before)
    await notes.read(new Set())
    write('a')
    const first = notes.read(new Set(['a.md']))
    write('b')
    const both = await notes.read(new Set(['b.md']))
    await first
    expect(said(both)).toBe(await saidNow())
  })

  it('are not believed to be as in a run before, where one is saved before the first look at them', async () => {
    write('a', 'b')
    const before = await runBefore()
    write('a', 'b')
    const notes = new DevNotes(folder, pool, before)
    const [, site] = await Promise.all([notes.read(new Set()), notes.read(new Set(['b.md']))])
    expect(said(site)).toBe(await saidNow())
  })

  it('are not taken to be as they were where the read that was told of a change failed', async () => {
    write('a')
    const notes = new DevNotes(folder, pool)
    await notes.read(new Set())
    write('a')
    vi.spyOn(pool, 'compile').mockRejectedValueOnce(new Error('no'))
    await expect(notes.read(new Set(['a.md']))).rejects.toThrow('no')
    expect(said(await notes.read(new Set()))).toBe(await saidNow())
  })
})

describe('the site in dev', () => {
  it('is answered where what was remembered is there no more', async () => {
    write('a', 'b')
    const before = await runBefore()
    const get = await served(new DevNotes(folder, pool, before))
    tidyAway()
    expect(await Promise.all([get('data/notes/a.json'), get('data/notes/b.json')])).toEqual([
      expect.stringContaining('"title":"a"'),
      expect.stringContaining('"title":"b"'),
    ])
  })
})

describe('a site that is open in dev', () => {
  it('is renewed once for a note that is saved, added or removed, and says then what it says now', async () => {
    write('a')
    const get = await served(new DevNotes(folder, pool))
    const renewed = async (change: () => void) => {
      const before = renewals
      change()
      await vi.waitFor(() => expect(renewals).toBeGreaterThan(before))
      const answers = await Promise.all(['a', 'b'].map((slug) => get(`data/notes/${slug}.json`)))
      expect(renewals).toBe(before + 1)
      return answers.map((answer) => JSON.parse(answer).title)
    }
    await get('data/notes/a.json')
    expect(await renewed(() => writeFileSync(join(folder, 'a.md'), '# A again'))).toEqual([
      'A again',
      undefined,
    ])
    expect(await renewed(() => write('b'))).toEqual(['A again', 'b'])
    expect(await renewed(() => rmSync(join(folder, 'a.md')))).toEqual([undefined, 'b'])
  })
})

describe('what stands over all notes in dev', () => {
  const first = 'It was in 1999.'
  const tile = 'data/timeline/all/told/0.json'

  it('is made again where a note has changed, once for all who ask, and not before', async () => {
    writeFileSync(join(folder, 'a.md'), first)
    const notes = new DevNotes(folder, pool)
    const site = await notes.read(new Set())
    const data = new DevData(folder, join(top, 'data'))
    expect(await data.read(site.compiled, tile)).toContain(first)
    writeFileSync(join(folder, 'a.md'), 'It was in 2001.')
    // Nobody has been told of it yet.
    expect(await data.read(site.compiled, tile)).toContain(first)
    const next = await notes.read(new Set(['a.md']))
    const asked = [tile, 'data/search.json', 'data/sources.json', 'data/none.json']
    const [entries, search, sources, none] = await Promise.all(
      asked.map((path) => data.read(next.compiled, path)),
    )
    expect(entries).toContain('It was in 2001.')
    expect(entries).not.toContain(first)
    expect([search, sources]).toEqual([expect.stringContaining('2001'), expect.any(String)])
    expect(none).toBeUndefined()
  }, 60_000)

  it('is said not to be had where it cannot be made, and is made when it can', async () => {
    write('a')
    const { compiled } = await new DevNotes(folder, pool).read(new Set())
    const place = join(top, 'data')
    writeFileSync(place, 'in the way')
    const data = new DevData(folder, place)
    await expect(data.read(compiled, 'data/search.json')).rejects.toThrow('did not build it')
    rmSync(place)
    expect(await data.read(compiled, 'data/search.json')).toContain('"a"')
  }, 60_000)
})

/** What a served folder answers. */
async function served(notes: DevNotes) {
  type Handler = (request: object, response: object, next: (error?: unknown) => void) => void
  let handle: Handler = () => undefined
  const none = () => undefined
  const server = {
    middlewares: { use: (handler: Handler) => (handle = handler) },
    ws: { send: () => (renewals += 1) },
    config: { base: '/', logger: { warn: none, error: none } },
  }
  const data = new DevData(folder, join(top, 'data'))
  const { configureServer, closeBundle } = devPlugin(folder, notes, data) as Plugin & {
    configureServer: (of: object) => unknown
    closeBundle: () => void
  }
  await configureServer(server)
  close = closeBundle
  return (path: string) =>
    new Promise<string>((end, fail) => handle({ url: `/${path}` }, { setHeader: none, end }, fail))
}
