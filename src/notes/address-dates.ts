import { type Day, parseIso } from '../calendar/index.ts'

const DAY_MS = 86_400_000

/** Posts whose numbers hold the moment they were made at, and how to read it; milliseconds of the epoch. */
const POSTS: readonly { host: RegExp; path: RegExp; moment: (id: bigint) => bigint }[] = [
  {
    // From 2010-11-04T01:42:54.657Z on.
    host: /^(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com$/,
    path: /\/status(?:es)?\/(\d{17,20})(?!\d)/,
    moment: (id) => (id >> 22n) + 1288834974657n,
  },
  { host: /(?:^|\.)linkedin\.com$/, path: /activity[-:](\d{19})(?!\d)/, moment: (id) => id >> 22n },
  { host: /(?:^|\.)tiktok\.com$/, path: /\/video\/(\d{19})(?!\d)/, moment: (id) => (id >> 32n) * 1000n },
  // Mastodon, on any host.
  { host: /./, path: /\/@[\w.@-]{1,100}\/(1\d{17})$/, moment: (id) => id >> 16n },
]

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const SPLIT =
  /(?:^|[/_-])((?:19|20)\d\d)[/_-](0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)/i
const RUN = /(?:^|[/_-])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?(?=[/_.-]|$)/

/**
 * The day of publication that the address itself holds: `/2025/10/09/`, `/2025/oct/09/`, `/202510092039/`, a post's
 * number on X and its like.
 */
export function dateInAddress(address: string): Day | undefined {
  const { hostname, pathname } = new URL(address)
  for (const { host, path, moment } of POSTS) {
    const id = host.test(hostname) && path.exec(pathname)?.[1]
    if (id) return plausible(Math.floor(Number(moment(BigInt(id))) / DAY_MS))
  }
  const [, year, month = '', day = ''] = SPLIT.exec(pathname) ?? RUN.exec(pathname) ?? []
  if (!year) return undefined
  const named = MONTHS.indexOf(month.toLowerCase()) + 1
  return parseIso(`${year}-${(named ? String(named) : month).padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** A number that only looks like a post's gives a day before there was a web, or one that no note can know. */
function plausible(day: Day): Day | undefined {
  return day > 13_000 && day < 36_525 ? day : undefined
}
