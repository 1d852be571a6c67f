import { QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { fetchNeeds, type Get } from '../../src/app/needs.ts'

const fetched = vi.fn<(name: string) => void>()
const query = (name: string, answer: () => Promise<unknown> = async () => name) => ({
  queryKey: [name],
  queryFn: () => {
    fetched(name)
    return answer()
  },
  retry: false,
})
const fails = () => Promise.reject(new Error('offline'))

function need(needs: (get: Get) => void) {
  fetched.mockClear()
  return fetchNeeds(new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } }), needs)
}

it('what is needed is fetched side by side, and what follows from it after it', async () => {
  let resolve: (value: string) => void = () => undefined
  const promise = new Promise<string>((done) => {
    resolve = done
  })
  const done = need((get) => {
    const a = get(query('a', () => promise))
    get(query('b'))
    if (a) get(query('c'))
  })
  await Promise.resolve()
  expect(fetched.mock.calls.flat()).toEqual(['a', 'b'])
  resolve('a')
  await done
  expect(fetched.mock.calls.flat()).toEqual(['a', 'b', 'c'])
})

it('what is at hand is not waited for', () => {
  const client = new QueryClient()
  client.setQueryData(['a'], 'a')
  expect(fetchNeeds(client, (get) => void get(query('a')))).toBeUndefined()
  expect(need(() => undefined)).toBeUndefined()
})

it('what fails is not told before the rest is there', async () => {
  let resolve: (value: string) => void = () => undefined
  const slow = new Promise<string>((done) => {
    resolve = done
  })
  const told = vi.fn()
  const done = need((get) => {
    get(query('a', fails))
    get(query('b', () => slow))
  })?.catch(told)
  await new Promise((later) => setTimeout(later, 10))
  expect(told).not.toHaveBeenCalled()
  resolve('b')
  await done
  expect(told).toHaveBeenCalledOnce()
})

it('what can be done without keeps nothing away, and is asked for once', async () => {
  await need((get) => void get(query('a', fails), 'optional'))
  expect(fetched).toHaveBeenCalledOnce()
})

it('what cannot be done without, and cannot be had, is told', async () => {
  await expect(need((get) => void get(query('a', fails)))).rejects.toThrow('offline')
})
