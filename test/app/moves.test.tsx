// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useEffect } from 'react'
import { UNSAFE_createMemoryHistory as createMemoryHistory, useLocation, useSearchParams } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type History, Moves } from '../../src/app/moves.tsx'
import { usePlaces } from '../../src/app/places.ts'
import { Link, STAY, useLeaving } from '../../src/ui/index.ts'

/** What is on its way, by address. */
const coming = new Map<string, { there: () => void; gone: (error: unknown) => void }>()
const scrolled = vi.fn()
/** Each address that was shown, and whether it was being left. */
const seen: string[] = []

beforeEach(() => {
  coming.clear()
  seen.length = 0
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
  usePlaces(failure !== undefined)
  const { pathname, search, hash } = useLocation()
  const [, setParams] = useSearchParams()
  const state = useLeaving() ? 'leaving' : 'here'
  const address = pathname + search + hash
  useEffect(() => {
    seen.push(`${state} ${address}`)
  }, [state, address])
  return (
    <>
      <h1>{failure ? `cannot: ${failure.error}` : address}</h1>
      <p role="status">{state}</p>
      <Link to="/a">a</Link>
      <Link to="/slow">slow</Link>
      <button type="button" onClick={() => setParams({}, { replace: true, ...STAY })}>
        no params
      </button>
    </>
  )
}
const follow = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)))

function begin(base = '') {
  const history = createMemoryHistory({ v5Compat: true, initialEntries: [`${base}/a`] }) as unknown as History
  const fetchScreen = ({ pathname }: { pathname: string }) => {
    if (pathname === '/torn') throw 'torn'
    return pathname.startsWith('/slow')
      ? new Promise<void>((there, gone) => coming.set(pathname, { there, gone }))
      : undefined
  }
  render(
    <Moves history={history} base={base || '/'} failure={undefined} fetchScreen={fetchScreen}>
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

it('a link that is followed again before its screen has come is one step to go back', async () => {
  const history = begin()
  await follow('slow')
  await follow('slow')
  await act(async () => coming.get('/slow')?.there())
  expect([head(), state()]).toEqual(['/slow', 'here'])
  await act(async () => history.go(-1))
  expect(head()).toBe('/a')
})

it('a link to what is shown, followed while another screen comes, takes nothing out of the history', async () => {
  const history = begin()
  await follow('slow')
  await follow('a')
  expect([head(), state()]).toEqual(['/a', 'here'])
  await act(async () => history.go(-1))
  expect(history.location.pathname).toBe('/slow')
})

it('a link to what is shown is no step, nor is what the page itself writes into the address while another comes', async () => {
  const history = begin()
  await act(async () => history.push('/b'))
  await act(async () => history.push('/a'))
  await follow('a')
  await act(async () => history.push('/a?x=1'))
  await follow('no params')
  await act(async () => history.push('/slow'))
  await follow('no params')
  await act(async () => history.go(-3))
  expect(head()).toBe('/b')
})

it('what is passed by on the way back gets no place', async () => {
  const history = begin()
  for (const [y, next] of [
    [100, '/b'],
    [200, '/c'],
  ] as const) {
    vi.stubGlobal('scrollY', y)
    await act(async () => history.push(next))
  }
  vi.stubGlobal('scrollY', 300)
  await act(async () => {
    history.go(-1)
    history.go(-1)
  })
  expect([head(), scrollY]).toEqual(['/a', 100])
  await act(async () => history.go(1))
  expect([head(), scrollY]).toEqual(['/b', 200])
})

it('what is at hand to go back to is being left for until it is there', async () => {
  const history = begin()
  await act(async () => history.push('/b'))
  await act(async () => history.go(-1))
  expect(seen).toEqual(['here /a', 'here /b', 'leaving /b', 'here /a'])
})

it('what cannot even be asked for is told in its place', async () => {
  const history = begin()
  await act(async () => history.push('/torn'))
  expect([head(), state()]).toEqual(['cannot: torn', 'here'])
})

it('where a screen could not be had, the place that was kept of it stays', async () => {
  const history = begin()
  await act(async () => history.push('/slow'))
  await act(async () => coming.get('/slow')?.there())
  vi.stubGlobal('scrollY', 300)
  await act(async () => history.push('/b'))
  await act(async () => history.go(-1))
  await act(async () => coming.get('/slow')?.gone('offline'))
  vi.stubGlobal('scrollY', 0)
  await act(async () => history.go(1))
  await act(async () => history.go(-1))
  await act(async () => coming.get('/slow')?.there())
  expect([head(), scrollY]).toEqual(['/slow', 300])
})

it('a place on the first page of a tab that a plain link leads to is a place of its own', async () => {
  const history = begin()
  vi.stubGlobal('scrollY', 100)
  // The browser knows no key.
  await act(async () => history.push({ ...history.location, hash: '#b' }))
  vi.stubGlobal('scrollY', 900)
  await act(async () => history.go(-1))
  expect(scrollY).toBe(100)
  await act(async () => history.go(1))
  expect(scrollY).toBe(900)
})

it('goes back to where one was in a note, and in the first page of a tab, of a site below the root of its host, too', async () => {
  const history = begin('/reader')
  for (const [y, next] of [
    [100, '/reader/notes/n'],
    [200, '/reader/b'],
  ] as const) {
    vi.stubGlobal('scrollY', y)
    await act(async () => history.push(next))
  }
  await act(async () => history.go(-1))
  expect([head(), scrollY]).toEqual(['/notes/n', 200])
  await act(async () => history.go(-1))
  expect([head(), scrollY]).toEqual(['/a', 100])
})
