import { type Day, toIso } from '../calendar/index.ts'
import { leadsTo, sourceKey } from './following.ts'
import { paths } from './paths.ts'

/** The ways to a source, and to all that rests on it; undefined where it has no address. */
export interface Ways {
  key: string
  /** As short as can be read before it is followed. */
  leadsTo: string
  /** See {@link archivedCopy}. */
  archive?: string
  /** See {@link passageAddress}. */
  passage?: string
  /** Inside the site. */
  everywhere?: string
}

/** `near`: the day to look for a copy from; `statement`: what may quote the source. */
export function waysTo(
  { url, site, date }: { url?: string; site?: string; date?: Day },
  near?: Day,
  statement = '',
): Ways | undefined {
  if (!url) return undefined
  const key = sourceKey(url)
  const archive = archivedCopy(url, date ?? near)
  const passage = passageAddress(url, statement)
  return {
    key,
    leadsTo: leadsTo(url),
    ...(archive ? { archive } : {}),
    ...(passage ? { passage } : {}),
    ...(site ? { everywhere: paths.source(key, site) } : {}),
  }
}

/** Where a copy of the page may lie: the one nearest to the day, else the newest. Nothing asks whether there is one. */
export function archivedCopy(address: string, day?: Day): string | undefined {
  if (!/^https?:/.test(address)) return undefined
  const stamp = day === undefined ? '' : `${toIso(day).replaceAll('-', '')}/`
  return `https://web.archive.org/web/${stamp}${address}`
}

/** Quoted words long enough to be found, with the marks around them. */
const QUOTE =
  /“([^“”]{12,600})”|"([^"]{12,600})"|「([^「」]{8,600})」|«\s?([^«»]{12,600}?)\s?»|„([^„“”]{12,600})[“”]/u

/** Characters of a quotation that is written out; of a longer one its beginning and its end are. */
const LONGEST = 120

/**
 * The address of a passage in the page: browsers go to the words that the statement quotes, where they stand there.
 * Undefined where it quotes nothing.
 */
export function passageAddress(address: string, statement: string): string | undefined {
  const found = QUOTE.exec(statement)
  const quoted = found?.slice(1).find((part) => part !== undefined)
  if (!quoted || !/^https?:/.test(address)) return undefined
  // A quotation stops where words were left out.
  const [whole = ''] = quoted.split(/\s*(?:\.{3}|…|\[)/, 1)
  const words = whole.replace(/[\s.,;:!?。，；：！？]+$/u, '').trim()
  // A word or two in quotation marks are a manner of speaking.
  if (words.length < (/\p{Script=Han}/u.test(words) ? 8 : 20)) return undefined
  const text =
    words.length > LONGEST
      ? `${encoded(words.slice(0, 40), 'end')},${encoded(words.slice(-40), 'start')}`
      : encoded(words)
  const [page] = address.split('#:~:', 1)
  return `${page}${page?.includes('#') ? '' : '#'}:~:text=${text}`
}

/** Cut words are dropped: the browser looks for whole ones. */
function encoded(words: string, cut?: 'start' | 'end'): string {
  const kept =
    cut === 'end' ? words.replace(/\s\S*$/, '') : cut === 'start' ? words.replace(/^\S*\s/, '') : words
  // In a directive a hyphen and a comma have a meaning of their own.
  return encodeURIComponent(kept.replace(/\p{Cs}/gu, '')).replaceAll('-', '%2D')
}
