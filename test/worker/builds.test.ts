import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ARTIFACT_VERSION, artifactPaths, type KeepableFile } from '../../src/notes/index.ts'
import { Foreign, fetchFile, findFile, Gone, topicFiles } from '../../src/worker/builds.ts'
import { type ListedBuild, listBuild } from './listed-build.ts'
import { MemoryCaches } from './memory-caches.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** Every test has files of its own: what was read of a build is remembered. */
let builds = 0
let build: string
let lists: ListedBuild['lists']

const files = (...paths: string[]) => paths.map((path): KeepableFile => [path, 'abc', builds])

beforeEach(() => {
  builds += 1
  MemoryCaches.install()
  vi.stubGlobal('location', new URL('http://localhost/'))
  const runs = [files('data/a.json', 'data/b.json'), files('data/m.json')]
  ;({ build, lists } = listBuild(runs, { 'x/y': files('data/b.json') }))
  serve((path) => lists.get(path))
})
afterEach(() => vi.unstubAllGlobals())

/** Serves texts; where there is none, hosts answer with a page. */
function serve(textAt: (path: string) => string | undefined, status = 200): void {
  vi.stubGlobal('fetch', async (address: string) => {
    const text = textAt(address.slice(1))
    return new Response(text ?? '<!doctype html>', { status: text === undefined ? 404 : status })
  })
}

describe('a build', () => {
  const find = (path: string) => findFile(build, path)

  it('tells of each of its files, and of no other', async () => {
    for (const path of ['data/a.json', 'data/b.json', 'data/m.json']) {
      expect((await find(path))?.[0]).toBe(path)
    }
    for (const path of ['a', 'data/c.json', 'data/z.json']) expect(await find(path)).toBeUndefined()
  })

  it('is known offline once it was asked for', async () => {
    await find('data/m.json')
    lists.clear()
    expect((await find('data/m.json'))?.[0]).toBe('data/m.json')
    await expect(find('data/a.json')).rejects.toBeInstanceOf(Gone)
  })

  it('has gone where its list has, even where the host answers with a page', async () => {
    await expect(findFile('none', 'data/a.json')).rejects.toBeInstanceOf(Gone)
    lists.set(artifactPaths.build('page'), '<!doctype html>')
    await expect(findFile('page', 'data/a.json')).rejects.toBeInstanceOf(Gone)
  })

  it('is not believed where a list is not the one that it names', async () => {
    const other = { version: ARTIFACT_VERSION, files: files('data/a.json', 'data/other.json') }
    for (const path of lists.keys()) if (path.includes('parts/')) lists.set(path, JSON.stringify(other))
    await expect(find('data/a.json')).rejects.toBeInstanceOf(Gone)
  })

  it('has not gone where the server only fails, and is asked for again', async () => {
    serve(() => '', 503)
    await expect(find('data/a.json')).rejects.toBeInstanceOf(TypeError)
    serve((path) => lists.get(path))
    expect((await find('data/a.json'))?.[0]).toBe('data/a.json')
  })

  it('is not read where another program has written it', async () => {
    const text = JSON.stringify({ version: ARTIFACT_VERSION + 1 })
    lists.set(artifactPaths.build(hashOf(text)), text)
    await expect(findFile(hashOf(text), 'data/a.json')).rejects.toBeInstanceOf(Foreign)
  })

  it('has the files of its topics, and none of a topic that it does not have', async () => {
    expect(await topicFiles(build, 'x/y')).toEqual(files('data/b.json'))
    expect(await topicFiles(build, 'x')).toBeUndefined()
  })
})

describe('a file from the network', () => {
  const text = '{"纸":1}'
  const get = () => fetchFile('/data/a.json', ['data/a.json', hashOf(text), 1])

  it('is given where it is what the build has', async () => {
    serve(() => text)
    expect(await (await get()).text()).toBe(text)
  })

  it('is never given where it is of another build, or a page in its place', async () => {
    for (const other of [`${text} `, '<!doctype html>']) {
      serve(() => other)
      await expect(get()).rejects.toBeInstanceOf(Gone)
    }
  })

  it('is not taken to have changed where the server fails', async () => {
    serve(() => '', 502)
    await expect(get()).rejects.toBeInstanceOf(TypeError)
  })
})
