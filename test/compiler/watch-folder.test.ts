import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchFolder } from '../../src/compiler/watch-folder.ts'

let folder: string
let told: Set<string>
let failed: string[]
let end = () => {}
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'dateline-')))
  told = new Set()
  failed = []
})
afterEach(() => {
  end()
  rmSync(folder, { recursive: true, force: true })
})

const place = (path: string) => join(folder, path)
const write = (path: string) => writeFileSync(place(path), String(Math.random()))
/** As many editors save: another file takes the place of the one that was there. */
const replace = (path: string) => {
  write('.saving')
  renameSync(place('.saving'), place(path))
}
const begin = () => {
  end = watchFolder(folder, {
    changed: (path) => told.add(path),
    failed: (path) => failed.push(path),
  })
}
/** What is told of a change: `last` is told after it. */
async function toldOf(change: () => void): Promise<Set<string>> {
  told.clear()
  change()
  write('last')
  await vi.waitFor(() => expect(told).toContain('last'))
  told.delete('last')
  return new Set(told)
}

it('tells of a file that has come, changed, was replaced or removed, each time, and of no other', async () => {
  write('a.md')
  write('b.md')
  begin()
  for (const change of [
    write,
    replace,
    replace,
    write,
    (path: string) => rmSync(place(path)),
    write,
    replace,
  ]) {
    expect(await toldOf(() => change('a.md'))).toEqual(new Set(['a.md']))
  }
})

it('tells of files in folders below, also in those that come later, with what they bring', async () => {
  mkdirSync(place('x/y'), { recursive: true })
  write('x/y/a.md')
  begin()
  write('x/y/a.md')
  await vi.waitFor(() => expect(told).toContain('x/y/a.md'))
  mkdirSync(place('new/z'), { recursive: true })
  write('new/z/b.md')
  await vi.waitFor(() => expect(told).toContain('new/z/b.md'))
  told.clear()
  write('new/z/b.md')
  await vi.waitFor(() => expect(told).toContain('new/z/b.md'))
})

it('does not lose sight of a folder that is removed and comes again', async () => {
  mkdirSync(place('x'))
  write('x/a.md')
  begin()
  rmSync(place('x'), { recursive: true })
  await vi.waitFor(() => expect(told).toContain('x'))
  mkdirSync(place('x'))
  write('x/a.md')
  await vi.waitFor(() => expect(told).toContain('x/a.md'))
  told.clear()
  write('x/a.md')
  await vi.waitFor(() => expect(told).toContain('x/a.md'))
  expect(failed).toEqual([])
})

it('tells nothing of what is hidden, nor of what lies in hidden folders', async () => {
  mkdirSync(place('.git'))
  begin()
  expect(
    await toldOf(() => {
      write('.git/a.md')
      write('.a.md.swp')
    }),
  ).toEqual(new Set())
})

it('does not take a folder that has gone for one that cannot be watched', () => {
  rmSync(folder, { recursive: true })
  begin()
  expect(failed).toEqual([])
})
