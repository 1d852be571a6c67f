// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter, useLocation, useNavigationType } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { Link } from '../../src/ui/index.ts'

afterEach(cleanup)

function Where() {
  const { pathname, search, state } = useLocation()
  return <p role="status">{`${useNavigationType()} ${pathname}${search} ${JSON.stringify(state)}`}</p>
}

function begin(onClick = vi.fn()) {
  render(
    <MemoryRouter basename="/base" initialEntries={['/base/notes/a?q=1']}>
      <Link to={{ pathname: '/notes/b', search: '?q=2' }} state={{ stays: true }} onClick={onClick}>
        on
      </Link>
      <Link to="/notes/a?q=1">here</Link>
      <Where />
    </MemoryRouter>,
  )
  return onClick
}
const where = () => screen.getByRole('status').textContent

it('names the whole address, and leads there with its state', () => {
  begin()
  expect(screen.getByText('on').getAttribute('href')).toBe('/base/notes/b?q=2')
  expect(fireEvent.click(screen.getByText('on'))).toBe(false)
  expect(where()).toBe('PUSH /notes/b?q=2 {"stays":true}')
})

it.each([
  ['/notes/%E7%BA%B8#h-%E7%BA%B8-%D8%A3', '/base/notes/纸#h-纸-أ'],
  // What would be another address, what is hidden or turns the line around, and what was never encoded so.
  ['/notes/a%2Fb%3F%23%25%20', '/base/notes/a%2Fb%3F%23%25%20'],
  ['/notes/%E2%80%AE%E7%BA%B8', '/base/notes/%E2%80%AE%E7%BA%B8'],
  ['/notes/%E7%BA', '/base/notes/%E7%BA'],
])('writes letters, and only letters, as they are: %s', (to, written) => {
  render(
    <MemoryRouter basename="/base" initialEntries={['/base/']}>
      <Link to={to}>there</Link>
    </MemoryRouter>,
  )
  const link = screen.getByText<HTMLAnchorElement>('there')
  expect(link.getAttribute('href')).toBe(written)
  expect(link.href).toBe(new URL(`/base${to}`, location.href).href)
})

it('makes no new entry of the history to where one is', () => {
  begin()
  fireEvent.click(screen.getByText('here'))
  expect(where()).toBe('REPLACE /notes/a?q=1 null')
})

it('leaves to the browser what is not for this page', () => {
  begin()
  for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey']) {
    expect(fireEvent.click(screen.getByText('on'), { [key]: true })).toBe(true)
  }
  expect(fireEvent.click(screen.getByText('on'), { button: 1 })).toBe(true)
  expect(where()).toBe('POP /notes/a?q=1 null')
})

it('does not lead on where what listens to it has said no', () => {
  const onClick = begin(vi.fn((event) => event.preventDefault()))
  fireEvent.click(screen.getByText('on'))
  expect(onClick).toHaveBeenCalledOnce()
  expect(where()).toBe('POP /notes/a?q=1 null')
})
