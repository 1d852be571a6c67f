import { describe, expect, it, vi } from 'vitest'
import { createRouter, memoryHistory, type Screen } from '../../src/routing/index.ts'
import { matchPath } from '../../src/routing/match.ts'
import { addressOf, resolveTo } from '../../src/routing/place.ts'

const Start = () => 'start'
const Note = () => 'note'
const Other = () => 'other'

/** Something that comes when it is let. */
function late<T>(value: T) {
  let come: () => void = () => undefined
  const asked = vi.fn(() => new Promise<T>((resolve) => (come = () => resolve(value))))
  return { asked, come: () => come() }
}

const begin = (screens: Screen[], at = '/', load?: () => Promise<unknown>) =>
  createRouter({
    screens: [{ path: '/', component: Start }, ...screens, { path: '*', component: Other }],
    history: memoryHistory(at),
    base: '/reader/',
    ...(load ? { load } : {}),
  })

describe('a pattern', () => {
  it.each([
    ['/', '/', {}],
    ['/notes/:slug', '/notes/a%2Fb', { slug: 'a/b' }],
    ['/notes/:slug', '/notes/%E7%BA%B8/', { slug: '纸' }],
    ['/topics/*', '/topics/%E4%B9%A6/x', { '*': '书/x' }],
    ['/topics/*', '/topics', { '*': '' }],
    ['/notes/:slug', '/notes/50%', { slug: '50%' }],
    ['*', '/any/thing', { '*': 'any/thing' }],
  ])('%s takes %s', (pattern, path, params) => {
    expect(matchPath(pattern, path)).toEqual(params)
  })

  it.each([
    ['/', '/x'],
    ['/notes/:slug', '/notes'],
    ['/notes/:slug', '/notes/a/b'],
    ['/notes/:slug', '/Notes/a'],
    ['/settings', '/settings/x'],
  ])('%s does not take %s', (pattern, path) => {
    expect(matchPath(pattern, path)).toBeUndefined()
  })
})

describe('a link', () => {
  const from = { pathname: '/timeline', search: '?from=2025', hash: '#a', key: 'k' }
  it.each([
    ['/notes/x#y', '/notes/x#y'],
    ['/sources', '/sources'],
    ['?q=1', '/timeline?q=1'],
    ['?', '/timeline'],
    ['#b', '/timeline?from=2025#b'],
    [{ search: '?at=1', hash: 'b' }, '/timeline?at=1#b'],
    [{ search: '?' }, '/timeline'],
  ])('%j leads to %s', (to, address) => {
    expect(addressOf(resolveTo(to, from, ''))).toBe(address)
  })
})

describe('a move', () => {
  it('keeps the last screen until the next has its script and its data', async () => {
    const script = late(Note)
    const data = late('data')
    const router = begin([{ path: '/notes/:slug', lazy: script.asked, load: data.asked }])
    await router.ready
    const moved = router.navigate('/notes/a')
    script.come()
    await vi.waitFor(() => expect(router.leaving()).toBe(true))
    expect(router.state()).toMatchObject({ component: Start, place: { pathname: '/' } })
    data.come()
    await moved
    expect(router.state()).toMatchObject({ component: Note, params: { slug: 'a' }, way: 'PUSH' })
    expect(router.leaving()).toBe(false)
  })

  it('shows no sign of waiting for what is at hand', async () => {
    const router = begin([{ path: '/notes/:slug', component: Note, load: async () => 'data' }])
    await router.ready
    const told: boolean[] = []
    router.subscribe(() => told.push(router.leaving()))
    await router.navigate('/notes/a')
    expect(told).toEqual([false])
  })

  it('is given up for the next, whichever is ready first', async () => {
    const slow = late(Note)
    const router = begin([{ path: '/slow', lazy: slow.asked }])
    await router.ready
    const first = router.navigate('/slow')
    await router.navigate('/other')
    slow.come()
    await first
    expect(router.state()).toMatchObject({ component: Other, place: { pathname: '/other' } })
  })

  it('goes back and forth, and knows the entry by its key', async () => {
    const router = begin([])
    await router.ready
    await router.navigate('/a')
    const { key } = router.state().place
    await router.navigate('/b')
    await router.navigate(-1)
    await vi.waitFor(() => expect(router.state().place).toMatchObject({ pathname: '/a', key }))
    expect(router.state().way).toBe('POP')
    await router.navigate('/a')
    expect(router.state().way).toBe('REPLACE')
  })

  it('within a page fetches nothing', async () => {
    const load = vi.fn(async () => undefined)
    const router = begin([{ path: '/notes/:slug', component: Note, load }], '/notes/a')
    await router.ready
    await router.navigate('/notes/a#part')
    expect(load).toHaveBeenCalledOnce()
    expect(router.state().place.hash).toBe('#part')
  })

  it('tells what could not be had where it leads, and is over it with the next', async () => {
    const error = new Error('no')
    const router = begin([{ path: '/notes/:slug', component: Note, load: () => Promise.reject(error) }])
    await router.ready
    await router.navigate('/notes/a')
    expect(router.state()).toMatchObject({
      failure: { error, whole: false },
      place: { pathname: '/notes/a' },
    })
    expect(router.state().component).toBeUndefined()
    await router.navigate('/')
    expect(router.state().failure).toBeUndefined()
  })

  it('tells apart what no screen can do without', async () => {
    const router = begin([], '/', () => Promise.reject(new Error('no')))
    await router.ready
    expect(router.state().failure?.whole).toBe(true)
  })

  it('finds ready what was fetched ahead, and does not mind what could not be', async () => {
    const load = vi.fn(async ({ params }: { params: Readonly<Record<string, string>> }) => {
      if (params.slug === 'gone') throw new Error('gone')
    })
    const router = begin([{ path: '/notes/:slug', component: Note, load }])
    await router.ready
    router.fetchAhead('/notes/gone')
    router.fetchAhead('/notes/a?x=1')
    expect(load.mock.calls.map(([{ params }]) => params.slug)).toEqual(['gone', 'a'])
    expect(router.state().place.pathname).toBe('/')
    expect(router.href('/notes/a')).toBe('/reader/notes/a')
  })
})
