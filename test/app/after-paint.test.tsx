// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { act } from '@testing-library/react'
import { useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pressedEarly } from '../../src/app/pressed-early.ts'

const script = readFileSync('src/app/after-paint.js', 'utf8')
  // What it brings is not there.
  .replace('import(files[0])', 'brought(files[0])')

const brought = vi.fn()
let answer = async (): Promise<Response> => Response.json({ build: 'b1', entry: 'a.js' })
const asked = vi.fn(() => answer())
/** Tells that the page is drawn. */
let draw: () => void = () => undefined

function runScript(observer: unknown = Observer, modules = '/a.js /b.js') {
  const currentScript = { dataset: { base: '/reader/', modules } }
  const { body, head } = document
  runInNewContext(script, {
    document: { currentScript, body, head, createElement: document.createElement.bind(document) },
    PerformanceObserver: observer,
    addEventListener: addEventListener.bind(window),
    removeEventListener: removeEventListener.bind(window),
    setTimeout,
    AbortSignal,
    fetch: asked,
    globalThis,
    brought,
  })
}

class Observer {
  constructor(told: () => void) {
    draw = told
  }
  observe() {}
}

function Screen() {
  const [times, setTimes] = useState(0)
  const [words, setWords] = useState('')
  const [on, setOn] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setTimes((before) => before + 1)}>
        {times}
      </button>
      <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
      <a href="#place">{`${words} ${on}`}</a>
    </>
  )
}

beforeEach(() => {
  brought.mockClear()
  document.head.replaceChildren()
  document.body.innerHTML = `<div id="root">${renderToString(<Screen />)}</div>`
})
afterEach(() => {
  vi.useRealTimers()
})

const part = <T extends HTMLElement>(selector: string) => document.querySelector(selector) as T

async function takeOver() {
  const redo = pressedEarly()
  await act(async () => hydrateRoot(part('#root'), <Screen />))
  await act(redo)
}

describe('the program', () => {
  const build = () => (globalThis as { siteBuild?: Promise<string | null | undefined> }).siteBuild

  it('learns of which build the site is, but not before the page is drawn, and goes on where it cannot', async () => {
    asked.mockClear()
    runScript()
    expect(asked).not.toHaveBeenCalled()
    draw()
    expect(asked.mock.calls).toMatchObject([['/reader/build.json', { cache: 'no-cache' }]])
    expect(await build()).toBe('b1')
    for (const broken of [async () => new Response('<html>'), () => Promise.reject(new TypeError())]) {
      answer = broken
      runScript()
      draw()
      expect(await build()).toBeUndefined()
    }
  })

  it('does not take a site for its own that has another program', async () => {
    answer = async () => Response.json({ build: 'b2', entry: 'a2.js' })
    runScript()
    draw()
    expect(await build()).toBeNull()
  })

  it('comes once the page is drawn, and once only', () => {
    runScript()
    expect(brought).not.toHaveBeenCalled()
    draw()
    draw()
    expect(brought.mock.calls).toEqual([['/a.js']])
    expect([...document.querySelectorAll('link')].map(({ rel, href }) => [rel, href])).toEqual([
      ['modulepreload', 'http://localhost:3000/a.js'],
      ['modulepreload', 'http://localhost:3000/b.js'],
    ])
  })

  it('is not brought where the page begins with it', () => {
    vi.useFakeTimers()
    draw = () => undefined
    runScript(Observer, '')
    draw()
    dispatchEvent(new Event('load'))
    vi.runAllTimers()
    expect(brought).not.toHaveBeenCalled()
  })

  it.each([
    ['is drawn by nobody', Observer],
    ['is in a browser that does not tell', undefined],
  ])('comes where the page %s', (_, observer) => {
    vi.useFakeTimers()
    runScript(observer)
    dispatchEvent(new Event('load'))
    vi.runAllTimers()
    expect(brought).toHaveBeenCalledOnce()
  })
})

describe('what is done before the program is there', () => {
  it('is not lost', async () => {
    runScript()
    part('button').click()
    part('button').click()
    part<HTMLInputElement>('[type=checkbox]').click()
    part<HTMLInputElement>('[type=search]').value = 'salt'
    part('[type=search]').dispatchEvent(new Event('input', { bubbles: true }))
    await takeOver()
    expect(part('button').textContent).toBe('2')
    expect(part('a').textContent).toBe('salt true')
    expect(part<HTMLInputElement>('[type=search]').value).toBe('salt')
  })

  it('is not done twice, nor is what comes after it', async () => {
    runScript()
    part('button').click()
    await takeOver()
    await act(async () => part('button').click())
    await act(pressedEarly())
    expect(part('button').textContent).toBe('2')
  })

  it('is heard as a key, but for those that one types with', async () => {
    runScript()
    const keys: string[] = []
    const hear = ({ key }: KeyboardEvent) => keys.push(key)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))
    part('input').dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true }))
    addEventListener('keydown', hear)
    await takeOver()
    removeEventListener('keydown', hear)
    expect(keys).toEqual(['/'])
  })

  it('leaves links to themselves, and what is gone alone', async () => {
    runScript()
    const heard = vi.fn()
    part('a').click()
    const gone = document.body.appendChild(document.createElement('button'))
    gone.click()
    gone.remove()
    gone.addEventListener('click', heard)
    part('a').addEventListener('click', heard)
    await takeOver()
    expect(heard).not.toHaveBeenCalled()
  })
})
