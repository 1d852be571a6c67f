/** What only says how a reader came to a page, or where on it they were. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|mc_[ce]id|igshid|igsh|spm|ref_src|ref_url|_hs\w+|yclid|si|amp|outputType)$/i

/** The same, on sites where the name means something else elsewhere. */
const SITE_TRACKING: readonly (readonly [host: RegExp, name: RegExp])[] = [
  [/(?:^|\.)youtube\.com$/, /^(?:t|start|feature|pp|ab_channel)$/],
  [/^(?:x|twitter)\.com$/, /^(?:s|t)$/],
]

/** Far more than any page has; what is longer costs time and leads nowhere. */
const LONGEST = 8192

/**
 * The address as the WHATWG URL standard reads it, if it is one that a reader may follow. One that carries a name or
 * a password is none: it shows one site and leads to another, or gives a secret away.
 */
export function safeAddress(written: string): string | undefined {
  if (written.length > LONGEST || !/^(?:https?:\/\/|mailto:)/i.test(written.trim())) return undefined
  try {
    const { href, username, password } = new URL(written.trim())
    return username || password ? undefined : href
  } catch {
    return undefined
  }
}

/**
 * What makes two addresses one source. Host case, default port, `www.`, tracking parameters, a trailing slash, the
 * fragment (but where a page is chosen by it), and whether the page is made for a telephone (AMP, `m.`) do not count.
 * A key: what is followed is the address as the note has it.
 */
export function normaliseAddress(address: string): string {
  const url = unwrapped(new URL(address))
  if (url.protocol === 'mailto:') return url.href.toLowerCase()
  url.protocol = 'https:'
  if (url.port === '80') url.port = ''
  url.hostname = plainHost(url.hostname)
  if (url.hostname === 'youtu.be' && url.pathname.length > 1) {
    url.searchParams.set('v', url.pathname.slice(1))
    url.hostname = 'youtube.com'
    url.pathname = '/watch'
  }
  const own = SITE_TRACKING.filter(([host]) => host.test(url.hostname)).map(([, name]) => name)
  const kept = [...url.searchParams].filter(
    ([name]) => !TRACKING.test(name) && !own.some((pattern) => pattern.test(name)),
  )
  if (kept.length < url.searchParams.size) url.search = new URLSearchParams(kept).toString()
  if (!/^#(?:!|\/)/.test(url.hash)) url.hash = ''
  url.pathname = withoutSlashes(
    withoutSlashes(url.pathname)
      .replace(/\/amp$/i, '')
      .replace(/^\/amp(?=\/)/i, '')
      .replace(/\.amp(?=\.html$|$)/i, ''),
  )
  return url.href
}

/**
 * The page that a cache of AMP pages or an archive holds: `google.com/amp/s/HOST/…`,
 * `HOST.cdn.ampproject.org/c/s/HOST/…`, `web.archive.org/web/2025/https://HOST/…`.
 */
function unwrapped(url: URL): URL {
  const copied =
    url.hostname === 'web.archive.org' && /^\/web\/[\w*]{1,20}\/(https?:\/\/?[^/].*)$/.exec(url.pathname)?.[1]
  if (copied) {
    const whole = copied.replace(/^(https?:)\/+/, '$1//') + url.search + url.hash
    return URL.canParse(whole) ? new URL(whole) : url
  }
  const inner =
    (/^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname) && /^\/amp\/(?:s\/)?(.+)$/.exec(url.pathname)) ||
    (/\.cdn\.ampproject\.org$/.test(url.hostname) && /^\/[cv]\/(?:s\/)?(.+)$/.exec(url.pathname))
  const made = inner ? `https://${inner[1]}${url.search}` : undefined
  return made && URL.canParse(made) ? new URL(made) : url
}

/** `en.m.wikipedia.org`, `mobile.twitter.com` and `amp.site.example` as the page for every screen has it. */
function plainHost(host: string): string {
  const plain = host
    .replace(/\.$/, '')
    .replace(/^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.[^.])/, '')
    .replace(/\.(?:m|mobile)\.(?=[^.]+\.[^.]+$)/, '.')
  return plain === 'twitter.com' ? 'x.com' : plain
}

function withoutSlashes(path: string): string {
  let end = path.length
  while (end > 1 && path[end - 1] === '/') end -= 1
  return path.slice(0, end)
}

/** The site's name as readers know it: the host without `www.` and what is only for telephones. */
export function siteOf(address: string): string {
  const url = unwrapped(new URL(address))
  return url.protocol === 'mailto:' ? url.pathname : plainHost(url.hostname)
}
