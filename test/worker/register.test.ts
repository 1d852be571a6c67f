// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { registerWorker } from '../../src/worker/index.ts'

describe('the first worker of a site', () => {
  it('is not waited for where it is there before it is registered by this page', async () => {
    const container = Object.assign(new EventTarget(), {
      controller: null as object | null,
      // Another page has begun it: it takes over while this one asks.
      register: vi.fn(async () => {
        container.controller = {}
        container.dispatchEvent(new Event('controllerchange'))
        return { update: async () => undefined }
      }),
    })
    Object.defineProperty(navigator, 'serviceWorker', { value: container, configurable: true })
    await registerWorker()
    expect(container.register).toHaveBeenCalledOnce()
  })
})
