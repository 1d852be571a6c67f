/** Where a reader is, below the base path. */
export interface Place {
  pathname: string
  /** With its `?`, or empty. */
  search: string
  /** With its `#`, or empty. */
  hash: string
  /** Names the entry of the history. The first of every tab is `default`. */
  key: string
}

/** Where a link leads: an address below the base path, `?…` or `#…` from where it stands; or its parts. */
export type To = string | { pathname?: string; search?: string; hash?: string }

export const FIRST = 'default'

export function resolveTo(to: To, from: Place, key: string): Place {
  const given = typeof to === 'string' ? partsOf(to) : to
  const { pathname = '', search = '', hash = '' } = given
  const staysOnPage = pathname === '' && search === ''
  return {
    pathname: pathname || from.pathname,
    search: staysOnPage && hash ? from.search : after('?', search),
    hash: after('#', hash),
    key,
  }
}

function partsOf(address: string): { pathname: string; search: string; hash: string } {
  const [, pathname = '', search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(address) ?? []
  return { pathname, search, hash }
}

/** With its sign before it; nothing where nothing but the sign is there. */
function after(sign: string, part: string): string {
  const bare = part.startsWith(sign) ? part.slice(1) : part
  return bare && sign + bare
}

export const addressOf = ({ pathname, search, hash }: Omit<Place, 'key'>) => pathname + search + hash
