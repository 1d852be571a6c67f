import { normaliseAddress } from './addresses.ts'
import { readable } from './paths.ts'
import { shortHash } from './slug.ts'

/** What the reading state remembers a source by. */
export function sourceKey(address: string): string {
  return shortHash(normaliseAddress(address))
}

/** Where an address leads, short enough to be read before it is followed. */
export function leadsTo(address: string): string {
  const { protocol, host, pathname, search } = new URL(address)
  const path = readable(pathname === '/' ? search : pathname + search)
  const whole = protocol === 'mailto:' ? path : host + path
  return whole.length > 90 ? `${whole.slice(0, 60)}…${whole.slice(-20)}` : whole
}
