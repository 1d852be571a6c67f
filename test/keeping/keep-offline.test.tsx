// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AtHand, KeepOffline, KeptOffline } from '../../src/keeping/index.ts'
import type { KeepableFile } from '../../src/notes/index.ts'
import { CACHES, writeRecord } from '../../src/worker/index.ts'
import { keyOf } from '../../src/worker/names.ts'
import { show } from '../views/render.tsx'
import { type ListedBuild, listBuild } from '../worker/listed-build.ts'
import { MemoryCaches } from '../worker/memory-caches.ts'

const FILES: KeepableFile[] = [
  ['data/topics/x.json', 'aaa', 1_000_000],
  ['data/notes/a.json', 'bbb', 250_000],
]

let memory: MemoryCaches
/** What the worker does with a file that is to be kept. */
let answer: (file: KeepableFile) => Promise<number>
let builds = 0
let lists: ListedBuild['lists']

beforeEach(() => {
  memory = MemoryCaches.install()
  builds += 1
  const listed = listBuild([FILES], { x: FILES }, `${builds}`)
  lists = listed.lists
  document.documentElement.dataset.build = listed.build
  answer = async (file) => {
    await (await memory.open(CACHES.kept)).put(keyOf(file), new Response('{}'))
    return 204
  }
  vi.stubGlobal('navigator', Object.create(navigator, { serviceWorker: { value: { controller: {} } } }))
})
afterEach(() => {
  delete document.documentElement.dataset.build
})

const isList = (url: string) => /\/(?:builds|topic-files)\//.test(url)
const kept = () => memory.addresses.filter((url) => !isList(url))

async function open(element = <KeepOffline what="topics/x" name="X" />) {
  await show([{ path: '/', element }], { at: '/', files: {} })
  vi.stubGlobal('fetch', async (address: string, { headers = {}, signal }: RequestInit = {}) => {
    if (signal?.aborted) throw signal.reason
    const file = FILES.find(([path]) => address === `/${path}`)
    if (file && 'dateline-keep' in headers) return new Response(null, { status: await answer(file) })
    return new Response(lists.get(address.slice(1)))
  })
}

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

it('says what it takes before anything is fetched, and nothing is fetched where that is too much', async () => {
  await open()
  await press('Keep offline…')
  await screen.findByText(/It takes 1.3 MB/)
  await press('Cancel')
  await screen.findByRole('button', { name: 'Keep offline…' })
  expect(kept()).toEqual([])
})

it('keeps all of it, and says so when it is opened again', async () => {
  await open()
  await press('Keep offline…')
  await press('Keep it')
  await screen.findByText(/X: kept, 1.3 MB/)
  for (const file of FILES) expect(memory.addresses).toContain(keyOf(file))
  await open(<KeptOffline />)
  await waitFor(() => expect(screen.getAllByText(/X: kept, 1.3 MB/)).toHaveLength(2))
})

it('forgets what was kept, but not what something else needs', async () => {
  const [list, note] = FILES as [KeepableFile, KeepableFile]
  await writeRecord({ what: 'first', name: '', build: 'b', files: [list] })
  await open()
  await press('Keep offline…')
  await press('Keep it')
  await press('Remove X')
  await screen.findByText('It is no longer kept.')
  expect(memory.addresses).toContain(keyOf(list))
  expect(memory.addresses).not.toContain(keyOf(note))
})

it('leaves nothing behind where the storage is full, and says so', async () => {
  const put = answer
  answer = async (file) => (file === FILES[1] ? 507 : put(file))
  await open()
  await press('Keep offline…')
  await press('Keep it')
  await screen.findByText(/storage is full/)
  expect(kept()).toEqual([])
})

it('can be stopped on the way, which leaves nothing behind', async () => {
  const put = answer
  let go = () => {}
  const waiting = new Promise<void>((resolve) => {
    go = resolve
  })
  answer = async (file) => {
    if (file === FILES[1]) await waiting
    return put(file)
  }
  await open()
  await press('Keep offline…')
  await press('Keep it')
  await waitFor(() => expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('50%'))
  await press('Stop')
  go()
  await screen.findByText('Stopped: nothing of it is kept.')
  expect(kept()).toEqual([])
})

it('does not lose what has come where the connection breaks off, and does not call it kept', async () => {
  const put = answer
  answer = async (file) => (file === FILES[1] ? Promise.reject(new TypeError('offline')) : put(file))
  await open()
  await press('Keep offline…')
  await press('Keep it')
  await screen.findByText(/could not be reached/)
  expect(memory.addresses).toContain(keyOf(FILES[0] as KeepableFile))
  expect(screen.queryByText(/X: kept/)).toBeNull()
})

it('does not begin what there is no room for', async () => {
  const storage = { estimate: async () => ({ quota: 1_100_000, usage: 200_000 }) }
  vi.stubGlobal('navigator', Object.create(navigator, { storage: { value: storage } }))
  await open()
  await press('Keep offline…')
  await screen.findByText('It takes 1.3 MB, and this browser has room for 900 kB.')
  expect(screen.queryByRole('button', { name: 'Keep it' })).toBeNull()
})

it('says where a browser cannot keep anything', async () => {
  vi.stubGlobal('navigator', Object.create(navigator, { serviceWorker: { value: undefined } }))
  await open()
  await press('Keep offline…')
  await screen.findByText(/This browser cannot keep it/)
})

it('lists the notes that open without a connection, the last opened first, and those alone that hold what is looked for', async () => {
  const cache = await memory.open(CACHES.seen)
  for (const slug of ['a', 'b']) {
    const note = {
      slug,
      title: `Note ${slug}`,
      language: 'en',
      body: [['p', null, `Said by ${slug}${slug}.`]],
    }
    await cache.put(keyOf([`data/notes/${slug}.json`, 'h', 1]), Response.json(note))
  }
  await cache.put('/assets/x.js', new Response(''))
  await open(<AtHand />)
  const links = await screen.findAllByRole('link')
  expect(links.map((link) => link.textContent)).toEqual(['Note b', 'Note a'])
  cleanup()
  await open(<AtHand words="SAID “aa" />)
  expect((await screen.findAllByRole('link')).map((link) => link.textContent)).toEqual(['Note a'])
  cleanup()
  await open(<AtHand words="said cc" />)
  await screen.findByText('Nothing was found.')
})
