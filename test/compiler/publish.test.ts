import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Forgotten } from '../../src/compiler/card.ts'
import { markOf } from '../../src/compiler/disk-mark.ts'
import { inTheWay, inTurn } from '../../src/compiler/exchange.ts'
import { type Ledger, LedgerBook } from '../../src/compiler/ledger.ts'
import { Misuse } from '../../src/compiler/misuse.ts'
import { startProcess } from '../../src/compiler/own-process.ts'
import { BuildFailure, publish } from '../../src/compiler/publish.ts'
import type { SiteFiles } from '../../src/compiler/site-files.ts'

let top: string
let out: string
let content: string

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'dateline-'))
  out = join(top, 'dist')
  content = join(top, 'notes')
  mkdirSync(content)
})
afterEach(() => rmSync(top, { recursive: true }))

function site(folder: string, text: string) {
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(join(folder, 'data/library.json'), text)
}
let before: Ledger['files'] | undefined
/** Files by path, besides that by which a site is known; the last site is known, or not. */
async function put(text: string, files: Record<string, string> = {}, known = false) {
  const wanted = known ? before : undefined
  before = await publishing(wanted, (site) => {
    site.put('data/library.json', text)
    for (const [path, text] of Object.entries(files)) site.put(path, text)
  })
}
async function publishing(
  known: Ledger['files'] | undefined,
  write: (files: SiteFiles) => void,
  to = out,
): Promise<Ledger['files']> {
  const book = new LedgerBook({ content, of: [], kind: 'ledger', within: join(top, 'memory') })
  if (known) {
    book.write('files', 'last', known)
    book.end('last')
  }
  const { files } = await publish(to, content, book.place, async ({ begin }) => {
    const files = await begin(known && { files: known })
    write(files)
    return { files, made: undefined }
  })
  return files
}
const shown = () => readFileSync(join(out, 'data/library.json'), 'utf8')
const beside = () => readdirSync(top).filter((name) => name.startsWith('.'))

