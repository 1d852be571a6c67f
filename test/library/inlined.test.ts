// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ARTIFACT_VERSION } from '../../src/notes/index.ts'

const note = (title: string, version = ARTIFACT_VERSION) => {
  return { version, title, body: [], sections: [], statementList: [], references: [] }
}

async function open(came: object) {
  document.body.innerHTML = '<script type="application/json" data-path="data/notes/a.json"></script>'
  ;(document.querySelector('script') as HTMLElement).textContent = JSON.stringify(came)
  const { noteQuery } = await import('../../src/library/index.ts')
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const ask = async (slug: string) => (await client.fetchQuery(noteQuery(slug))).title
  return ask
}

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Response.json(note('fetched'))),
  )
})
afterEach(() => vi.unstubAllGlobals())

it('what came within the page is not fetched, and what it is asked for again is', async () => {
  const ask = await open(note('came'))
  expect(await ask('a')).toBe('came')
  expect(fetch).not.toHaveBeenCalled()
  expect(await ask('a')).toBe('fetched')
})

it('what came within the page is not taken for anything else', async () => {
  const ask = await open(note('came'))
  expect(await ask('b')).toBe('fetched')
})

it('what came within the page is checked as what is fetched', async () => {
  const ask = await open(note('came', 1))
  await expect(ask('a')).rejects.toMatchObject({ kind: 'stale' })
})
