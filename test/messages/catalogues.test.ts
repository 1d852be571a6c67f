import { describe, expect, it } from 'vitest'
import { words as first } from '../../src/messages/en.ts'
import { LANGUAGES, loadInterface, messagesOf, withWords } from '../../src/messages/index.ts'
import { words as more } from '../../src/messages/more/en.ts'

type Catalogue = { readonly [key: string]: unknown }
type Said = (...of: unknown[]) => string

/** Every message by its path, those in groups too. */
function listOf(catalogue: Catalogue, prefix = ''): [name: string, message: unknown][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? listOf(value as Catalogue, `${prefix}${key}.`)
      : [[prefix + key, value] as [string, unknown]],
  )
}

async function load(language: string): Promise<Map<string, unknown>> {
  await loadInterface([language])
  return new Map(listOf(messagesOf(language) as unknown as Catalogue))
}

// All words are wanted.
await withWords(async () => undefined)

const withoutDigits = (text: string) => text.replace(/\p{Nd}[\p{Nd},.\s٬٫]*/gu, '# ')

describe('the interface', () => {
  it.each([
    [['zh-CN', 'en'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-HK', 'en'], 'zh-Hant'],
    [['en-GB'], 'en'],
    [['es-419'], 'es'],
    [['fr-CA', 'en'], 'fr'],
    [['ar-EG'], 'ar'],
    [['sw', 'zh-Hans-SG'], 'zh-Hans'],
    [['sw'], 'en'],
    // WebKit on Linux says the name of a locale that is no language.
    [['C'], 'en'],
    [['en-US@posix', 'de'], 'de'],
    [[], 'en'],
  ])('for a reader of %j is in %s', async (wanted, language) => {
    expect((await loadInterface(wanted)).language).toBe(language)
  })

  it('speaks nine languages', () => {
    expect([...LANGUAGES].sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja', 'zh-Hans', 'zh-Hant'])
  })

  it.each(LANGUAGES)(
    'has every message in %s, none empty, and none that keeps silent of what it is told',
    async (language) => {
      const [en, own] = [await load('en'), await load(language)]
      expect([...own.keys()].sort()).toEqual([...en.keys()].sort())
      const digits = new Intl.NumberFormat(language)
      for (const [name, message] of own) {
        if (typeof message === 'string') expect(message.trim(), name).not.toBe('')
        else {
          const told = Array.from({ length: (en.get(name) as Said).length }, (_, i) => 41 + i)
          const text = (message as Said)(...told)
          for (const one of told)
            expect(text.includes(String(one)) || text.includes(digits.format(one)), name).toBe(true)
          expect(text, name).not.toMatch(/#|undefined|NaN/)
        }
      }
    },
  )

  it('says nothing twice: what a note says first is not among the rest', () => {
    expect(Object.keys(first).filter((key) => key in more)).toEqual([])
  })

  it('counts as each language does', async () => {
    const said = async (language: string, ...counts: number[]) => {
      const { messages } = await loadInterface([language])
      return counts.map((count) => messages.noteCount(count))
    }
    expect(await said('en', 1, 1200)).toEqual(['1 note', '1,200 notes'])
    expect(await said('fr', 0, 1, 2)).toEqual(['0 note', '1 note', '2 notes'])
    expect(await said('zh-Hant', 1)).toEqual(['1 篇筆記'])
    expect((await said('ar', 0, 1, 2, 3, 11, 100)).map(withoutDigits)).toEqual(
      ['لا ملاحظات', 'ملاحظة واحدة', 'ملاحظتان', '# ملاحظات', '# ملاحظة', '# ملاحظة'].map(withoutDigits),
    )
  })

  it('has a word of its own for one and for two wherever Arabic counts', async () => {
    const [en, ar] = [await load('en'), await load('ar')]
    for (const [name, message] of en) {
      if (typeof message !== 'function' || message.length !== 1) continue
      const say = message as Said
      const counts = withoutDigits(say(1)) !== withoutDigits(say(2))
      if (counts)
        for (const count of [1, 2]) expect((ar.get(name) as Said)(count), name).not.toMatch(/\p{Nd}/u)
    }
  })

  it.each([
    ['fr', / [:;!?»]|« /, 'a sign torn from its word by a space that breaks'],
    ['de', / …|[“”]\p{L}|[«»]/u, 'an ellipsis torn off, or quotation marks of others'],
    ['es', /[“”„]|[\p{L}] [:;!?]/u, 'quotation marks of others'],
    [
      'zh-Hans',
      /\p{sc=Han}[,;:!?()]|[,;!?()]\p{sc=Han}|[「」]/u,
      'narrow signs, or quotation marks of others',
    ],
    ['zh-Hant', /\p{sc=Han}[,;:!?()]|[,;!?()]\p{sc=Han}|[“”]/u, 'narrow signs, or quotation marks of others'],
    [
      'ja',
      /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}][,;:!?()]|[“”，]/u,
      'narrow signs, or quotation marks of others',
    ],
    ['ar', /[,;?]|[“”]/, 'signs that look the other way'],
  ])('has in %s no text that matches %s: %s', async (language, wrong) => {
    for (const [name, message] of await load(language)) {
      const text = typeof message === 'function' ? (message as Said)('x', 'y', 'z') : String(message)
      expect(text, name).not.toMatch(wrong)
    }
  })

  it('writes traditional Chinese in its own characters and words', async () => {
    for (const [name, message] of await load('zh-Hant')) {
      const text = typeof message === 'function' ? (message as Said)(1, 2, 3) : String(message)
      expect(text, name).not.toMatch(
        /[们来时会国对说这发为学还过开关让点应实现经华东车门问间记条读写签标录导删页链]/,
      )
      expect(text, name).not.toMatch(/信息|鏈接|默認|筆記本|文件夾|保存為|網絡|搜索|打開/)
    }
  })
})
