/** What owners write for a language, beside BCP 47 itself. */
const ALIASES = new Map([
  ['zh', 'zh-Hans'],
  ['hans', 'zh-Hans'],
  ['cn', 'zh-Hans'],
  ['zh-cn', 'zh-Hans'],
  ['zh-sg', 'zh-Hans'],
  ['hant', 'zh-Hant'],
  ['tw', 'zh-Hant'],
  ['zh-tw', 'zh-Hant'],
  ['zh-hk', 'zh-Hant'],
  ['zh-mo', 'zh-Hant'],
  ['jp', 'ja'],
  ['kr', 'ko'],
])

/** Codes that a file name's ending or a folder may stand for; others are words (`it-notes/to`, `no.md`). */
const CODES = new Set(
  'ar bn cs da de el en es fa fi fr he hi hu id it ja ko nl pl pt ro ru sv th tr uk vi zh'.split(' '),
)

/** The BCP 47 tag (language, script, region) of what an owner wrote, or undefined where it is no language. */
export function languageTag(written: string): string | undefined {
  const key = written.trim().replaceAll('_', '-').toLowerCase()
  const alias = ALIASES.get(key)
  if (alias) return alias
  try {
    // Without extensions and private parts: `Intl` takes those in some places, and throws in others.
    const { language, script, region } = new Intl.Locale(key)
    return [language, script, region].filter(Boolean).join('-') || undefined
  } catch {
    return undefined
  }
}

/** The language that a file name's ending or a folder names, as `zh`, `hant`, `pt-br`. */
export function languageOfName(name: string): string | undefined {
  const key = name.toLowerCase().replaceAll('_', '-')
  if (ALIASES.has(key) || CODES.has(key.split('-', 1)[0] ?? '')) {
    return /^[a-z]{2}(-[a-z]{2,4})?$|^han[st]$/.test(key) ? languageTag(key) : undefined
  }
  return undefined
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
]

/** Very frequent words; what two languages share counts for both. */
const WORDS: readonly (readonly [string, RegExp])[] = [
  ['en', /\b(?:the|and|of|with|was|that|this|from)\b/gi],
  ['es', /\b(?:el|la|los|las|una|de|del|en|es|por|con|para|que|más)\b/gi],
  ['fr', /\b(?:le|la|les|de|des|une|du|en|est|et|dans|pour|que|avec)\b/gi],
  ['de', /\b(?:der|die|das|und|nicht|mit|von|ist|ein|für)\b/gi],
  ['pt', /\b(?:os|de|das|do|dos|da|uma|não|com|para|que|são|em)\b/gi],
  ['it', /\b(?:il|la|gli|della|che|una|per|con|sono|nel|di)\b/gi],
]

/** Characters that only one of the two writing reforms uses, among the most frequent. */
const TRADITIONAL =
  /[們個來時會國對說這發為學還過開關與後讓當點應實體現經華東車門問間獻產業術語歷戰財書報紙]/g
const SIMPLIFIED = /[们个来时会国对说这发为学还过开关与后让当点应实体现经华东车门问间产业术语历战财书报纸献]/g

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** By how many characters a text is more traditional than simplified Chinese; below 0 it is less. */
export const moreTraditional = (text: string): number => count(text, TRADITIONAL) - count(text, SIMPLIFIED)

/** The language of a text by its script and its most frequent words; English where nothing tells. */
export function detectLanguage(text: string): string {
  // Addresses are of no language, and full of words of some.
  const sample = text.slice(0, 20_000).replace(/https?:\/\/\S+/g, '')
  const han = count(sample, /\p{Script=Han}/gu)
  const latin = count(sample, /[a-zà-ÿ]/gi)
  for (const [pattern, language] of SCRIPTS) {
    const found = count(sample, pattern)
    // Kana are a tenth of Japanese prose or more; a Chinese note may quote a few.
    if (found > 20 && (language === 'ja' ? found * 10 > han : found * 3 > latin + han)) return language
  }
  if (han * 3 > latin) return moreTraditional(sample) > 0 ? 'zh-Hant' : 'zh-Hans'
  let best = 'en'
  let most = 0
  for (const [language, pattern] of WORDS) {
    const found = count(sample, pattern)
    if (found > most) [best, most] = [language, found]
  }
  return best
}

/** `rtl` for the languages written from right to left. */
export function direction(language: string): 'ltr' | 'rtl' {
  return /^(?:ar|fa|he|ur|ps|yi|dv|sd|ug)(?:-|$)/.test(language) ? 'rtl' : 'ltr'
}
