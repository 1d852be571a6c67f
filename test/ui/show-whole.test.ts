// @vitest-environment jsdom
import { expect, it, vi } from 'vitest'
import { showWhole } from '../../src/ui/index.ts'

function cardDownTo(bottom: number) {
  const card = document.createElement('dialog')
  card.getBoundingClientRect = () => ({ bottom }) as DOMRect
  card.scrollIntoView = vi.fn()
  showWhole(card)
  return card.scrollIntoView
}

it('a card that is cut off moves the page on, and one that is whole leaves it where it is', () => {
  expect(cardDownTo(innerHeight + 1)).toHaveBeenCalledWith({ block: 'nearest' })
  expect(cardDownTo(innerHeight - 1)).not.toHaveBeenCalled()
})
