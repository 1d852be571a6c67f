import { afterEach, describe, expect, it, vi } from 'vitest'
import { isLeaving, reloadOnce, renew } from '../../src/app/stale-page.ts'

function session(refuses = false) {
  const values = new Map<string, string>()
  return () => {
    if (refuses) throw new Error('denied')
    return {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => void values.set(key, value),
    }
  }
}

describe('a stale page', () => {
  it('is loaded again', () => {
    const reload = vi.fn()
    expect(reloadOnce(session(), 1e12, reload)).toBe(true)
    expect(reload).toHaveBeenCalledOnce()
  })

  it('is not loaded again where that has just not helped', () => {
    const reload = vi.fn()
    const one = session()
    reloadOnce(one, 1e12, reload)
    expect(reloadOnce(one, 1e12 + 5000, reload)).toBe(false)
    expect(reload).toHaveBeenCalledOnce()
  })

  it('is loaded again after the next deployment', () => {
    const reload = vi.fn()
    const one = session()
    reloadOnce(one, 1e12, reload)
    expect(reloadOnce(one, 1e12 + 3_600_000, reload)).toBe(true)
  })

  it('does not reload for ever where nothing can be remembered', () => {
    const reload = vi.fn()
    expect(reloadOnce(session(true), 1e12, reload)).toBe(false)
    expect(reload).not.toHaveBeenCalled()
  })
})

describe('a page that is being left', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is so for as long as it lets go of what it was fetching', () => {
    vi.stubGlobal('leftAt', 5000)
    expect(isLeaving(5100)).toBe(true)
  })

  it('is not where nobody leaves, nor where the link led to a file', () => {
    expect(isLeaving(100)).toBe(false)
    vi.stubGlobal('leftAt', 5000)
    expect(isLeaving(9000)).toBe(false)
  })

  it('is not loaded again, which would keep the reader on it', () => {
    const reload = vi.fn()
    vi.stubGlobal('location', { reload })
    vi.stubGlobal('sessionStorage', session()())
    vi.stubGlobal('leftAt', performance.now())
    expect(renew()).toBe(false)
    expect(reload).not.toHaveBeenCalled()
    vi.stubGlobal('leftAt', undefined)
    expect(renew()).toBe(true)
    expect(reload).toHaveBeenCalledOnce()
  })
})