describe('a site', () => {
  it('comes into its place whole, and takes the place of the one before', async () => {
    await put('one')
    expect(shown()).toBe('one')
    // Who serves it need not be who built it.
    expect(statSync(out).mode).toBe(statSync(content).mode)
    writeFileSync(join(out, 'old.txt'), '')
    await put('two')
    expect([shown(), existsSync(join(out, 'old.txt')), beside()]).toEqual(['two', false, []])
  })

  it('is not touched before the next one is complete', async () => {
    await put('one')
    await publishing(undefined, (files) => {
      files.put('data/library.json', 'two')
      expect(shown()).toBe('one')
    })
    expect(shown()).toBe('two')
  })

  it('is not lost where the next one cannot be written', async () => {
    await put('one')
    const failing = publishing(undefined, (files) => {
      files.put('data/library.json', 'half')
      throw new Error('ENOSPC: no space left on device')
    })
    await expect(failing).rejects.toThrow(BuildFailure)
    await expect(failing).rejects.toThrow('no space left')
    expect([shown(), beside()]).toEqual(['one', []])
  })

  it('comes back where a run was ended just before its end', async () => {
    site(join(top, '.dist.before'), 'one')
    const failing = publishing(undefined, () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow(BuildFailure)
    expect([shown(), beside()]).toEqual(['one', []])
  })

  it('keeps the files that are known to be as they are to be, and leaves nothing else of the one before', async () => {
    await put('one', {
      'same.txt': 'same',
      'deep/gone.txt': 'gone',
      'changed.txt': 'old',
      'spoilt.txt': 'right',
    })
    const inode = statSync(join(out, 'same.txt')).ino
    writeFileSync(join(out, 'spoilt.txt'), 'wrong')
    writeFileSync(join(out, 'strange.txt'), '')
    await put('two', { 'same.txt': 'same', 'changed.txt': 'new', 'spoilt.txt': 'right' }, true)
    const names = ['changed.txt', 'data', 'same.txt', 'spoilt.txt']
    expect([shown(), readdirSync(out).sort(), beside()]).toEqual(['two', names, []])
    const texts = ['changed.txt', 'spoilt.txt'].map((name) => readFileSync(join(out, name), 'utf8'))
    expect(texts).toEqual(['new', 'right'])
    expect(statSync(join(out, 'same.txt')).ino).toBe(inode)
  })

  it('is as it was where only some of the next one could be put into it', async () => {
    await put('one', { 'a.txt': 'a', 'z/z.txt': 'z' })
    const failing = publishing(before, (files) => {
      files.put('data/library.json', 'two')
      files.put('new/file.txt', 'new')
      files.keepAny('z/z.txt')
      // Another process says that it is there, and it is not.
      files.tell('late.txt', { hash: '0', bytes: 1 })
    })
    // Whoever asked for it can still have the whole folder replaced.
    await expect(failing).rejects.toThrow(Forgotten)
    expect([shown(), readdirSync(out).sort(), beside()]).toEqual(['one', ['a.txt', 'data', 'z'], []])
    expect(readFileSync(join(out, 'a.txt'), 'utf8')).toBe('a')
  })

  it('comes back where a run was ended while files took their places', async () => {
    site(out, 'two')
    writeFileSync(join(out, 'new.txt'), '')
    const replaced = join(top, '.dist.replaced')
    site(join(replaced, 'files'), 'one')
    writeFileSync(join(replaced, 'added.json'), '["new.txt"]')
    const failing = publishing(undefined, () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow(BuildFailure)
    expect([shown(), readdirSync(out), beside()]).toEqual(['one', ['data'], []])
  })

  it.each([
    ['before it had said what it would add', undefined],
    ['while it said so', ''],
    ['while it said so, half way', '["new.t'],
    ['when it had put all back', '[]'],
  ])('is not kept from being built by a run that was ended %s', async (_, list) => {
    await put('one')
    const replaced = join(top, '.dist.replaced')
    mkdirSync(replaced)
    if (list !== undefined) writeFileSync(join(replaced, 'added.json'), list)
    await put('two')
    expect([shown(), beside()]).toEqual(['two', []])
  })

  it('that was copied is not read again and again', async () => {
    await put('one', { 'same.txt': 'same' })
    cpSync(out, join(top, 'copy'), { recursive: true })
    rmSync(out, { recursive: true })
    renameSync(join(top, 'copy'), out)
    await put('two', { 'same.txt': 'same' }, true)
    const marks = [...(before ?? [])].map(([path, { mark }]) => [path, mark])
    const wanted = ['data/library.json', 'same.txt'].map((path) => [path, markOf(join(out, path))?.mark])
    expect(marks).toEqual(wanted)
  })

  it('does not say that it is as it was where that could not be brought about', async () => {
    await put('one', { x: 'file', 'same.txt': 'same' })
    const failing = publishing(before, (files) => {
      files.keepAny('data/library.json')
      // Nothing but a file is taken out again.
      mkdirSync(join(files.staging, 'x/y/z'), { recursive: true })
      for (const path of ['x/y', 'z.txt']) files.tell(path, { hash: '0', bytes: 1 })
    })
    await expect(failing).rejects.toThrow(BuildFailure)
    await expect(failing).rejects.toMatchObject({ hint: expect.stringContaining('next build') })
  })

  it('has a file where a folder was, and a folder where a file was, and keeps the rest', async () => {
    await put('one', { 'a/b/c.txt': 'c', x: 'x', 'same.txt': 'same' })
    const inode = statSync(join(out, 'same.txt')).ino
    await put('two', { a: 'a', 'x/y/z.txt': 'z', 'same.txt': 'same' }, true)
    const texts = ['a', 'x/y/z.txt'].map((name) => readFileSync(join(out, name), 'utf8'))
    expect([texts, statSync(join(out, 'same.txt')).ino, beside()]).toEqual([['a', 'z'], inode, []])
  })

  it('does not lose what is outside of it to a list that others have left beside it', async () => {
    await put('one')
    writeFileSync(join(content, 'a.md'), '')
    const replaced = join(top, '.dist.replaced')
    mkdirSync(replaced)
    const names = ['../notes/a.md', join(content, 'a.md'), '..', '.', '', 'data']
    writeFileSync(join(replaced, 'added.json'), JSON.stringify(names))
    await put('two')
    expect([shown(), readdirSync(content), beside()]).toEqual(['two', ['a.md'], []])
  })

  it.each(['removed', 'emptied'])('that was %s does not come back in pieces', async (how) => {
    const replaced = join(top, '.dist.replaced')
    mkdirSync(join(replaced, 'files'), { recursive: true })
    writeFileSync(join(replaced, 'files/a.txt'), 'old')
    writeFileSync(join(replaced, 'added.json'), '[]')
    if (how === 'emptied') mkdirSync(out)
    await put('two')
    expect([readdirSync(out), beside()]).toEqual([['data'], []])
  })

  it('does not leave for ever what a run left that was ended by force', async () => {
    // Numbers of processes are given again: this one has that of the other, too.
    for (const pid of [99999999, process.pid]) {
      writeFileSync(join(top, '.dist.lock'), String(pid))
      site(join(top, `.dist.building-${pid}`), 'half')
      writeFileSync(join(top, `.dist.building-${pid}`, 'half.txt'), '')
    }
    await put('one')
    expect([readdirSync(out), beside()]).toEqual([['data'], []])
  })

  it('is not written on by what was begun for one that could not be written', async () => {
    let child: ReturnType<typeof startProcess> | undefined
    const stagings: string[] = []
    const tries = (files: SiteFiles) => {
      stagings.push(files.staging)
      child = startProcess('search-process', 64, files).on('error', () => undefined)
      throw new Error('no')
    }
    for (const _ of 'ab') await expect(publishing(undefined, tries)).rejects.toThrow('no')
    expect([child?.killed, new Set(stagings).size, beside()]).toEqual([true, 2, []])
  })

  it('is not touched while another process builds it', async () => {
    await put('one')
    const replaced = join(top, '.dist.replaced')
    site(join(replaced, 'files'), 'none')
    writeFileSync(join(replaced, 'added.json'), '[]')
    writeFileSync(join(top, '.dist.lock'), String(process.ppid))
    await expect(put('two')).rejects.toThrow(Misuse)
    await expect(put('two')).rejects.toThrow(`process ${process.ppid}, is writing ${out}`)
    expect([shown(), beside()]).toEqual(['one', ['.dist.lock', '.dist.replaced']])
  })

  it('can be built by one process alone until it has come into its place', async () => {
    await publishing(undefined, (files) => {
      files.put('data/library.json', 'one')
      expect(readFileSync(join(top, '.dist.lock'), 'utf8')).toBe(String(process.pid))
    })
    expect(beside()).toEqual([])
  })

  it.each([
    ['a folder with other things', 'dist', () => site(join(top, 'dist/deep'), 'x')],
    ['a file', 'dist', () => writeFileSync(join(top, 'dist'), 'x')],
    ['the folder of notes', 'notes', () => undefined],
    ['a folder inside it', 'notes/dist', () => undefined],
    ['a folder around it', '.', () => undefined],
  ])('does not replace %s', async (_, name, prepare) => {
    await prepare()
    const writes = publishing(undefined, (files) => files.put('x', 'x'), join(top, name))
    await expect(writes).rejects.toThrow(Misuse)
    expect(existsSync(content)).toBe(true)
    expect(beside()).toEqual([])
  })

  it('does not replace the folder that the program runs in', async () => {
    await expect(publishing(undefined, () => undefined, '.')).rejects.toThrow(Misuse)
  })
})

describe('an exchange', () => {
  it('moves away before all else what has the place of what comes, and nothing else', () => {
    const gone = ['files/A.png', 'files/e\u0301.png', 'x', 'b/c/d', 'files/z.png', 'x2', 'b/c2']
    const fresh = ['files/a.png', 'files/\u00e9.png', 'x/y/z', 'b/c', 'files/b.png']
    expect([...inTheWay(gone, fresh)]).toEqual(gone.slice(0, 4))
  })

  it('puts no page before what it reads, and says last of all that there is another build', () => {
    const fresh = ['build.json', 'a.html', 'data/a.json', 'worker.js', 'b/c.html', 'assets/a.js']
    const wanted = ['data/a.json', 'assets/a.js', 'a.html', 'b/c.html', 'build.json', 'worker.js']
    expect(inTurn(fresh)).toEqual(wanted)
  })
})
