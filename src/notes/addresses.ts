import { type Day, parseIso } from '../calendar/index.ts'

const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|spm|ref_src|ref_url|_hs\w+|yclid)$/i

/** Far more than any page has; what is longer costs time and leads nowhere. */
const LONGEST = 8192

/** The address as the WHATWG URL standard reads it, if it is one that a reader may follow. */
export function safeAddress(written: string): string | undefined {
  if (written.length > LONGEST || !/^(?:https?:\/\/|mailto:)/i.test(written.trim())) return undefined
  try {
    return new URL(written.trim()).href
  } catch {
    return undefined
  }
}

/**
 * What makes two addresses one source: host case, default port, tracking parameters, the fragment and a
 * trailing slash do not count.
 */
export function normaliseAddress(address: string): string {
  const url = new URL(address)
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name))
  if (kept.length < url.searchParams.size) url.search = new URLSearchParams(kept).toString()
  url.hash = ''
  if (url.protocol === 'http:') url.protocol = 'https:'
  url.pathname = url.pathname.replace(/(?<=[^/])\/+$/, '')
  return url.href
}

/** The site's name as readers know it: the host without `www.`. */
export function siteOf(address: string): string {
  const url = new URL(address)
  return url.protocol === 'mailto:' ? url.pathname : url.hostname.replace(/^www\./, '')
}

/** The first post whose id held its time: 2010-11-04T01:42:54.657Z. */
const TWITTER_EPOCH = 1288834974657n

/** The day of publication that the address itself holds: `/2025/10/09/`, `/202510092039/`, a post's id on X. */
export function dateInAddress(address: string): Day | undefined {
  const { hostname, pathname } = new URL(address)
  const post =
    /^(?:www\.|mobile\.)?(?:x|twitter)\.com$/.test(hostname) && /\/status\/(\d{17,20})/.exec(pathname)
  if (post) {
    const ms = Number((BigInt(post[1] as string) >> 22n) + TWITTER_EPOCH)
    return Math.floor(ms / 86_400_000)
  }
  const parts =
    /(?:^|[/_-])((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/.exec(pathname) ??
    /(?:^|[/_-])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?(?=[/_.-]|$)/.exec(
      pathname,
    )
  if (!parts) return undefined
  const [, year, month, day] = parts as unknown as [string, string, string, string]
  return parseIso(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
