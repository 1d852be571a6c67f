import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ARTIFACT_VERSION, type KeepableFile } from '../../src/notes/index.ts'
import { Foreign, fetchFile, findFile, Gone, topicFiles } from '../../src/worker/builds.ts'
import { MemoryCaches } from './memory-caches.ts'

/** Every test has a build of its own: what was read of one is remembered. */
let build = 0
let served: Map<string, () => Response>

const list = (content: object) => () => Response.json({ version: ARTIFACT_VERSION, ...content })
const files = (...paths: string[]) => paths.map((path): KeepableFile => [path, 'abc', 1])

beforeEach(() => {
  build += 1
  MemoryCaches.install()
  vi.stubGlobal('location', new URL('http://localhost/'))
  served = new Map([
    [`/data/builds/${build}/index.json`, list({ parts: ['data/a.json', 'data/m.json'], first: [] })],
    [`/data/builds/${build}/0.json`, list({ files: files('data/a.json', 'data/b.json') })],
    [`/data/builds/${build}/1.json`, list({ files: files('data/m.json') })],
    [`/data/builds/${build}/topics/x/y.json`, list({ files: files('data/b.json') })],
  ])
  vi.stubGlobal('fetch', async (address: string) => {
    return served.get(address)?.() ?? new Response('<!doctype html>', { status: 404 })
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('a build', () => {
  const find = (path: string) => findFile(String(build), path)

  it('tells of each of its files, and of no other', async () => {
    for (const path of ['data/a.json', 'data/b.json', 'data/m.json']) {
      expect((await find(path))?.[0]).toBe(path)
    }
    for (const path of ['a', 'data/c.json', 'data/z.json']) expect(await find(path)).toBeUndefined()
  })

  it('is known offline once it was asked for', async () => {
    await find('data/m.json')
    served.clear()
    expect((await find('data/m.json'))?.[0]).toBe('data/m.json')
    await expect(find('data/a.json')).rejects.toBeInstanceOf(Gone)
  })

  it('has gone where its list has, even where the host answers with a page', async () => {
    await expect(findFile('none', 'data/a.json')).rejects.toBeInstanceOf(Gone)
    served.set('/data/builds/page/index.json', () => new Response('<!doctype html>'))
    await expect(findFile('page', 'data/a.json')).rejects.toBeInstanceOf(Gone)
  })

  it('has not gone where the server only fails, and is asked for again', async () => {
    const path = `/data/builds/${build}/index.json`
    const whole = served.get(path) as () => Response
    served.set(path, () => new Response('', { status: 503 }))
    await expect(find('data/a.json')).rejects.toBeInstanceOf(TypeError)
    served.set(path, whole)
    expect((await find('data/a.json'))?.[0]).toBe('data/a.json')
  })

  it('is not read where another program has written it', async () => {
    served.set('/data/builds/foreign/index.json', () => Response.json({ version: ARTIFACT_VERSION + 1 }))
    await expect(findFile('foreign', 'data/a.json')).rejects.toBeInstanceOf(Foreign)
  })

  it('has the files of its topics, and none of a topic that it does not have', async () => {
    expect(await topicFiles(String(build), 'x/y')).toEqual(files('data/b.json'))
    expect(await topicFiles(String(build), 'x')).toBeUndefined()
  })
})

describe('a file from the network', () => {
  const text = '{"纸":1}'
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const get = () => fetchFile('/data/a.json', ['data/a.json', hash, 1])

  it('is given where it is what the build has', async () => {
    served.set('/data/a.json', () => new Response(text))
    expect(await (await get()).text()).toBe(text)
  })

  it('is never given where it is of another build, or a page in its place', async () => {
    for (const other of [`${text} `, '<!doctype html>']) {
      served.set('/data/a.json', () => new Response(other))
      await expect(get()).rejects.toBeInstanceOf(Gone)
    }
  })

  it('is not taken to have changed where the server fails', async () => {
    served.set('/data/a.json', () => new Response('', { status: 502 }))
    await expect(get()).rejects.toBeInstanceOf(TypeError)
  })
})
