// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { whereabouts } from '../../src/views/note/whereabouts.ts'

/** A text of `height` pixels that begins 300 below the head of the page, with a section 100 into it, in a window of 900. */
function text(height: number): HTMLElement {
  document.body.innerHTML =
    '<article><h2 id="a">A</h2><p data-statement id="s">In 2020.</p><h2 id="b">B</h2></article>'
  const box =
    (top: number, of = 0) =>
    () =>
      ({ top: top - scrollY, bottom: top + of - scrollY, height: of }) as DOMRect
  const [article, a, s, b] = ['article', '#a', '#s', '#b'].map(
    (css) => document.querySelector(css) as HTMLElement,
  )
  if (!article || !a || !s || !b) throw new Error('no text')
  article.getBoundingClientRect = box(300, height)
  a.getBoundingClientRect = box(310)
  s.getBoundingClientRect = box(400)
  b.getBoundingClientRect = box(300 + height - 100)
  return article
}

const scrollTo = (y: number) => Object.defineProperty(window, 'scrollY', { value: y, configurable: true })

beforeEach(() => {
  Object.defineProperty(window, 'innerHeight', { value: 900, configurable: true })
})
afterEach(() => scrollTo(0))

it('who has only opened a short note is at its head, and has not read what they have not seen', () => {
  scrollTo(0)
  expect(whereabouts(text(700))).toEqual({ anchor: '', section: undefined, progress: 0 })
})

it('a note that is seen as a whole is read as a whole, and still opens at its head', () => {
  scrollTo(0)
  expect(whereabouts(text(500))).toMatchObject({ anchor: '', progress: 1 })
})

it('who has scrolled is at the statement above the upper third, and a long note is read in part', () => {
  scrollTo(200)
  expect(whereabouts(text(4000))).toMatchObject({ anchor: 's', section: 'a', progress: 0 })
  scrollTo(1850)
  expect(whereabouts(text(4000)).progress).toBe(0.5)
  scrollTo(3400)
  expect(whereabouts(text(4000)).progress).toBe(1)
})
