// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { UNSAFE_createMemoryHistory as createMemoryHistory, type Location } from 'react-router'
import { beforeAll, expect, it, vi } from 'vitest'
import { type History, Moves } from '../../src/app/moves.tsx'
import { createClient, Providers } from '../../src/app/providers.tsx'
import { fetchScreen } from '../../src/app/screens.tsx'
import { Site } from '../../src/app/site.tsx'
import { artifactFiles } from '../../src/compiler/artifact-files.ts'
import { compile } from '../../src/compiler/compile.ts'
import { LibraryError } from '../../src/library/index.ts'
import { loadInterface } from '../../src/messages/index.ts'
import { createReadingStore } from '../../src/reading/index.ts'
import { MemoryStorage } from '../reading/memory-storage.ts'

beforeAll(() => {
  // What jsdom lacks: scrolling.
  window.scrollTo = () => undefined
})

const NOTE = '---\nlang: en\n---\n\n# A note\n\nIt was opened in May 2020.\n'
const served = new Map(artifactFiles(compile({ notes: [{ file: 'a.md', raw: NOTE }], images: [] })))

it('where the first screen could not be had, the keyboard goes on at the head of the next, and not at its own', async () => {
  vi.stubGlobal('fetch', async (address: string) => {
    const text = served.get(decodeURIComponent(address).slice(1))
    return new Response(text ?? '', {
      status: text ? 200 : 404,
      headers: { 'content-type': 'application/json' },
    })
  })
  const client = createClient()
  const reading = createReadingStore({
    storage: new MemoryStorage().tab(),
    now: () => 1,
    later: () => () => undefined,
    scope: '/',
  })
  const history = createMemoryHistory({ v5Compat: true, initialEntries: ['/notes/a'] }) as unknown as History
  const bring = (to: Location) => fetchScreen(client, to, { base: '/', language: 'en' })
  const failure = { error: new LibraryError('offline', 'data/library.json') }
  const language = await loadInterface(['en'])
  await act(async () => {
    render(
      <Providers client={client} reading={reading} language={language}>
        <Moves history={history} base="/" failure={failure} fetchScreen={bring}>
          {(shown) => <Site failure={shown.failure} />}
        </Moves>
      </Providers>,
    )
  })
  expect(document.activeElement).toBe(document.body)
  await userEvent.click(await screen.findByRole('link', { name: 'Go to Home' }))
  const head = await screen.findByRole('heading', { level: 1, name: 'The library' })
  expect(document.activeElement).toBe(head)
})
