// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { UNSAFE_createMemoryHistory as createMemoryHistory, useLocation } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type History, Moves } from '../../src/app/moves.tsx'
import { usePlaces } from '../../src/app/places.ts'
import { STAY, useLeaving } from '../../src/ui/index.ts'

/** What is on its way, by address. */
const coming = new Map<string, { there: () => void; gone: (error: unknown) => void }>()
const scrolled = vi.fn()

beforeEach(() => {
  coming.clear()
  scrolled.mockClear()
  vi.stubGlobal('scrollTo', (_: number, y: number) => {
    scrolled(y)
    vi.stubGlobal('scrollY', y)
  })
  vi.stubGlobal('scrollY', 0)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Screen({ failure }: { failure?: { error: unknown } | undefined }) {
  usePlaces()
  const { pathname, search } = useLocation()
  return (
    <>
      <h1>{failure ? `cannot: ${failure.error}` : pathname + search}</h1>
      <p role="status">{useLeaving() ? 'leaving' : 'here'}</p>
    </>
  )
}

function begin() {
  const history = createMemoryHistory({ v5Compat: true, initialEntries: ['/a'] }) as unknown as History
  const fetchScreen = ({ pathname }: { pathname: string }) =>
    pathname.startsWith('/slow')
      ? new Promise<void>((there, gone) => coming.set(pathname, { there, gone }))
      : undefined
  render(
    <Moves history={history} base="/" failure={undefined} fetchScreen={fetchScreen}>
      {({ failure }) => <Screen failure={failure} />}
    </Moves>,
  )
  return history
}
const head = () => screen.getByRole('heading').textContent
const state = () => screen.getByRole('status').textContent

it('what is at hand is there at once', async () => {
  const history = begin()
  await act(async () => history.push('/b'))
  expect([head(), state()]).toEqual(['/b', 'here'])
})

it('until a screen is there, the one before stays', async () => {
  const history = begin()
  await act(async () => history.push('/slow'))
  expect([head(), state()]).toEqual(['/a', 'leaving'])
  await act(async () => coming.get('/slow')?.there())
  expect([head(), state()]).toEqual(['/slow', 'here'])
})

it('of two moves the later one counts, whichever comes first', async () => {
  const history = begin()
  await act(async () => history.push('/slow'))
  await act(async () => history.push('/b'))
  await act(async () => coming.get('/slow')?.there())
  expect([head(), state()]).toEqual(['/b', 'here'])
})

it('what cannot be had is told in its place, and leaves the way on free', async () => {
  const history = begin()
  await act(async () => history.push('/slow'))
  await act(async () => coming.get('/slow')?.gone('offline'))
  expect([head(), state()]).toEqual(['cannot: offline', 'here'])
  await act(async () => history.push('/b'))
  expect(head()).toBe('/b')
})

it('a move begins at the head of the page, going back where one was, and a change of what is shown moves nothing', async () => {
  const history = begin()
  vi.stubGlobal('scrollY', 300)
  await act(async () => history.push('/a?x=1', STAY.state))
  expect(scrolled).not.toHaveBeenCalled()
  await act(async () => history.push('/b'))
  expect(scrollY).toBe(0)
  await act(async () => history.go(-1))
  expect([head(), scrollY]).toEqual(['/a?x=1', 300])
})
