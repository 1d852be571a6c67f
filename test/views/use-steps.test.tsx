// @vitest-environment jsdom
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { describe, expect, it } from 'vitest'
import { takeOver } from '../../src/ui/index.ts'
import { useSteps } from '../../src/views/timeline/use-steps.ts'

/** How many statements were shown, one look after the other. */
function shown(at: string, total: number): number[] {
  const looks: number[] = []
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MemoryRouter initialEntries={[at]}>{children}</MemoryRouter>
  )
  renderHook(() => looks.push(useSteps(total)), { wrapper })
  return looks
}

// In this order: a page is taken over once.
describe('the statements on the timeline', () => {
  it('are at first those of the page rendered ahead, which knows no end of an address', () => {
    expect(shown('/timeline#s-far', 200)).toEqual([30, Number.POSITIVE_INFINITY])
  })

  it('come in steps to a page that was rendered ahead, and not all at once', () => {
    expect(shown('/timeline', 70)).toEqual([30, 60, Number.POSITIVE_INFINITY])
  })

  it('are all there at once for whoever comes back, once the page was taken over', () => {
    takeOver()
    expect(shown('/timeline', 200)).toEqual([Number.POSITIVE_INFINITY])
  })
})
