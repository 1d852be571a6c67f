import { moreTraditional } from './language.ts'

const SCRIPTS = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Cyrillic}/u, 'ru'],
] as const

/**
 * The language of a name that stands apart from any text, as a topic's does; undefined where its script tells no other than
 * that `around` it. BCP 47.
 */
export function nameLanguage(name: string, around: string): string | undefined {
  const [, language] = SCRIPTS.find(([script]) => script.test(name)) ?? []
  if (language || !/\p{Script=Han}/u.test(name) || around === 'ja') return language
  const more = moreTraditional(name)
  if (more === 0 && around.startsWith('zh')) return undefined
  return more > 0 ? 'zh-Hant' : 'zh-Hans'
}
