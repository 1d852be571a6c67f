import { type Day, formatDay } from '../calendar/index.ts'

/** What can be cited: a page or a work, as far as the notes name it. */
export interface Cited {
  title: string
  url?: string
  site?: string
  /** Day of publication. */
  date?: Day
  /** BCP 47, of the title. */
  language?: string
  /** The notes that name it, and who or what wrote those. */
  namedIn?: readonly string[]
}

/**
 * A source as one line of plain text, in the words of `language`.
 * @example “A talk. Example News, October 9, 2025. https://news.example/1”
 */
export function citation({ title, url, site, date }: Cited, language: string): string {
  const where = [site, date === undefined ? undefined : formatDay(date, language)].filter(Boolean).join(', ')
  const ended = /[.。!?！？…]$/u.test(title.trim()) ? title.trim() : `${title.trim()}.`
  return [ended, where && `${where}.`, url].filter(Boolean).join(' ')
}
