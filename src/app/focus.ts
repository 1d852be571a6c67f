import { useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { decoded } from '../notes/index.ts'

/**
 * After a move, the keyboard goes on at the head of the new page, or at the place in it that was asked for; after
 * going back, at the link that was left from. A change of the filters and a page entered anew are no moves.
 */
export function useFocusAfterMove(): void {
  const { pathname, search, hash, key } = useLocation()
  const kind = useNavigationType()
  const last = useRef({ pathname, search, key })
  /** The link that had the focus last, for each entry of the history. */
  const links = useRef(new Map<string, string>())

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      const href = (target as Element).closest?.('main a')?.getAttribute('href')
      if (href) links.current.set(key, href)
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [key])

  useEffect(() => {
    const { pathname: from, search: before, key: left } = last.current
    last.current = { pathname, search, key }
    if (
      key === left ||
      kind === 'REPLACE' ||
      (pathname === from && search !== before && besideOf(search) === besideOf(before))
    )
      return
    const target = (kind === 'POP' && linkTo(links.current.get(key))) || (hash ? placeAt(hash) : headOfPage())
    target?.focus({ preventScroll: true })
  }, [pathname, search, hash, key, kind])
}

/** Two versions side by side are a page of their own, which its query names. */
function besideOf(search: string): string | null {
  return new URLSearchParams(search).get('beside')
}

function linkTo(href: string | undefined): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('main a[href]')].find(
    (link) => href !== undefined && link.getAttribute('href') === href,
  )
}

function placeAt(hash: string): HTMLElement | null {
  return document.getElementById(decoded(hash.slice(1)))
}

function headOfPage(): HTMLElement | null {
  // The page of the search begins where one types.
  return document.querySelector<HTMLElement>('main [data-begin]') ?? document.querySelector('main h1')
}
